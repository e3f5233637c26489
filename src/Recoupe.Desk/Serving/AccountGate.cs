using System.Net;
using Microsoft.AspNetCore.Http;
using Recoupe.Desk.Accounts;
using Recoupe.Desk.Pages;

namespace Recoupe.Desk.Serving;

/// <summary>
/// The gate of a desk that others reach: whoever comes gives a name and a password, and what they do stands under their name. It answers
/// over TLS, its own or that of the proxy before it; where there is a proxy, whoever comes past it is turned away.
/// </summary>
internal sealed class AccountGate(Listening listening, DeskOptions options) : IGate
{
    private const string LoginPath = "/login", LogoutPath = "/logout";

    private const int LongestField = 500; // letters: more is no name and no password

    private const int LongestForm = 16 * 1024; // bytes: both fields, each letter of them escaped

    // `__Host-` is a promise that browsers hold: over TLS alone, from this host alone.
    private const string SessionCookie = "__Host-recoupe";

    private readonly Doors _doors = new([listening.PublicOrigin]);
    private readonly AccountFile _accounts = new(listening.Accounts);
    private readonly Sessions _sessions = new(options.Clock);
    private readonly Attempts _attempts = new(options.Clock);

    public string Address => listening.PublicOrigin + "/";

    public Task Pass(HttpContext context, RequestDelegate next)
    {
        Doors.SetHeaders(context.Response.Headers);
        context.Response.Headers.StrictTransportSecurity = "max-age=31536000"; // a year, as hstspreload.org asks for
        if (!CameByProxy(context)) return Doors.Refuse(context, StatusCodes.Status403Forbidden,
            "This desk is reached through its proxy alone.");
        if (_doors.Refused(context.Request) is var (status, why)) return Doors.Refuse(context, status, why);
        if (options.Metrics && DeskMetrics.IsPath(context.Request.Path)) return next(context);
        if (Files.IsPublic(context.Request.Path)) return next(context);
        if (context.Request.Path == LoginPath) return Login(context);
        if (Known(context.Request) is not { } account) return SendToLogin(context);
        if (context.Request.Path == LogoutPath && HttpMethods.IsPost(context.Request.Method)) return Logout(context);
        var mayChange = account.Role == AccountRole.Analyst && !options.ReadOnly;
        context.Features.Set(new Caller(account.Name, mayChange, HasAccount: true));
        return next(context);
    }

    private bool CameByProxy(HttpContext context) =>
        listening.Proxy is not { } proxy || (context.Connection.RemoteIpAddress is { } from && Plain(from).Equals(Plain(proxy)));

    // IPv4 written as IPv6 is the same address.
    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    // Taken out of the list, or given another password: out.
    private Account? Known(HttpRequest request) =>
        request.Cookies[SessionCookie] is { } secret && _sessions.AccountOf(secret) is { } before
            && _accounts.Named(before.Name) is { } now && string.Equals(now.Password, before.Password, StringComparison.Ordinal) ? now : null;

    private static Task SendToLogin(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method)) return Doors.Refuse(context, StatusCodes.Status401Unauthorized,
            "Sign in first, at /login.");
        context.Response.Redirect(LoginPath);
        return Task.CompletedTask;
    }

    private Task Login(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) ? Try(context) : Show(context, LoginPage.State.Asked);

    private async Task Try(HttpContext context)
    {
        // Whoever is not let in yet sends a name and a password, and no more.
        if (!context.Request.HasFormContentType || context.Request.ContentLength is not (>= 0 and <= LongestForm))
        {
            await Doors.Refuse(context, StatusCodes.Status400BadRequest, "Send the form of /login.").ConfigureAwait(false);
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var (name, password) = (Field(form, "name"), form["password"].ToString());
        var from = ClientOf(context);
        if (!_attempts.MayTry(name, from))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = Attempts.Pause.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await Show(context, LoginPage.State.Waits).ConfigureAwait(false);
            return;
        }

        var account = _accounts.Named(name);
        var isRight = password.Length <= LongestField && Passwords.IsOf(account, password);
        if (!isRight || account is null)
        {
            _attempts.Failed(name, from);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await Show(context, LoginPage.State.Wrong).ConfigureAwait(false);
            return;
        }

        _attempts.Passed(name, from);
        context.Response.Cookies.Append(SessionCookie, _sessions.Open(account), Lasting());
        context.Response.Redirect("/");
    }

    private Task Logout(HttpContext context)
    {
        if (context.Request.Cookies[SessionCookie] is { } secret) _sessions.Close(secret);
        context.Response.Cookies.Delete(SessionCookie, Lasting());
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = LoginPath;
        return Task.CompletedTask;
    }

    // The last address of the header is the one that the named proxy saw; those before it are what a client says.
    private string ClientOf(HttpContext context)
    {
        var own = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (listening.Proxy is null) return own;
        return context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim() is { Length: > 0 and <= LongestField } seen
            ? seen : own;
    }

    private static string Field(IFormCollection form, string name)
    {
        var text = form[name].ToString().Trim();
        return text.Length <= LongestField ? text : "";
    }

    private static CookieOptions Lasting() => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/" };

    private Task Show(HttpContext context, LoginPage.State state)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(LoginPage.Page(DeskView.WordsOf(context.Request, options), state));
    }
}
