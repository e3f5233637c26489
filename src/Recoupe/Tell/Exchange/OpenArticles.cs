namespace Recoupe.Tell.Exchange;

/// <summary>
/// Articles that exports ask for again and again, of which a bounded number is held: rows come article by article, or claim by claim of
/// one story.
/// </summary>
internal sealed class OpenArticles(Func<ArticleId, FiledArticle> filed)
{
    // Texts are not to pile up: a claim is told by a few articles, and its neighbours by the same ones.
    private const int Most = 128;

    private readonly Dictionary<ArticleId, FiledArticle> open = [];

    public FiledArticle Open(ArticleId article)
    {
        if (open.TryGetValue(article, out var known)) return known;
        if (open.Count == Most) open.Clear();
        return open[article] = filed(article);
    }
}
