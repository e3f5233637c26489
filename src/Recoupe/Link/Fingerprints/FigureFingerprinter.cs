using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Language;
using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>Makes figures ready for comparison.</summary>
internal static class FigureFingerprinter
{
    // Characters before and after a number in which a word makes it a part.
    private const int Before = 24, After = 48;

    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create(",;.:()0123456789\n");

    // Words for fewer are numbers (twenty); from here on they are vague (scores, hundreds).
    private const int Vague = 20;

    // Who counts nearly twice as many does not say «more than» the half.
    private const decimal Open = 1.8m;

    // A number in round thousands, of this many digits that say something, is rounded whether it says so or not.
    private const int RoundDigits = 2;

    /// <summary>A figure of a proposition, and the one that the article gives shortly before it.</summary>
    public static FigureFingerprint Of(Article article, Figure figure, Figure? before, Proposition proposition) => new(
        Counted(article, figure),
        figure.Measure is not null,
        IsPart(article, figure, before, proposition),
        figure.Max ?? figure.Min ?? 0,
        Least(figure),
        Most(figure),
        DayOf(figure.AsOf) ?? DayOf(proposition.When),
        figure.Span);

    // «11 dead and another 20 missing»: the twenty are no part of the eleven.
    private static bool IsOfOtherMeasure(Figure figure, Figure? before) =>
        figure.Measure is { } measure && before?.Measure is { } other && !string.Equals(measure, other, StringComparison.Ordinal);

    /// <summary>How many digits of a number say something: three of 11,300.</summary>
    public static int Digits(decimal number)
    {
        var written = Math.Truncate(Math.Abs(number)).ToString(CultureInfo.InvariantCulture);
        return written.TrimEnd('0').Length;
    }

    // Within the proposition, near the number.
    private static bool IsPart(Article article, Figure figure, Figure? before, Proposition proposition)
    {
        var told = proposition.Spans.FirstOrDefault(s => s.Contains(figure.Span), figure.Span);
        var words = WordScanner.Scan(article.Text, WholeWords(article.Text, Beside(article.Text, told, figure.Span)));
        var vocabulary = Vocabulary.Of(article.Header.Language);
        return vocabulary.Parts.In(words).Any() || (!IsOfOtherMeasure(figure, before) && vocabulary.Besides.In(words).Any());
    }

    private static TextSpan WholeWords(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && start > 0 && char.IsLetter(text[start - 1]) && char.IsLetter(text[start])) start++;
        while (end > start && end < text.Length && char.IsLetter(text[end - 1]) && char.IsLetter(text[end])) end--;
        return new(start, end);
    }

    // A comma ends what is said of a number, and so does the next number.
    private static TextSpan Beside(string text, TextSpan told, TextSpan number)
    {
        var start = Math.Max(told.Start, number.Start - Before);
        var before = text.AsSpan(start, number.Start - start).LastIndexOfAny(Stops);
        var limit = Math.Min(told.End, number.End + After);
        var after = text.AsSpan(number.End, limit - number.End).IndexOfAny(Stops);
        return new(before < 0 ? start : start + before + 1, after < 0 ? limit : number.End + after);
    }

    /// <summary>The hours that are told, in minutes: an act has one, as it has one count.</summary>
    public static IEnumerable<FigureFingerprint> Clocks(IEnumerable<TimeExpression> times, ImmutableArray<TextSpan> told) =>
        from time in times
        where time.Type == TimeType.Time && told.Any(c => c.Contains(time.Span))
        let minutes = Minutes(time.Value)
        where minutes is not null
        select new FigureFingerprint(Clock, false, false, minutes.Value, minutes.Value, minutes.Value, null, time.Span);

    /// <summary>What is counted where an hour is told.</summary>
    public static ulong Clock { get; } = StableHash.Of("clock");

    private static string? DayOf(string? value) => PartialDates.IsFull(value) ? value![..10] : null;

    // T04, T04:20, 2024-03-12T04:20; an hour alone is as exact as its speaker meant it.
    private static decimal? Minutes(string value)
    {
        var at = value.IndexOf('T');
        if (at < 0 || value.Length < at + 3 || !int.TryParse(value.AsSpan(at + 1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours)) return null;
        return value.Length < at + 6 ? 60 * hours
            : int.TryParse(value.AsSpan(at + 4, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? (60 * hours) + minutes
            : null;
    }

    // The measure (killed, wounded) says more than the thing counted (people, persons, residents), which reporters vary.
    private static ulong Counted(Article article, Figure figure)
    {
        // «Des milliers» is a bound and no number that two could give alike.
        if (figure.Max is null && !figure.Span.In(article.Text).ContainsAnyInRange('0', '9') && figure.Min >= Vague) return 0;
        if (figure.Measure is { } measure) return StableHash.Of(measure + (figure.Unit ?? ""));
        if (figure.What is null && figure.Unit is null) return 0;
        var words = WordScanner.Scan(figure.What ?? "", new(0, figure.What?.Length ?? 0));
        var terms = new TermSet(Vocabulary.Of(article.Header.Language).Terms(words, _ => false).Select(t => t.Term));
        return terms.Terms.Aggregate(StableHash.Of(figure.Unit ?? ""), (hash, term) => StableHash.Of(hash, term.Value));
    }

    // What is said to be about so much may well be a seventh more or less; what is round, a twentieth.
    private static decimal Slack(Figure figure, decimal bound) => figure.Approximate ? 0.15m : IsRound(bound) ? 0.05m : 0m;

    private static bool IsRound(decimal number) => number >= 1_000 && number % 1_000 == 0 && Digits(number) <= RoundDigits;

    private static decimal Least(Figure figure) => figure.Min is not { } min ? decimal.MinValue : min * (1 - Slack(figure, min));

    private static decimal Most(Figure figure)
    {
        if (figure.Max is { } max) return max * (1 + Slack(figure, max));
        return figure is { Measure: not null, Min: { } min } && min >= 1 ? min * Open : decimal.MaxValue;
    }
}
