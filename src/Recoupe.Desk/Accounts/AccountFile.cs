using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoupe.Desk.Accounts;

/// <summary>
/// The list of who may come: a line of JSON an account, <c>{"name":…,"role":…,"password":…}</c>, readable by its owner alone. It is read
/// again where it has changed, so that who is taken out of it is out at once.
/// </summary>
public sealed class AccountFile
{
    private const int LongestName = 80; // letters: it stands beside every decision

    private readonly Lock _gate = new();
    private readonly string _path;
    private (long Length, DateTime Written) _read;
    private ImmutableArray<Account> _accounts = [];

    /// <summary>Opens a list.</summary>
    /// <param name="path">Where it lies; a file that is not there has no account.</param>
    /// <exception cref="LedgerException">It cannot be read, or a line of it is no account.</exception>
    public AccountFile(string path)
    {
        _path = path;
        _ = All;
    }

    /// <summary>The accounts, in the order of their lines.</summary>
    /// <exception cref="LedgerException">It cannot be read, or a line of it is no account.</exception>
    public ImmutableArray<Account> All
    {
        get
        {
            lock (_gate)
            {
                var file = new FileInfo(_path);
                var now = file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
                if (now != _read) (_accounts, _read) = (Read(_path), now);
                return _accounts;
            }
        }
    }

    /// <summary>The account of a name; <see langword="null"/> where there is none.</summary>
    public Account? Named(string name) => All.FirstOrDefault(a => string.Equals(a.Name, name, StringComparison.Ordinal));

    /// <summary>Adds an account, or gives one that is there another role and password.</summary>
    /// <param name="name">The name, up to 80 letters on one line.</param>
    /// <param name="role">What they may do.</param>
    /// <param name="password">The password, 12 letters or more.</param>
    /// <returns>The account, or why there is none.</returns>
    public Outcome<Account> Put(string name, AccountRole role, string password)
    {
        if (name.Trim() is not { Length: > 0 and <= LongestName } called || called.Any(char.IsControl))
            return new Rejection("DESK-7", name, "This is no name for an account.", "Give a name of 1 to 80 letters on one line.");
        if (password.Length < Passwords.Shortest)
            return new Rejection("DESK-7", name, "The password is too short.",
                "Give 12 letters or more: some words are easy to keep in mind.");
        var account = new Account(called, role, Passwords.Hash(called, password));
        lock (_gate) Write([.. All.Where(a => !string.Equals(a.Name, called, StringComparison.Ordinal)), account]);
        return account;
    }

    /// <summary>Takes an account out.</summary>
    /// <returns>Whether there was one of this name.</returns>
    public bool Remove(string name)
    {
        lock (_gate)
        {
            var rest = All.RemoveAll(a => string.Equals(a.Name, name, StringComparison.Ordinal));
            if (rest.Length == All.Length) return false;
            Write(rest);
            return true;
        }
    }

    private static ImmutableArray<Account> Read(string path)
    {
        try
        {
            return [.. File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => Line(path, line))];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LedgerException("DESK-8", fault.Message, "give a list of accounts that may be read (--accounts FILE)");
        }
    }

    private static Account Line(string path, string line)
    {
        try
        {
            if (JsonSerializer.Deserialize(line, AccountJson.Default.Account) is { Name: { Length: > 0 },
                Password: { Length: > 0 } } account) return account;
        }
        catch (JsonException)
        {
            // Said below, as a line without a name is.
        }

        throw new LedgerException("DESK-8", $"{path} has a line that is no account", "write it with `recoupe account`");
    }

    // Beside it first, then in its place, so that a full disk leaves the list that was there.
    private void Write(ImmutableArray<Account> accounts)
    {
        var text = new StringBuilder();
        foreach (var account in accounts) text.Append(JsonSerializer.Serialize(account, AccountJson.Default.Account)).Append('\n');
        var draft = _path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(draft, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options)) file.Write(text);
        File.Move(draft, _path, overwrite: true);
    }
}

/// <summary>How an account is written: known when the program is built, since the native program has no reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Account))]
internal sealed partial class AccountJson : JsonSerializerContext;
