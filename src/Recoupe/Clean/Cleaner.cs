namespace Recoupe.Clean;

/// <summary>Finds the article on a page: its text, and what each part of it is.</summary>
internal static class Cleaner
{
    /// <summary>The article, or why there is none. Plain text and Markdown keep every character; of HTML the prose is taken.</summary>
    public static Outcome<Article> Clean(Page page) => Clean(page, beginnings: false);

    /// <summary>As <see cref="Clean(Page)"/>; with <paramref name="beginnings"/>, what a page shows of an article for subscribers is taken for it.</summary>
    public static Outcome<Article> Clean(Page page, bool beginnings) => page.Kind is PageKind.Html ? HtmlArticle.Of(page, beginnings) : TextArticle.Of(page);
}
