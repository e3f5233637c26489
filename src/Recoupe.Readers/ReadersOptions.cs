namespace Recoupe.Readers;

/// <summary>Where pages are given out and taken.</summary>
public sealed record ReadersOptions
{
    /// <summary>
    /// The servers, with commas between them: <c>nats://host:4222</c>, <c>tls://host:4222</c>, <c>nats://user:password@host</c>.
    /// </summary>
    public required string Servers { get; init; }

    /// <summary>A file of credentials, as NATS makes them, or <see langword="null"/>.</summary>
    public string? Credentials { get; init; }

    /// <summary>A file of the authority whose certificates are believed, or <see langword="null"/> for the system's.</summary>
    public string? Authority { get; init; }

    /// <summary>How long a server that is not there is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a reader is silent before its page goes to another.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many pages one filer gives out at once.</summary>
    public int AtOnce { get; init; } = 64;

    /// <summary>How many servers keep each page: three where three and more are named.</summary>
    internal int Copies => Servers.Split(',', StringSplitOptions.RemoveEmptyEntries).Length >= 3 ? 3 : 1;
}
