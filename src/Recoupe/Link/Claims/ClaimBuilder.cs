using System.Collections.Immutable;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Claims;

/// <summary>
/// Gathers what is told into claims: wording, time and place, sides, contradictions; voices and credibility are counted by the next stage. It grows: what is
/// added is gathered anew with all that its ties reach, and with nothing else, and comes to the same as if all had been there at first.
/// </summary>
internal sealed class ClaimBuilder(Rulings rulings)
{
    private const int ShownReasons = 3;

    private readonly Dictionary<TellingKey, Node> _nodes = [];
    private readonly SortedDictionary<string, Claim> _claims = new(StringComparer.Ordinal);
    private readonly ILookup<TellingKey, TellingKey> _together =
        rulings.Together.SelectMany(p => new[] { p, (A: p.B, B: p.A) }).ToLookup(p => p.A, p => p.B);

    // What an analyst put somewhere stays to be seen, were it said by the way.
    private readonly HashSet<TellingKey> _moved = [.. rulings.Steps.SelectMany(s => s.On).Select(n => n.Key)];

    /// <summary>All, in ordinal order of their ids.</summary>
    public ImmutableArray<Claim> All => [.. _claims.Values];

    /// <summary>
    /// Every proposition that a statement, a headline or a lead puts forward stands in one claim, but for those that an analyst dismissed; what an article says
    /// by the way in its own voice does where others tell or deny it. Claims come in ordinal order of their ids.
    /// </summary>
    public static ImmutableArray<Claim> Of(IEnumerable<FiledArticle> filed, IEnumerable<StatementTie> ties, Rulings rulings)
    {
        var claims = new ClaimBuilder(rulings);
        claims.Add(filed, ties);
        return claims.All;
    }

    /// <summary>Adds articles that were not there, and all ties that they have among themselves and with what was.</summary>
    /// <returns>The ids of the claims that are new or changed.</returns>
    public IReadOnlyCollection<string> Add(IEnumerable<FiledArticle> filed, IEnumerable<StatementTie> ties)
    {
        var added = filed.SelectMany(NodesOf).ToList();
        var touched = added.Select(n => n.Group).ToHashSet();
        var other = new HashSet<Node>();
        foreach (var node in added)
            foreach (var key in _together[node.Key])
                if (_nodes.TryGetValue(key, out var joined)) Join(node, joined, touched);
        foreach (var tie in ties)
        {
            if (!_nodes.TryGetValue(tie.A, out var a) || !_nodes.TryGetValue(tie.B, out var b)) continue;
            a.Ties.Add(tie);
            b.Ties.Add(tie);
            if (tie.Kind == StatementTieKind.Same) Join(a, b, touched);
            else other.UnionWith([a, b]);
        }

        touched.UnionWith(other.Where(n => n.Ties.Exists(IsApartWithin)).Select(n => n.Group));
        touched.UnionWith(other.Where(n => n.Claim is null).Select(n => n.Group));
        return Gather(touched, other);
    }

    private bool IsApartWithin(StatementTie tie) => tie.Kind != StatementTieKind.Same && ReferenceEquals(_nodes[tie.A].Group, _nodes[tie.B].Group);

    private IEnumerable<Node> NodesOf(FiledArticle file)
    {
        foreach (var proposition in Tellings.Of(file.Article, file.Findings))
        {
            var told = new LocatedTelling(file, proposition);
            if (rulings.Dismissed.Contains(told.Key)) continue;
            var node = new Node(told);
            if (_nodes.TryAdd(told.Key, node)) yield return node;
        }
    }

    // The smaller moves, so that however a group grows, nothing moves often.
    private static void Join(Node a, Node b, HashSet<Group> touched)
    {
        var (into, from) = a.Group.Nodes.Count >= b.Group.Nodes.Count ? (a.Group, b.Group) : (b.Group, a.Group);
        touched.Add(into);
        if (ReferenceEquals(into, from)) return;
        foreach (var node in from.Nodes) node.Group = into;
        into.Nodes.AddRange(from.Nodes);
        into.Claims.AddRange(from.Claims);
        touched.Remove(from);
    }

    private List<string> Gather(HashSet<Group> touched, HashSet<Node> other)
    {
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in touched)
        {
            foreach (var id in group.Claims) _claims.Remove(id);
            group.Claims.Clear();
        }

        foreach (var group in touched)
            foreach (var keys in Clusters(group))
            {
                foreach (var key in keys) _nodes[key].Claim = null;
                if (IsClaimed(keys)) changed.Add(Gathered(group, keys));
            }

        changed.UnionWith(other.Select(n => n.Claim).OfType<string>());
        changed.UnionWith(changed.SelectMany(id => Opposed(_claims[id])).Select(o => o.Claim).ToList());
        foreach (var id in changed) _claims[id] = Contradicted(_claims[id]);
        return [.. changed];
    }

    // What articles say by the way is claimed where somebody else tells it, denies it, or tells what it cannot be true with.
    private bool IsClaimed(IReadOnlyList<TellingKey> keys)
    {
        var nodes = keys.Select(k => _nodes[k]).ToList();
        if (nodes.Exists(n => !n.Told.IsAside || _moved.Contains(n.Key))) return true;
        var article = keys[0].Article;
        return nodes.Exists(n => n.Key.Article != article || n.Ties.Exists(t => BearsOnClaimed(t, n)));
    }

    private bool BearsOnClaimed(StatementTie tie, Node node) => tie.Kind != StatementTieKind.Same && !_nodes[OtherEnd(tie, node)].Told.IsAside;

    private static TellingKey OtherEnd(StatementTie tie, Node node) => tie.A == node.Key ? tie.B : tie.A;

    private IEnumerable<IReadOnlyList<TellingKey>> Clusters(Group group) =>
        group.Nodes is [var only] ? [[only.Key]] : ClaimClusters.Of(group.Nodes.Select(n => n.Key), [.. TiesWithin(group)], rulings);

    private IEnumerable<StatementTie> TiesWithin(Group within) =>
        from node in within.Nodes
        from tie in node.Ties
        where tie.A == node.Key && ReferenceEquals(_nodes[tie.B].Group, within)
        select tie;

    private string Gathered(Group group, IReadOnlyList<TellingKey> keys)
    {
        var claim = Gather(keys);
        _claims.Add(claim.Id, claim);
        group.Claims.Add(claim.Id);
        foreach (var key in keys) _nodes[key].Claim = claim.Id;
        return claim.Id;
    }

    private Claim Gather(IReadOnlyList<TellingKey> keys)
    {
        var told = keys.Select(k => _nodes[k].Told).ToList();
        var clearest = told.MinBy(t => t.Unclearness)!;
        var days = told.Select(t => t.Day).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var decided = Rulings.Last(rulings.Wordings, keys)?.Value;
        return new(
            ContentHash.Id(["claim", .. keys.Select(k => $"{k.Article} {k.Proposition}")]),
            decided ?? clearest.Proposition.Text,
            [.. clearest.Passages],
            clearest.Language,
            told.Prepend(clearest).Select(t => t.Proposition.When).FirstOrDefault(PartialDates.IsDated),
            told.Prepend(clearest).Select(t => t.Proposition.Where).FirstOrDefault(w => w is not null),
            [.. told.Select(t => t.On(clearest, rulings.Sides.TryGetValue(t.Key, out var side) ? side : null))],
            default,
            [],
            NotJudged,
            days.FirstOrDefault(),
            days.LastOrDefault())
        {
            Supplied = decided is null ? clearest.Proposition.Supplied : [],
        };
    }

    private static Credibility NotJudged { get; } = new(6, []);

    private Claim Contradicted(Claim claim)
    {
        var others = Opposed(claim).ToLookup(o => o.Tie.Kind == StatementTieKind.Contradicts);
        var against = Others(others[true]);
        var excluded = against.Select(o => o.Claim).ToHashSet(StringComparer.Ordinal);
        return claim with { Contradicts = against, Bearing = Others(others[false].Where(o => !excluded.Contains(o.Claim))) };
    }

    private ImmutableArray<Contradiction> Others(IEnumerable<(string Claim, StatementTie Tie)> ties) =>
    [
        .. ties.GroupBy(o => o.Claim, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Contradiction(
            g.Key,
            [.. g.Select(o => o.Tie).OrderByDescending(t => t.Score).ThenBy(t => t.A).ThenBy(t => t.B).Take(ShownReasons).Select(ReasonOf)])),
    ];

    /// <summary>The claims that bear on the same point as one, tie by tie.</summary>
    private IEnumerable<(string Claim, StatementTie Tie)> Opposed(Claim claim) =>
        from position in claim.Positions
        let node = _nodes[position.Key]
        from tie in node.Ties
        where tie.Kind != StatementTieKind.Same
        let other = _nodes[OtherEnd(tie, node)].Claim
        where other is not null && !string.Equals(other, claim.Id, StringComparison.Ordinal)
        select (other, tie);

    private Reason ReasonOf(StatementTie tie) =>
        Reason.Of(tie.Code, [], tie.Settling.IsEmpty ? [.. _nodes[tie.A].Told.Passages, .. _nodes[tie.B].Told.Passages] : tie.Settling);

    /// <summary>A telling, its ties, and where it stands.</summary>
    private sealed class Node
    {
        public Node(LocatedTelling told)
        {
            (Told, Group) = (told, new());
            Group.Nodes.Add(this);
        }

        public LocatedTelling Told { get; }

        public TellingKey Key => Told.Key;

        public List<StatementTie> Ties { get; } = [];

        public Group Group { get; set; }

        public string? Claim { get; set; }
    }

    /// <summary>Tellings that ties of one proposition reach, with the claims that they make.</summary>
    private sealed class Group
    {
        public List<Node> Nodes { get; } = [];

        public List<string> Claims { get; } = [];
    }
}
