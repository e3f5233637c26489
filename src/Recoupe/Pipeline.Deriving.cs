using System.Collections.Immutable;
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

/// <content>From rows to the ledger: nothing of it is stored, so growing a ledger and starting over come to the same.</content>
public sealed partial class Pipeline
{
    /// <summary>
    /// All that follows from what is filed, in canonical order: the same whatever the order of arrival or the number of threads.
    /// </summary>
    public Ledger Ledger() => _file.AtOnce(() => Derive(ReadAllFiled()));

    /// <summary>The ledger and its articles as they may be shown, both of one moment.</summary>
    internal (Ledger Ledger, ImmutableArray<FiledArticle> Articles) LedgerWithArticles() => _file.AtOnce(() =>
    {
        var read = ReadAllFiled();
        return (Derive(read), Shown(read).ToImmutableArray());
    });

    /// <summary>SQLite's count of what others have committed to the ledger: another number, another ledger.</summary>
    internal long DataVersion => _file.DataVersion;

    /// <summary>A claim with what would give it another rating.</summary>
    /// <param name="id">The claim's id, or its first characters.</param>
    public Outcome<Explanation> Explain(string id) => _file.AtOnce(() => Explained(id));

    private Outcome<Explanation> Explained(string id)
    {
        var read = ReadAllFiled();
        var ledger = Derive(read);
        var filed = Shown(read).ToList();
        var found = IdPrefix.Only(id, ledger.Claims, c => c.Id);
        if (found.Value is not { } claim) return found.Rejection!;
        return new Explanation(claim, Rater.Changes(claim, ledger.Claims, filed, ledger.Families, ledger.Entities), [.. ledger.Decisions.Where(d => d.Claims.Contains(claim.Id, StringComparer.Ordinal))]);
    }

    private List<FiledArticle> ReadAllFiled()
    {
        _filing.LetGo(); // what was kept for filing is not needed now, and deriving needs the room
        return [.. RawArticles()];
    }

    private Ledger Derive(List<FiledArticle> filed)
    {
        var (lineage, statements) = Ties();
        var tree = FamilyBuilder.Of(_file.Fingerprints().Select(bytes => Signature.Of(Fingerprint.FromBytes(bytes))), lineage);
        var (rulings, log) = DecisionReplay.Of(_decisions.Read(), filed);
        var (named, suggestions) = EntityResolver.Gather(filed, rulings);
        var names = log.IsEmpty ? [] : NamesIn(filed, named);
        var view = View(filed);
        filed = [.. filed.Select(view.Of)]; // from here on nothing bears a name that is masked
        ImmutableArray<Entity> entities = [.. named.Select(view.Of)];
        var claims = Rater.Rate(_growing?.Of(filed, statements, rulings) ?? ClaimBuilder.Of(filed, statements, rulings), filed, tree.Families, entities, rulings);
        var listed = _file.Questions().Select(q => q.Text).Concat(QuestionList.Beside(_home)).Select(view.Of);
        ImmutableArray<Lineage> shown = [.. lineage.Select(view.Of)];
        return new Ledger(
            ArticleNames.Apart(filed.Select(f => f.Article.Header)),
            [.. tree.Absent.Select(view.Of)],
            shown,
            tree.Families,
            entities,
            claims,
            QuestionMatcher.Of(listed, filed, claims, entities))
        {
            Suggestions = [.. suggestions.Select(view.Of)],
            Disputes = DisputeBuilder.Of(claims),
            Counts = CountBuilder.Of(filed, tree.Families, entities, claims, shown),
            Decisions = DecisionStatus.Of(log, claims, names),
            Reliability = SourceList.Beside(_home),
        };
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
}
