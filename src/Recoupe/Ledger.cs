using System.Collections.Immutable;

namespace Recoupe;

/// <summary>The whole, as derived from what is stored: every list in the export's canonical order (ordinal by id; lineage by from, to, kind).</summary>
public sealed record Ledger(
    ImmutableArray<ArticleHeader> Articles,
    ImmutableArray<AbsentOrigin> Absent,
    ImmutableArray<Lineage> Lineage,
    ImmutableArray<Family> Families,
    ImmutableArray<Entity> Entities,
    ImmutableArray<Claim> Claims,
    ImmutableArray<Question> Questions);
