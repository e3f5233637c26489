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

    /// <summary>The address, trimmed, where it is one of <c>http</c> or <c>https</c>: a <c>javascript:</c> one must never become a link.</summary>
    public static string? Read(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? text!.Trim() : null;

    /// <summary>Where a page was published that an archive of the Web shows a capture of; any other address as it is.</summary>
    public static string? Original(string? url) =>
        url is not null && Capture().Match(url) is { Success: true } found ? Read(found.Groups["url"].Value) ?? url : url;

    // https://web.archive.org/web/20240312180200id_/https://orvec.example/a
    [GeneratedRegex(@"^https?://(web\.archive\.org/web|wayback\.archive-it\.org/[0-9a-z]{1,20}|archive\.(today|ph|is|li|md|vn|fo)|webarchive\.nationalarchives\.gov\.uk/ukgwa|arquivo\.pt/wayback|wayback\.webarchiv\.cz/wayback)/(o/)?[0-9]{4,14}([a-z]{2}_)?/(?<url>https?://.+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Capture();
}
