namespace Recoupe.Link.Decisions;

/// <summary>
/// Does to groups of statements what an analyst decided, step by step: a merge moves claims named whole, and statements named alone, into the group of what is
/// named first; a split takes what is named later out of it. Nothing else moves.
/// </summary>
internal sealed class DecidedClusters
{
    private readonly Dictionary<TellingKey, List<TellingKey>> _groups;

    private DecidedClusters(IEnumerable<IReadOnlyList<TellingKey>> groups) =>
        _groups = groups.Select(g => g.ToList()).SelectMany(g => g.Select(key => (key, g))).ToDictionary(g => g.key, g => g.g);

    /// <summary>The groups after all steps; they and their members in ascending order.</summary>
    public static IEnumerable<IReadOnlyList<TellingKey>> Of(IEnumerable<IReadOnlyList<TellingKey>> groups, IEnumerable<ClaimStep> steps)
    {
        var decided = new DecidedClusters(groups);
        foreach (var step in steps)
        {
            if (step.IsMerge) decided.Merge(step);
            else decided.Split(step);
        }

        return decided.InOrder();
    }

    private IEnumerable<IReadOnlyList<TellingKey>> InOrder()
    {
        var groups = _groups.Values.Distinct<List<TellingKey>>(ReferenceEqualityComparer.Instance).ToList();
        foreach (var group in groups) group.Sort();
        return groups.OrderBy(g => g[0]);
    }

    private void Merge(ClaimStep step)
    {
        var named = step.On.Where(n => _groups.ContainsKey(n.Key)).ToList();
        if (named.Count == 0) return;
        var one = _groups[named[0].Key];
        foreach (var (key, _, isOfClaim) in named)
        {
            var group = _groups[key];
            if (ReferenceEquals(group, one)) continue;
            // Whoever names a claim means what has joined it since, too.
            if (isOfClaim) foreach (var member in group.ToList()) Move(member, one);
            else Move(key, one);
        }
    }

    private void Split(ClaimStep step)
    {
        var staying = step.On.Where(n => n.Item == 0 && _groups.ContainsKey(n.Key)).Select(n => _groups[n.Key]).ToHashSet<List<TellingKey>>(ReferenceEqualityComparer.Instance);
        var parted = new Dictionary<List<TellingKey>, List<TellingKey>>(ReferenceEqualityComparer.Instance);
        foreach (var (key, _, _) in step.On.Where(n => n.Item > 0 && _groups.ContainsKey(n.Key)))
        {
            var group = _groups[key];
            if (!staying.Contains(group)) continue;
            if (!parted.TryGetValue(group, out var leaving)) parted.Add(group, leaving = []);
            Move(key, leaving);
        }
    }

    private void Move(TellingKey key, List<TellingKey> to)
    {
        _groups[key].Remove(key);
        to.Add(key);
        _groups[key] = to;
    }
}
