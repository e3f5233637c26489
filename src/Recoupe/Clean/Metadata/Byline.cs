using System.Collections.Immutable;
using Recoupe.Clean.Lines;
using Recoupe.Formats;

namespace Recoupe.Clean.Metadata;

/// <summary>Reads the names out of by-lines.</summary>
internal static class Byline
{
    /// <summary>The persons whom the by-lines name.</summary>
    public static ImmutableArray<string> Authors(string text, ImmutableArray<Block> blocks, SiteWords words) =>
        [.. blocks.Where(b => b.Kind is BlockKind.Byline).SelectMany(b => Names(b.Span.In(text).ToString(), words))
            .Distinct(StringComparer.Ordinal)];

    /// <summary>The persons whom one by-line names, less what announces them.</summary>
    public static IEnumerable<string> Names(string line, SiteWords words)
    {
        var skip = words.BylineWords(LineWords.Of(line));
        var rest = line.Split(' ', skip + 1)[^1];
        return rest.Split(
            [",", " et ", " and ", " & ", " | ", " – ", " - "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(part => LineShape.IsNames(part) && part.Contains(' '));
    }
}
