using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Extract.Quotations;

/// <summary>A stretch of text between quotation marks.</summary>
/// <param name="Outer">From its first mark to its last, marks included.</param>
/// <param name="Parts">What stands between the marks, without outer white space; one part a paragraph.</param>
/// <param name="Parent">The index of the quotation it is nested in; −1 at the top.</param>
/// <param name="Closed">Whether its closing mark was found.</param>
internal sealed record Quotation(TextSpan Outer, ImmutableArray<TextSpan> Parts, int Parent, bool Closed)
{
    /// <summary>From the first character between the marks to the last.</summary>
    public TextSpan Inner => new(Parts[0].Start, Parts[^1].End);
}
