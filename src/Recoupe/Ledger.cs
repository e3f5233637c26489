using System.Collections.Immutable;

namespace Recoupe;

/// <summary>
/// The whole, as derived from what is stored: every list in the export's canonical order (ordinal by id; lineage by from, to, kind).
/// </summary>
public sealed record Ledger(
    ImmutableArray<ArticleHeader> Articles,
    ImmutableArray<AbsentOrigin> Absent,
    ImmutableArray<Lineage> Lineage,
    ImmutableArray<Family> Families,
    ImmutableArray<Entity> Entities,
    ImmutableArray<Claim> Claims,
    ImmutableArray<Question> Questions)
{
    /// <summary>Which entities may be one, and are not merged, in ordinal order of their two ids.</summary>
    public ImmutableArray<Suggestion> Suggestions { get; init; } = [];

    /// <summary>Where claims or their tellers stand against each other, what is most worth a look first.</summary>
    public ImmutableArray<Dispute> Disputes { get; init; } = [];

    /// <summary>What is counted and foretold, by whom, by measure, unit and day.</summary>
    public ImmutableArray<Count> Counts { get; init; } = [];

    /// <summary>The analyst's decisions, in the order they were made.</summary>
    public ImmutableArray<StandingDecision> Decisions { get; init; } = [];

    /// <summary>How reliable the user holds sources to be, in ordinal order of source.</summary>
    public ImmutableArray<Reliability> Reliability { get; init; } = [];
}
