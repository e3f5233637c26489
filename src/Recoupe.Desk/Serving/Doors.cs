using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Recoupe.Desk.Serving;

/// <summary>
/// The addresses that a desk answers to. A page of another site can make a browser ask a desk for something, and can give its own name the
/// desk's address: so the host is checked always, and the origin of whatever changes anything.
/// </summary>
/// <param name="Origins">Scheme and authority of each, as browsers send them: <c>https://desk.example.org</c>.</param>
internal sealed record Doors(ImmutableArray<string> Origins)
{
    // Pages are ours alone: nothing inline, nothing from elsewhere, no frame around them.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private readonly ImmutableArray<string> _hosts = [.. Origins.Select(o => o[(o.IndexOf("//", StringComparison.Ordinal) + 2)..])];

    /// <summary>Says why a request is none for this desk; <see langword="null"/> where it is one.</summary>
    public (int Status, string Why)? Refused(HttpRequest request)
    {
        if (!_hosts.Contains(request.Host.Value ?? "", StringComparer.OrdinalIgnoreCase))
            return (StatusCodes.Status421MisdirectedRequest, $"This desk answers to {Origins[0]} alone.");
        return IsFromElsewhere(request) ? (StatusCodes.Status403Forbidden, "This came from another site.") : null;
    }

    /// <summary>Tells browsers what the pages may do.</summary>
    public static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    /// <summary>Answers with a line of text.</summary>
    public static Task Refuse(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why + "\n");
    }

    // What changes anything must say that it comes from a page of ours; browsers do.
    private bool IsFromElsewhere(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return false;
        return request.Headers.Origin is not [{ } origin] || !Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
    }
}
