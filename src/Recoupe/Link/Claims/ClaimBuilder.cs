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
    private readonly Dictionary<ArticleId, List<Node>> _byArticle = [];
    private readonly SortedDictionary<string, Claim> _claims = new(StringComparer.Ordinal);

    // What an analyst dismissed, and the ties that wait for it to come back.
    private readonly Dictionary<TellingKey, LocatedTelling> _dismissed = [];
    private readonly Dictionary<TellingKey, List<StatementTie>> _waiting = [];

    private Rulings _rulings = rulings;
    private ILookup<TellingKey, TellingKey> _together = Together(rulings);
    private HashSet<TellingKey> _moved = Moved(rulings);

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

    /// <summary>A claim as it was gathered; <see langword="null"/> where there is none of the id.</summary>
    public Claim? Find(string id) => _claims.GetValueOrDefault(id);

    /// <summary>The claims that what some articles tell stands in.</summary>
    public IEnumerable<string> In(IEnumerable<ArticleId> articles) =>
        articles.SelectMany(a => _byArticle.GetValueOrDefault(a, []))
            .Select(n => n.Claim).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The claims that some tellings stand in.</summary>
    public IEnumerable<string> With(IEnumerable<TellingKey> tellings) =>
        tellings.Select(t => _nodes.GetValueOrDefault(t)?.Claim).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>
    /// Takes in claims that were gathered before, as far as a change can reach: the tellings of some articles, their ties, and the claims
    /// that they stand in.
    /// </summary>
    public void Seed(
        IEnumerable<FiledArticle> filed, IEnumerable<StatementTie> ties, Func<TellingKey, string?> claimOf, Func<string, Claim> claims)
    {
        var (stir, nodes) = (new Stir(), filed.SelectMany(NodesOf).ToList());
        foreach (var tie in ties) Tie(tie, stir);
        foreach (var node in nodes)
        {
            JoinDecided(node, stir.Touched);
            if (claimOf(node.Key) is not { } id) continue;
            node.Claim = id;
            if (_claims.TryAdd(id, claims(id))) node.Group.Claims.Add(id);
        }
    }

    /// <summary>Finds again what faces some claims.</summary>
    public void Turn(IEnumerable<string> ids)
    {
        foreach (var id in ids) _claims[id] = Contradicted(_claims[id]);
    }

    /// <summary>Adds articles that were not there, and all ties that they have among themselves and with what was.</summary>
    /// <returns>What that changed.</returns>
    public ClaimChanges Add(IEnumerable<FiledArticle> filed, IEnumerable<StatementTie> ties) => Change(filed, ties, [], _rulings);

    /// <summary>Follows what has changed: what is added, ties that hold no longer, other decisions.</summary>
    /// <param name="filed">Articles that were not there.</param>
    /// <param name="ties">The ties that they have among themselves and with what was.</param>
    /// <param name="gone">Ties that were there and hold no longer.</param>
    /// <param name="rulings">What the analyst's decisions come to now.</param>
    /// <returns>What that changed.</returns>
    public ClaimChanges Change(
        IEnumerable<FiledArticle> filed, IEnumerable<StatementTie> ties, IReadOnlyCollection<StatementTie> gone, Rulings rulings)
    {
        var stir = new Stir();
        var returned = Follow(rulings, stir);
        foreach (var tie in gone) Untie(tie, stir);
        Dissolve(stir);
        var (added, waiting) = Returned(returned);
        added.AddRange(filed.SelectMany(NodesOf));
        foreach (var node in added)
        {
            stir.Touched.Add(node.Group);
            JoinDecided(node, stir.Touched);
        }

        foreach (var tie in waiting.Concat(ties)) Tie(tie, stir);
        return Gather(stir);
    }

    private static ILookup<TellingKey, TellingKey> Together(Rulings rulings) =>
        rulings.Together.SelectMany(p => new[] { p, (A: p.B, B: p.A) }).ToLookup(p => p.A, p => p.B);

    // What an analyst put somewhere stays to be seen, were it said by the way.
    private static HashSet<TellingKey> Moved(Rulings rulings) => [.. rulings.Steps.SelectMany(s => s.On).Select(n => n.Key)];

    // What other decisions touch is gathered anew; what they no longer dismiss comes back.
    private ImmutableHashSet<TellingKey> Follow(Rulings rulings, Stir stir)
    {
        if (ReferenceEquals(rulings, _rulings)) return [];
        var before = _rulings;
        (_rulings, _together, _moved) = (rulings, Together(rulings), Moved(rulings));
        foreach (var key in rulings.OtherSteps(before))
            if (_nodes.TryGetValue(key, out var node)) stir.Loose.Add(node.Group);
        foreach (var key in rulings.OtherWords(before))
            if (_nodes.TryGetValue(key, out var node)) stir.Touched.Add(node.Group);
        foreach (var key in rulings.Dismissed.Except(before.Dismissed))
            if (_nodes.TryGetValue(key, out var node)) Dismiss(node, stir);
        return before.Dismissed.Except(rulings.Dismissed);
    }

    private void Dismiss(Node node, Stir stir)
    {
        stir.Loose.Add(node.Group);
        foreach (var tie in node.Ties)
        {
            var other = _nodes[OtherEnd(tie, node)];
            other.Ties.Remove(tie);
            stir.Touched.Add(other.Group);
            Wait(tie, node.Key);
        }

        node.Group.Nodes.Remove(node);
        node.Group.Left.Add(node);
        _nodes.Remove(node.Key);
        _byArticle[node.Key.Article].Remove(node);
        _dismissed.Add(node.Key, node.Told);
    }

    private void Wait(StatementTie tie, TellingKey end)
    {
        if (!_waiting.TryGetValue(end, out var ties)) _waiting.Add(end, ties = []);
        ties.Add(tie);
    }

    private (List<Node> Nodes, List<StatementTie> Ties) Returned(ImmutableHashSet<TellingKey> keys)
    {
        var (nodes, ties) = (new List<Node>(), new List<StatementTie>());
        foreach (var key in keys.Order())
        {
            if (!_dismissed.Remove(key, out var told)) continue;
            nodes.Add(Placed(new(told)));
            if (_waiting.Remove(key, out var waiting)) ties.AddRange(waiting);
        }

        return (nodes, ties);
    }

    private void Untie(StatementTie tie, Stir stir)
    {
        foreach (var key in new[] { tie.A, tie.B })
        {
            if (_waiting.TryGetValue(key, out var waiting)) waiting.RemoveAll(t => ReferenceEquals(t, tie));
            if (!_nodes.TryGetValue(key, out var node)) continue;
            if (node.Ties.RemoveAll(t => ReferenceEquals(t, tie)) == 0) continue;
            (tie.Kind == StatementTieKind.Same ? stir.Loose : stir.Touched).Add(node.Group);
        }
    }

    // What held them together may be gone: all are parted first, and put together again from the ties that are left.
    private void Dissolve(Stir stir)
    {
        var nodes = stir.Loose.SelectMany(g => g.Nodes).ToList();
        foreach (var group in stir.Loose) Clear(group, stir);
        stir.Touched.ExceptWith(stir.Loose);
        foreach (var node in nodes)
        {
            node.Group = new(node);
            stir.Touched.Add(node.Group);
        }

        foreach (var node in nodes)
        {
            foreach (var tie in node.Ties)
                if (tie.Kind == StatementTieKind.Same) Join(node, _nodes[OtherEnd(tie, node)], stir.Touched);
            JoinDecided(node, stir.Touched);
        }
    }

    private void JoinDecided(Node node, HashSet<Group> touched)
    {
        foreach (var key in _together[node.Key])
            if (_nodes.TryGetValue(key, out var joined)) Join(node, joined, touched);
    }

    private void Tie(StatementTie tie, Stir stir)
    {
        if (_dismissed.ContainsKey(tie.A)) Wait(tie, tie.A);
        else if (_dismissed.ContainsKey(tie.B)) Wait(tie, tie.B);
        if (!_nodes.TryGetValue(tie.A, out var a) || !_nodes.TryGetValue(tie.B, out var b)) return;
        a.Ties.Add(tie);
        b.Ties.Add(tie);
        if (tie.Kind == StatementTieKind.Same) Join(a, b, stir.Touched);
        else stir.Tied.UnionWith([a, b]);
    }

    private bool IsApartWithin(StatementTie tie) => tie.Kind != StatementTieKind.Same && ReferenceEquals(_nodes[tie.A].Group, _nodes[tie.B].Group);

    private IEnumerable<Node> NodesOf(FiledArticle file)
    {
        foreach (var proposition in Tellings.Of(file.Article, file.Findings))
        {
            var told = new LocatedTelling(file, proposition);
            if (_nodes.ContainsKey(told.Key)) continue;
            if (_rulings.Dismissed.Contains(told.Key)) _dismissed.TryAdd(told.Key, told);
            else yield return Placed(new(told));
        }
    }

    private Node Placed(Node node)
    {
        _nodes.Add(node.Key, node);
        if (!_byArticle.TryGetValue(node.Key.Article, out var known)) _byArticle.Add(node.Key.Article, known = []);
        known.Add(node);
        return node;
    }

    // The smaller moves, so that however a group grows, nothing moves often.
    private static void Join(Node a, Node b, HashSet<Group> touched)
    {
        var (into, from) = a.Group.Nodes.Count >= b.Group.Nodes.Count ? (a.Group, b.Group) : (b.Group, a.Group);
        touched.Add(into);
        if (ReferenceEquals(into, from)) return;
        foreach (var node in from.Nodes) node.Group = into;
        into.Nodes.AddRange(from.Nodes);
        into.Left.AddRange(from.Left);
        into.Claims.AddRange(from.Claims);
        touched.Remove(from);
    }

    private ClaimChanges Gather(Stir stir)
    {
        stir.Touched.UnionWith(stir.Tied.Where(n => n.Claim is null || n.Ties.Exists(IsApartWithin)).Select(n => n.Group).ToList());
        stir.Turned.UnionWith(stir.Tied);
        foreach (var group in stir.Touched) Clear(group, stir);
        var gathered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in stir.Touched)
        {
            foreach (var keys in Clusters(group))
                if (IsClaimed(keys)) gathered.Add(Gathered(group, keys));
        }

        var turned = stir.Turned.Select(n => n.Claim).OfType<string>().ToHashSet(StringComparer.Ordinal);
        turned.UnionWith(gathered);
        foreach (var id in turned) _claims[id] = Contradicted(_claims[id]);
        turned.ExceptWith(gathered);
        stir.Gone.ExceptWith(gathered);
        return new(gathered, turned, stir.Gone);
    }

    // Its claims go; whatever faced one of them faces another claim now, or none.
    private void Clear(Group group, Stir stir)
    {
        foreach (var id in group.Claims)
        {
            _claims.Remove(id);
            stir.Gone.Add(id);
        }

        group.Claims.Clear();
        foreach (var node in group.Nodes.Concat(group.Left))
        {
            node.Claim = null;
            foreach (var tie in node.Ties)
                if (tie.Kind != StatementTieKind.Same && _nodes.TryGetValue(OtherEnd(tie, node), out var other)) stir.Turned.Add(other);
        }

        group.Left.Clear();
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
        group.Nodes is [var only] ? [[only.Key]] : ClaimClusters.Of(group.Nodes.Select(n => n.Key), [.. TiesWithin(group)], _rulings);

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
        var decided = Rulings.Last(_rulings.Wordings, keys)?.Value;
        return new(
            ContentHash.Id(["claim", .. keys.Select(k => $"{k.Article} {k.Proposition}")]),
            decided ?? clearest.Proposition.Text,
            [.. clearest.Passages],
            clearest.Language,
            told.Prepend(clearest).Select(t => t.Proposition.When).FirstOrDefault(PartialDates.IsDated),
            told.Prepend(clearest).Select(t => t.Proposition.Where).FirstOrDefault(w => w is not null),
            [.. told.Select(t => t.On(clearest, _rulings.Sides.TryGetValue(t.Key, out var side) ? side : null))],
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

    /// <summary>What a change sets moving.</summary>
    private sealed class Stir
    {
        /// <summary>Groups to be put together anew, since what held them may be gone.</summary>
        public HashSet<Group> Loose { get; } = [];

        /// <summary>Groups whose claims are to be gathered anew.</summary>
        public HashSet<Group> Touched { get; } = [];

        /// <summary>Tellings that a new tie says to be apart from another, or about it.</summary>
        public HashSet<Node> Tied { get; } = [];

        /// <summary>Tellings whose claims may face others.</summary>
        public HashSet<Node> Turned { get; } = [];

        /// <summary>Claims that were there.</summary>
        public HashSet<string> Gone { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>A telling, its ties, and where it stands.</summary>
    private sealed class Node
    {
        public Node(LocatedTelling told) => (Told, Group) = (told, new(this));

        public LocatedTelling Told { get; }

        public TellingKey Key => Told.Key;

        public List<StatementTie> Ties { get; } = [];

        public Group Group { get; set; }

        public string? Claim { get; set; }
    }

    /// <summary>Tellings that ties of one proposition reach, with the claims that they make.</summary>
    private sealed class Group(Node first)
    {
        public List<Node> Nodes { get; } = [first];

        /// <summary>Those that were taken out of it since its claims were gathered.</summary>
        public List<Node> Left { get; } = [];

        public List<string> Claims { get; } = [];
    }
}
