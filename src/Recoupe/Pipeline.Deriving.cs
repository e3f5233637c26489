using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Ingest;
using Recoupe.Link.Decisions;
using Recoupe.Link.Questions;
using Recoupe.Run;

namespace Recoupe;

/// <content>
/// From rows to the ledger, so that growing a ledger and starting over come to the same. What was derived is kept as long as it holds.
/// </content>
public sealed partial class Pipeline
{
    private KeyedLedger? _derived;
    private Growth? _growth;
    private (string Mark, ImmutableArray<FiledArticle> Articles) _shown = ("", []);

    /// <summary>
    /// All that follows from what is filed, in canonical order: the same whatever the order of arrival or the number of threads.
    /// </summary>
    public Ledger Ledger() => Keeping(key => (Held(key) ?? Derive(key)).Ledger);

    /// <summary>The ledger and its articles as they may be shown, both of one moment.</summary>
    internal (Ledger Ledger, ImmutableArray<FiledArticle> Articles) LedgerWithArticles() => Keeping(key =>
    {
        var ledger = (Held(key) ?? Derive(key)).Ledger;
        return (ledger, string.Equals(_growth?.Key, key, StringComparison.Ordinal) ? _growth!.Shown : ShownNow());
    });

    /// <summary>
    /// A mark of all that the ledger follows from: the same mark, the same ledger, whatever was indexed or kept meanwhile.
    /// </summary>
    internal string Mark() => _file.AtOnce(Key);

    /// <summary>Brings what is kept of the ledger to where the log of decisions is, where that takes no deriving anew.</summary>
    public void KeepUp() => Keeping(key =>
    {
        if (Held(key) is null && Followed(key) is { } followed) _derived = new(key, followed);
        return key;
    });

    // A decision changes no article, unless a name is masked.
    private ImmutableArray<FiledArticle> ShownNow()
    {
        var changes = _file.Changes.ToString(CultureInfo.InvariantCulture);
        var mark = string.Join(' ', MaskedNames().Order(StringComparer.Ordinal).Prepend(changes));
        if (string.Equals(_shown.Mark, mark, StringComparison.Ordinal)) return _shown.Articles;
        ImmutableArray<FiledArticle> shown = [.. Shown(RawArticles())];
        if (_stays) _shown = (mark, shown);
        return shown;
    }

    /// <summary>SQLite's count of what others have committed to the ledger: another number, another ledger.</summary>
    internal long DataVersion => _file.DataVersion;

    /// <summary>A claim with what would give it another rating.</summary>
    /// <param name="id">The claim's id, or its first characters.</param>
    public Outcome<Explanation> Explain(string id) => Keeping(key => Explained(id, key));

    private Outcome<Explanation> Explained(string id, string key)
    {
        if (_derived is null && _file.Derived.Claims(key, id.ToLowerInvariant()) is { } kept)
            return Explained(id, kept.Claims, kept.Decisions);
        var derived = Held(key) ?? Derive(key);
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
        return Key(_decisions.Mark());
    }

    private string Key(string log) => ContentHash.Id(
        "derived", StageVersion.Current, _file.Changes.ToString(CultureInfo.InvariantCulture), log, ListsBeside.Mark(_home));

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
        if (!_stays) KeepDerived();
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

    private DerivedLedger Derive(string key)
    {
        var derived = Followed(key) ?? Anew(key);
        _derived = new(key, derived);
        return derived;
    }

    // From what is held or kept, where that can be followed; left half way by a fault, it is not held any more.
    private DerivedLedger? Followed(string key)
    {
        var growth = _growth;
        _growth = null;
        if (growth?.Derived(key) is not { } grown) return Continued(key);
        _growth = growth;
        return grown;
    }

    private DerivedLedger Anew(string key)
    {
        (_growth, _continuation, _derived) = (null, null, null);
        _filing.LetGo(); // what was kept for filing is not needed now, and deriving needs the room
        var growth = new Growth(this, _stays);
        var derived = growth.Derived(key)!;
        if (_stays) _growth = growth;
        return derived;
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
