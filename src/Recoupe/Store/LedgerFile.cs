using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Recoupe.Store;

/// <summary>What of a page a ledger held before.</summary>
internal enum Kept
{
    /// <summary>Nothing.</summary>
    New,

    /// <summary>The page, but from another place, or with other things said of it.</summary>
    SeenElsewhere,

    /// <summary>All of it.</summary>
    Before,

    /// <summary>Its id alone, since it is to be forgotten.</summary>
    Forgotten,
}

/// <summary>A ledger's rows in one SQLite file. One writer; readers see snapshots; killed at any moment, the file opens whole.</summary>
internal sealed class LedgerFile : IDisposable
{
    /// <summary>The version of the tables; a file of another one is refused.</summary>
    public const int SchemaVersion = 3;

    // "Rcpe": tells a ledger from any other SQLite file.
    private const int ApplicationId = 0x52637065;

    private readonly SqliteConnection database;
    private SqliteTransaction? transaction;

    private LedgerFile(SqliteConnection database) => this.database = database;

    /// <summary>Opens a ledger, or makes one where there is no file.</summary>
    /// <exception cref="LedgerException">The file is no ledger, is of a newer version, or cannot be opened.</exception>
    public static LedgerFile Open(string path, bool create = true)
    {
        if (!create && !System.IO.File.Exists(path))
            throw new LedgerException("STORE-8", $"there is no ledger at {path}", "check the path, or make one with `recoupe run`");
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
        };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            Prepare(connection, path);
            return new LedgerFile(connection);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw Explain(e, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        transaction?.Dispose();
        database.Dispose();
    }

    /// <summary>Does all of <paramref name="work"/> or, where it fails or the process dies, none of it.</summary>
    public void Atomically(Action work)
    {
        try
        {
            using (transaction = database.BeginTransaction())
            {
                work();
                transaction.Commit();
            }
        }
        catch (SqliteException e)
        {
            throw Explain(e, database.DataSource);
        }
        finally
        {
            transaction = null;
        }
    }

    /// <summary>Keeps a page and where it was seen, and tells what of it was kept before.</summary>
    public Kept Keep(Page page)
    {
        var id = page.Id.Value;
        if (Rows("SELECT 1 FROM forgotten WHERE article = $id", r => r.GetInt32(0), ("$id", id)).Count > 0) return Kept.Forgotten;
        var isNew = Run("INSERT INTO page VALUES ($id, $kind, $bytes) ON CONFLICT DO NOTHING",
            ("$id", id), ("$kind", (int)page.Kind), ("$bytes", Blob.Pack(page.Bytes.AsSpan()))) > 0;
        var isSeenHere = Run("INSERT INTO sighting VALUES ($id, $path, $name, $facts) ON CONFLICT DO NOTHING",
            ("$id", id), ("$path", page.Path), ("$name", page.Name), ("$facts", Json.Of(page.Given))) > 0;
        return isNew ? Kept.New : isSeenHere ? Kept.SeenElsewhere : Kept.Before;
    }

    /// <summary>The page as all its sightings tell it: for each fact, the first that has one, by ordinal of path and facts.</summary>
    public Page Page(ArticleId id)
    {
        var (kind, bytes) = Rows("SELECT kind, bytes FROM page WHERE article = $id",
            r => ((PageKind)r.GetInt32(0), Blob.Unpack(r.GetFieldValue<byte[]>(1))), ("$id", id.Value)).Single();
        var sightings = Rows("SELECT path, name, facts FROM sighting WHERE article = $id ORDER BY path, facts",
            r => (Path: r.GetString(0), Name: r.GetString(1), Facts: Json.Facts(r.GetString(2))), ("$id", id.Value));
        return new Page(sightings[0].Path, sightings[0].Name, kind, [.. bytes], sightings.Select(s => s.Facts).Aggregate((first, next) => first.Or(next)));
    }

    /// <summary>Every page's id, in ordinal order.</summary>
    public ImmutableArray<ArticleId> PageIds() =>
        [.. Rows("SELECT article FROM page ORDER BY article", r => new ArticleId(r.GetString(0)))];

    /// <summary>Pages that were never read, or by another version of a stage, in ordinal order.</summary>
    public ImmutableArray<ArticleId> Stale(string version) =>
        [.. Rows("SELECT page.article FROM page LEFT JOIN article ON id = page.article WHERE version IS NOT $version ORDER BY page.article",
            r => new ArticleId(r.GetString(0)), ("$version", version))];

    /// <summary>Files what the stages made of a page, in place of what they made of it before; its old keys and ties go.</summary>
    public void File(Prepared prepared, string version)
    {
        var id = prepared.Article.Id.Value;
        Unfile(id);
        Run("INSERT INTO article VALUES ($id, $version, $header, $body, $findings, $fingerprint)",
            ("$id", id),
            ("$version", version),
            ("$header", Json.Of(prepared.Article.Header)),
            ("$body", Json.Of(new Body(prepared.Article.Text, prepared.Article.Blocks))),
            ("$findings", Json.Of(prepared.Findings)),
            ("$fingerprint", Blob.Pack(prepared.Fingerprint)));
        foreach (var key in prepared.Keys)
        {
            Run("INSERT INTO key VALUES ($kind, $value, $id) ON CONFLICT DO NOTHING",
                ("$kind", key.Kind), ("$value", unchecked((long)key.Value)), ("$id", id));
        }
    }

    /// <summary>Drops a page that no longer makes an article, so that nothing of it stays.</summary>
    public void Drop(ArticleId id)
    {
        Unfile(id.Value);
        Run("DELETE FROM sighting WHERE article = $id", ("$id", id.Value));
        Run("DELETE FROM page WHERE article = $id", ("$id", id.Value));
    }

    /// <summary>Drops a page for good and writes the file anew, so that none of its bytes stay on the disk; its id stays, to know it by when it comes again.</summary>
    public void Forget(ArticleId id)
    {
        Atomically(() =>
        {
            Drop(id);
            Run("INSERT INTO forgotten VALUES ($id) ON CONFLICT DO NOTHING", ("$id", id.Value));
        });
        Execute(database, "VACUUM");
        Execute(database, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>The articles that share a key with this one, buckets over the limit left out, in ordinal order.</summary>
    public ImmutableArray<ArticleId> Candidates(ArticleId id)
    {
        const string Sql = """
            WITH mine AS (SELECT kind, value FROM key WHERE article = $id),
                 live AS (SELECT kind, value FROM mine
                          WHERE (SELECT count(*) FROM (SELECT 1 FROM key WHERE key.kind = mine.kind AND key.value = mine.value LIMIT $more)) < $more)
            SELECT DISTINCT article FROM live JOIN key USING (kind, value) WHERE article <> $id ORDER BY article
            """;
        return [.. Rows(Sql, r => new ArticleId(r.GetString(0)), ("$id", id.Value), ("$more", Key.BucketLimit + 1))];
    }

    /// <summary>The bytes of an article's fingerprint.</summary>
    public byte[] Fingerprint(ArticleId id) =>
        Rows("SELECT fingerprint FROM article WHERE id = $id", r => Blob.Unpack(r.GetFieldValue<byte[]>(0)), ("$id", id.Value)).Single();

    /// <summary>Keeps what ties two articles; <paramref name="a"/> is not greater than <paramref name="b"/>.</summary>
    public void Tie(ArticleId a, ArticleId b, Ties ties) =>
        Run("INSERT OR REPLACE INTO tie VALUES ($a, $b, $ties)", ("$a", a.Value), ("$b", b.Value), ("$ties", TieBytes.Write(ties)));

    /// <summary>Every live tie, by a, then b: of an article with itself, or of two that still share a key within the limit.</summary>
    public IEnumerable<Ties> Ties()
    {
        var dead = DeadKeys();
        var reader = new TieBytes();
        foreach (var (a, b, ties) in Stream("SELECT a, b, ties FROM tie ORDER BY a, b",
            r => (A: r.GetString(0), B: r.GetString(1), Ties: r.GetFieldValue<byte[]>(2))))
        {
            if (dead.Count == 0 || string.Equals(a, b, StringComparison.Ordinal) || ShareLiveKey(a, b, dead))
                yield return reader.Read(a, b, ties);
        }
    }

    /// <summary>An article with what was found in it; <see langword="null"/> where the ledger lacks it.</summary>
    public Filed? Filed(ArticleId id) =>
        Rows("SELECT header, body, findings FROM article WHERE id = $id", ReadFiled, ("$id", id.Value)).SingleOrDefault();

    /// <summary>Every article, in ordinal order of id.</summary>
    public IEnumerable<Filed> Filed() => Stream("SELECT header, body, findings FROM article ORDER BY id", ReadFiled);

    /// <summary>Every fingerprint, in ordinal order of article.</summary>
    public IEnumerable<byte[]> Fingerprints() =>
        Stream("SELECT fingerprint FROM article ORDER BY id", r => Blob.Unpack(r.GetFieldValue<byte[]>(0)));

    /// <summary>Keeps a question.</summary>
    public void Ask(string text) =>
        Run("INSERT INTO question VALUES ($id, $text) ON CONFLICT DO NOTHING", ("$id", ContentHash.Id("question", text)), ("$text", text));

    /// <summary>Every question kept, in ordinal order of id.</summary>
    public ImmutableArray<(string Id, string Text)> Questions() =>
        [.. Rows("SELECT id, text FROM question ORDER BY id", r => (r.GetString(0), r.GetString(1)))];

    private static Filed ReadFiled(SqliteDataReader row)
    {
        var body = Json.Body(row.GetFieldValue<byte[]>(1));
        return new Filed(
            new Article(Json.Header(row.GetFieldValue<byte[]>(0)), body.Text, body.Blocks),
            Json.Findings(row.GetFieldValue<byte[]>(2)));
    }

    private void Unfile(string id)
    {
        Run("DELETE FROM tie WHERE a = $id OR b = $id", ("$id", id));
        Run("DELETE FROM key WHERE article = $id", ("$id", id));
        Run("DELETE FROM article WHERE id = $id", ("$id", id));
    }

    private HashSet<(string, long)> DeadKeys() =>
        [.. Rows("SELECT kind, value FROM key GROUP BY kind, value HAVING count(*) > $limit",
            r => (r.GetString(0), r.GetInt64(1)), ("$limit", Key.BucketLimit))];

    private bool ShareLiveKey(string a, string b, HashSet<(string, long)> dead) =>
        Rows("SELECT x.kind, x.value FROM key x JOIN key y USING (kind, value) WHERE x.article = $a AND y.article = $b",
            r => (r.GetString(0), r.GetInt64(1)), ("$a", a), ("$b", b)).Exists(k => !dead.Contains(k));

    private static void Prepare(SqliteConnection connection, string path)
    {
        Execute(connection, "PRAGMA busy_timeout = 10000");
        var application = Scalar(connection, "PRAGMA application_id");
        var version = Scalar(connection, "PRAGMA user_version");
        var tables = Scalar(connection, "SELECT count(*) FROM sqlite_schema");
        if (application == 0 && version == 0 && tables == 0)
            Create(connection);
        else if (application != ApplicationId)
            throw new LedgerException("STORE-1", $"{path} is not a ledger", "give the path of a file that recoupe made, or of none");
        else if (version > SchemaVersion)
            throw new LedgerException("STORE-2", $"{path} was made by a newer recoupe (its tables are of version {version}, this program knows {SchemaVersion})", "install the newer recoupe, or start another ledger");
        else if (version < SchemaVersion)
            throw new LedgerException("STORE-9", $"{path} was made by an older recoupe (its tables are of version {version}, this program knows {SchemaVersion})", "run the same articles again into another folder");
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, "PRAGMA synchronous = NORMAL");
    }

    private static void Create(SqliteConnection connection)
    {
        using var schema = new StreamReader(typeof(LedgerFile).Assembly.GetManifestResourceStream("Store/Schema.sql")!);
        Execute(connection, $"BEGIN IMMEDIATE; {schema.ReadToEnd()}; PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {SchemaVersion}; COMMIT");
    }

    private static LedgerException Explain(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_FULL => new("STORE-3", $"no room left on the disk of {path}", "free some room and run the same command again: what was filed so far is kept", e),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new("STORE-4", $"{path} is being written by another process", "wait until it has ended, then run the same command again", e),
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM => new("STORE-5", $"{path} cannot be opened for writing", "check that its folder exists and that you may write there", e),
        SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT => new("STORE-1", $"{path} is not a ledger, or is damaged", "give the path of a file that recoupe made, or of none", e),
        SQLitePCL.raw.SQLITE_IOERR => new("STORE-6", $"{path} could not be read or written", "check the disk, then run the same command again: what was filed so far is kept", e),
        _ => new("STORE-7", $"{path}: {e.Message}", "run `recoupe verify` on it", e),
    };

    private int Run(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    private IEnumerable<T> Stream<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var command = Command(sql, []);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return read(reader);
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = database.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
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
