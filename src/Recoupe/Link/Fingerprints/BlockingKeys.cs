using System.Collections.Immutable;
using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>The keys by which articles that may be tied find each other.</summary>
internal static class BlockingKeys
{
    // One shingle in so many, by its hash: whoever shares a page of text shares some.
    private const ulong ShinglesPerKey = 16;

    // Two of a sentence's weightiest terms: few enough to store, many enough to survive a translation. One is a name, a number or a word
    // of its own: two words of the trade ("report", "morning") bring together articles that nothing else does.
    private const int TermsPerLine = 4, TermsPerStatement = 5;

    // What a key is made of is part of its hash.
    private const ulong Url = 1, Shingle = 2, Quote = 3, Terms = 4, Counts = 5;

    /// <summary>Ascending, each once.</summary>
    public static ImmutableArray<BlockingKey> Of(Fingerprint print)
    {
        var keys = new List<BlockingKey>();
        Add(keys, Url, print.Address is { } address ? [StableHash.Of(address)] : []);
        Add(keys, Shingle, print.Shingles.Where(s => s % ShinglesPerKey == 0));
        Add(keys, Quote, print.Quotations.Select(q => q.Words));
        foreach (var line in print.Lines) Add(keys, Terms, Pairs(line.Terms, TermsPerLine).Where(p => p % 2 == 0));
        foreach (var statement in print.Statements.Where(s => !s.IsFrame))
        {
            Add(keys, Terms, Pairs(statement.Terms, TermsPerStatement));
            Add(keys, Terms, Triples(statement.Terms));
        }

        Add(keys, Counts, print.Statements.SelectMany(s => s.Figures).Where(f => f is { IsMeasured: true, IsTelling: true }).Select(f => StableHash.Of(f.Counted, (ulong)f.Stated)));
        return Ascending.Distinct(keys.ToArray());
    }

    private static void Add(List<BlockingKey> keys, ulong kind, IEnumerable<ulong> values)
    {
        foreach (var value in values) keys.Add(new(((uint)(StableHash.Of(kind, value) >> 32) & ~1u) | (kind == Terms ? 0u : 1u)));
    }

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
