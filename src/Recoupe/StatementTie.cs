using System.Collections.Immutable;

namespace Recoupe;

/// <summary>One statement, wherever it stands.</summary>
internal readonly record struct StatementKey(ArticleId Article, string Statement) : IComparable<StatementKey>
{
    public int CompareTo(StatementKey other)
    {
        var byArticle = Article.CompareTo(other.Article);
        return byArticle != 0 ? byArticle : string.CompareOrdinal(Statement, other.Statement);
    }
}

/// <summary>A tie between two statements, of one article or two. It depends on its two ends and on shipped constants alone.</summary>
/// <param name="A">The lesser end.</param>
/// <param name="B">The greater end.</param>
/// <param name="Kind">What holds between them.</param>
/// <param name="Score">Orders results; not a probability.</param>
/// <param name="Code">Why: the code of a reason.</param>
/// <param name="Settling">The spans, one in each article, that settle it (two figures); empty where all that the two ends tell does.</param>
internal sealed record StatementTie(StatementKey A, StatementKey B, StatementTieKind Kind, int Score, string Code, ImmutableArray<Passage> Settling);

/// <summary>What holds between two statements.</summary>
internal enum StatementTieKind
{
    /// <summary>They tell one proposition, whichever side each takes.</summary>
    Same,

    /// <summary>What they tell cannot be true together.</summary>
    Contradicts,
}

/// <summary>All that ties two articles, or an article to itself.</summary>
internal sealed record Ties(ImmutableArray<Lineage> Lineage, ImmutableArray<StatementTie> Statements)
{
    public bool IsEmpty => Lineage.IsEmpty && Statements.IsEmpty;
}
