using System.Security.Cryptography;
using System.Text;

namespace Recoupe.Desk;

/// <summary>What the desk keeps in the user's data folder, and nothing of it in the ledger.</summary>
public static class UserData
{
    private const string LastName = "last-ledger";

    /// <summary>The folder, made with the first thing to keep.</summary>
    public static string Folder { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "recoupe", "desk");

    /// <summary>The ledger that was open last, where it is still there; else an empty one of the user's own.</summary>
    /// <param name="folder">The user's data folder.</param>
    public static string LastLedger(string folder)
    {
        var note = Path.Combine(folder, LastName);
        return File.Exists(note) && File.ReadAllText(note).Trim() is { Length: > 0 } last && File.Exists(last) ? last
            : Path.Combine(folder, "ledger.recoupe");
    }

    /// <summary>Keeps which ledger is open.</summary>
    internal static void KeepLast(string folder, string ledger) => Kept(() =>
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, LastName), Path.GetFullPath(ledger) + "\n");
    });

    /// <summary>The file for what was looked at in a ledger.</summary>
    /// <param name="folder">The user's data folder.</param>
    /// <param name="ledger">The ledger's file.</param>
    /// <param name="account">Whose; <c>""</c> where there are no accounts.</param>
    internal static string SeenFile(string folder, string ledger, string account)
    {
        var of = account.Length == 0 ? Path.GetFullPath(ledger) : Path.GetFullPath(ledger) + "\n" + account;
        return Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..16] + ".seen");
    }

    /// <summary>Does what is a convenience only: where the disk does not take it, the desk goes on without.</summary>
    internal static void Kept(Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }
}
