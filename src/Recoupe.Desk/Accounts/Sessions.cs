using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Recoupe.Desk.Accounts;

/// <summary>Who came in, by a secret that only their browser has. In memory alone: who closes the desk closes all of them.</summary>
internal sealed class Sessions(TimeProvider clock)
{
    /// <summary>How long a browser that asks for nothing stays in: a working day.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    private const int SecretLength = 32; // bytes

    private readonly ConcurrentDictionary<string, (Account Account, DateTimeOffset Until)> _byKey = new(StringComparer.Ordinal);

    /// <summary>Lets somebody in.</summary>
    /// <returns>The secret of their browser.</returns>
    public string Open(Account account)
    {
        foreach (var (old, session) in _byKey)
        {
            if (session.Until < clock.GetUtcNow()) _byKey.TryRemove(old, out _);
        }

        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretLength));
        _byKey[Key(secret)] = (account, clock.GetUtcNow() + Idle);
        return secret;
    }

    /// <summary>The account that a secret stands for, as it was when it came in; <see langword="null"/> where it stands for none any
    /// more.</summary>
    public Account? AccountOf(string secret)
    {
        var key = Key(secret);
        if (!_byKey.TryGetValue(key, out var session) || session.Until < clock.GetUtcNow()) return null;
        _byKey[key] = session with { Until = clock.GetUtcNow() + Idle };
        return session.Account;
    }

    /// <summary>Lets somebody out.</summary>
    public void Close(string secret) => _byKey.TryRemove(Key(secret), out _);

    // Looked up by its hash: how long that takes says nothing of the secret.
    private static string Key(string secret) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));
}
