using System.Collections.Immutable;

namespace Recoupe.Store;

/// <summary>
/// The articles and live ties of a ledger that whoever derives it has met already, so that as it grows only what is new is read. Where an
/// article is gone or was read again, all is read anew.
/// </summary>
internal sealed class MetRows(LedgerFile file)
{
    private readonly Dictionary<long, (ArticleId Id, string Version)> _articles = [];
    private readonly Dictionary<(long Newer, long Older), (int Shared, Ties Ties)> _ties = [];
    private Dictionary<long, ImmutableArray<BlockingKey>> _crowdedKeys = [];
    private IReadOnlySet<uint> _crowded = new HashSet<uint>();
    private TieBytes _reader = new();
    private long _changes = -1;
    private long _last;
    private long _rows;

    /// <summary>What came, and which ties hold no longer, since the last time that this was asked.</summary>
    public RowChanges Follow()
    {
        var changes = file.Changes;
        if (changes == _changes) return RowChanges.None;
        var articles = file.Articles();
        var isAnew = _changes < 0 || !IsGrown(articles);
        if (isAnew) LetGo();
        _changes = changes;
        var added = articles.Where(a => !_articles.ContainsKey(a.Serial)).ToList();
        foreach (var (serial, id, version) in added) _articles.Add(serial, (id, version));
        var gone = Crowd(added.Select(a => a.Serial));
        var ties = Read();
        return new(isAnew, [.. added.Select(a => (a.Serial, a.Id))], ties, gone);
    }

    // Whatever was met is there as it was: the rows of an article are written once, and ties come with the newer of their two.
    private bool IsGrown(ImmutableArray<(long Serial, ArticleId Id, string Version)> articles)
    {
        var same = articles.Count(a => _articles.TryGetValue(a.Serial, out var met) && met == (a.Id, a.Version));
        return same == _articles.Count && file.TiesUpTo(_last) == _rows;
    }

    private void LetGo()
    {
        _articles.Clear();
        _ties.Clear();
        _crowdedKeys.Clear();
        (_crowded, _reader, _last, _rows) = (new HashSet<uint>(), new(), 0, 0);
    }

    // A newcomer that makes a key too common silences the ties that rested on it alone.
    private ImmutableArray<Ties> Crowd(IEnumerable<long> added)
    {
        var crowded = file.Crowded();
        if (crowded.Count == 0) return [];
        if (_crowded.SetEquals(crowded))
        {
            foreach (var serial in added) Crowd(serial, file.Keys(serial));
            return [];
        }

        var before = _crowdedKeys;
        (_crowded, _crowdedKeys) = (crowded.ToHashSet(), file.CrowdedKeys());
        var other = _crowdedKeys.Where(k => before.GetValueOrDefault(k.Key, []).Length != k.Value.Length).Select(k => k.Key).ToHashSet();
        var silent = _ties.Where(t => other.Contains(t.Key.Newer) && other.Contains(t.Key.Older) && !IsLive(t.Key.Newer, t.Key.Older, t.Value.Shared)).ToList();
        foreach (var (ends, _) in silent) _ties.Remove(ends);
        return [.. silent.Select(t => t.Value.Ties)];
    }

    private void Crowd(long serial, ImmutableArray<BlockingKey> keys)
    {
        var crowded = keys.Where(k => _crowded.Contains(k.Code)).ToImmutableArray();
        if (!crowded.IsEmpty) _crowdedKeys[serial] = crowded;
    }

    private bool IsLive(long newer, long older, int shared) =>
        newer == older
        || !_crowdedKeys.TryGetValue(newer, out var a)
        || !_crowdedKeys.TryGetValue(older, out var b)
        || shared > IndexedArticle.Shared(a.AsSpan(), b.AsSpan());

    private ImmutableArray<Ties> Read()
    {
        var read = new List<(string A, string B, Ties Ties)>();
        foreach (var (newer, older, shared, bytes) in file.TiesAfter(_last))
        {
            _rows++;
            if (!IsLive(newer, older, shared)) continue;
            var (a, b) = (IdOf(newer), IdOf(older));
            if (string.CompareOrdinal(a, b) > 0) (a, b) = (b, a);
            var ties = _reader.Read(a, b, bytes);
            _ties.Add((newer, older), (shared, ties));
            read.Add((a, b, ties));
        }

        _last = _articles.Count == 0 ? 0 : _articles.Keys.Max();
        return [.. read.OrderBy(t => t.A, StringComparer.Ordinal).ThenBy(t => t.B, StringComparer.Ordinal).Select(t => t.Ties)];
    }

    private string IdOf(long serial) =>
        _articles.TryGetValue(serial, out var article) ? article.Id.Value : throw file.Missing("article");
}

/// <summary>What came to a ledger, and which of its ties hold no longer.</summary>
/// <param name="IsAnew">Whether this is all that there is, and nothing that was met before holds.</param>
/// <param name="Articles">The articles that came, in ordinal order of their ids.</param>
/// <param name="Ties">The ties that came, by their two ids.</param>
/// <param name="Gone">Ties that were there.</param>
internal sealed record RowChanges(bool IsAnew, ImmutableArray<(long Serial, ArticleId Id)> Articles, ImmutableArray<Ties> Ties, ImmutableArray<Ties> Gone)
{
    /// <summary>Nothing came.</summary>
    public static RowChanges None { get; } = new(false, [], [], []);
}
