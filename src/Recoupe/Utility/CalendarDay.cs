using System.Collections.Immutable;
using System.Globalization;

namespace Recoupe.Utility;

/// <summary>The places on a calendar of days that may be known in part.</summary>
internal static class CalendarDay
{
    /// <summary>The first day that a value may mean; <see langword="null"/> where its year is not known.</summary>
    public static DateOnly? Of(string? value)
    {
        var day = value?.Split('T')[0];
        ImmutableArray<string> forms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];
        foreach (var form in forms)
        {
            if (DateOnly.TryParseExact(day, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var placed)) return placed;
        }

        return OfWeek(day);
    }

    // "2023-W29"; ordinal comparison of values puts unknown years ("XXXX-…") after known ones, as it should.
    private static DateOnly? OfWeek(string? value)
    {
        if (value is not [_, _, _, _, '-', 'W', _, _]) return null;
        if (!int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (!int.TryParse(value.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week)) return null;
        var isOnCalendar = year is > 1 and < 9999 && week is >= 1 and <= 53;
        return isOnCalendar ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)) : null;
    }
}
