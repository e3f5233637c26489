using System.Collections.Immutable;
using Recoupe.Extract.Patterns;
using Recoupe.Language;

namespace Recoupe.Extract.Figures;

/// <summary>Finds the quantities of an article: their bounds, units, what they count and which measure of it, as of when, where, and on whose word.</summary>
internal static class FigureFinder
{
    /// <summary>The figures of an article's prose, in text order. Dates, ages, ordinals, years and identifiers are none.</summary>
    public static ImmutableArray<Figure> Find(
        Article article, Reading reading, ImmutableArray<TimeExpression> times, ImmutableArray<Statement> statements)
    {
        var scan = FigureScan.For(reading.Language);
        var taken = times.Select(t => t.Span).Concat(reading.Names.Select(n => n.Span)).Order().ToArray();
        var context = new FigureContext(article, reading, times, statements);
        var figures = ImmutableArray.CreateBuilder<Figure>();
        foreach (var block in article.Blocks.Where(b => b.Kind != BlockKind.Furniture))
        {
            var lexemes = Lexeme.Split(article.Text, block.Span);
            var quantities = scan.In(lexemes, Within(taken, block.Span));
            var sentences = new FigureClause(article.Text, lexemes, quantities, scan.Words);
            var whats = quantities.Select((_, i) => sentences.What(i)).ToList();
            var measures = whats.Select((what, i) => sentences.Measure(i, what)).ToList();
            for (var i = 0; i < quantities.Count; i++)
                figures.Add(context.Figure(sentences.Bounded(i, measures), whats[i].Text, measures[i], scan.Words, lexemes));
        }

        return figures.ToImmutable();
    }

    private static ReadOnlySpan<TextSpan> Within(TextSpan[] spans, TextSpan block)
    {
        var first = Array.BinarySearch(spans, new TextSpan(block.Start, block.Start));
        var last = Array.BinarySearch(spans, new TextSpan(block.End, block.End));
        return spans.AsSpan((first < 0 ? ~first : first)..(last < 0 ? ~last : last));
    }
}
