using AngleSharp.Dom;

namespace Recoupe.Clean;

/// <summary>Reads what a page's markup says of it: JSON-LD first, then Open Graph and other meta elements, then what is visible.</summary>
internal static class HtmlFacts
{
    /// <summary>What the document says; its day of publication is <see cref="HtmlDay"/>'s.</summary>
    public static PageFacts Of(IDocument document)
    {
        var metas = new Metas(document);
        var story = LinkedData.Story(document);
        return new(
            WebAddress.Read(document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? WebAddress.Read(metas["og:url"]),
            metas["og:site_name"] ?? story?.Site,
            story?.Title ?? metas["og:title"] ?? Visible(document.QuerySelector("h1")) ?? Visible(document.QuerySelector("title")),
            story is { Authors.IsEmpty: false } ? story.Authors : metas["author"] is { } author && WebAddress.Read(author) is null ? [author] : [],
            null,
            LanguageTag.Read(document.DocumentElement.GetAttribute("lang") ?? metas["og:locale"]));
    }

    private static string? Visible(IElement? element) =>
        element is null ? null : string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } text ? text : null;
}
