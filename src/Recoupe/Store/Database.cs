using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Recoupe.Store;

/// <summary>One connection and what is said over it. A statement is prepared once, however often it is run.</summary>
internal sealed class Database(SqliteConnection connection, string path) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private SqliteTransaction? _transaction;

    /// <summary>Whether something is being read or written at once.</summary>
    public bool IsAtWork => _transaction is not null;

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _transaction?.Dispose();
        connection.Dispose();
    }

    /// <summary>Does all of <paramref name="work"/> or, where it fails or the process dies, none of it.</summary>
    public void Atomically(Action work)
    {
        try
        {
            using (_transaction = connection.BeginTransaction())
            {
                work();
                _transaction.Commit();
            }
        }
        finally
        {
            _transaction = null;
        }
    }

    /// <summary>What <paramref name="read"/> reads, all of one moment, whatever other processes write meanwhile.</summary>
    public T AtOnce<T>(Func<T> read)
    {
        if (_transaction is not null) return read();
        try
        {
            using (_transaction = connection.BeginTransaction(deferred: true))
            {
                var found = read();
                _transaction.Commit();
                return found;
            }
        }
        finally
        {
            _transaction = null;
        }
    }

    /// <summary>How many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        try
        {
            return Prepared(sql, parameters).ExecuteNonQuery();
        }
        catch (Exception fault) when (IsOfTheFile(fault))
        {
            throw Told(fault, sql);
        }
    }

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        try
        {
            using var reader = Prepared(sql, parameters).ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(read(reader));
            return rows;
        }
        catch (Exception fault) when (IsOfTheFile(fault))
        {
            throw Told(fault, sql);
        }
    }

    /// <summary>As <see cref="Rows"/>, one at a time; other statements may be run in between.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, _transaction);
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        using var reader = Told(sql, command.ExecuteReader);
        while (Told(sql, reader.Read))
            yield return Told(sql, () => read(reader));
    }

    private T Told<T>(string sql, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception fault) when (IsOfTheFile(fault))
        {
            throw Told(fault, sql);
        }
    }

    // What hurt rows bring out of SQLite and of the readers of their cells.
    private static bool IsOfTheFile(Exception fault) =>
        fault is SqliteException or InvalidDataException or JsonException or FormatException or InvalidCastException
        or NullReferenceException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException or IOException or KeyNotFoundException;

    private LedgerException Told(Exception fault, string sql) =>
        fault is SqliteException told ? LedgerConnection.Explain(told, path) : LedgerConnection.Damaged(path, TableIn(sql), fault);

    // «… FROM article WHERE …»: the table is what is hurt.
    private static string TableIn(string sql)
    {
        var words = sql.Split(' ');
        var from = Array.IndexOf(words, "FROM");
        return from >= 0 && from + 1 < words.Length ? $"a row of the table {words[from + 1]}" : "a row";
    }

    private SqliteCommand Prepared(string sql, ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        }

        for (var i = 0; i < parameters.Length; i++) command.Parameters[i].Value = parameters[i].Value;
        command.Transaction = _transaction;
        return command;
    }
}
