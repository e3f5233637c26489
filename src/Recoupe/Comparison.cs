using System.Collections.Immutable;

namespace Recoupe;

/// <summary>How one sentence stands to another.</summary>
/// <param name="Relation">What holds between them.</param>
/// <param name="Score">How much they have in common, 0 to 1; not a probability; four decimals.</param>
/// <param name="Reasons">What speaks for the relation.</param>
public sealed record Comparison(Relation Relation, decimal Score, ImmutableArray<Reason> Reasons);

/// <summary>What holds between two sentences.</summary>
public enum Relation
{
    /// <summary>They say the same.</summary>
    Same,

    /// <summary>Whoever says the first says the second too.</summary>
    Entails,

    /// <summary>Whoever says the second says the first too.</summary>
    Entailed,

    /// <summary>They cannot both be so.</summary>
    Contradicts,

    /// <summary>They tell of one matter, and both may be so.</summary>
    Compatible,

    /// <summary>They have too little in common.</summary>
    Unrelated,
}
