namespace Recoupe.Formats;

/// <summary>Reads addresses of the Web as pages and records write them.</summary>
internal static class WebAddress
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
}
