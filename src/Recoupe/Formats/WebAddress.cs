using System.Text.RegularExpressions;

namespace Recoupe.Formats;

/// <summary>Reads addresses of the Web as pages and records write them.</summary>
internal static partial class WebAddress
{
    /// <summary>The host in ASCII (punycode); as written where it cannot be so written: pages may say anything.</summary>
    public static string HostOf(Uri uri)
    {
        try
        {
            return uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return uri.Host;
        }
    }

    /// <summary>
    /// The address, trimmed, where it is one of <c>http</c> or <c>https</c>: a <c>javascript:</c> one must never become a link.
    /// </summary>
    public static string? Read(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? text!.Trim() : null;

    /// <summary>Where a page was published that an archive of the Web shows a capture of; any other address as it is.</summary>
    public static string? Original(string? url) => Found(url) is { } found ? Read(Mended(found.Groups["url"].Value)) ?? url : url;

    /// <summary>
    /// The day on which an archive of the Web captured the page at this address; <see langword="null"/> where it is no capture.
    /// </summary>
    public static string? CapturedOn(string? url)
    {
        var figures = Found(url) is { } found ? string.Concat(found.Groups["at"].Value.Where(char.IsAsciiDigit)) : "";
        return figures.Length >= 8 ? IsoDay.Read($"{figures[..4]}-{figures[4..6]}-{figures[6..8]}") : null;
    }

    private static Match? Found(string? url)
    {
        if (url is null) return null;
        if (Capture().Match(url) is { Success: true } known) return known;
        return Replayed().Match(url) is { Success: true } replayed ? replayed : null;
    }

    // Servers take two slashes in a path for one.
    private static string Mended(string url) =>
        url.StartsWith("http:/", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            ? "http://" + url[6..]
        : url.StartsWith("https:/", StringComparison.OrdinalIgnoreCase)
            && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https://" + url[7..]
        : url;

    // https://web.archive.org/web/20240312180200id_/https://orvec.example/a, https://archive.ph/2024.03.12-180200/https://orvec.example/a
    [GeneratedRegex(
        @"^https?://(web\.archive\.org/web|wayback\.archive-it\.org/[0-9a-z]{1,20}|archive\.(today|ph|is|li|md|vn|fo)|webarchive\.nationalarchives\.gov\.uk/ukgwa|arquivo\.pt/wayback|wayback\.webarchiv\.cz/wayback)/(o/)?(?<at>[0-9][0-9.-]{3,19})([a-z]{2}_)?/(?<url>https?:/.+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Capture();

    // Whatever replays archives writes the same: a moment to the second, then the address.
    [GeneratedRegex(
        @"^https?://[^/?#]{3,100}/([^/?#]{1,40}/){0,4}(?<at>(19|20)[0-9]{12})([a-z]{2}_)?/(?<url>https?:/.+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Replayed();
}
