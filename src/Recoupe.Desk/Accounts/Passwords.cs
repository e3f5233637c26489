using Microsoft.AspNetCore.Identity;

namespace Recoupe.Desk.Accounts;

/// <summary>
/// Passwords as they are kept: by the framework's hasher (PBKDF2 with HMAC-SHA512, 100,000 rounds, a salt of its own each).
/// </summary>
internal static class Passwords
{
    /// <summary>The fewest letters of a password: NIST SP 800-63B asks for eight at least, and for fifteen where nothing else is asked
    /// for.</summary>
    public const int Shortest = 12;

    private static readonly PasswordHasher<string> s_hasher = new();

    // Compared with where nobody has the name that was given, so that an answer takes as long for a name that is none.
    private static readonly string s_nobodys = s_hasher.HashPassword("", "nobody's password");

    public static string Hash(string name, string password) => s_hasher.HashPassword(name, password);

    /// <summary>Whether a password is an account's.</summary>
    public static bool IsOf(Account? account, string password)
    {
        var known = s_hasher.VerifyHashedPassword(account?.Name ?? "", account?.Password ?? s_nobodys, password);
        return account is not null && known != PasswordVerificationResult.Failed;
    }
}
