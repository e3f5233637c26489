using System.Collections.Immutable;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.TextReuse;

/// <summary>Tells a text that was reworked from one that was only carried over.</summary>
internal static class Rewording
{
    // Of a text's words, in ten-thousandths: an editor's touch changes fewer, a spinning tool more.
    private const int Substituted = 300;

    // Of its sentences, in ten-thousandths: how many stand before the one they followed.
    private const int OutOfOrder = 3_000;

    private const int LeastLines = 4;

    /// <summary>Whether words were swapped, sentences shuffled, or a sentence turned into its contrary.</summary>
    public static bool IsReworded(ImmutableArray<AlignedLines> lines) =>
        lines.Any(IsTurned) || IsShuffled(lines) || Ratio.Of(lines.Sum(Swapped), lines.Sum(l => l.A.Words.Length)) >= Substituted;

    public static bool IsTurned(AlignedLines lines) => (lines.A.Traits & LineTraits.Negated) != (lines.B.Traits & LineTraits.Negated);

    private static bool IsShuffled(ImmutableArray<AlignedLines> lines) =>
        lines.Length >= LeastLines && Ratio.Of(lines.Zip(lines.Skip(1)).Count(p => p.Second.B.Span.Start < p.First.B.Span.Start), lines.Length - 1) >= OutOfOrder;

    /// <summary>How many words of each stand for words of the other; numbers, which are corrected rather than reworded, apart.</summary>
    private static int Swapped(AlignedLines lines)
    {
        var (left, right) = (lines.A.Words.Except(lines.B.Words).Count(), lines.B.Words.Except(lines.A.Words).Count());
        var difference = TermDifference.Of(lines.A.Terms, lines.B.Terms);
        return Math.Max(0, Math.Min(left, right) - Math.Min(difference.Left.Count(TermDifference.IsNumber), difference.Right.Count(TermDifference.IsNumber)));
    }
}
