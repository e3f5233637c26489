using Microsoft.Data.Sqlite;

namespace Recoupe.Store;

/// <summary>
/// Brings the tables of an older ledger to this version. Pages, where they were seen, questions and what was forgotten stay; what an older
/// program had made of the pages is void, and is made anew of them by whoever opens the ledger.
/// </summary>
internal static class Renewal
{
    /// <summary>The oldest version of the tables that can be read: those of Recoupe 0.1.</summary>
    public const int Oldest = 5;

    /// <summary>In place of the version of the stages: the article is still to be read.</summary>
    public const string Unread = "";

    // From this version on every blob is under a seal.
    private const int Sealed = 6;

    // Nothing here is sealed before. What was forgotten may have left bytes where a process was killed: the next opening erases
    // them.
    private const string Tables =
        """
        CREATE TABLE erasing (
            article TEXT NOT NULL PRIMARY KEY
        ) STRICT, WITHOUT ROWID;
        INSERT INTO erasing SELECT article FROM forgotten;
        """;

    /// <summary>What takes away all keys and ties.</summary>
    public static IReadOnlyList<string> Voiding { get; } =
        ["DELETE FROM tie", "DELETE FROM key", "DELETE FROM crowded", "UPDATE posted SET last = 0"];

    /// <summary>Whether tables of a version can be brought to this one.</summary>
    public static bool Knows(long version) => version is >= Oldest and < LedgerConnection.SchemaVersion;

    /// <summary>Does all of it, or, where it fails or the process dies, nothing.</summary>
    public static void Of(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        if (Version(connection, transaction) < Sealed)
        {
            Run(connection, transaction, Tables);
            foreach (var sql in Voiding) Run(connection, transaction, sql);
            SealPages(connection, transaction);
            SealArticles(connection, transaction);
        }

        Run(connection, transaction, LedgerConnection.Tables("Cache")); // all that was added since: what was read stays
        Run(connection, transaction, $"PRAGMA user_version = {LedgerConnection.SchemaVersion}");
        transaction.Commit();
    }

    private static void SealPages(SqliteConnection connection, SqliteTransaction transaction)
    {
        foreach (var id in Ids(connection, transaction, "SELECT article FROM page WHERE length(bytes) > 0"))
        {
            var bytes = Blobs(connection, transaction, "SELECT bytes FROM page WHERE article = $id", id)[0];
            Run(connection, transaction, "UPDATE page SET bytes = $bytes WHERE article = $id", ("$id", id), ("$bytes", Seal.Of(bytes)));
        }
    }

    // A page that was not kept is read again from its text, so header and body stay; the rest is empty until then.
    private static void SealArticles(SqliteConnection connection, SqliteTransaction transaction)
    {
        var (findings, nothing) = (StoredJson.Of(Findings.None), Seal.Of([]));
        foreach (var id in Ids(connection, transaction, "SELECT id FROM article"))
        {
            var parts = Blobs(connection, transaction, "SELECT header, body FROM article WHERE id = $id", id);
            Run(
                connection,
                transaction,
                "UPDATE article SET version = $version, header = $header, body = $body, findings = $findings, fingerprint = $nothing WHERE id = $id",
                ("$id", id),
                ("$version", Unread),
                ("$header", Seal.Of(parts[0])),
                ("$body", Seal.Of(parts[1])),
                ("$findings", findings),
                ("$nothing", nothing));
        }

        Run(connection, transaction, "UPDATE sketch SET keys = $keys, sketch = $nothing", ("$keys", Array.Empty<byte>()), ("$nothing", nothing));
    }

    private static long Version(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = Command(connection, transaction, "PRAGMA user_version");
        return (long)command.ExecuteScalar()!;
    }

    private static List<string> Ids(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        using var command = Command(connection, transaction, sql);
        using var reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read()) ids.Add(reader.GetString(0));
        return ids;
    }

    private static byte[][] Blobs(SqliteConnection connection, SqliteTransaction transaction, string sql, string id)
    {
        using var command = Command(connection, transaction, sql, ("$id", id));
        using var reader = command.ExecuteReader();
        reader.Read();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetFieldValue<byte[]>)];
    }

    private static void Run(
        SqliteConnection connection, SqliteTransaction transaction, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(connection, transaction, sql, parameters);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(
        SqliteConnection connection, SqliteTransaction transaction, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return command;
    }
}
