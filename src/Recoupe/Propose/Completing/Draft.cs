using System.Collections.Immutable;
using Recoupe.Propose.Wordings;

namespace Recoupe.Propose.Completing;

/// <summary>A proposition before it is looked over.</summary>
internal sealed record Draft(
    Wording Wording, Predicate Predicate, ImmutableArray<Argument> Arguments, PropositionKind Kind, Side Side, Certainty Certainty);
