using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>Keys by which outlets, agencies and credits are told apart.</summary>
internal static class OutletKeys
{
    // What stands before or after an outlet's own name in a host.
    private static readonly string[] Prefixes = ["www.", "m.", "amp.", "fr.", "en.", "french.", "english.", "news."];

    public static Outlet Of(ArticleHeader header) => new(OfHost(Host(header.Url)), OfName(header.Site));

    /// <summary>A key of a name: <c>Avia-pro</c>, <c>avia-pro.fr</c> and <c>AVIA PRO</c> have one. 0 for none.</summary>
    public static ulong OfName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return 0;
        if (IsHost(name)) return OfHost(name.ToLowerInvariant());
        var letters = string.Concat(Fold.Of(name).Where(char.IsLetterOrDigit));
        return letters.Length == 0 ? 0 : StableHash.Of(letters);
    }

    /// <summary>A URL without what differs between two fetches of one page; <see langword="null"/> where there is none.</summary>
    public static string? Address(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0) return null;
        var path = uri.AbsolutePath.TrimEnd('/');
        return Bare(uri.Host.ToLowerInvariant()) + path + Identifying(uri.Query, path);
    }

    // A page that only its query names (?p=11584) keeps it; else queries carry tracking.
    private static string Identifying(string query, string path) => path.Length <= 1 || path.Contains('.', StringComparison.Ordinal) ? query : "";

    private static string? Host(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host.ToLowerInvariant() : null;

    private static ulong OfHost(string? host)
    {
        if (string.IsNullOrEmpty(host)) return 0;
        var labels = Bare(host).Split('.');
        var own = labels.Length > 2 && labels[^2].Length <= 3 ? labels[^3] : labels.Length > 1 ? labels[^2] : labels[0];
        return OfName(own);
    }

    private static string Bare(string host)
    {
        foreach (var prefix in Prefixes)
            if (host.StartsWith(prefix, StringComparison.Ordinal) && host.AsSpan(prefix.Length).Contains('.')) return host[prefix.Length..];
        return host;
    }

    private static bool IsHost(string name) => name.Contains('.', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal) && !name.EndsWith('.');
}
