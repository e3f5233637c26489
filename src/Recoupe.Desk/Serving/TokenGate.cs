using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Recoupe.Desk.Serving;

/// <summary>
/// Who may come in. A page of another site can make a browser ask this machine for something, and can give its own name this machine's address: so the host and
/// the origin are checked, and beyond the first address, which has a token, whoever comes shows a cookie that only this browser has.
/// </summary>
internal sealed class Gate(int port, byte[] token, byte[] pass)
{
    private const int SecretLength = 32; // bytes

    // Pages are ours alone: nothing inline, nothing from elsewhere, no frame around them.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private readonly string _cookie = FormattableString.Invariant($"recoupe-{port}"); // cookies know no ports, and two desks may be open
    private readonly string[] _hosts = [FormattableString.Invariant($"127.0.0.1:{port}"), FormattableString.Invariant($"localhost:{port}")];

    public static Gate Of(int port) => new(port, Secret(), Secret());

    /// <summary>The address that lets a browser in.</summary>
    public string FirstAddress => $"http://{_hosts[0]}/?token={Convert.ToHexStringLower(token)}";

    /// <summary>Lets a request through to <paramref name="next"/>, or says why not.</summary>
    public Task Pass(HttpContext context, RequestDelegate next)
    {
        SetHeaders(context.Response.Headers);
        var request = context.Request;
        if (!IsFor(request)) return Refuse(context, StatusCodes.Status421MisdirectedRequest,
            "This desk answers to http://127.0.0.1 alone.");
        if (IsFromElsewhere(request)) return Refuse(context, StatusCodes.Status403Forbidden, "This came from another site.");
        if (request.Query["token"] is [{ } given]) return LetIn(context, given);
        if (!IsKnown(request))
            return Refuse(context, StatusCodes.Status401Unauthorized,
                "Open the address that `recoupe desk` printed: it has a token.\nOuvrez l'adresse que « recoupe desk » a affichée : elle porte un jeton.");
        return next(context);
    }

    private static byte[] Secret() => RandomNumberGenerator.GetBytes(SecretLength);

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    private bool IsFor(HttpRequest request) => _hosts.Contains(request.Host.Value, StringComparer.OrdinalIgnoreCase);

    // What changes anything must say that it comes from a page of ours; browsers do.
    private bool IsFromElsewhere(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return false;
        return request.Headers.Origin is not [{ } origin]
            || !_hosts.Contains(origin.Replace("http://", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase);
    }

    private Task LetIn(HttpContext context, string given)
    {
        if (!IsSame(given, token)) return Refuse(context, StatusCodes.Status401Unauthorized,
            "This token is of another desk. Open the address that was printed last.");
        context.Response.Cookies.Append(_cookie, Convert.ToHexStringLower(pass), new CookieOptions { HttpOnly = true,
            SameSite = SameSiteMode.Strict, Path = "/" });
        context.Response.Redirect(context.Request.Path.Value ?? "/");
        return Task.CompletedTask;
    }

    private bool IsKnown(HttpRequest request) => request.Cookies[_cookie] is { } shown && IsSame(shown, pass);

    private static bool IsSame(string given, byte[] secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret)));

    private static Task Refuse(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why + "\n");
    }
}
