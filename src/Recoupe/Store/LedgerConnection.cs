using Microsoft.Data.Sqlite;
using Recoupe.Utility;

namespace Recoupe.Store;

/// <summary>A ledger's file, opened: to write, to read, or one in memory that stands in until there is something to keep.</summary>
internal sealed class LedgerConnection : IDisposable
{
    /// <summary>
    /// The version of the tables; a file of a newer one is refused, one of an older one brought to it where it may be written
    /// (<see cref="Renewal"/>).
    /// </summary>
    public const int SchemaVersion = 7;

    // "Rcpe": tells a ledger from any other SQLite file.
    private const int ApplicationId = 0x52637065;

    private readonly string? _copies;

    private LedgerConnection(SqliteConnection connection, string? copies = null) => (Connection, _copies) = (connection, copies);

    public SqliteConnection Connection { get; }

    /// <summary>Whether there is a file at the path.</summary>
    /// <exception cref="LedgerException">What is there can be no ledger: a folder, a pipe, nothing.</exception>
    public static bool IsThere(string path)
    {
        if (path.Length == 0 || path.Contains('\0')) throw None(path);
        if (Directory.Exists(path)) throw NoLedger(path);
        var file = new FileInfo(path);
        if (!file.Exists) return false;
        if (file.Length > 0) return true;
        throw new LedgerException(
            "STORE-1", $"{path} is empty, or a pipe or device, and no ledger", "remove it, or give the path of a ledger or of no file");
    }

    /// <summary>The ledger at a path, to write it.</summary>
    /// <exception cref="LedgerException">There is none, it is no ledger, or it cannot be opened.</exception>
    public static LedgerConnection ToWrite(string path)
    {
        if (!IsThere(path)) throw None(path);
        return Explained(path, () => Opened(Settings(Path.GetFullPath(path), SqliteOpenMode.ReadWrite), connection =>
        {
            RefuseOthers(connection, path, mayRenew: true);
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, "PRAGMA synchronous = NORMAL");
            Execute(connection, "PRAGMA secure_delete = ON"); // what is deleted is overwritten
            Execute(connection, "PRAGMA cache_size = -65536");
            Execute(connection, "PRAGMA wal_autocheckpoint = 16384");
            Renew(connection, path);
        }));
    }

    /// <summary>
    /// The ledger at a path, to read it. Where SQLite cannot read it in its place, since it would have to write beside it, it is read as a
    /// file that nobody changes.
    /// </summary>
    /// <exception cref="LedgerException">There is none, it is no ledger, or it cannot be opened.</exception>
    public static LedgerConnection ToRead(string path)
    {
        if (!IsThere(path)) throw None(path);
        return Explained(path, () =>
        {
            try
            {
                return Opened(Settings(Path.GetFullPath(path), SqliteOpenMode.ReadWrite), connection => RefuseOthers(connection, path));
            }
            catch (SqliteException fault) when (IsClosed(fault))
            {
                return HasNewerPages(path) ? CopyOf(path, connection => RefuseOthers(connection, path)) : Unchanging(path);
            }
        });
    }

    /// <summary>A copy of a damaged ledger with whatever lies beside it, to read what can be read.</summary>
    /// <exception cref="LedgerException">There is none.</exception>
    public static LedgerConnection ToSalvage(string path)
    {
        if (!IsThere(path)) throw None(path);
        return Explained(path, () => CopyOf(path, _ => { }));
    }

    /// <summary>
    /// Makes a ledger: under another name first, so that nobody finds half of one, and with nothing beside it, which the move would leave
    /// behind.
    /// </summary>
    public static void Make(string path)
    {
        var draft = Path.GetFullPath(path) + ".making";
        DiskFault.Told(path, () =>
        {
            foreach (var part in (string[])["", "-journal", "-wal", "-shm"]) File.Delete(draft + part);
        });
        Explained(path, () => Opened(Settings(draft, SqliteOpenMode.ReadWriteCreate), Create)).Dispose();
        DiskFault.Told(path, () => File.Move(draft, path));
    }

    /// <summary>An empty ledger in memory, in the place of one that is not made yet.</summary>
    /// <exception cref="LedgerException">There is no folder to make it in.</exception>
    public static LedgerConnection StandIn(string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))) throw DiskFault.Of(new DirectoryNotFoundException(), path);
        return InMemory();
    }

    /// <summary>An empty ledger in memory.</summary>
    public static LedgerConnection InMemory() => Opened(Settings(":memory:", SqliteOpenMode.Memory), Create);

    /// <summary>What SQLite says, with a code and what to do next.</summary>
    public static LedgerException Explain(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => new("STORE-3", $"no room left on the disk of {path}", "free some room and run the same command again: what was filed so far is kept", e),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => DiskFault.Held(path, null, e),
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM => new(
            "STORE-5", $"{path} cannot be opened for writing", "check that its folder exists and that you may write there", e),
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => new("STORE-1", $"{path} is not a ledger, or is damaged", "give the path of a file that recoupe made, or save what can be read with `recoupe salvage`", e),
        SQLitePCL.raw.SQLITE_IOERR => new("STORE-6", $"{path} could not be read or written", "check the disk, then run the same command again: what was filed so far is kept", e),
        _ => new("STORE-7", $"{path}: {e.Message}", "run `recoupe verify` on it", e),
    };

    /// <summary>That part of a ledger is not what was written.</summary>
    public static LedgerException Damaged(string path, string what, Exception cause) =>
        new("STORE-1", $"{path} is damaged: {what} cannot be read ({cause.Message.TrimEnd('.').ReplaceLineEndings(" ")})", "run `recoupe verify` to see what is hurt, and `recoupe salvage` to save the rest", cause);

    public void Dispose()
    {
        Connection.Dispose();
        if (_copies is not null) Directory.Delete(_copies, recursive: true);
    }

    private static LedgerException None(string path) =>
        new("STORE-8", $"there is no ledger at {path}", "check the path, or make one with `recoupe run`");

    private static LedgerException NoLedger(string path) =>
        new("STORE-1", $"{path} is not a ledger", "give the path of a file that recoupe made, or of none");

    // SQLite keeps the newest pages beside the file while it is being written, and longer where a process was killed.
    private static bool HasNewerPages(string path) => new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };

    private static LedgerConnection Unchanging(string path)
    {
        var address = "file:" + string.Join('/', Path.GetFullPath(path).Split(Path.DirectorySeparatorChar)
            .Select(Uri.EscapeDataString)) + "?immutable=1";
        return Opened(Settings(address, SqliteOpenMode.ReadOnly), connection => RefuseOthers(connection, path));
    }

    private static LedgerConnection CopyOf(string path, Action<SqliteConnection> prepare)
    {
        var folder = Directory.CreateTempSubdirectory("recoupe-").FullName;
        var copy = Path.Combine(folder, "ledger");
        foreach (var part in (string[])["", "-wal"])
        {
            if (File.Exists(path + part)) DiskFault.Told(path, () => File.Copy(path + part, copy + part));
        }

        return Opened(Settings(copy, SqliteOpenMode.ReadWrite), prepare, folder);
    }

    private static bool IsClosed(SqliteException fault) =>
        fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM;

    private static string Settings(string source, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = source,
        Mode = mode,
        Pooling = false,
        DefaultTimeout = (int)HeldFile.Patience.TotalSeconds,
    }.ToString();

    private static LedgerConnection Opened(string settings, Action<SqliteConnection> prepare, string? copies = null)
    {
        var connection = new SqliteConnection(settings);
        try
        {
            connection.Open();
            prepare(connection);
            return new(connection, copies);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static LedgerConnection Explained(string path, Func<LedgerConnection> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is SqliteException or InvalidCastException or NullReferenceException)
        {
            throw e is SqliteException told ? Explain(told, path) : Damaged(path, "its head", e);
        }
    }

    private static void RefuseOthers(SqliteConnection connection, string path, bool mayRenew = false)
    {
        var version = Version(connection);
        if (Scalar(connection, "PRAGMA application_id") != ApplicationId) throw NoLedger(path);
        if (version > SchemaVersion)
            throw new LedgerException("STORE-2", $"{path} was made by a newer recoupe (its tables are of version {version}, this program knows {SchemaVersion})", "install the newer recoupe, or start another ledger");
        if (version < SchemaVersion && !(mayRenew && Renewal.Knows(version))) throw Older(path, version);
        Scalar(connection, "SELECT count(*) FROM sqlite_schema"); // the first look at the pages, which fails where they cannot be read in their place
    }

    /// <summary>That a ledger was made by an older program, and what it needs.</summary>
    public static LedgerException Older(string path, long version) => new(
        "STORE-9",
        $"{path} was made by an older recoupe (its tables are of version {version}, this program knows {SchemaVersion})",
        version == SchemaVersion || Renewal.Knows(version)
            ? "open it where it may be written, with `recoupe verify` or `recoupe add`: it is then read anew from its pages, and its decisions are kept"
            : "run the same articles again into another folder");

    // Another process may have done it since the first look.
    private static void Renew(SqliteConnection connection, string path)
    {
        if (Version(connection) == SchemaVersion) return;
        using var right = WriterLock.Take(path, HeldFile.Patience);
        if (Version(connection) < SchemaVersion) Renewal.Of(connection);
    }

    private static long Version(SqliteConnection connection) => Scalar(connection, "PRAGMA user_version");

    private static void Create(SqliteConnection connection)
    {
        Execute(connection, $"BEGIN IMMEDIATE; {Tables("Schema")}; {Tables("Cache")}");
        Execute(connection, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {SchemaVersion}; COMMIT");
    }

    /// <summary>The text of one of the files that describe tables.</summary>
    public static string Tables(string name)
    {
        using var text = new StreamReader(typeof(LedgerConnection).Assembly.GetManifestResourceStream($"Store/{name}.sql")!);
        return text.ReadToEnd();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
