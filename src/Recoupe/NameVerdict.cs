using System.Collections.Immutable;

namespace Recoupe;

/// <summary>Whether two wordings can name one referent.</summary>
/// <param name="Same">Whether they are taken to.</param>
/// <param name="Sure">Whether a ledger may merge on it; otherwise it is a suggestion.</param>
/// <param name="Score">From 0 to 1; orders results, is no probability; four decimals.</param>
/// <param name="Reasons">Why.</param>
public sealed record NameVerdict(bool Same, bool Sure, decimal Score, ImmutableArray<Reason> Reasons);
