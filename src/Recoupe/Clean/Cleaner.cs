using Recoupe.Clean.Html;
using Recoupe.Formats;

namespace Recoupe.Clean;

/// <summary>Finds the article on a page: its text, and what each part of it is.</summary>
internal static class Cleaner
{
    /// <summary>The article, or why there is none. Plain text and Markdown keep every character; of HTML the prose is taken.</summary>
    public static Outcome<Article> Clean(Page page) => Clean(page, beginnings: false);

    /// <summary>
    /// As <see cref="Clean(Page)"/>; with <paramref name="beginnings"/>, what a page shows of an article for subscribers is taken for it.
    /// </summary>
    public static Outcome<Article> Clean(Page page, bool beginnings) =>
        page.Kind is PageKind.Html ? HtmlArticle.Of(page, beginnings) : TextArticle.Of(page);

    /// <summary>The blocks that do not stand where they are said to on the page; without it, those whose place cannot be one.</summary>
    public static IEnumerable<Block> Misplaced(Page? page, Article article)
    {
        var placed = article.Blocks.Where(b => b.OnPage is not null).ToList();
        if (placed.Count == 0 || page is null) return placed.Where(b => b.OnPage is not { Start: >= 0, Length: > 0 });
        var html = PageText.OfHtml(page.Bytes.AsSpan(), page.Given.Encoding, out _);
        return placed.Where(b => page.Kind is not PageKind.Html || !SourceMap.Holds(html, b.OnPage!.Value, b.Span.In(article.Text).ToString()));
    }
}
