namespace Recoupe.Link;

/// <summary>The keys by which articles that may be tied find each other.</summary>
internal static class IndexKeys
{
    // One shingle in so many, by its hash: whoever shares a page of text shares some.
    private const ulong ShinglesPerKey = 16;

    // Two of a sentence's weightiest terms: few enough to store, many enough to survive a translation. One is a name, a number or a word
    // of its own: two words of the trade ("report", "morning") bring together articles that nothing else does.
    private const int TermsPerLine = 4, TermsPerStatement = 5;

    public static IEnumerable<Key> Of(Fingerprint print) => All(print).Distinct();

    private static IEnumerable<Key> All(Fingerprint print) =>
    [
        .. Address(print),
        .. print.Shingles.Where(s => s % ShinglesPerKey == 0).Select(s => new Key("shingle", s)),
        .. print.Quotations.Select(q => new Key("quote", q.Words)),
        .. print.Lines.SelectMany(l => Pairs(l.Terms, TermsPerLine)).Where(p => p % 2 == 0).Select(p => new Key("terms", p)),
        .. print.Statements.Where(s => !s.IsFrame).SelectMany(s => Pairs(s.Terms, TermsPerStatement)).Select(p => new Key("terms", p)),
        .. print.Statements.Where(s => !s.IsFrame).SelectMany(s => s.Tellings).SelectMany(Triples).Select(t => new Key("terms", t)),
    ];

    private static IEnumerable<Key> Address(Fingerprint print) =>
        print.Address is { } address ? [new("url", StableHash.Of(address))] : [];

    private static IEnumerable<ulong> Pairs(TermSet terms, int most)
    {
        var chosen = Weightiest(terms, most);
        for (var i = 0; i < chosen.Count; i++)
            for (var j = i + 1; j < chosen.Count; j++)
                if (IsTelling(chosen[i]) || IsTelling(chosen[j])) yield return StableHash.Of(chosen[i].Value, chosen[j].Value);
    }

    // What is told of states in common words alone ("an attack on this one is an attack on that one"): three of its terms together, a state among them.
    private static IEnumerable<ulong> Triples(TermSet terms)
    {
        var chosen = Weightiest(terms, TermsPerStatement);
        if (chosen.Exists(IsTelling)) yield break;
        for (var i = 0; i < chosen.Count; i++)
            for (var j = i + 1; j < chosen.Count; j++)
                for (var k = j + 1; k < chosen.Count; k++)
                    if (IsState(chosen[i]) || IsState(chosen[j]) || IsState(chosen[k])) yield return StableHash.Of(StableHash.Of(chosen[i].Value, chosen[j].Value), chosen[k].Value);
    }

    private static List<Term> Weightiest(TermSet terms, int most) =>
        [.. terms.Terms.OrderByDescending(t => t.Weight).ThenBy(t => StableHash.Mix(t.Value)).Take(most).Order()];

    private static bool IsState(Term term) => term.Kind == TermKind.State;

    private static bool IsTelling(Term term) => term.Kind is TermKind.Rare or TermKind.Name or TermKind.Number;
}
