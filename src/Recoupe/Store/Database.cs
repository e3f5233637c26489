using Microsoft.Data.Sqlite;

namespace Recoupe.Store;

/// <summary>One connection and what is said over it. A statement is prepared once, however often it is run.</summary>
internal sealed class Database(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);
    private SqliteTransaction? transaction;

    public string Path => connection.DataSource;

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        transaction?.Dispose();
        connection.Dispose();
    }

    /// <summary>Does all of <paramref name="work"/> or, where it fails or the process dies, none of it.</summary>
    public void Atomically(Action work)
    {
        try
        {
            using (transaction = connection.BeginTransaction())
            {
                work();
                transaction.Commit();
            }
        }
        finally
        {
            transaction = null;
        }
    }

    /// <summary>How many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<(string Name, object Value)> parameters) => Prepared(sql, parameters).ExecuteNonQuery();

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var reader = Prepared(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>As <see cref="Rows"/>, one at a time; other statements may be run in between.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return read(reader);
    }

    private SqliteCommand Prepared(string sql, ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            prepared[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        }

        for (var i = 0; i < parameters.Length; i++) command.Parameters[i].Value = parameters[i].Value;
        command.Transaction = transaction;
        return command;
    }
}
