using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe;

/// <summary>What spans of one text come to.</summary>
internal static class Spans
{
    /// <summary>From the start of the first to the end of the last; they are in text order, and at least one.</summary>
    public static TextSpan Whole(this ImmutableArray<TextSpan> spans) => new(spans[0].Start, spans[^1].End);
}
