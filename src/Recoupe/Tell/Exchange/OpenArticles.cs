namespace Recoupe.Tell.Exchange;

/// <summary>
/// Articles that exports ask for again and again, of which a bounded number is held: rows come article by article, or claim by claim of
/// one story.
/// </summary>
internal sealed class OpenArticles(Func<ArticleId, FiledArticle> filed)
{
    // Texts are not to pile up: a claim is told by a few articles, and its neighbours by the same ones.
    private const int Most = 128;

    private readonly Dictionary<ArticleId, FiledArticle> _open = [];

    public FiledArticle Open(ArticleId article)
    {
        if (_open.TryGetValue(article, out var known)) return known;
        if (_open.Count == Most) _open.Clear();
        return _open[article] = filed(article);
    }
}
