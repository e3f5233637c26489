using System.Collections.Immutable;
using Recoupe.Utility;

namespace Recoupe.Judge.Disputes;

/// <summary>Disputes that stand until one of their claims changes.</summary>
internal sealed class StandingDisputes
{
    private readonly Dictionary<string, Point> _points = new(StringComparer.Ordinal);

    /// <summary>Gathers anew the disputes that a change touches.</summary>
    /// <param name="touched">Claims that are new, others than before, or gone.</param>
    /// <param name="claims">A claim by its id, where there is one.</param>
    public void Follow(IReadOnlyCollection<string> touched, Func<string, Claim?> claims)
    {
        var left = touched.ToHashSet(StringComparer.Ordinal);
        left.UnionWith(touched.Select(claims).OfType<Claim>().SelectMany(DisputeBuilder.Related).Select(o => o.Claim).ToList());
        left.UnionWith(left.Select(id => _points.GetValueOrDefault(id)).OfType<Point>().SelectMany(p => p.Claims).Select(c => c.Id).ToList());
        foreach (var id in left) _points.Remove(id);
        foreach (var group in Groups([.. left.Select(claims).OfType<Claim>()], claims))
        {
            var point = new Point([.. group], DisputeBuilder.Build(group));
            foreach (var claim in group) _points[claim.Id] = point;
        }
    }

    /// <summary>What is most worth a look first; of equals, by id.</summary>
    /// <param name="latest">The last day that any claim of the ledger is told on.</param>
    public ImmutableArray<Dispute> InOrder(string? latest) =>
    [
        .. _points.Values.Distinct<Point>(ReferenceEqualityComparer.Instance).Select(p => (p.Dispute, Worth: p.Worth(latest)))
            .OrderByDescending(d => d.Worth.Value).ThenBy(d => d.Dispute.Id, StringComparer.Ordinal)
            .Select(d => d.Dispute with { Worth = d.Worth.Reasons }),
    ];

    private static IEnumerable<List<Claim>> Groups(List<Claim> among, Func<string, Claim?> claims)
    {
        var disputed = among.FindAll(DisputeBuilder.IsDisputed);
        var joined = new DisjointSets(disputed.SelectMany(c => DisputeBuilder.Related(c).Select(o => o.Claim).Append(c.Id)).Distinct(StringComparer.Ordinal));
        foreach (var claim in disputed)
            foreach (var other in DisputeBuilder.Related(claim)) joined.Join(claim.Id, other.Claim);
        return joined.All().Select(ids => ids.Select(id => claims(id)!).OrderByDescending(DisputeBuilder.Heard).ThenBy(c => c.Id, StringComparer.Ordinal).ToList());
    }

    /// <summary>The claims of a dispute, the most heard first.</summary>
    private sealed class Point(ImmutableArray<Claim> claims, Dispute dispute)
    {
        private (string? Latest, (int Value, ImmutableArray<Reason> Reasons) Worth)? _told;

        public ImmutableArray<Claim> Claims => claims;

        public Dispute Dispute => dispute;

        public (int Value, ImmutableArray<Reason> Reasons) Worth(string? latest)
        {
            if (_told is not { } told || !string.Equals(told.Latest, latest, StringComparison.Ordinal)) _told = told = (latest, DisputeWorth.Of(claims, latest));
            return told.Worth;
        }
    }
}
