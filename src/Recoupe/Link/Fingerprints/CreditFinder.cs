using System.Collections.Frozen;
using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>Finds whom an article credits: agency signatures (<c>(AFP)</c>, <c>avec Reuters</c>) and links to where the rest stands.</summary>
internal static class CreditFinder
{
    // A signature stands in the first lines or the last ones; in between, an agency is a source like others.
    private const int EndBlocks = 2;

    // … and near an end of its line.
    private const int Reach = 400;

    private static readonly FrozenDictionary<string, string> Agencies = LanguageFile.Entries("agencies.txt")
        .Select(e => e.Split('=', StringSplitOptions.TrimEntries))
        .SelectMany(e => e[1].Split(',', StringSplitOptions.TrimEntries).Prepend(e[0]).Select(n => (Written: n, Name: e[0])))
        .DistinctBy(e => e.Written, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(e => e.Written, e => e.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly ImmutableArray<CreditPattern> Patterns =
        [.. LanguageFile.Entries("credits.txt").Select(CreditPattern.Parse)];

    public static ImmutableArray<Credit> Find(Article article)
    {
        var own = OutletKeys.Of(article.Header);
        return [.. Lines(article).SelectMany(l => InLine(article.Text, l.Span, l.Kind)).Where(c => !own.Is(c.Key)).DistinctBy(c => c.Key).OrderBy(c => c.Span)];
    }

    private static IEnumerable<Block> Lines(Article article)
    {
        var prose = article.Blocks.Where(b => LineFingerprinter.IsProse(b.Kind)).ToList();
        var ends = prose.Take(EndBlocks).Concat(prose.TakeLast(EndBlocks)).ToHashSet();
        return article.Blocks.Where(b => b.Kind is BlockKind.Credit or BlockKind.Byline or BlockKind.Furniture || ends.Contains(b)).SelectMany(Ends);
    }

    private static IEnumerable<Block> Ends(Block block) =>
        block.Span.Length <= 2 * Reach
            ? [block]
            : [block with { Span = new(block.Span.Start, block.Span.Start + Reach) }, block with { Span = new(block.Span.End - Reach, block.Span.End) }];

    private static IEnumerable<Credit> InLine(string text, TextSpan line, BlockKind kind)
    {
        foreach (var pattern in Patterns.Where(p => kind != BlockKind.Furniture || p.NamesHost))
            foreach (var span in pattern.Find(text, line))
                yield return CreditTo(text[span.Start..span.End], pattern.NamesHost, span);
    }

    private static Credit CreditTo(string written, bool isHost, TextSpan span)
    {
        var known = Agencies.GetValueOrDefault(written) ?? (isHost ? written.ToLowerInvariant() : null);
        return new(known ?? written, OutletKeys.OfName(known ?? written), known is not null, span);
    }
}
