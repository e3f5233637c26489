using System.Globalization;
using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>Makes figures ready for comparison.</summary>
internal static class FigureFingerprinter
{
    public static FigureFingerprint Of(Article article, Figure figure) => new(
        Counted(article, figure), figure.Measure is not null, Least(figure), Most(figure), figure.AsOf, figure.Span);

    /// <summary>The hours that a statement's content gives, in minutes: an act has one, as it has one count.</summary>
    public static IEnumerable<FigureFingerprint> Clocks(IEnumerable<TimeExpression> times, Statement statement) =>
        from time in times
        where time.Type == TimeType.Time && statement.Content.Any(c => c.Contains(time.Span))
        let minutes = Minutes(time.Value)
        where minutes is not null
        select new FigureFingerprint(Clock, false, minutes.Value, minutes.Value, null, time.Span);

    /// <summary>What is counted where an hour is told.</summary>
    public static ulong Clock { get; } = StableHash.Of("clock");

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
        if (figure.Measure is { } measure) return StableHash.Of(measure);
        if (figure.What is null && figure.Unit is null) return 0;
        var words = WordScanner.Scan(figure.What ?? "", new(0, figure.What?.Length ?? 0));
        var terms = new TermSet(Vocabulary.Of(article.Header.Language).Terms(words, _ => false).Select(t => t.Term));
        return terms.Terms.Aggregate(StableHash.Of(figure.Unit ?? ""), (hash, term) => StableHash.Of(hash, term.Value));
    }

    private static decimal Least(Figure figure) => figure.Min is not { } min ? decimal.MinValue : figure.Approximate ? min * 0.9m : min;

    private static decimal Most(Figure figure) => figure.Max is not { } max ? decimal.MaxValue : figure.Approximate ? max * 1.1m : max;
}
