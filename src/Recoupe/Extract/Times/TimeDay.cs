using System.Globalization;

namespace Recoupe.Extract.Times;

/// <summary>A day, a month or a year, as far as it is known: <c>2022-04-07</c>, <c>XXXX-04-07</c>, <c>2022-03</c>, <c>2022</c>.</summary>
/// <param name="Year">The year; <see langword="null"/> where it is not given.</param>
/// <param name="Month">1 to 12, or <see langword="null"/>.</param>
/// <param name="Day">1 to 31, or <see langword="null"/>.</param>
internal readonly record struct TimeDay(int? Year, int? Month, int? Day)
{
    // A leap year and a common one: what both agree on holds in a year that is not known.
    private const int SomeLeapYear = 2020, SomeCommonYear = 2021;

    /// <summary>Reads the start of an ISO 8601 value; what is not a number is unknown.</summary>
    public static TimeDay Parse(string value)
    {
        var parts = value.Split('T')[0].Split('-');
        return new(Number(parts, 0), Number(parts, 1), Number(parts, 2));
    }

    /// <summary>Whether all three are known and make a day of the calendar.</summary>
    public bool IsFull => Date is not null;

    /// <summary>The day of the calendar, or <see langword="null"/>.</summary>
    public DateOnly? Date =>
        Year is >= 1 and <= 9999 && Month is >= 1 and <= 12 && Day is >= 1 && Day <= DateTime.DaysInMonth(Year.Value, Month.Value)
            ? new DateOnly(Year.Value, Month.Value, Day.Value) : null;

    /// <summary>The day of a date.</summary>
    public static TimeDay Of(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>So many days later, or <see langword="null"/> where that cannot be told.</summary>
    public TimeDay? AddDays(long days)
    {
        if (Date is { } date) return Shifted(date, days);
        if (Year is not null || Month is null || Day is null) return null;
        var leap = (this with { Year = SomeLeapYear }).AddDays(days);
        var common = (this with { Year = SomeCommonYear }).AddDays(days);
        return leap is { Year: SomeLeapYear } l && common is { Year: SomeCommonYear } c && l.Month == c.Month && l.Day == c.Day ? c with { Year = null } : null;
    }

    /// <summary>So many months later, to the month.</summary>
    public TimeDay? AddMonths(long months)
    {
        if (Month is not { } month || Math.Abs(months) > 120_000) return null;
        var all = ((Year ?? 0) * 12L) + month - 1 + months;
        var year = Math.DivRem(all, 12, out var left);
        if (Year is null) return all is >= 0 and < 12 ? new(null, (int)left + 1, null) : null;
        return year is >= 1 and <= 9999 ? new((int)year, (int)left + 1, null) : null;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var year = Year?.ToString("D4", CultureInfo.InvariantCulture) ?? "XXXX";
        if (Month is null) return Day is null ? year : $"{year}-XX-{Two(Day.Value)}";
        return Day is null ? $"{year}-{Two(Month.Value)}" : $"{year}-{Two(Month.Value)}-{Two(Day.Value)}";
    }

    private static TimeDay? Shifted(DateOnly date, long days) =>
        date.DayNumber + days is >= 0 and var number && number <= DateOnly.MaxValue.DayNumber ? Of(DateOnly.FromDayNumber((int)number)) : null;

    private static string Two(int number) => number.ToString("D2", CultureInfo.InvariantCulture);

    private static int? Number(string[] parts, int at) =>
        at < parts.Length && int.TryParse(parts[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
