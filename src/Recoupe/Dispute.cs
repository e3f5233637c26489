using System.Collections.Immutable;

namespace Recoupe;

/// <summary>The claims that bear on one point, each in its relation to another; or one claim that some say is not so.</summary>
/// <param name="Id">A hash of its claims' ids.</param>
/// <param name="Text">The wording of its chief claim.</param>
/// <param name="Claims">The ids of its claims, the chief one first, the rest in ordinal order.</param>
/// <param name="Relations">How they stand to each other, in ordinal order of their two claims; none where there is one claim.</param>
/// <param name="Worth">What makes it worth a look, the first reason first; no verdict.</param>
/// <param name="First">The earliest day that any of them was told, or <see langword="null"/>.</param>
/// <param name="Last">The latest, or <see langword="null"/>.</param>
public sealed record Dispute(
    string Id,
    string Text,
    ImmutableArray<string> Claims,
    ImmutableArray<DisputeRelation> Relations,
    ImmutableArray<Reason> Worth,
    string? First,
    string? Last);

/// <summary>How one claim of a dispute stands to another.</summary>
/// <param name="A">The id of the one; where the relation has a direction, the one that denies, disowns, retracts, weakens or comes
/// later.</param>
/// <param name="B">The id of the other.</param>
/// <param name="Kind">What the relation is.</param>
/// <param name="Reasons">Why.</param>
public sealed record DisputeRelation(string A, string B, RelationKind Kind, ImmutableArray<Reason> Reasons);

/// <summary>The relations of claims in a dispute.</summary>
public enum RelationKind
{
    /// <summary>One says that the other is not so.</summary>
    Denial,

    /// <summary>They give one measure two values that exclude each other.</summary>
    RivalValue,

    /// <summary>They explain one thing otherwise, or give it another doer.</summary>
    RivalExplanation,

    /// <summary>One grants a part of the other.</summary>
    Partial,

    /// <summary>One brings the other up to date.</summary>
    Update,

    /// <summary>One says that it never told the other: against the attribution, not the value.</summary>
    Disowns,

    /// <summary>One takes the other back.</summary>
    Retracts,
}
