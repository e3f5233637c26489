using System.Collections.Immutable;

namespace Recoupe;

/// <summary>What can still be read of a ledger that does not open.</summary>
/// <param name="Pages">How many pages can.</param>
/// <param name="Lost">A refusal for each page that is known of and cannot.</param>
/// <param name="Questions">How many questions can.</param>
public sealed record Wreckage(int Pages, ImmutableArray<Rejection> Lost, int Questions);
