using System.Collections.Immutable;

namespace Recoupe.Judge.Disputes;

/// <summary>Gathers the claims that bear on one point: those that some deny, and those that cannot be true together, with what relates them.</summary>
internal static class DisputeBuilder
{
    /// <summary>What is most worth a look first; of equals, by id.</summary>
    public static ImmutableArray<Dispute> Of(ImmutableArray<Claim> claims)
    {
        var disputes = new StandingDisputes();
        var byId = claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        disputes.Follow([.. byId.Keys], byId.GetValueOrDefault);
        return disputes.InOrder(claims.Select(c => c.Last).OfType<string>().Max(StringComparer.Ordinal));
    }

    // A series of updates alone is disputed by nobody.
    public static bool IsDisputed(Claim claim) =>
        IsDenied(claim) || !claim.Contradicts.IsEmpty || claim.Bearing.Any(b => KindOf(b) != RelationKind.Update);

    // Told by some, or by a public at least, and said by others not to be so.
    private static bool IsDenied(Claim claim) => claim.Positions.Any(p => p.Side == Side.Against) && claim.Positions.Any(p => p.Side == Side.For);

    /// <summary>The claims that bear on the same point as one.</summary>
    public static IEnumerable<Contradiction> Related(Claim claim) => claim.Contradicts.Concat(claim.Bearing);

    /// <summary>How many voices a claim has, on both sides.</summary>
    public static int Heard(Claim claim) => claim.Independent.For + claim.Independent.Against;

    /// <summary>The dispute of some claims, the most heard first, before its worth is told.</summary>
    public static Dispute Build(List<Claim> group)
    {
        var chief = group[0];
        ImmutableArray<string> ids = [chief.Id, .. group.Skip(1).Select(c => c.Id).Order(StringComparer.Ordinal)];
        var days = group.SelectMany(c => new[] { c.First, c.Last }).OfType<string>().Order(StringComparer.Ordinal).ToList();
        return new(ContentHash.Id(["dispute", .. ids.Order(StringComparer.Ordinal)]), chief.Text, ids, Relations(group), [], days.FirstOrDefault(), days.LastOrDefault());
    }

    private static ImmutableArray<DisputeRelation> Relations(List<Claim> claims)
    {
        var relations = from claim in claims
                        from other in Related(claim)
                        let kind = KindOf(other)
                        where IsDirected(kind) ? IsFrom(claim, other) : string.CompareOrdinal(claim.Id, other.Claim) < 0
                        select new DisputeRelation(claim.Id, other.Claim, kind, other.Reasons);
        return [.. relations.OrderBy(r => r.A, StringComparer.Ordinal).ThenBy(r => r.B, StringComparer.Ordinal).ThenBy(r => r.Kind)];
    }

    private static RelationKind KindOf(Contradiction other) => other.Reasons[0].Code switch
    {
        "FIGURES-APART" or "HOURS-APART" => RelationKind.RivalValue,
        "DOERS-APART" or "OTHER-EXPLANATION" => RelationKind.RivalExplanation,
        "DISOWNS" => RelationKind.Disowns,
        "RETRACTS" => RelationKind.Retracts,
        "PARTIAL" => RelationKind.Partial,
        "UPDATES" => RelationKind.Update,
        _ => RelationKind.Denial,
    };

    private static bool IsDirected(RelationKind kind) => kind is RelationKind.Disowns or RelationKind.Retracts or RelationKind.Partial or RelationKind.Update;

    // The first passage of a directed relation is of the claim that it starts from.
    private static bool IsFrom(Claim claim, Contradiction other) =>
        other.Reasons[0].Passages is [var first, ..] && claim.Positions.Any(p => p.Article == first.Article && p.Spans.Contains(first.Span));
}
