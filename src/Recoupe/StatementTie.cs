using System.Collections.Immutable;

namespace Recoupe;

/// <summary>One proposition as an article or a statement of it tells it.</summary>
internal readonly record struct TellingKey(ArticleId Article, string Proposition) : IComparable<TellingKey>
{
    public int CompareTo(TellingKey other)
    {
        var byArticle = Article.CompareTo(other.Article);
        return byArticle != 0 ? byArticle : string.CompareOrdinal(Proposition, other.Proposition);
    }
}

/// <summary>A tie between two tellings, of one article or two. It depends on its two ends and on shipped constants alone.</summary>
/// <param name="A">The lesser end.</param>
/// <param name="B">The greater end.</param>
/// <param name="Kind">What holds between them.</param>
/// <param name="Score">Orders results; not a probability.</param>
/// <param name="Code">Why: the code of a reason.</param>
/// <param name="Settling">The spans, one in each article, that settle it (two figures); empty where all that the two ends tell
/// does.</param>
internal sealed record StatementTie(
    TellingKey A, TellingKey B, StatementTieKind Kind, int Score, string Code, ImmutableArray<Passage> Settling);

/// <summary>What holds between two tellings.</summary>
internal enum StatementTieKind
{
    /// <summary>They tell one proposition, whichever side each takes.</summary>
    Same,

    /// <summary>
    /// They bear on one point, and both can be so: one updates the other, grants a part of it, or says that it never told it.
    /// </summary>
    Bears,

    /// <summary>What they tell cannot be true together.</summary>
    Contradicts,
}

/// <summary>All that ties two articles, or an article to itself.</summary>
internal sealed record Ties(ImmutableArray<Lineage> Lineage, ImmutableArray<StatementTie> Statements)
{
    public bool IsEmpty => Lineage.IsEmpty && Statements.IsEmpty;
}
