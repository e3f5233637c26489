using Recoupe.Language;

namespace Recoupe;

/// <summary>A stretch of an article's text: what every cell of the ledger points to.</summary>
public readonly record struct Passage(ArticleId Article, TextSpan Span) : IComparable<Passage>
{
    /// <summary>By article, then place.</summary>
    public int CompareTo(Passage other)
    {
        var byArticle = Article.CompareTo(other.Article);
        return byArticle != 0 ? byArticle : Span.CompareTo(other.Span);
    }
}
