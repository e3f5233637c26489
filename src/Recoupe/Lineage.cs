using System.Collections.Immutable;

namespace Recoupe;

/// <summary>A tie between two articles: one was made from the other.</summary>
/// <param name="From">The original: an article's id, or an absent origin's. Where the direction is unknown, the lesser id.</param>
/// <param name="To">The article made from it.</param>
/// <param name="Kind">How.</param>
/// <param name="Direction">How far it is known which came first.</param>
/// <param name="Score">Orders results; not a probability; four decimals.</param>
/// <param name="Reasons">Why, with aligned passages of both.</param>
public sealed record Lineage(
    string From, ArticleId To, LineageKind Kind, LineageDirection Direction, decimal Score, ImmutableArray<Reason> Reasons);

/// <summary>How an article was made from another.</summary>
public enum LineageKind
{
    /// <summary>Near-verbatim.</summary>
    Copy,

    /// <summary>A part of it.</summary>
    Excerpt,

    /// <summary>The same material reworded, reordered.</summary>
    Rewrite,

    /// <summary>Into another language, whole or in part.</summary>
    Translation,

    /// <summary>One URL, changed text.</summary>
    Version,

    /// <summary>It names the other as its source without taking its text; joins no family.</summary>
    Cites,
}

/// <summary>How far it is known which of two articles came first.</summary>
public enum LineageDirection
{
    /// <summary>Dates, credits or containment show it.</summary>
    Known,

    /// <summary>Signs point one way.</summary>
    Presumed,

    /// <summary>Nothing shows it.</summary>
    Unknown,
}

/// <summary>An origin that articles name or imply and the ledger lacks.</summary>
public sealed record AbsentOrigin(string Id, string Name, ImmutableArray<Reason> Reasons);

/// <summary>Articles joined by lineage.</summary>
/// <param name="Id">A hash of its members' ids.</param>
/// <param name="Members">In ordinal order; at least one.</param>
/// <param name="Origin">The earliest article's id, or an absent origin's; <see langword="null"/> where it cannot be told.</param>
public sealed record Family(string Id, ImmutableArray<ArticleId> Members, string? Origin);
