using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Recoupe.Utility;

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

/// <summary>
/// A ledger's rows in one SQLite file. One writer at a time, for one batch each; readers see snapshots; killed at any moment, the file
/// opens whole.
/// </summary>
internal sealed class LedgerFile : IDisposable
{
    private const int SettlingPause = 20; // milliseconds
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(10);

    private readonly string _path;
    private readonly TimeSpan _patience;
    private LedgerConnection _connection;
    private Database _database;
    private KeyTable _keyTable;
    private long _version;

    private LedgerFile(string path, LedgerConnection connection, bool isMade, TimeSpan? patience = null)
    {
        (_path, _patience, IsMade) = (path, patience ?? HeldFile.Patience, isMade);
        Use(connection);
    }

    /// <summary>
    /// What is to be done when what is held in memory of the file may no longer be so: another process has changed it, or a change of ours
    /// was taken back.
    /// </summary>
    public Action? Changed { get; set; }

    /// <summary>What was derived of the rows, as far as it is kept.</summary>
    public DerivedRows Derived { get; private set; }

    /// <summary>The index of names, claims and passages, as far as it is kept.</summary>
    public FoundRows Index { get; private set; }

    /// <summary>How often the rows were changed.</summary>
    public long Changes => Rows("SELECT count FROM changed", r => r.GetInt64(0)).Single();

    /// <summary>Whether something is being read or written at once, so that nothing else can be kept meanwhile.</summary>
    public bool IsAtWork => _database.IsAtWork;

    /// <summary>Whether there is a file: one that is promised is made with the first thing that is to be kept.</summary>
    public bool IsMade { get; private set; }

    /// <summary>Opens a ledger to write it, or makes one where there is no file.</summary>
    /// <exception cref="LedgerException">The file is no ledger, is of a newer version, or cannot be opened.</exception>
    public static LedgerFile Open(string path, bool create = true, TimeSpan? patience = null)
    {
        var file = create ? Promised(path, patience) : Made(path, patience);
        file.Make();
        return file;
    }

    /// <summary>
    /// As <see cref="Open"/>; where there is no file none is made yet, so that a run which keeps nothing leaves nothing and has nothing to
    /// take away.
    /// </summary>
    /// <exception cref="LedgerException">The file is no ledger, is of a newer version, or cannot be opened.</exception>
    public static LedgerFile Promised(string path, TimeSpan? patience = null) =>
        LedgerConnection.IsThere(path) ? Made(path, patience) : new(path, LedgerConnection.StandIn(path), isMade: false, patience);

    /// <summary>
    /// Opens a ledger only to read it, as it is at this moment; one that may not be written, in a folder that may not be, too.
    /// </summary>
    /// <exception cref="LedgerException">There is none, or it is no ledger.</exception>
    public static LedgerFile ToRead(string path)
    {
        var file = new LedgerFile(path, LedgerConnection.ToRead(path), isMade: true);
        if (!file.Unread().IsEmpty)
        {
            file.Dispose();
            throw LedgerConnection.Older(path, LedgerConnection.SchemaVersion);
        }

        if (!file.IsErasing()) return file;
        file.Dispose();
        FinishErasing(path);
        return new(path, LedgerConnection.ToRead(path), isMade: true);
    }

    /// <summary>Opens what is left of a damaged ledger, whatever its head says.</summary>
    /// <exception cref="LedgerException">There is nothing that SQLite can read.</exception>
    public static LedgerFile Wreck(string path) => new(path, LedgerConnection.ToSalvage(path), isMade: true);

    // Whoever opens a ledger to write it finishes what another has begun to erase, where the disk and other readers let it.
    private static LedgerFile Made(string path, TimeSpan? patience)
    {
        var file = new LedgerFile(path, LedgerConnection.ToWrite(path), isMade: true, patience);
        if (file.IsErasing()) file.TryToErase();
        return file;
    }

    private static void FinishErasing(string path)
    {
        try
        {
            Made(path, TimeSpan.Zero).Dispose();
        }
        catch (LedgerException)
        {
            // It may not be written: it is read as it is, and erased by whoever may.
        }
    }

    public void Dispose()
    {
        _database.Dispose();
        _connection.Dispose();
    }

    /// <summary>
    /// Does all of <paramref name="work"/> or, where it fails or the process dies, none of it; no other process writes meanwhile.
    /// </summary>
    /// <exception cref="LedgerException">Another process writes for longer than patience lasts, or the disk does not take it.</exception>
    public void Atomically(Action work, CancellationToken cancel = default)
    {
        Make();
        using var right = WriterLock.Take(_path, _patience, cancel);
        Write(work);
    }

    /// <summary>What <paramref name="read"/> reads, all of one moment, whatever other processes write meanwhile.</summary>
    public T AtOnce<T>(Func<T> read)
    {
        try
        {
            return _database.AtOnce(() =>
            {
                CatchUp();
                return read();
            });
        }
        catch (SqliteException e)
        {
            throw LedgerConnection.Explain(e, _path);
        }
        catch (Exception e) when (e is not (LedgerException or OperationCanceledException or OutOfMemoryException) && IsHurt())
        {
            // Not a fault of ours then: whatever failed was led astray.
            throw LedgerConnection.Damaged(_path, "a part of it", e);
        }
    }

    private bool IsHurt()
    {
        try
        {
            return !Disorder().IsEmpty;
        }
        catch (LedgerException)
        {
            return true;
        }
    }

    /// <summary>An empty ledger in memory, in the place of a cache that is not kept.</summary>
    public static LedgerFile InMemory() => new("", LedgerConnection.InMemory(), isMade: true);

    /// <summary>Takes an index in whole, into a ledger that is in memory.</summary>
    public void TakeIn(
        IEnumerable<FoundItem> items, IEnumerable<(ArticleId Id, FoundArticle Article)> articles) => _database.Atomically(() =>
    {
        Index.Keep(items);
        foreach (var (id, article) in articles)
        {
            Run("INSERT INTO page VALUES ($id, 0, x'')", ("$id", id.Value));
            var serial = _database.Rows("INSERT INTO article VALUES (NULL, $id, '', x'', x'', x'', x'') RETURNING serial",
                r => r.GetInt64(0), ("$id", id.Value)).Single();
            Index.Keep(serial, "", article);
        }
    });

    /// <summary>
    /// Keeps what is a cache, where nobody else writes and the disk takes it: it waits for nothing, and what is not kept is made again by
    /// whoever asks.
    /// </summary>
    /// <param name="work">Keeps it; it changes no row that anything is derived from.</param>
    /// <returns>Whether it is kept.</returns>
    public bool TryKeep(Action work)
    {
        if (!IsMade || IsAtWork) return false;
        try
        {
            using var right = WriterLock.Take(_path, TimeSpan.Zero);
            _database.Atomically(() =>
            {
                CatchUp();
                work();
            });
            return true;
        }
        catch (Exception fault) when (fault is LedgerException or SqliteException)
        {
            return false;
        }
    }

    // The right to write is held.
    private void Write(Action work)
    {
        try
        {
            _database.Atomically(() =>
            {
                CatchUp();
                Run("UPDATE changed SET count = count + 1");
                work();
            });
        }
        catch (SqliteException e)
        {
            Forget();
            throw LedgerConnection.Explain(e, _path);
        }
        catch
        {
            Forget();
            throw;
        }
    }

    private void Make()
    {
        if (IsMade) return;
        // Another run that made the folder and kept nothing may have taken it away meanwhile.
        DiskFault.Told(_path, () => Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!));
        using (WriterLock.Take(_path, _patience))
        {
            if (!LedgerConnection.IsThere(_path)) LedgerConnection.Make(_path);
        }

        var made = LedgerConnection.ToWrite(_path);
        Dispose();
        Use(made);
        IsMade = true;
    }

    [MemberNotNull(nameof(_connection), nameof(_database), nameof(_keyTable), nameof(Derived), nameof(Index))]
    private void Use(LedgerConnection opened)
    {
        (_connection, _database) = (opened, new(opened.Connection, _path));
        (_keyTable, Derived, Index) = (new(_database), new(_database), new(_database));
        _version = Version();
    }

    /// <summary>SQLite's own count of what other connections have committed.</summary>
    public long DataVersion => Version();

    private long Version() => Rows("PRAGMA data_version", r => r.GetInt64(0)).Single();

    private void CatchUp()
    {
        var now = Version();
        if (now == _version) return;
        _version = now;
        Forget();
    }

    private void Forget()
    {
        _keyTable.Reset();
        Changed?.Invoke();
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
        if (!isNew && verbatim && !HasBytes(page.Id))
            Run("UPDATE page SET bytes = $bytes WHERE article = $id", ("$id", id), ("$bytes", Blob.Pack(page.Bytes.AsSpan())));
        var isSeenHere = Run("INSERT INTO sighting VALUES ($id, $path, $name, $facts) ON CONFLICT DO NOTHING",
            ("$id", id), ("$path", page.Path), ("$name", page.Name), ("$facts", StoredJson.Of(page.Given))) > 0;
        return isNew ? PageState.New : isSeenHere ? PageState.SeenElsewhere : PageState.Before;
    }

    /// <summary>The page as all its sightings tell it; <see langword="null"/> where its bytes were not kept.</summary>
    public Page? Page(ArticleId id)
    {
        var bytes = Only("page", Rows("SELECT bytes FROM page WHERE article = $id", ReadPage, ("$id", id.Value)));
        return bytes.Length == 0 ? null : Page(id, [.. bytes]);
    }

    /// <summary>
    /// The page of these bytes as all its sightings tell it: for each fact, the first that has one, by ordinal of path and facts.
    /// </summary>
    public Page Page(ArticleId id, ImmutableArray<byte> bytes)
    {
        var kind = Only("page", Rows("SELECT kind FROM page WHERE article = $id", r => (PageKind)r.GetInt32(0), ("$id", id.Value)));
        var sightings = Rows("SELECT path, name, facts FROM sighting WHERE article = $id ORDER BY path, facts",
            r => (Path: r.GetString(0), Name: r.GetString(1), Facts: StoredJson.Facts(r.GetString(2))), ("$id", id.Value));
        if (sightings.Count == 0) throw Missing("sighting");
        return new Page(
            sightings[0].Path, sightings[0].Name, kind, bytes, sightings.Select(s => s.Facts).Aggregate((first, next) => first.Or(next)));
    }

    private static byte[] ReadPage(SqliteDataReader row) =>
        row.GetFieldValue<byte[]>(0) is { Length: > 0 } packed ? Blob.Unpack(packed) : [];

    // A row that others point to.
    private T Only<T>(string table, List<T> rows) => rows is [var only] ? only : throw Missing(table);

    /// <summary>What is to be said of a row that others point to, and that is not there.</summary>
    public LedgerException Missing(string table) =>
        LedgerConnection.Damaged(_path, $"a row of the table {table}", new InvalidDataException("it is missing"));

    /// <summary>Every page's id, in ordinal order.</summary>
    public ImmutableArray<ArticleId> PageIds() =>
        [.. Rows("SELECT article FROM page ORDER BY article", r => new ArticleId(r.GetString(0)))];

    /// <summary>Articles of an older ledger that are still to be read anew, in ordinal order.</summary>
    public ImmutableArray<ArticleId> Unread() =>
        [.. Rows(
            "SELECT id FROM article WHERE version = $unread ORDER BY id", r => new ArticleId(r.GetString(0)), ("$unread", Renewal.Unread))];

    /// <summary>
    /// Makes what was found in the articles, their keys and their ties void: all are to be read anew from their pages.
    /// </summary>
    public void MakeUnread()
    {
        foreach (var sql in Renewal.Voiding) Run(sql);
        var nothing = Seal.Of([]);
        Run("UPDATE article SET version = $version, findings = $findings, fingerprint = $nothing",
            ("$version", Renewal.Unread), ("$findings", StoredJson.Of(Findings.None)), ("$nothing", nothing));
        Run("UPDATE sketch SET keys = $keys, sketch = $nothing", ("$keys", Array.Empty<byte>()), ("$nothing", nothing));
        Forget();
    }

    /// <summary>The fingerprint of one of the articles that were read; <see langword="null"/> where none was.</summary>
    public byte[]? AnyPrint() =>
        Rows("SELECT fingerprint FROM article WHERE version > $unread LIMIT 1", ReadPrint, ("$unread", Renewal.Unread)).FirstOrDefault();

    /// <summary>Pages that were read by another version of a stage, in ordinal order.</summary>
    public ImmutableArray<ArticleId> Stale(string version) =>
        [.. Rows("SELECT id FROM article WHERE version < $version UNION ALL SELECT id FROM article WHERE version > $version", r => new ArticleId(r.GetString(0)), ("$version", version)).Order()];

    /// <summary>Files what the stages made of a page, in place of what they made of it before; its old keys and ties go.</summary>
    /// <returns>The article as the index knows it, and the serials of those that share a key with it, buckets over the limit left
    /// out.</returns>
    public (IndexedArticle Filed, ImmutableArray<long> Candidates) File(ArticleRow packed, string version)
    {
        var prepared = packed.Prepared;
        var id = prepared.Article.Id;
        Unfile(id);
        var serial = _database.Rows("INSERT INTO article VALUES (NULL, $id, $version, $header, $body, $findings, $fingerprint) RETURNING serial",
            r => r.GetInt64(0),
            ("$id", id.Value),
            ("$version", version),
            ("$header", packed.Header),
            ("$body", packed.Body),
            ("$findings", packed.Findings),
            ("$fingerprint", Seal.Of(prepared.Fingerprint))).Single();
        var candidates = _keyTable.Add(serial, prepared.Keys); // before its row is there, which a table that is loaded only now would read
        Run("INSERT INTO sketch VALUES ($article, $keys, $sketch)", ("$article", serial), ("$keys", IndexedArticle.Bytes(prepared.Keys)), ("$sketch", Seal.Of(prepared.Sketch)));
        return (new(serial, id, prepared.Keys, prepared.Sketch), candidates);
    }

    /// <summary>Articles that must be compared with one another, since a key of theirs is no longer over the limit.</summary>
    public ImmutableArray<ImmutableArray<long>> Revive() => _keyTable.Revive();

    /// <summary>Drops a page that no longer makes an article, so that nothing of it stays.</summary>
    public void Drop(ArticleId id)
    {
        Unfile(id);
        Run("DELETE FROM sighting WHERE article = $id", ("$id", id.Value));
        Run("DELETE FROM page WHERE article = $id", ("$id", id.Value));
    }

    /// <summary>
    /// Drops a page for good, so that none of its bytes stay in the file; its id stays, to know it by when it comes again. Once its rows
    /// are gone, a row of its own says that bytes may still be there: where the process dies or the disk has no room, the next who opens
    /// the ledger to write goes on.
    /// </summary>
    /// <param name="id">The page.</param>
    /// <param name="after">What is to be done once it is gone, in the same transaction.</param>
    /// <exception cref="LedgerException">It could not be dropped; or it was, and its bytes could not all be erased yet.</exception>
    public void Forget(ArticleId id, Action after)
    {
        using var right = WriterLock.Take(_path, _patience);
        Write(() =>
        {
            Drop(id);
            Derived.Drop();
            Index.Drop();
            after();
            Run("INSERT INTO forgotten VALUES ($id) ON CONFLICT DO NOTHING", ("$id", id.Value));
            Run("INSERT INTO erasing VALUES ($id) ON CONFLICT DO NOTHING", ("$id", id.Value));
        });
        Erase();
    }

    /// <summary>The pages that were forgotten and whose ids begin so.</summary>
    public ImmutableArray<ArticleId> Forgotten(string beginning) =>
        [.. Rows("SELECT article FROM forgotten ORDER BY article", r => new ArticleId(r.GetString(0)))
            .Where(id => id.Value.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Erases what is left of pages that were forgotten.</summary>
    /// <exception cref="LedgerException">The disk has no room for it, or another process reads what is to go.</exception>
    public void FinishErasing()
    {
        if (!IsErasing()) return;
        using var right = WriterLock.Take(_path, _patience);
        Erase();
    }

    private bool IsErasing() => Rows("SELECT 1 FROM erasing", r => r.GetInt32(0)).Count > 0;

    private void TryToErase()
    {
        try
        {
            FinishErasing();
        }
        catch (LedgerException)
        {
            // The row stays, and the next opening tries again.
        }
    }

    // What is deleted is overwritten, which reaches the file as its newer pages do and needs no room there. Then the file is written anew,
    // which does need room: copies of rows that once stood elsewhere on their page go only with that.
    private void Erase()
    {
        Settle();
        Run("VACUUM");
        Settle();
        Write(() => Run("DELETE FROM erasing"));
    }

    // Newer pages go into the file, and none stay beside it.
    private void Settle()
    {
        var started = Environment.TickCount64;
        while (Rows("PRAGMA wal_checkpoint(TRUNCATE)", r => r.GetInt64(0)).Single() != 0)
        {
            if (Environment.TickCount64 - started > LongestSettling.TotalMilliseconds)
                throw new LedgerException(
                    "STORE-4", $"{_path} is being read by another process", "wait until it has ended, then run the same command again");
            Thread.Sleep(SettlingPause);
        }
    }

    /// <summary>The articles that share a key with this one, buckets over the limit left out.</summary>
    public ImmutableArray<long> Candidates(IndexedArticle article) => _keyTable.Candidates(article.Serial, article.Keys);

    /// <summary>An article as the index knows it.</summary>
    public IndexedArticle Find(long serial) =>
        Only("sketch", Rows("SELECT keys, sketch, id FROM sketch JOIN article ON serial = sketch.article WHERE sketch.article = $serial",
            r => new IndexedArticle(serial, new(r.GetString(2)), IndexedArticle.Read(r.GetFieldValue<byte[]>(0)), Seal.Open(r.GetFieldValue<byte[]>(1)).ToArray()), ("$serial", serial)));

    /// <summary>The bytes of an article's fingerprint.</summary>
    public byte[] Fingerprint(long serial) =>
        Only("article", Rows("SELECT fingerprint FROM article WHERE serial = $serial", ReadPrint, ("$serial", serial)));

    /// <summary>Keeps what ties two articles, or one to itself.</summary>
    /// <param name="one">The serial of one.</param>
    /// <param name="other">The serial of the other.</param>
    /// <param name="shared">How many keys the two share, crowded ones too.</param>
    /// <param name="ties">What ties them.</param>
    public void Tie(long one, long other, int shared, Ties ties) =>
        Run("INSERT OR REPLACE INTO tie VALUES ($newer, $older, $shared, $ties)",
            ("$newer", Math.Max(one, other)), ("$older", Math.Min(one, other)), ("$shared", shared), ("$ties", Seal.Of(
                TieBytes.Write(ties), TieSalt(Math.Max(one, other), Math.Min(one, other), shared))));

    private static string TieSalt(long newer, long older, int shared) =>
        string.Create(CultureInfo.InvariantCulture, $"{newer} {older} {shared} ");

    /// <summary>Every live tie, by its two ids: of an article with itself, or of two that still share a key within the limit.</summary>
    public IEnumerable<Ties> Ties() => new MetRows(this).Follow().Ties;

    /// <summary>Every tie whose newer article came after a serial, live or not, as they are kept.</summary>
    public IEnumerable<(long Newer, long Older, int Shared, byte[] Ties)> TiesAfter(long serial) =>
        _database.Stream("SELECT newer, older, shared, ties FROM tie WHERE newer > $serial", ReadTie, ("$serial", serial));

    /// <summary>The live ties of an article.</summary>
    /// <param name="id">The article.</param>
    /// <param name="met">The crowded keys of articles that were met, and are met again.</param>
    public ImmutableArray<Ties> TiesOf(ArticleId id, Dictionary<long, ImmutableArray<BlockingKey>> met)
    {
        var serial = Rows("SELECT serial FROM article WHERE id = $id", r => r.GetInt64(0), ("$id", id.Value)).Single();
        const string sql = "SELECT newer, older, shared, ties FROM tie WHERE newer = $serial "
            + "UNION ALL SELECT newer, older, shared, ties FROM tie WHERE older = $serial AND newer <> $serial";
        var (crowded, reader) = (Crowded(), new TieBytes());
        var ties = Rows(sql, ReadTie, ("$serial", serial));
        return [.. ties.Where(t => t.Newer == t.Older || t.Shared > Both(t.Newer, t.Older)).Select(Read)];

        int Both(long one, long other) => IndexedArticle.Shared(Common(one).AsSpan(), Common(other).AsSpan());

        ImmutableArray<BlockingKey> Common(long article)
        {
            if (met.TryGetValue(article, out var known)) return known;
            return met[article] = [.. Keys(article).Where(k => crowded.Contains(k.Code))];
        }

        Ties Read((long Newer, long Older, int Shared, byte[] Ties) tie)
        {
            var (a, b) = (IdOf(tie.Newer), IdOf(tie.Older));
            return string.CompareOrdinal(a, b) < 0 ? reader.Read(a, b, tie.Ties) : reader.Read(b, a, tie.Ties);
        }
    }

    private string IdOf(long serial) =>
        Only("article", Rows("SELECT id FROM article WHERE serial = $serial", r => r.GetString(0), ("$serial", serial)));

    /// <summary>How many ties there are whose newer article came no later than a serial.</summary>
    public long TiesUpTo(long serial) =>
        Rows("SELECT count(*) FROM tie WHERE newer <= $serial", r => r.GetInt64(0), ("$serial", serial)).Single();

    /// <summary>Every article with the version it was read by, in ordinal order of id.</summary>
    public ImmutableArray<(long Serial, ArticleId Id, string Version)> Articles() =>
        [.. Rows(
            "SELECT serial, id, version FROM article ORDER BY id", r => (r.GetInt64(0), new ArticleId(r.GetString(1)), r.GetString(2)))];

    /// <summary>The keys of an article.</summary>
    public ImmutableArray<BlockingKey> Keys(long serial) =>
        Only("sketch", Rows("SELECT keys FROM sketch WHERE article = $serial", ReadKeys, ("$serial", serial)));

    private static ImmutableArray<BlockingKey> ReadKeys(SqliteDataReader row) => IndexedArticle.Read(row.GetFieldValue<byte[]>(0));

    /// <summary>The keys that more articles have than the limit.</summary>
    public IReadOnlySet<uint> Crowded() => _keyTable.Crowded();

    /// <summary>Every live tie, as it is kept.</summary>
    public IEnumerable<(long Newer, long Older, ArticleId One, ArticleId Other, byte[] Ties)> LiveTies()
    {
        var ids = Rows("SELECT serial, id FROM article", r => (Serial: r.GetInt64(0), Id: r.GetString(1)))
            .ToDictionary(r => r.Serial, r => r.Id);
        var crowded = CrowdedKeys();
        return _database.Stream("SELECT newer, older, shared, ties FROM tie", ReadTie)
            .Where(t => t.Newer == t.Older || t.Shared > Both(crowded, t.Newer, t.Older))
            .Select(t => (t.Newer, t.Older, new ArticleId(IdOf(ids, t.Newer)), new ArticleId(IdOf(ids, t.Older)), t.Ties));
    }

    /// <summary>The serials of the articles, in order of arrival, but for some.</summary>
    public ImmutableArray<long> Serials(IReadOnlySet<ArticleId> but) =>
        [.. Rows("SELECT serial, id FROM article ORDER BY serial", r => (Serial: r.GetInt64(0), Id: new ArticleId(r.GetString(1))))
            .Where(r => !but.Contains(r.Id)).Select(r => r.Serial)];

    private string IdOf(Dictionary<long, string> ids, long serial) => ids.TryGetValue(serial, out var id) ? id : throw Missing("article");

    private static (long Newer, long Older, int Shared, byte[] Ties) ReadTie(SqliteDataReader row)
    {
        var (newer, older, shared) = (row.GetInt64(0), row.GetInt64(1), row.GetInt32(2));
        return (newer, older, shared, Seal.Open(row.GetFieldValue<byte[]>(3), TieSalt(newer, older, shared)).ToArray());
    }

    /// <summary>An article with what was found in it; <see langword="null"/> where the ledger lacks it.</summary>
    public FiledArticle? Filed(ArticleId id) =>
        Rows("SELECT header, body, findings, id FROM article WHERE id = $id", ReadFiled, ("$id", id.Value)).SingleOrDefault();

    /// <summary>What SQLite finds wrong with the file's own order; nothing is what is wanted.</summary>
    public ImmutableArray<string> Disorder() =>
        [.. Rows("PRAGMA integrity_check(20)", r => r.GetString(0)).Where(said => said is not "ok")];

    /// <summary>The texts of a query of one column, one at a time.</summary>
    public IEnumerable<string> Texts(string sql) => Stream(sql, r => r.GetString(0));

    /// <summary>Keeps the ids of pages that were forgotten elsewhere.</summary>
    public void KeepForgotten(IEnumerable<ArticleId> ids)
    {
        foreach (var id in ids) Run("INSERT INTO forgotten VALUES ($id) ON CONFLICT DO NOTHING", ("$id", id.Value));
    }

    /// <summary>The ids of the articles, in ordinal order.</summary>
    public ImmutableArray<ArticleId> ArticleIds() => [.. Rows("SELECT id FROM article ORDER BY id", r => new ArticleId(r.GetString(0)))];

    /// <summary>Every article, in ordinal order of id.</summary>
    public IEnumerable<FiledArticle> Filed() => Stream("SELECT header, body, findings, id FROM article ORDER BY id", ReadFiled);

    /// <summary>Every fingerprint, in ordinal order of article.</summary>
    public IEnumerable<byte[]> Fingerprints() =>
        Stream("SELECT fingerprint FROM article ORDER BY id", ReadPrint);

    private static byte[] ReadPrint(SqliteDataReader row) => Seal.Open(row.GetFieldValue<byte[]>(0)).ToArray();

    /// <summary>Keeps a question.</summary>
    public void Ask(string text) =>
        Run("INSERT INTO question VALUES ($id, $text) ON CONFLICT DO NOTHING", ("$id", ContentHash.Id("question", text)), ("$text", text));

    /// <summary>Every question kept, in ordinal order of id.</summary>
    public ImmutableArray<(string Id, string Text)> Questions() =>
        [.. Rows("SELECT id, text FROM question ORDER BY id", r => (r.GetString(0), r.GetString(1)))];

    private bool HasBytes(ArticleId id) =>
        Rows("SELECT length(bytes) FROM page WHERE article = $id", r => r.GetInt32(0), ("$id", id.Value)).Single() > 0;

    private static FiledArticle ReadFiled(SqliteDataReader row)
    {
        var (header, body) = (StoredJson.Header(row.GetFieldValue<byte[]>(0)), StoredJson.Body(row.GetFieldValue<byte[]>(1)));
        if (!string.Equals(header.Id.Value, row.GetString(3), StringComparison.Ordinal)) throw new InvalidDataException("It has two ids.");
        return new FiledArticle(
            new Article(header, body.Text, body.Blocks),
            StoredJson.Findings(row.GetFieldValue<byte[]>(2)));
    }

    /// <summary>Drops what was made of a page, with its keys and ties.</summary>
    public void Unfile(ArticleId id)
    {
        foreach (var (serial, keys) in Rows("SELECT serial, keys FROM article JOIN sketch ON sketch.article = serial WHERE id = $id",
            r => (r.GetInt64(0), IndexedArticle.Read(r.GetFieldValue<byte[]>(1))), ("$id", id.Value)))
        {
            _keyTable.Remove(serial, keys);
            Index.Drop(serial);
            Run("DELETE FROM tie WHERE newer = $serial", ("$serial", serial));
            Run("DELETE FROM tie WHERE older = $serial", ("$serial", serial));
            Run("DELETE FROM sketch WHERE article = $serial", ("$serial", serial));
            Run("DELETE FROM article WHERE serial = $serial", ("$serial", serial));
        }
    }

    /// <summary>Of each article that has any, its crowded keys.</summary>
    public Dictionary<long, ImmutableArray<BlockingKey>> CrowdedKeys()
    {
        var crowded = _keyTable.Crowded();
        return crowded.Count == 0 ? [] : _database.Stream(
            "SELECT article, keys FROM sketch", r => (Article: r.GetInt64(0), Keys: IndexedArticle.Read(r.GetFieldValue<byte[]>(1))))
            .Select(a => (a.Article, Keys: a.Keys.Where(k => crowded.Contains(k.Code)).ToImmutableArray()))
            .Where(a => !a.Keys.IsEmpty).ToDictionary(a => a.Article, a => a.Keys);
    }

    private static int Both(Dictionary<long, ImmutableArray<BlockingKey>> keys, long one, long other) =>
        keys.TryGetValue(one, out var a) && keys.TryGetValue(other, out var b) ? IndexedArticle.Shared(a.AsSpan(), b.AsSpan()) : 0;

    private int Run(string sql, params ReadOnlySpan<(string Name, object Value)> parameters) => _database.Run(sql, parameters);

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> parameters) =>
        _database.Rows(sql, read, parameters);

    private IEnumerable<T> Stream<T>(string sql, Func<SqliteDataReader, T> read) => _database.Stream(sql, read);
}
