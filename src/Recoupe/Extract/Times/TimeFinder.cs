using System.Collections.Immutable;
using Recoupe.Extract.Patterns;
using Recoupe.Language;

namespace Recoupe.Extract.Times;

/// <summary>
/// Finds and values time expressions as TIMEX3 (ISO 24617-1). What the text does not give stays <c>X</c>; what is reckoned says from what.
/// </summary>
internal static class TimeFinder
{
    /// <summary>The time expressions of an article's prose, in text order.</summary>
    public static ImmutableArray<TimeExpression> Find(Article article, Reading reading)
    {
        var scan = TimeScan.For(reading.Language);
        var words = new List<TimeWords>();
        for (var block = 0; block < article.Blocks.Length; block++)
            if (article.Blocks[block].Kind != BlockKind.Furniture)
                words.AddRange(scan.In(article.Text, Lexeme.Split(article.Text, article.Blocks[block].Span), block));
        var people = reading.Names.Where(n => n.Type == NameType.Person).Select(n => n.Span).ToList();
        words.RemoveAll(w => IsInside(people, w.Span));
        var calendar = TimeAnchor.Of(article, words);
        return TimeValuer.Value(words, calendar, new VerbTense(reading, scan.Future));
    }

    // April and August are people too.
    private static bool IsInside(List<TextSpan> spans, TextSpan span)
    {
        var at = spans.BinarySearch(new TextSpan(span.Start, int.MaxValue));
        var before = (at < 0 ? ~at : at) - 1;
        return before >= 0 && spans[before].Contains(span);
    }
}
