using System.Globalization;

namespace Recoupe.Extract.Times;

/// <summary>Durations as ISO 8601 writes them, and days so far away.</summary>
internal static class TimeLength
{
    /// <summary><c>P3D</c>, <c>PT1H30M</c>, <c>PXW</c>; <see langword="null"/> where the words tell no length.</summary>
    public static string? Of(TimeWords words)
    {
        if (words["unit"] is not { } unit || Part(Counted(words), unit) is not { } first) return null;
        var second = words["unit2"] is { } unit2 ? Part(words["count2"]!, unit2) : null;
        var isTime = IsTime(unit);
        if (second is null) return (isTime ? "PT" : "P") + first;
        return isTime || !IsTime(words["unit2"]!) ? (isTime ? "PT" : "P") + first + second : $"P{first}T{second}";
    }

    /// <summary>The count of a length, or <see langword="null"/> where it is not told.</summary>
    public static decimal? Count(TimeWords words) =>
        decimal.TryParse(words["count"] ?? "1", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count < 100_000 ? count : null;

    /// <summary>The value of a week, month or year that cannot be told.</summary>
    public static string Unknown(string unit) => unit switch
    {
        "W" => "XXXX-WXX",
        "WE" => "XXXX-WXX-WE",
        "D" => "XXXX-XX-XX",
        "M" => "XXXX-XX",
        "Q" => "XXXX-QX",
        "DE" => "XXX",
        "CE" => "XX",
        _ => "XXXX",
    };

    /// <summary>What lies a length from a day, as precisely as the length's unit tells it.</summary>
    public static string? Shift(TimeDay day, TimeWords words, int sign)
    {
        if (Count(words) is not { } count || words["unit2"] is not null || count != decimal.Truncate(count)) return null;
        var by = (long)count * sign;
        return words["unit"] switch
        {
            "D" => day.AddDays(by)?.ToString(),
            "W" => day.AddDays(7 * by) is { Date: { } date } ? TimeWeek.Of(date) : null,
            "M" => (day with { Day = null }).AddMonths(by)?.ToString(),
            "Y" => day.Year + by is >= 1 and <= 9999 and var year ? new TimeDay((int)year, null, null).ToString() : null,
            "10Y" => day.Year + (10 * by) is >= 10 and <= 9999 and var year ? (year / 10).ToString("D3", CultureInfo.InvariantCulture) : null,
            _ => null,
        };
    }

    /// <summary>The day that lies a length from a day.</summary>
    public static string? ShiftToDay(TimeDay day, TimeWords words, int sign)
    {
        if (Count(words) is not { } count || !day.IsFull || count != decimal.Truncate(count)) return null;
        var by = (long)count * sign;
        return words["unit"] switch
        {
            "D" => day.AddDays(by)?.ToString(),
            "W" => day.AddDays(7 * by)?.ToString(),
            "2W" => day.AddDays(14 * by)?.ToString(),
            "M" => SameDay(day, by),
            "Y" => SameDay(day, 12 * by),
            _ => null,
        };
    }

    private static string? SameDay(TimeDay day, long months) =>
        day.AddMonths(months) is { } month && (month with { Day = day.Day }) is { IsFull: true } same ? same.ToString() : null;

    // «one hour and a half»
    private static string Counted(TimeWords words) =>
        words["plus"] is { } plus && decimal.TryParse(words["count"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count < 1_000_000
            ? (count + decimal.Parse(plus, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture) : words["count"] ?? "1";

    private static bool IsTime(string unit) => unit[0] == 'T';

    // «3M» of a unit is three months: two quarters are P6M.
    private static string? Part(string count, string unit)
    {
        var symbol = unit.TrimStart('T').TrimStart("0123456789".ToCharArray());
        if (count is "X") return "X" + symbol;
        if (!decimal.TryParse(count, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 1_000_000_000) return null;
        var each = unit.Length > 1 && char.IsAsciiDigit(unit[0]) ? decimal.Parse(unit[..^symbol.Length], CultureInfo.InvariantCulture) : 1;
        return (number * each).ToString("0.######", CultureInfo.InvariantCulture) + symbol;
    }
}
