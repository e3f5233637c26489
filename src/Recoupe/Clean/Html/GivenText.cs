using System.Collections.Immutable;
using Recoupe.Formats;

namespace Recoupe.Clean.Html;

/// <summary>The text of an article that a page hands to programs, in its linked data: what scripts would show, or shows in part.</summary>
internal static class GivenText
{
    private const int Shortest = 250; // characters: a shorter one is a summary
    private const int MuchMore = 2; // times what the page shows

    /// <summary>The text shown, or the one given where it is much the longer.</summary>
    public static HtmlText Fuller(string? given, HtmlText shown)
    {
        if (given is null || given.Length < Shortest || given.Length < (long)shown.Length * MuchMore) return shown;
        var paragraphs = given.Contains("</", StringComparison.Ordinal) ? OfMarkup(given) : OfLines(given);
        return paragraphs.Sum(p => p.Length) >= Shortest ? new([.. paragraphs.Select(p => (p, BlockKind.Body))], shown.Body) : shown;
    }

    private static ImmutableArray<string> OfLines(string text) =>
        [.. text.Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(line => line.Length > 0)];

    private static ImmutableArray<string> OfMarkup(string markup)
    {
        using var document = HtmlTree.Parse(markup);
        return document?.Body is { } body ? [.. HtmlBlocks.Of(body, PageParts.None, all: true).Select(b => b.Text)] : [];
    }
}
