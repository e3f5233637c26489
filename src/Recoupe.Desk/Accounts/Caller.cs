using Microsoft.AspNetCore.Http;

namespace Recoupe.Desk.Accounts;

/// <summary>Who asks for a page.</summary>
/// <param name="Name">The name that decisions stand under.</param>
/// <param name="MayChange">Whether what they send changes anything.</param>
/// <param name="HasAccount">Whether they came with a name and a password, and can leave.</param>
internal sealed record Caller(string Name, bool MayChange, bool HasAccount)
{
    /// <summary>Who sent a request that the gate let through.</summary>
    public static Caller Of(HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("The gate let nobody in here.");
}
