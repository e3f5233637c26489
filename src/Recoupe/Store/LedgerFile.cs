using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Recoupe.Store;

/// <summary>What of a page a ledger held before.</summary>
internal enum PageState
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
    public const int SchemaVersion = 5;

    // "Rcpe": tells a ledger from any other SQLite file.
    private const int ApplicationId = 0x52637065;

    private readonly Database database;
    private readonly KeyTable keyTable;

    private LedgerFile(SqliteConnection connection)
    {
        database = new(connection);
        keyTable = new(database);
    }

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

    public void Dispose() => database.Dispose();

    /// <summary>Does all of <paramref name="work"/> or, where it fails or the process dies, none of it.</summary>
    public void Atomically(Action work)
    {
        try
        {
            database.Atomically(work);
        }
        catch (SqliteException e)
        {
            keyTable.Reset();
            throw Explain(e, database.Path);
        }
        catch
        {
            keyTable.Reset();
            throw;
        }
    }

    /// <summary>Keeps a page and where it was seen, and tells what of it was kept before.</summary>
    /// <param name="page">The page.</param>
    /// <param name="verbatim">Whether its bytes are kept too; those that were kept before stay.</param>
    public PageState Keep(Page page, bool verbatim = true)
    {
        var id = page.Id.Value;
        if (Rows("SELECT 1 FROM forgotten WHERE article = $id", r => r.GetInt32(0), ("$id", id)).Count > 0) return PageState.Forgotten;
        var isNew = Run("INSERT INTO page VALUES ($id, $kind, $bytes) ON CONFLICT DO NOTHING",
            ("$id", id), ("$kind", (int)page.Kind), ("$bytes", verbatim ? Blob.Pack(page.Bytes.AsSpan()) : [])) > 0;
        if (!isNew && verbatim && !HasBytes(page.Id)) Run("UPDATE page SET bytes = $bytes WHERE article = $id", ("$id", id), ("$bytes", Blob.Pack(page.Bytes.AsSpan())));
        var isSeenHere = Run("INSERT INTO sighting VALUES ($id, $path, $name, $facts) ON CONFLICT DO NOTHING",
            ("$id", id), ("$path", page.Path), ("$name", page.Name), ("$facts", StoredJson.Of(page.Given))) > 0;
        return isNew ? PageState.New : isSeenHere ? PageState.SeenElsewhere : PageState.Before;
    }

    /// <summary>The page as all its sightings tell it; <see langword="null"/> where its bytes were not kept.</summary>
    public Page? Page(ArticleId id)
    {
        var bytes = Rows("SELECT bytes FROM page WHERE article = $id", r => r.GetFieldValue<byte[]>(0), ("$id", id.Value)).Single();
        return bytes.Length == 0 ? null : Page(id, [.. Blob.Unpack(bytes)]);
    }

    /// <summary>The page of these bytes as all its sightings tell it: for each fact, the first that has one, by ordinal of path and facts.</summary>
    public Page Page(ArticleId id, ImmutableArray<byte> bytes)
    {
        var kind = Rows("SELECT kind FROM page WHERE article = $id", r => (PageKind)r.GetInt32(0), ("$id", id.Value)).Single();
        var sightings = Rows("SELECT path, name, facts FROM sighting WHERE article = $id ORDER BY path, facts",
            r => (Path: r.GetString(0), Name: r.GetString(1), Facts: StoredJson.Facts(r.GetString(2))), ("$id", id.Value));
        return new Page(sightings[0].Path, sightings[0].Name, kind, bytes, sightings.Select(s => s.Facts).Aggregate((first, next) => first.Or(next)));
    }

    /// <summary>Every page's id, in ordinal order.</summary>
    public ImmutableArray<ArticleId> PageIds() =>
        [.. Rows("SELECT article FROM page ORDER BY article", r => new ArticleId(r.GetString(0)))];

    /// <summary>Pages that were read by another version of a stage, in ordinal order.</summary>
    public ImmutableArray<ArticleId> Stale(string version) =>
        [.. Rows("SELECT id FROM article WHERE version < $version UNION ALL SELECT id FROM article WHERE version > $version", r => new ArticleId(r.GetString(0)), ("$version", version)).Order()];

    /// <summary>Files what the stages made of a page, in place of what they made of it before; its old keys and ties go.</summary>
    /// <returns>The article as the index knows it, and the serials of those that share a key with it, buckets over the limit left out.</returns>
    public (IndexedArticle Filed, ImmutableArray<long> Candidates) File(ArticleRow packed, string version)
    {
        var prepared = packed.Prepared;
        var id = prepared.Article.Id;
        Unfile(id);
        var serial = database.Rows("INSERT INTO article VALUES (NULL, $id, $version, $header, $body, $findings, $fingerprint) RETURNING serial",
            r => r.GetInt64(0),
            ("$id", id.Value),
            ("$version", version),
            ("$header", packed.Header),
            ("$body", packed.Body),
            ("$findings", packed.Findings),
            ("$fingerprint", prepared.Fingerprint)).Single();
        var candidates = keyTable.Add(serial, prepared.Keys); // before its row is there, which a table that is loaded only now would read
        Run("INSERT INTO sketch VALUES ($article, $keys, $sketch)", ("$article", serial), ("$keys", IndexedArticle.Bytes(prepared.Keys)), ("$sketch", prepared.Sketch));
        return (new(serial, id, prepared.Keys, prepared.Sketch), candidates);
    }

    /// <summary>Articles that must be compared with one another, since a key of theirs is no longer over the limit.</summary>
    public ImmutableArray<ImmutableArray<long>> Revive() => keyTable.Revive();

    /// <summary>Drops a page that no longer makes an article, so that nothing of it stays.</summary>
    public void Drop(ArticleId id)
    {
        Unfile(id);
        Run("DELETE FROM sighting WHERE article = $id", ("$id", id.Value));
        Run("DELETE FROM page WHERE article = $id", ("$id", id.Value));
    }

    /// <summary>Drops a page for good and writes the file anew, so that none of its bytes stay on the disk; its id stays, to know it by when it comes again.</summary>
    /// <param name="id">The page.</param>
    /// <param name="after">What is to be done once it is gone, in the same transaction.</param>
    public void Forget(ArticleId id, Action after)
    {
        Atomically(() =>
        {
            Drop(id);
            after();
            Run("INSERT INTO forgotten VALUES ($id) ON CONFLICT DO NOTHING", ("$id", id.Value));
        });
        Run("VACUUM");
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>The articles that share a key with this one, buckets over the limit left out.</summary>
    public ImmutableArray<long> Candidates(IndexedArticle article) => keyTable.Candidates(article.Serial, article.Keys);

    /// <summary>An article as the index knows it.</summary>
    public IndexedArticle Find(long serial) =>
        Rows("SELECT keys, sketch, id FROM sketch JOIN article ON serial = sketch.article WHERE sketch.article = $serial",
            r => new IndexedArticle(serial, new(r.GetString(2)), IndexedArticle.Read(r.GetFieldValue<byte[]>(0)), r.GetFieldValue<byte[]>(1)), ("$serial", serial)).Single();

    /// <summary>The bytes of an article's fingerprint.</summary>
    public byte[] Fingerprint(long serial) =>
        Rows("SELECT fingerprint FROM article WHERE serial = $serial", r => r.GetFieldValue<byte[]>(0), ("$serial", serial)).Single();

    /// <summary>Keeps what ties two articles, or one to itself.</summary>
    /// <param name="one">The serial of one.</param>
    /// <param name="other">The serial of the other.</param>
    /// <param name="shared">How many keys the two share, crowded ones too.</param>
    /// <param name="ties">What ties them.</param>
    public void Tie(long one, long other, int shared, Ties ties) =>
        Run("INSERT OR REPLACE INTO tie VALUES ($newer, $older, $shared, $ties)",
            ("$newer", Math.Max(one, other)), ("$older", Math.Min(one, other)), ("$shared", shared), ("$ties", TieBytes.Write(ties)));

    /// <summary>Every live tie, by its two ids: of an article with itself, or of two that still share a key within the limit.</summary>
    public IEnumerable<Ties> Ties()
    {
        var ids = Rows("SELECT serial, id FROM article", r => (Serial: r.GetInt64(0), Id: r.GetString(1))).ToDictionary(r => r.Serial, r => r.Id);
        var crowded = CrowdedKeys();
        var reader = new TieBytes();
        return database.Stream("SELECT newer, older, shared, ties FROM tie", r => (Newer: r.GetInt64(0), Older: r.GetInt64(1), Shared: r.GetInt32(2), Ties: r.GetFieldValue<byte[]>(3)))
            .Where(t => t.Newer == t.Older || t.Shared > Both(crowded, t.Newer, t.Older))
            .Select(t => string.CompareOrdinal(ids[t.Newer], ids[t.Older]) < 0 ? (A: ids[t.Newer], B: ids[t.Older], t.Ties) : (A: ids[t.Older], B: ids[t.Newer], t.Ties))
            .OrderBy(t => t.A, StringComparer.Ordinal).ThenBy(t => t.B, StringComparer.Ordinal)
            .Select(t => reader.Read(t.A, t.B, t.Ties));
    }

    /// <summary>An article with what was found in it; <see langword="null"/> where the ledger lacks it.</summary>
    public FiledArticle? Filed(ArticleId id) =>
        Rows("SELECT header, body, findings FROM article WHERE id = $id", ReadFiled, ("$id", id.Value)).SingleOrDefault();

    /// <summary>Every article, in ordinal order of id.</summary>
    public IEnumerable<FiledArticle> Filed() => Stream("SELECT header, body, findings FROM article ORDER BY id", ReadFiled);

    /// <summary>Every fingerprint, in ordinal order of article.</summary>
    public IEnumerable<byte[]> Fingerprints() =>
        Stream("SELECT fingerprint FROM article ORDER BY id", r => r.GetFieldValue<byte[]>(0));

    /// <summary>Keeps a question.</summary>
    public void Ask(string text) =>
        Run("INSERT INTO question VALUES ($id, $text) ON CONFLICT DO NOTHING", ("$id", ContentHash.Id("question", text)), ("$text", text));

    /// <summary>Every question kept, in ordinal order of id.</summary>
    public ImmutableArray<(string Id, string Text)> Questions() =>
        [.. Rows("SELECT id, text FROM question ORDER BY id", r => (r.GetString(0), r.GetString(1)))];

    private bool HasBytes(ArticleId id) => Rows("SELECT length(bytes) FROM page WHERE article = $id", r => r.GetInt32(0), ("$id", id.Value)).Single() > 0;

    private static FiledArticle ReadFiled(SqliteDataReader row)
    {
        var body = StoredJson.Body(row.GetFieldValue<byte[]>(1));
        return new FiledArticle(
            new Article(StoredJson.Header(row.GetFieldValue<byte[]>(0)), body.Text, body.Blocks),
            StoredJson.Findings(row.GetFieldValue<byte[]>(2)));
    }

    /// <summary>Drops what was made of a page, with its keys and ties.</summary>
    public void Unfile(ArticleId id)
    {
        foreach (var (serial, keys) in Rows("SELECT serial, keys FROM article JOIN sketch ON sketch.article = serial WHERE id = $id",
            r => (r.GetInt64(0), IndexedArticle.Read(r.GetFieldValue<byte[]>(1))), ("$id", id.Value)))
        {
            keyTable.Remove(serial, keys);
            Run("DELETE FROM tie WHERE newer = $serial", ("$serial", serial));
            Run("DELETE FROM tie WHERE older = $serial", ("$serial", serial));
            Run("DELETE FROM sketch WHERE article = $serial", ("$serial", serial));
            Run("DELETE FROM article WHERE serial = $serial", ("$serial", serial));
        }
    }

    // Of each article that has any, its crowded keys.
    private Dictionary<long, ImmutableArray<BlockingKey>> CrowdedKeys()
    {
        var crowded = keyTable.Crowded();
        return crowded.Count == 0 ? [] : database.Stream("SELECT article, keys FROM sketch", r => (Article: r.GetInt64(0), Keys: IndexedArticle.Read(r.GetFieldValue<byte[]>(1))))
            .Select(a => (a.Article, Keys: a.Keys.Where(k => crowded.Contains(k.Code)).ToImmutableArray()))
            .Where(a => !a.Keys.IsEmpty).ToDictionary(a => a.Article, a => a.Keys);
    }

    private static int Both(Dictionary<long, ImmutableArray<BlockingKey>> keys, long one, long other) =>
        keys.TryGetValue(one, out var a) && keys.TryGetValue(other, out var b) ? IndexedArticle.Shared(a.AsSpan(), b.AsSpan()) : 0;

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
        Execute(connection, "PRAGMA cache_size = -65536");
        Execute(connection, "PRAGMA wal_autocheckpoint = 16384");
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

    private int Run(string sql, params ReadOnlySpan<(string Name, object Value)> parameters) => database.Run(sql, parameters);

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> parameters) => database.Rows(sql, read, parameters);

    private IEnumerable<T> Stream<T>(string sql, Func<SqliteDataReader, T> read) => database.Stream(sql, read);

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
