using System.Collections.Immutable;

namespace Recoupe;

/// <summary>Two entities that may be one: too doubtful to merge, so that only the reader can say.</summary>
/// <param name="First">An entity's id; the lesser of the two.</param>
/// <param name="Second">The other's.</param>
/// <param name="Score">Orders results; not a probability; four decimals.</param>
/// <param name="Reasons">Why they may be one, with a passage of each.</param>
public sealed record Suggestion(string First, string Second, decimal Score, ImmutableArray<Reason> Reasons);
