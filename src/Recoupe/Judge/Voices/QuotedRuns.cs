using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Judge.Voices;

/// <summary>What a telling quotes, as runs of words that two speakers hardly ever share.</summary>
internal static class QuotedRuns
{
    // Shorter runs are common coin (« une attaque terroriste », "the right to defend itself").
    private const int Words = 5;

    /// <summary>Each run of five words that stands between one pair of quotation marks in a telling's passages.</summary>
    public static IEnumerable<string> Of(ToldBy told) =>
        from span in told.Statement.Content
        from quotation in QuotedIn(told.Article, span)
        from run in RunsOf(FoldedWords.Of(quotation.In(told.Article.Text).ToString()))
        select run;

    private static IEnumerable<TextSpan> QuotedIn(Article article, TextSpan span) =>
        from block in article.Blocks
        where block.Span.Overlaps(span)
        from quotation in QuotationSpans.Find(article.Text, block.Span)
        where quotation.Overlaps(span)
        select new TextSpan(Math.Max(quotation.Start, span.Start), Math.Min(quotation.End, span.End));

    private static IEnumerable<string> RunsOf(IReadOnlyList<string> words) =>
        Enumerable.Range(0, Math.Max(0, words.Count - Words + 1)).Select(at => string.Join(' ', words.Skip(at).Take(Words)));
}
