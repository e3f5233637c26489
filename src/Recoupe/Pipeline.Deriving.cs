using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Ingest;
using Recoupe.Judge;
using Recoupe.Judge.Disputes;
using Recoupe.Judge.Figures;
using Recoupe.Link.Claims;
using Recoupe.Link.Decisions;
using Recoupe.Link.Entities;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Questions;
using Recoupe.Link.TextReuse;
using Recoupe.Run;

namespace Recoupe;

/// <content>
/// From rows to the ledger, so that growing a ledger and starting over come to the same. What was derived is kept as long as it holds.
/// </content>
public sealed partial class Pipeline
{
    private KeyedLedger? _derived;

    /// <summary>
    /// All that follows from what is filed, in canonical order: the same whatever the order of arrival or the number of threads.
    /// </summary>
    public Ledger Ledger() => Keeping(key => (Held(key) ?? Derive(ReadAllFiled())).Ledger);

    /// <summary>The ledger and its articles as they may be shown, both of one moment.</summary>
    internal (Ledger Ledger, ImmutableArray<FiledArticle> Articles) LedgerWithArticles() => Keeping(key =>
    {
        var read = ReadAllFiled();
        return ((Held(key) ?? Derive(read)).Ledger, Shown(read).ToImmutableArray());
    });

    /// <summary>
    /// A mark of all that the ledger follows from: the same mark, the same ledger, whatever was indexed or kept meanwhile.
    /// </summary>
    internal string Mark() => _file.AtOnce(Key);

    /// <summary>SQLite's count of what others have committed to the ledger: another number, another ledger.</summary>
    internal long DataVersion => _file.DataVersion;

    /// <summary>A claim with what would give it another rating.</summary>
    /// <param name="id">The claim's id, or its first characters.</param>
    public Outcome<Explanation> Explain(string id) => Keeping(key => Explained(id, key));

    private Outcome<Explanation> Explained(string id, string key)
    {
        if (_derived is null && _file.Derived.Claims(key, id.ToLowerInvariant()) is { } kept)
            return Explained(id, kept.Claims, kept.Decisions);
        var derived = Held(key) ?? Derive(ReadAllFiled());
        return Explained(id, [.. derived.Ledger.Claims.Zip(derived.Changes)], derived.Ledger.Decisions);
    }

    private static Outcome<Explanation> Explained(
        string id, ImmutableArray<(Claim Claim, ImmutableArray<Reason> Changes)> claims, ImmutableArray<StandingDecision> decisions)
    {
        var found = IdPrefix.Only(id, claims.Select(c => c.Claim), c => c.Id);
        return found.Value is { } claim
            ? new Explanation(
                claim,
                claims.First(c => ReferenceEquals(c.Claim, claim)).Changes,
                [.. decisions.Where(d => d.Claims.Contains(claim.Id, StringComparer.Ordinal))])
            : found.Rejection!;
    }

    // All that the ledger follows from: what made its articles, its rows, the decisions and the lists beside it.
    private string Key()
    {
        _decisions.Read(); // what is passed over in the log is told even where nothing is derived
        return ContentHash.Id(
            "derived",
            StageVersion.Current,
            _file.Changes.ToString(CultureInfo.InvariantCulture),
            _decisions.Mark(),
            ListsBeside.Mark(_home));
    }

    // Asked for again and again, it is kept in the file only at the end.
    private T Keeping<T>(Func<string, T> ask)
    {
        var answer = _file.AtOnce(() =>
        {
            var key = Key();
            var found = ask(key);
            if (_derived is { } made && made.Key != Key()) _derived = null; // a file beside the ledger was changed meanwhile
            return found;
        });
        if (_growing is null) KeepDerived();
        return answer;
    }

    private void KeepDerived()
    {
        if (!_keeps || _file.IsAtWork || _derived is not { IsKept: false } made) return;
        made.IsKept = true; // or cannot be
        _file.TryKeep(() =>
        {
            if (!string.Equals(Key(), made.Key, StringComparison.Ordinal)) return;
            _file.Derived.Save(made.Key, made.Derived);
            _file.Index.Keep(SearchWords.Items(made.Derived.Ledger));
        });
        IndexPassages();
    }

    // What is in memory or in the file, where it was derived from the ledger as it is.
    private DerivedLedger? Held(string key)
    {
        if (_derived is { } held && string.Equals(held.Key, key, StringComparison.Ordinal)) return held.Derived;
        if (_file.Derived.Read(key) is not { } kept) return null;
        _derived = new(key, kept) { IsKept = true };
        return kept;
    }

    private List<FiledArticle> ReadAllFiled()
    {
        _filing.LetGo(); // what was kept for filing is not needed now, and deriving needs the room
        return [.. RawArticles()];
    }

    private DerivedLedger Derive(List<FiledArticle> filed)
    {
        var key = Key();
        var (lineage, statements) = Ties();
        var tree = FamilyBuilder.Of(_file.Fingerprints().Select(bytes => Signature.Of(Fingerprint.FromBytes(bytes))), lineage);
        var (rulings, log) = DecisionReplay.Of(_decisions.Read(), filed);
        var (named, suggestions) = EntityResolver.Gather(filed, rulings);
        var names = log.IsEmpty ? [] : NamesIn(filed, named);
        var view = View(filed);
        filed = [.. filed.Select(view.Of)]; // from here on nothing bears a name that is masked
        ImmutableArray<Entity> entities = [.. named.Select(view.Of)];
        var (claims, changes) = Rater.RateAndExplain(
            _growing?.Of(filed, statements, rulings) ?? ClaimBuilder.Of(filed, statements, rulings),
            filed,
            tree.Families,
            entities,
            rulings);
        var listed = _file.Questions().Select(q => q.Text).Concat(QuestionList.Beside(_home)).Select(view.Of);
        var questions = QuestionMatcher.Of(listed, filed, claims, entities, rulings);
        ImmutableArray<Lineage> shown = [.. lineage.Select(view.Of)];
        var ledger = new Ledger(
            ArticleNames.Apart(filed.Select(f => f.Article.Header)),
            [.. tree.Absent.Select(view.Of)],
            shown,
            tree.Families,
            entities,
            claims,
            questions)
        {
            Suggestions = [.. suggestions.Select(view.Of)],
            Disputes = DisputeBuilder.Of(claims),
            Counts = CountBuilder.Of(filed, tree.Families, entities, claims, shown),
            Decisions = DecisionStatus.Of(log, claims, questions, names),
            Reliability = SourceList.Beside(_home),
        };
        var derived = new DerivedLedger(ledger, changes);
        _derived = new(key, derived);
        return derived;
    }

    // Which entity a wording of a name is of.
    private static Dictionary<string, string> NamesIn(List<FiledArticle> filed, ImmutableArray<Entity> entities)
    {
        var entityOf = entities.SelectMany(e => e.Mentions.Select(m => (Mention: m, e.Id))).ToDictionary(m => m.Mention, m => m.Id);
        return (
            from file in filed
            from mention in file.Findings.Mentions
            select (Name: EntityForms.IdOf(mention), Id: entityOf[new(file.Article.Id, mention.Span)])).DistinctBy(n => n.Name, StringComparer.Ordinal).ToDictionary(n => n.Name, n => n.Id, StringComparer.Ordinal);
    }

    private (ImmutableArray<Lineage> Lineage, List<StatementTie> Statements) Ties()
    {
        var lineage = new List<Lineage>();
        var statements = new List<StatementTie>();
        foreach (var ties in _file.Ties())
        {
            lineage.AddRange(ties.Lineage);
            statements.AddRange(ties.Statements);
        }

        return ([.. lineage.OrderBy(l => l.From, StringComparer.Ordinal).ThenBy(l => l.To).ThenBy(l => l.Kind)], statements);
    }

    /// <summary>What was derived, and what of.</summary>
    private sealed class KeyedLedger(string key, DerivedLedger derived)
    {
        public string Key { get; } = key;

        public DerivedLedger Derived { get; } = derived;

        /// <summary>Whether the file has it, or does not take it.</summary>
        public bool IsKept { get; set; }
    }
}
