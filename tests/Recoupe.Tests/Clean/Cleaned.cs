using System.Text;
using Recoupe.Clean;

namespace Recoupe.Tests.Clean;

/// <summary>Cleans texts that tests write out.</summary>
internal static class Cleaned
{
    public static Article Text(string text, PageFacts? given = null) => Page(PageKind.Text, Encoding.UTF8.GetBytes(text), given).Value!;

    public static Outcome<Article> Html(string html) => Page(PageKind.Html, Encoding.UTF8.GetBytes(html));

    public static Outcome<Article> Page(PageKind kind, byte[] bytes, PageFacts? given = null) =>
        Cleaner.Clean(new Page("page", "page", kind, [.. bytes], given ?? PageFacts.None));

    /// <summary>The texts of the article's blocks of a kind.</summary>
    public static string[] Of(this Article article, BlockKind kind) =>
        [.. article.Blocks.Where(b => b.Kind == kind).Select(b => b.Span.In(article.Text).ToString())];
}
