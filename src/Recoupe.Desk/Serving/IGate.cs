using Microsoft.AspNetCore.Http;

namespace Recoupe.Desk.Serving;

/// <summary>Who may come in. Behind it, each request knows its <see cref="Accounts.Caller"/>.</summary>
internal interface IGate
{
    /// <summary>The address to open in a browser.</summary>
    string Address { get; }

    /// <summary>Lets a request through to <paramref name="next"/>, or says why not.</summary>
    Task Pass(HttpContext context, RequestDelegate next);
}
