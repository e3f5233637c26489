using System.Collections.Immutable;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.TextReuse;

/// <summary>How much of each of two articles stands in the other; ratios in ten-thousandths.</summary>
/// <param name="VerbatimA">The share of the first's runs of words that the second has.</param>
/// <param name="VerbatimB">The share of the second's that the first has.</param>
/// <param name="Lines">Sentences of one told in the other.</param>
/// <param name="ToldA">The share of what the first tells, by weight of terms, that those sentences of the second tell too.</param>
/// <param name="ToldB">The share of what the second tells.</param>
internal sealed record TextOverlap(int VerbatimA, int VerbatimB, ImmutableArray<AlignedLines> Lines, int ToldA, int ToldB)
{
    // Two short sentences alike are no copied text.
    private const int CopiedShingles = 20;

    // Below both, two articles share a subject at most, and their sentences need not be compared.
    private const int LeastSharedShingles = 8, LeastSharedTerms = 2_000;

    public int LeastVerbatim => Math.Min(VerbatimA, VerbatimB);

    public int MostVerbatim => Math.Max(VerbatimA, VerbatimB);

    public int MostTold => Math.Max(ToldA, ToldB);

    /// <summary><see langword="null"/> where the articles share little.</summary>
    public static TextOverlap? Of(Fingerprint a, Fingerprint b, int leastDice)
    {
        var shingles = Shingles.Shared(a.Shingles, b.Shingles);
        var terms = Ratio.Of(a.Terms.SharedWeight(b.Terms), Math.Min(a.Terms.Weight, b.Terms.Weight));
        if (shingles < LeastSharedShingles && terms < LeastSharedTerms) return null;
        var lines = LineAlignment.Of(a, b, leastDice);
        var copied = shingles < CopiedShingles ? 0 : shingles;
        return new(
            Ratio.Of(copied, a.Shingles.Length),
            Ratio.Of(copied, b.Shingles.Length),
            lines,
            Ratio.Of(lines.Sum(l => l.SharedWeight), a.Lines.Sum(l => l.Terms.Weight)),
            Ratio.Of(lines.Sum(l => l.SharedWeight), b.Lines.Sum(l => l.Terms.Weight)));
    }
}
