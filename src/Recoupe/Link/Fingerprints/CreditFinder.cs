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

    private static readonly ImmutableArray<CreditPattern> Patterns =
        [.. LanguageFile.Entries("credits.txt").Select(CreditPattern.Parse)];

    public static ImmutableArray<Credit> Find(Article article)
    {
        var own = OutletKeys.Of(article.Header);
        return [.. Lines(article).SelectMany(l => InLine(article.Text, l.Span, l.Kind)).Where(c => !own.Is(c.Key)).DistinctBy(c => c.Key).OrderBy(c => c.Span)];
    }

    private static IEnumerable<Block> Lines(Article article)
    {
        var prose = article.Blocks.Where(b => b.Kind == BlockKind.Caption || LineFingerprinter.IsProse(b.Kind)).ToList();
        var ends = prose.Take(EndBlocks).Concat(prose.TakeLast(EndBlocks)).ToHashSet();
        return article.Blocks.Where(b => b.Kind is BlockKind.Credit or BlockKind.Byline or BlockKind.Date or BlockKind.Furniture || ends.Contains(b)).SelectMany(Ends);
    }

    private static IEnumerable<Block> Ends(Block block) =>
        block.Span.Length <= 2 * Reach
            ? [block]
            : [block with { Span = new(block.Span.Start, block.Span.Start + Reach) }, block with { Span = new(block.Span.End - Reach, block.Span.End) }];

    private static IEnumerable<Credit> InLine(string text, TextSpan line, BlockKind kind)
    {
        foreach (var pattern in Patterns)
            foreach (var span in pattern.Find(text, line))
                if (kind != BlockKind.Furniture || pattern.NamesHost || KnownOutlets.Find(text[span.Start..span.End]) is not null)
                    yield return CreditTo(text[span.Start..span.End], pattern.NamesHost, span);
        if (kind == BlockKind.Furniture) yield break;
        foreach (var span in SignatureLine.In(text, line))
            yield return CreditTo(text[span.Start..span.End], isHost: false, span);
    }

    private static Credit CreditTo(string written, bool isHost, TextSpan span)
    {
        var known = KnownOutlets.Find(written) ?? (isHost ? written.ToLowerInvariant() : null);
        return new(known ?? written, OutletKeys.OfName(known ?? written), known is not null, span);
    }
}
