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
    ];

    private static IEnumerable<Key> Address(Fingerprint print) =>
        print.Address is { } address ? [new("url", StableHash.Of(address))] : [];

    private static IEnumerable<ulong> Pairs(TermSet terms, int most)
    {
        var chosen = terms.Terms.OrderByDescending(t => t.Weight).ThenBy(t => StableHash.Mix(t.Value)).Take(most).Order().ToList();
        for (var i = 0; i < chosen.Count; i++)
            for (var j = i + 1; j < chosen.Count; j++)
                if (IsTelling(chosen[i]) || IsTelling(chosen[j])) yield return StableHash.Of(chosen[i].Value, chosen[j].Value);
    }

    private static bool IsTelling(Term term) => term.Kind is TermKind.Rare or TermKind.Name or TermKind.Number;
}
