using System.Collections.Immutable;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.TextReuse;

/// <summary>Two sentences of two articles that tell the same.</summary>
internal readonly record struct AlignedLines(FingerprintLine A, FingerprintLine B, int Dice)
{
    public int SharedWeight => A.Terms.SharedWeight(B.Terms);
}

/// <summary>Which sentences of two articles tell the same, each at most once.</summary>
internal static class LineAlignment
{
    private const int LeastSharedTerms = 3, LeastSharedWeight = 6;

    public static ImmutableArray<AlignedLines> Of(Fingerprint a, Fingerprint b, int leastDice)
    {
        var taken = new HashSet<FingerprintLine>(ReferenceEqualityComparer.Instance);
        return
        [
            .. Candidates(a, b, leastDice)
                .OrderByDescending(p => p.Dice).ThenBy(p => p.A.Span).ThenBy(p => p.B.Span)
                .Where(p => !taken.Contains(p.A) && !taken.Contains(p.B) && taken.Add(p.A) && taken.Add(p.B))
                .OrderBy(p => p.A.Span),
        ];
    }

    private static IEnumerable<AlignedLines> Candidates(Fingerprint a, Fingerprint b, int leastDice)
    {
        foreach (var line in a.Lines)
            foreach (var other in b.Lines)
                if (line.Terms.MayShare(other.Terms, LeastSharedTerms) && Dice(line.Terms, other.Terms) is var dice && dice >= leastDice && IsTold(line.Terms, other.Terms))
                    yield return new(line, other, dice);
    }

    // A dateline, an hour, a notice of rights share a place, a number and an agency, and tell nothing.
    private static bool IsTold(TermSet a, TermSet b) => a.Shared(b).Any(t => t.Kind is TermKind.Word or TermKind.Rare or TermKind.Weak);

    private static int Dice(TermSet a, TermSet b)
    {
        var shared = a.SharedWeight(b);
        return shared < LeastSharedWeight ? 0 : Ratio.Of(2 * shared, a.Weight + b.Weight);
    }
}
