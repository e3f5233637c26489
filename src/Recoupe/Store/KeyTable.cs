using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Recoupe.Store;

/// <summary>
/// Which articles have a key. Rows are posted in large sorted lots, since to put each article's hundred keys where they belong would touch a hundred pages of
/// the file; what is not posted yet is held in memory and, after a restart, made again from the articles' own lists.
/// </summary>
internal sealed class KeyTable(Database database)
{
    private const int MostPending = 1 << 21;

    private readonly Dictionary<uint, int> heads = [];
    private readonly List<(long Article, int Next)> pending = [];
    private readonly HashSet<uint> crowded = [];

    // Crowded keys that articles were removed from, less those that were added since.
    private readonly Dictionary<uint, int> left = [];
    private long last;
    private bool isLoaded;

    /// <summary>Forgets what is held in memory: the file says it again.</summary>
    public void Reset()
    {
        heads.Clear();
        pending.Clear();
        crowded.Clear();
        left.Clear();
        isLoaded = false;
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
            if (crowded.Contains(key)) left[key] = left.GetValueOrDefault(key) - 1;
            else Join(article, key, found, first);
        }

        if (pending.Count > MostPending) Post(article);
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
            if (crowded.Contains(key)) left[key] = left.GetValueOrDefault(key) + 1;
            else if (article <= last) database.Run("DELETE FROM key WHERE code = $code AND article = $article", ("$code", (long)key), ("$article", article));
            else Unlink(article, key);
        }
    }

    /// <summary>The keys that are crowded.</summary>
    public IReadOnlySet<uint> Crowded()
    {
        Load();
        return crowded;
    }

    /// <summary>Makes keys live again that are no longer crowded, since articles were removed; the articles of each.</summary>
    public ImmutableArray<ImmutableArray<long>> Revive()
    {
        var thinned = left.Where(l => l.Value > 0).Select(l => l.Key).ToHashSet();
        left.Clear();
        if (thinned.Count == 0) return [];
        var members = thinned.ToDictionary(k => k, _ => new List<long>());
        foreach (var (article, keys) in database.Stream("SELECT article, keys FROM sketch ORDER BY article", r => (r.GetInt64(0), IndexedArticle.Read(r.GetFieldValue<byte[]>(1)))))
            foreach (var key in keys.Where(k => thinned.Contains(k.Code)))
                members[key.Code].Add(article);
        var revived = members.Where(m => m.Value.Count <= new BlockingKey(m.Key).Limit).ToList();
        foreach (var (key, articles) in revived) Uncrowd(key, articles);
        return [.. revived.Select(m => m.Value.ToImmutableArray())];
    }

    // What was found from the first on is the key's bucket, as far as it is posted.
    private void Join(long article, uint key, List<long> found, int first)
    {
        for (var at = heads.GetValueOrDefault(key, -1); at >= 0; at = pending[at].Next) found.Add(pending[at].Article);
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
        crowded.Add(key);
        heads.Remove(key);
        database.Run("INSERT INTO crowded VALUES ($code)", ("$code", (long)key));
        database.Run("DELETE FROM key WHERE code = $code", ("$code", (long)key));
    }

    private void Uncrowd(uint key, List<long> articles)
    {
        crowded.Remove(key);
        database.Run("DELETE FROM crowded WHERE code = $code", ("$code", (long)key));
        foreach (var article in articles)
        {
            if (article <= last) Insert(key, article);
            else Link(article, key);
        }
    }

    private void Load()
    {
        if (isLoaded) return;
        isLoaded = true;
        last = database.Rows("SELECT last FROM posted", r => r.GetInt64(0)).Single();
        crowded.UnionWith(database.Rows("SELECT code FROM crowded", r => (uint)r.GetInt64(0)));
        foreach (var (article, keys) in database.Rows("SELECT article, keys FROM sketch WHERE article > $last ORDER BY article", r => (r.GetInt64(0), IndexedArticle.Read(r.GetFieldValue<byte[]>(1))), ("$last", last)))
            foreach (var key in keys.Where(k => !crowded.Contains(k.Code)))
                Link(article, key.Code);
    }

    /// <summary>The rows of some keys, in the order of the keys.</summary>
    private List<(uint Code, long Article)> Posted(ImmutableArray<BlockingKey> keys)
    {
        if (last == 0) return [];
        var list = new StringBuilder("[").AppendJoin(',', keys.Select(k => k.Code.ToString(CultureInfo.InvariantCulture))).Append(']').ToString();
        return database.Rows("SELECT code, article FROM json_each($keys) CROSS JOIN key ON code = value", r => ((uint)r.GetInt64(0), r.GetInt64(1)), ("$keys", list));
    }

    private void Post(long article)
    {
        foreach (var (key, head) in heads.OrderBy(h => h.Key))
            for (var at = head; at >= 0; at = pending[at].Next)
                Insert(key, pending[at].Article);
        heads.Clear();
        pending.Clear();
        last = article;
        database.Run("UPDATE posted SET last = $last", ("$last", last));
    }

    private void Insert(uint key, long article) =>
        database.Run("INSERT INTO key VALUES ($code, $article) ON CONFLICT DO NOTHING", ("$code", (long)key), ("$article", article));

    private IEnumerable<long> Pending(uint key)
    {
        for (var at = heads.GetValueOrDefault(key, -1); at >= 0; at = pending[at].Next)
            yield return pending[at].Article;
    }

    private void Link(long article, uint key)
    {
        pending.Add((article, heads.GetValueOrDefault(key, -1)));
        heads[key] = pending.Count - 1;
    }

    private void Unlink(long article, uint key)
    {
        List<long> others = [.. Pending(key).Where(a => a != article)];
        heads.Remove(key);
        others.Reverse();
        foreach (var other in others) Link(other, key);
    }
}
