using System.Globalization;
using Recoupe.Utility;

namespace Recoupe.Tell;

/// <summary>Days as people read them, honest about what is not known: an unknown year is said to be unknown.</summary>
internal static class DayWording
{
    private const string UnknownYear = "XXXX";

    /// <summary>A value in words (<c>7 avril 2022</c>); the value itself where it is none of the forms known.</summary>
    public static string Told(this Locale words, string value)
    {
        var day = value.Split('T')[0].Split('-');
        return day switch
        {
            [var year] when IsYear(year) => year,
            [_, "WXX", [>= '1' and <= '7'] weekday] => words.Say("day.weekday", ("weekday", words["weekday." + weekday])),
            [var year, ['W', .. var week]] when IsYear(year) => words.Say("day.week", ("week", week.TrimStart('0')), ("year", year)),
            [UnknownYear, var month] when IsMonth(month) => words.Say("day.month.noyear", ("month", Month(words, month))),
            [var year, var month] when IsYear(year) && IsMonth(month) =>
                words.Say("day.month", ("month", Month(words, month)), ("year", year)),
            [var year, ['W', .. var week], "WE"] when CalendarDay.Of(year + "-W" + week) is { } monday => Weekend(words, monday),
            [var year, "SP" or "SU" or "FA" or "WI"] when IsYear(year) => words.Say(
                "day.season", ("season", words["season." + day[1]]), ("year", year)),
            [UnknownYear, "XX", [>= '0' and <= '3', >= '0' and <= '9'] date] => words.Say("day.inmonth", ("day", Date(words, date))),
            [UnknownYear, var month, var date] when IsMonth(month) =>
                words.Say("day.noyear", ("day", Date(words, date)), ("month", Month(words, month))),
            [var year, var month, var date] when IsYear(year) && IsMonth(month) =>
                words.Say("day", ("day", Date(words, date)), ("month", Month(words, month)), ("year", year)),
            _ when IsUnread(value) => words["day.unknown"],
            _ => value,
        };
    }

    /// <summary>From one day to another, or the one day.</summary>
    public static string Told(this Locale words, string? first, string? last)
    {
        if ((first ?? last) is not { } from) return words["day.unknown"];
        if (last is null || string.Equals(from, last, StringComparison.Ordinal)) return words.Told(from);
        return SameMonth(from, last)
            ? words.Say("day.range.month", ("first", Date(words, from[8..])), ("last", Date(words, last[8..])), ("month", Month(words, from[5..7])), ("year", from[..4]))
            : words.Say("day.range", ("first", words.Told(from)), ("last", words.Told(last)));
    }

    private static bool SameMonth(string a, string b) =>
        a.Length == 10 && b.Length == 10 && IsYear(a[..4]) && IsMonth(a[5..7]) && a.AsSpan(0, 8).SequenceEqual(b.AsSpan(0, 8));

    private static string Weekend(Locale words, DateOnly monday)
    {
        const int toSaturday = 5; // days from a Monday
        var saturday = monday.AddDays(toSaturday);
        return words.Say(
            "day.weekend",
            ("day", Date(words, saturday.Day.ToString("D2", CultureInfo.InvariantCulture))),
            ("month", Month(words, saturday.Month.ToString(CultureInfo.InvariantCulture))),
            ("year", saturday.Year.ToString(CultureInfo.InvariantCulture)));
    }

    // TIMEX3 for what is not known, or for an hour alone, is for programs.
    private static bool IsUnread(string value) =>
        value.Contains('X', StringComparison.Ordinal) || value.Contains("-W", StringComparison.Ordinal) || value.StartsWith('T');

    private static bool IsYear(string text) => text.Length == 4 && text.All(char.IsAsciiDigit);

    private static bool IsMonth(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12;

    private static string Month(Locale words, string month) => words["month." + month.TrimStart('0')];

    private static string Date(Locale words, string date) => date is "01" ? words["day.first"] : date.TrimStart('0');
}
