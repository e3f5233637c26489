using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Recoupe.Clean;

/// <summary>Reads what a page's markup says of it: JSON-LD first, then Open Graph and other meta elements, then what is visible.</summary>
internal static class HtmlFacts
{
    private static readonly string[] DateMetas =
    [
        "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dc.date.created", "pubdate",
        "publish-date", "publish_date", "publication_date", "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime",
    ];

    /// <summary>What the document says.</summary>
    public static PageFacts Of(IDocument document)
    {
        var metas = Metas(document);
        var story = LinkedData.Story(document);
        return new(
            WebAddress(document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? WebAddress(metas.GetValueOrDefault("og:url")),
            metas.GetValueOrDefault("og:site_name") ?? story?.Site,
            story?.Title ?? metas.GetValueOrDefault("og:title") ?? Visible(document.QuerySelector("h1")) ?? Visible(document.QuerySelector("title")),
            story is { Authors.IsEmpty: false } ? story.Authors : metas.GetValueOrDefault("author") is { } author && WebAddress(author) is null ? [author] : [],
            story?.Published ?? DateMetas.Select(metas.GetValueOrDefault).OfType<string>().Select(IsoDay.Read).FirstOrDefault(d => d is not null) ?? TimeElement(document),
            Tag(document.DocumentElement.GetAttribute("lang") ?? metas.GetValueOrDefault("og:locale")));
    }

    private static Dictionary<string, string> Metas(IDocument document)
    {
        var metas = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in document.QuerySelectorAll("meta"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            var content = meta.GetAttribute("content")?.Trim();
            if (!string.IsNullOrEmpty(name) && !string.IsNullOrEmpty(content)) metas.TryAdd(name, content);
        }

        return metas;
    }

    private static string? TimeElement(IDocument document) =>
        document.QuerySelectorAll("time[datetime], [itemprop=datePublished]")
            .Select(t => t.GetAttribute("datetime") ?? t.GetAttribute("content"))
            .OfType<string>()
            .Select(IsoDay.Read)
            .FirstOrDefault(day => day is not null);

    private static string? Visible(IElement? element) =>
        element is null ? null : string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } text ? text : null;

    private static string? WebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url : null;

    private static string? Tag(string? tag) =>
        tag?.Split('-', '_')[0].ToLowerInvariant() is { Length: 2 } code && code.All(char.IsAsciiLetterLower) ? code : null;
}
