using System.Collections.Immutable;

namespace Recoupe;

/// <summary>A ledger with what is told of it one claim at a time.</summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="Changes">What would give each of its claims another rating, in the order of the claims.</param>
internal sealed record DerivedLedger(Ledger Ledger, ImmutableArray<ImmutableArray<Reason>> Changes);
