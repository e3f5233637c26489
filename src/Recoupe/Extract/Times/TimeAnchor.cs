using System.Globalization;

namespace Recoupe.Extract.Times;

/// <summary>What an article's relative times are reckoned from.</summary>
/// <param name="Day">The day, its year perhaps unknown; <see langword="null"/> where nothing shows it.</param>
/// <param name="Bound">The latest year that the text names: a day with its weekday is sought from there on.</param>
/// <param name="IsTold">Whether the text itself tells the day, and no date of the article does.</param>
internal sealed record TimeAnchor(TimeDay? Day, TimeDay? Bound, bool IsTold)
{
    // A day falls on the same weekday again after 5 years at the soonest but for one leap in four: a span shorter than that has one answer.
    private const int YearsSought = 4;

    /// <summary>
    /// The article's date where it is believed; else the day that the text itself gives for its news: «ce 7 avril», «dimanche 23 juillet».
    /// </summary>
    public static TimeAnchor Of(Article article, IReadOnlyList<TimeWords> words)
    {
        var bound = words.Where(w => w["year"] is not null).Select(w => TimeDay.Parse(w["year"]!).Year).Where(y => y is >= 1900 and < 2100).Max();
        var anchor = new TimeAnchor(null, bound is null ? null : new TimeDay(bound, null, null), false);
        if (article.Header.Published is { Doubted: null } published && TimeDay.Parse(published.Value) is { Month: not null } day)
            return anchor with { Day = day };
        return anchor with { Day = anchor.Told(words), IsTold = true };
    }

    /// <summary>The year in which a day falls on a weekday, at or soon after the latest year named; <see langword="null"/> where no bound shows it.</summary>
    public int? YearOf(int weekday, int month, int day)
    {
        if (Bound?.Year is not { } from) return null;
        for (var year = from; year <= from + YearsSought; year++)
            if (new TimeDay(year, month, day).Date is { } date && TimeWeek.DayOf(date) == weekday) return year;
        return null;
    }

    private TimeDay? Told(IReadOnlyList<TimeWords> words)
    {
        var told = words.Where(w => w.Kind is "date" && w["day"] is not null && w["month"] is not null && (w["weekday"] is not null || w["dir"] is "0"))
            .Select(Valued).ToList();
        return told.Count > 0 && told.TrueForAll(t => t.Month == told[0].Month && t.Year == told[0].Year && Math.Abs((t.Day - told[0].Day) ?? 0) < 7) ? told[0] : null;
    }

    private TimeDay Valued(TimeWords words)
    {
        var (month, day) = (Number(words["month"]!), Number(words["day"]!));
        var year = words["year"] is { } given ? Number(given) : words["weekday"] is { } weekday ? YearOf(Number(weekday), month, day) : null;
        return new(year, month, day);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>ISO 8601 weeks.</summary>
internal static class TimeWeek
{
    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static int DayOf(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;

    /// <summary>The week of a day: <c>2023-W29</c>.</summary>
    public static string Of(DateOnly date)
    {
        var day = date.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):D4}-W{ISOWeek.GetWeekOfYear(day):D2}");
    }
}
