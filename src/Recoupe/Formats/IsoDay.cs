using System.Globalization;

namespace Recoupe.Formats;

/// <summary>Reads days as programs write them.</summary>
internal static class IsoDay
{
    /// <summary>
    /// The day of an ISO 8601 or RFC 822 date, as its writer saw it (the zone is not applied): <c>2022-04-07</c>; <c>XXXX-04-07</c> and
    /// <c>2022-04</c> pass unchanged. <see langword="null"/> where it is none.
    /// </summary>
    public static string? Read(string text)
    {
        var date = text.Trim();
        if (IsPartial(date)) return date;
        if (date.Length >= 10 && IsDay(date[..10]) && (date.Length == 10 || !char.IsAsciiDigit(date[10]))) return date[..10];
        if (date.Length > LongestDate) return null;
        return DateTimeOffset.TryParseExact(date, MailForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var mail)
            ? mail.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : OfMail(date);
    }

    /// <summary>
    /// The day of a count of seconds or thousandths of a second since 1970, by universal time; <see langword="null"/> where the figures are
    /// none.
    /// </summary>
    public static string? OfCount(string text)
    {
        var figures = text.Trim().Split('.')[0];
        if (!long.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        var seconds = figures.Length switch
        {
            9 or 10 => count,
            12 or 13 => count / 1000,
            _ => 0,
        };
        return seconds > 0 ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
    }

    // «mar., 12 mars 2024 18:02 +0100», «Tue, 12 Mar 24 …», a weekday that is not the day's: by the day, the month's name and the year
    // alone.
    private static string? OfMail(string date)
    {
        var words = date.Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3) return null;
        var month = Array.FindIndex(words, 1, word => MonthNames.NumberOf(word.ToLowerInvariant()) > 0);
        if (month is < 1 or > 2 || month + 1 >= words.Length) return null;
        return YearOf(words[month + 1]) is { } year
            && int.TryParse(words[month - 1], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            ? Day(year, MonthNames.NumberOf(words[month].ToLowerInvariant()), day)
            : null;
    }

    /// <summary>The day of a month told by its name; <see langword="null"/> where there is no such.</summary>
    public static string? Of(string month, string day, string year) =>
        MonthNames.NumberOf(month.ToLowerInvariant()) is > 0 and var number && YearOf(year) is { } found
            && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? Day(found, number, count)
            : null;

    private static int? YearOf(string text) =>
        !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? null
        : text.Length == 4 ? year
        : text.Length == 2 ? year + (year < FirstOfLastCentury ? 2000 : 1900)
        : null;

    private static string? Day(int year, int month, int day) =>
        string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}") is var value && IsDay(value) ? value : null;

    private const int LongestDate = 64; // characters: longer than any form of a day
    private const int FirstOfLastCentury = 70; // the Web is not older than 1970

    private static readonly string[] MailForms =
        ["ddd, d MMM yyyy HH:mm:ss zzz", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "d MMM yyyy HH:mm:ss zzz", "yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd", "yyyy/MM/dd"];

    private static bool IsPartial(string date) =>
        (date.Length == 7 && IsDay(date + "-01"))
            || (date.Length == 10 && date.StartsWith("XXXX-", StringComparison.Ordinal) && IsDay("2000" + date[4..]));

    private static bool IsDay(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read.Year >= 1600;
}
