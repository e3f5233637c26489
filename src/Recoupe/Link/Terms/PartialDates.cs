using System.Globalization;

namespace Recoupe.Link.Terms;

/// <summary>Days as ISO 8601 text.</summary>
internal static class PartialDates
{
    /// <summary>Whether a value names a day of a known year.</summary>
    public static bool IsFull(string? value) => value is { Length: >= 10 } && char.IsAsciiDigit(value[0]) && value[4] == '-' && value[7] == '-';

    /// <summary>Whether a value names a day, month or year, known in part at least: neither <c>FUTURE_REF</c> nor a length.</summary>
    public static bool IsDated(string? value) => value is { Length: >= 4 } && (char.IsAsciiDigit(value[0]) || value.StartsWith("XXXX-", StringComparison.Ordinal));

    /// <summary>The full day of a publication, or <see langword="null"/> where it is unknown, incomplete or doubted.</summary>
    public static string? Believed(Publication? published) =>
        published is { Doubted: null } && IsFull(published.Value) ? published.Value[..10] : null;

    /// <summary>Whether two full days are known and no further apart than that many days.</summary>
    public static bool AreWithin(string? a, string? b, int days) =>
        DateOnly.TryParseExact(a, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) &&
        DateOnly.TryParseExact(b, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var second) &&
        Math.Abs(first.DayNumber - second.DayNumber) <= days;
}
