using System.Globalization;

namespace Recoupe.Formats;

/// <summary>A day written out in a line: <c>7 avril 2022</c>, <c>April 7, 2022</c>, <c>07/04/2022</c>.</summary>
/// <param name="Value">ISO 8601, <c>XXXX</c> for a year that is not given.</param>
/// <param name="First">Which word of the line it begins with.</param>
/// <param name="Words">How many words it takes.</param>
internal readonly record struct WrittenDay(string Value, int First, int Words)
{
    /// <summary>The first day that the line writes out; <see langword="null"/> where there is none.</summary>
    public static WrittenDay? In(LineWords line, int from = 0)
    {
        for (var at = from; at < line.Count; at++)
        {
            if (At(line, at) is { } day) return day;
        }

        return null;
    }

    private static WrittenDay? At(LineWords line, int at)
    {
        if (Stamp(line, at) is { } stamp) return stamp;
        if (MonthNames.NumberOf(line[at]) is > 0 and var month && Number(line, at + 1) is { } after) return Of(line, at, 2, after, month);
        if (Number(line, at) is not { } first) return null;
        if (at + 1 < line.Count && MonthNames.NumberOf(line[at + 1]) is > 0 and var named) return Of(line, at, 2, first, named);
        return InFigures(line, at, first);
    }

    // 121742 GMT MAR 24, as agencies end their wires: day, hour and minute run together, the year by its last figures.
    private static WrittenDay? Stamp(LineWords line, int at)
    {
        const int run = 6, century = 2000;
        if (at + 3 >= line.Count
            || line[at].Length != run
            || !line[at].All(char.IsAsciiDigit)
            || line[at + 1] is not ("gmt" or "utc" or "z"))
            return null;
        if (MonthNames.NumberOf(line[at + 2]) is not (> 0 and var month)
            || line[at + 3].Length != 2
            || Number(line, at + 3) is not { } year)
            return null;
        var day = int.Parse(line[at].AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        return Valid(century + year, month, day) is { } value ? new(value, at, 4) : null;
    }

    // Day first, as both presses of Europe write it; 2022-04-07 and 2022/04/07 too.
    private static WrittenDay? InFigures(LineWords line, int at, int first)
    {
        if (at + 2 >= line.Count || Number(line, at + 1) is not { } second || Number(line, at + 2) is not { } third) return null;
        var (year, month, day) = line[at].Length == 4 ? (first, second, third) : (third, second, first);
        if (month > 12) (month, day) = (day, month); // as Americans write it
        return line[at].Length == 4 || line[at + 2].Length == 4 ? Valid(year, month, day) is { } value ? new(value, at, 3) : null : null;
    }

    private static WrittenDay? Of(LineWords line, int at, int count, int day, int month)
    {
        var year = at + count < line.Count && line[at + count].Length == 4 ? Number(line, at + count) : null;
        return Valid(year, month, day) is { } value ? new(value, at, year is null ? count : count + 1) : null;
    }

    private static string? Valid(int? year, int month, int day)
    {
        if (year is < 1600 or > 2999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year ?? 2000, month)) return null;
        var end = string.Create(CultureInfo.InvariantCulture, $"-{month:D2}-{day:D2}");
        return (year?.ToString(CultureInfo.InvariantCulture) ?? "XXXX") + end;
    }

    // 1er, 3rd: what follows the figures is the language's own.
    private static int? Number(LineWords line, int at)
    {
        if (at >= line.Count || line[at].Length > 4) return null;
        var figures = line[at].AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? line[at].AsSpan(0, end) : line[at];
        return line[at].Length - figures.Length is 0 or 2
            && int.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
