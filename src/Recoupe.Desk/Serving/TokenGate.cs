using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Recoupe.Desk.Accounts;

namespace Recoupe.Desk.Serving;

/// <summary>
/// The gate of a desk on this machine alone. The first address has a token, since other programs and users of the machine reach the port
/// too; whoever comes after shows a cookie that only this browser has.
/// </summary>
internal sealed class TokenGate(int port, byte[] token, byte[] pass, Caller caller, bool hasMetrics) : IGate
{
    private const int SecretLength = 32; // bytes

    private readonly string _cookie = FormattableString.Invariant($"recoupe-{port}"); // cookies know no ports, and two desks may be open
    private readonly Doors _doors =
        new([FormattableString.Invariant($"http://127.0.0.1:{port}"), FormattableString.Invariant($"http://localhost:{port}")]);

    public static TokenGate Of(int port, DeskOptions options) => new(port, Secret(), Secret(), options.Own, options.Metrics);

    public string Address => $"{_doors.Origins[0]}/?token={Convert.ToHexStringLower(token)}";

    public Task Pass(HttpContext context, RequestDelegate next)
    {
        Doors.SetHeaders(context.Response.Headers);
        if (_doors.Refused(context.Request) is var (status, why)) return Doors.Refuse(context, status, why);
        if (hasMetrics && DeskMetrics.IsPath(context.Request.Path)) return next(context);
        if (context.Request.Query["token"] is [{ } given]) return LetIn(context, given);
        if (!IsKnown(context.Request))
            return Doors.Refuse(context, StatusCodes.Status401Unauthorized,
                "Open the address that `recoupe desk` printed: it has a token.\nOuvrez l'adresse que « recoupe desk » a affichée : elle porte un jeton.");
        context.Features.Set(caller);
        return next(context);
    }

    private static byte[] Secret() => RandomNumberGenerator.GetBytes(SecretLength);

    private Task LetIn(HttpContext context, string given)
    {
        if (!IsSame(given, token)) return Doors.Refuse(context, StatusCodes.Status401Unauthorized,
            "This token is of another desk. Open the address that was printed last.");
        context.Response.Cookies.Append(_cookie, Convert.ToHexStringLower(pass), new CookieOptions { HttpOnly = true,
            SameSite = SameSiteMode.Strict, Path = "/" });
        context.Response.Redirect(context.Request.Path.Value ?? "/");
        return Task.CompletedTask;
    }

    private bool IsKnown(HttpRequest request) => request.Cookies[_cookie] is { } shown && IsSame(shown, pass);

    private static bool IsSame(string given, byte[] secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret)));
}
