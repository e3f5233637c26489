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
        return date.Length <= 64 && DateTimeOffset.TryParseExact(date, MailForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var mail)
            ? mail.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    private static readonly string[] MailForms =
        ["ddd, d MMM yyyy HH:mm:ss zzz", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "d MMM yyyy HH:mm:ss zzz", "yyyyMMdd'T'HHmmss'Z'", "yyyyMMdd", "yyyy/MM/dd"];

    private static bool IsPartial(string date) =>
        (date.Length == 7 && IsDay(date + "-01")) || (date.Length == 10 && date.StartsWith("XXXX-", StringComparison.Ordinal) && IsDay("2000" + date[4..]));

    private static bool IsDay(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read.Year >= 1600;
}
