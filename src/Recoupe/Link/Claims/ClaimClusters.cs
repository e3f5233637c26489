using Recoupe.Link.Decisions;

namespace Recoupe.Link.Claims;

/// <summary>
/// Gathers statements of one proposition: strongest ties first, two groups joining where at least a third of their pairs are tied
/// and none contradict or are about one another.
/// The order of strength is total, so that the groups depend on the ties alone. What an analyst merged and split is done to them afterwards.
/// </summary>
internal sealed class ClaimClusters
{
    // Copies make groups of hundreds; a sample of each tells as well whether they belong together.
    public const int Sample = 16;

    private readonly Dictionary<(TellingKey, TellingKey), StatementTieKind> _ties;
    private readonly Dictionary<TellingKey, List<TellingKey>> _groups;

    private ClaimClusters(IEnumerable<TellingKey> keys, IReadOnlyList<StatementTie> ties)
    {
        _groups = keys.ToDictionary(k => k, k => new List<TellingKey> { k });
        _ties = ties.GroupBy(t => (t.A, t.B)).ToDictionary(g => g.Key, g => g.Max(t => t.Kind));
    }

    /// <summary>Every statement in one group; groups and their members in ascending order.</summary>
    public static IEnumerable<IReadOnlyList<TellingKey>> Of(IEnumerable<TellingKey> keys, IReadOnlyList<StatementTie> ties, Rulings rulings)
    {
        var clusters = new ClaimClusters(keys, ties);
        foreach (var tie in ties.Where(t => t.Kind == StatementTieKind.Same).OrderByDescending(t => t.Score).ThenBy(t => t.A).ThenBy(t => t.B))
            clusters.Join(tie.A, tie.B);
        var groups = clusters._groups.Values.Distinct().OrderBy(g => g[0]);
        return rulings.Steps.IsEmpty ? groups : DecidedClusters.Of(groups, rulings.Steps);
    }

    private void Join(TellingKey a, TellingKey b)
    {
        if (!_groups.TryGetValue(a, out var first) || !_groups.TryGetValue(b, out var second) || ReferenceEquals(first, second)) return;
        if (!BelongTogether(first, second)) return;
        var (into, from) = first.Count >= second.Count ? (first, second) : (second, first);
        Add(from, into);
        foreach (var key in from)
            _groups[key] = into;
    }

    // One at a time is what a page brings that repeats itself: to sort all for each would cost the square.
    private static void Add(List<TellingKey> from, List<TellingKey> into)
    {
        if (from is [var only])
        {
            into.Insert(~into.BinarySearch(only), only);
            return;
        }

        into.AddRange(from);
        into.Sort();
    }

    private bool BelongTogether(List<TellingKey> first, List<TellingKey> second)
    {
        int pairs = 0, tied = 0;
        foreach (var a in first.Take(Sample))
            foreach (var b in second.Take(Sample))
            {
                pairs++;
                if (!_ties.TryGetValue(a.CompareTo(b) < 0 ? (a, b) : (b, a), out var kind)) continue;
                if (kind != StatementTieKind.Same) return false;
                tied++;
            }

        return tied * 3 >= pairs;
    }
}
