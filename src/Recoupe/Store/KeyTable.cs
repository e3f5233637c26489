using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Recoupe.Store;

/// <summary>
/// Which articles have a key. Rows are posted in large sorted lots, since to put each article's hundred keys where they belong would touch
/// a hundred pages of the file; what is not posted yet is held in memory and, after a restart, made again from the articles' own lists.
/// </summary>
internal sealed class KeyTable(Database database)
{
    private const int MostPending = 1 << 21; // 16 bytes each: some 32 MB until they are written

    private readonly Dictionary<uint, int> _heads = [];
    private readonly List<(long Article, int Next)> _pending = [];
    private readonly HashSet<uint> _crowded = [];

    // Crowded keys that articles were removed from, less those that were added since.
    private readonly Dictionary<uint, int> _left = [];
    private long _last;
    private bool _isLoaded;

    /// <summary>Forgets what is held in memory: the file says it again.</summary>
    public void Reset()
    {
        _heads.Clear();
        _pending.Clear();
        _crowded.Clear();
        _left.Clear();
        _isLoaded = false;
    }

    /// <summary>Adds an article, whose serial is the greatest; its candidates, ascending.</summary>
    public ImmutableArray<long> Add(long article, ImmutableArray<BlockingKey> keys)
    {
        Load();
        var found = new List<long>();
        var posted = Posted(keys);
        var at = 0;
        foreach (var key in keys.Select(k => k.Code))
        {
            var first = found.Count;
            for (; at < posted.Count && posted[at].Code == key; at++) found.Add(posted[at].Article);
            if (_crowded.Contains(key)) _left[key] = _left.GetValueOrDefault(key) - 1;
            else Join(article, key, found, first);
        }

        if (_pending.Count > MostPending) Post(article);
        return Ascending(found);
    }

    /// <summary>Articles that share a key that is not crowded with one that is in the table, ascending.</summary>
    public ImmutableArray<long> Candidates(long article, ImmutableArray<BlockingKey> keys)
    {
        Load();
        return Ascending([.. Posted(keys).Select(p => p.Article).Concat(keys.SelectMany(k => Pending(k.Code))).Where(a => a != article)]);
    }

    public void Remove(long article, ImmutableArray<BlockingKey> keys)
    {
        Load();
        foreach (var key in keys.Select(k => k.Code))
        {
            if (_crowded.Contains(key)) _left[key] = _left.GetValueOrDefault(key) + 1;
            else if (article <= _last)
                database.Run("DELETE FROM key WHERE code = $code AND article = $article", ("$code", (long)key), ("$article", article));
            else Unlink(article, key);
        }
    }

    /// <summary>The keys that are crowded.</summary>
    public IReadOnlySet<uint> Crowded()
    {
        Load();
        return _crowded;
    }

    /// <summary>Makes keys live again that are no longer crowded, since articles were removed; the articles of each.</summary>
    public ImmutableArray<ImmutableArray<long>> Revive()
    {
        var thinned = _left.Where(l => l.Value > 0).Select(l => l.Key).ToHashSet();
        _left.Clear();
        if (thinned.Count == 0) return [];
        var members = thinned.ToDictionary(k => k, _ => new List<long>());
        foreach (var (article, keys) in database.Stream(
            "SELECT article, keys FROM sketch ORDER BY article", r => (r.GetInt64(0), IndexedArticle.Read(r.GetFieldValue<byte[]>(1)))))
            foreach (var key in keys.Where(k => thinned.Contains(k.Code)))
                members[key.Code].Add(article);
        var revived = members.Where(m => m.Value.Count <= new BlockingKey(m.Key).Limit).ToList();
        foreach (var (key, articles) in revived) Uncrowd(key, articles);
        return [.. revived.Select(m => m.Value.ToImmutableArray())];
    }

    // What was found from the first on is the key's bucket, as far as it is posted.
    private void Join(long article, uint key, List<long> found, int first)
    {
        for (var at = _heads.GetValueOrDefault(key, -1); at >= 0; at = _pending[at].Next) found.Add(_pending[at].Article);
        if (found.Count - first < new BlockingKey(key).Limit)
        {
            Link(article, key);
            return;
        }

        found.RemoveRange(first, found.Count - first);
        Crowd(key);
    }

    private static ImmutableArray<long> Ascending(List<long> articles)
    {
        articles.Sort();
        return [.. articles.Where((a, i) => i == 0 || a != articles[i - 1])];
    }

    private void Crowd(uint key)
    {
        _crowded.Add(key);
        _heads.Remove(key);
        database.Run("INSERT INTO crowded VALUES ($code)", ("$code", (long)key));
        database.Run("DELETE FROM key WHERE code = $code", ("$code", (long)key));
    }

    private void Uncrowd(uint key, List<long> articles)
    {
        _crowded.Remove(key);
        database.Run("DELETE FROM crowded WHERE code = $code", ("$code", (long)key));
        foreach (var article in articles)
        {
            if (article <= _last) Insert(key, article);
            else Link(article, key);
        }
    }

    private void Load()
    {
        if (_isLoaded) return;
        _isLoaded = true;
        _last = database.Rows("SELECT last FROM posted", r => r.GetInt64(0)).Single();
        _crowded.UnionWith(database.Rows("SELECT code FROM crowded", r => (uint)r.GetInt64(0)));
        foreach (var (article, keys) in database.Rows("SELECT article, keys FROM sketch WHERE article > $last ORDER BY article", r => (r.GetInt64(0), IndexedArticle.Read(r.GetFieldValue<byte[]>(1))), ("$last", _last)))
            foreach (var key in keys.Where(k => !_crowded.Contains(k.Code)))
                Link(article, key.Code);
    }

    /// <summary>The rows of some keys, in the order of the keys.</summary>
    private List<(uint Code, long Article)> Posted(ImmutableArray<BlockingKey> keys)
    {
        if (_last == 0) return [];
        var list = new StringBuilder("[").AppendJoin(',', keys.Select(k => k.Code.ToString(CultureInfo.InvariantCulture))).Append(']')
            .ToString();
        return database.Rows("SELECT code, article FROM json_each($keys) CROSS JOIN key ON code = value", r => ((uint)r.GetInt64(0), r.GetInt64(1)), ("$keys", list));
    }

    private void Post(long article)
    {
        foreach (var (key, head) in _heads.OrderBy(h => h.Key))
            for (var at = head; at >= 0; at = _pending[at].Next)
                Insert(key, _pending[at].Article);
        _heads.Clear();
        _pending.Clear();
        _last = article;
        database.Run("UPDATE posted SET last = $last", ("$last", _last));
    }

    private void Insert(uint key, long article) =>
        database.Run("INSERT INTO key VALUES ($code, $article) ON CONFLICT DO NOTHING", ("$code", (long)key), ("$article", article));

    private IEnumerable<long> Pending(uint key)
    {
        for (var at = _heads.GetValueOrDefault(key, -1); at >= 0; at = _pending[at].Next)
            yield return _pending[at].Article;
    }

    private void Link(long article, uint key)
    {
        _pending.Add((article, _heads.GetValueOrDefault(key, -1)));
        _heads[key] = _pending.Count - 1;
    }

    private void Unlink(long article, uint key)
    {
        List<long> others = [.. Pending(key).Where(a => a != article)];
        _heads.Remove(key);
        others.Reverse();
        foreach (var other in others) Link(other, key);
    }
}
