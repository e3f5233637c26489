using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Recoupe.Clean.Lines;
using Recoupe.Formats;

namespace Recoupe.Clean.Metadata;

/// <summary>
/// What a page of HTML says of itself, each with where it says so, what is believed first: JSON-LD, then Open Graph and other meta
/// elements, then what is visible.
/// </summary>
internal sealed partial class HtmlFacts
{
    private const string LinkedDataName = "JSON-LD";
    private const int LongestByline = 150; // characters
    private const int MostBylines = 3; // those of this article stand first
    private const int MostComments = 10; // what saves a page notes it at the top
    private const int LongestComment = 5000; // characters
    private const int MostHeadings = 10; // those of this article stand first
    private const int ShortestHeading = 20; // characters of one that nothing else calls the page's

    /// <summary>Reads the document; its day of publication is <see cref="HtmlPublicationDate"/>'s.</summary>
    public HtmlFacts(IDocument document, LinkedData data, MetaElements metas, SiteWords words)
    {
        Captured = CapturedIn(document);
        Urls = [.. Address(document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"), "canonical"), .. Address(metas["og:url"], "og:url"), .. Address(data.Url, LinkedDataName), .. Address(SavedFrom(document), "saved from")];
        Sites = [.. Metadatum.Of(metas["og:site_name"], "og:site_name"), .. Metadatum.Of(data.Site, LinkedDataName)];
        ImmutableArray<Metadatum> markup = [.. Metadatum.Of(data.Title, LinkedDataName), .. Metadatum.Of(metas["og:title"], "og:title")];
        ImmutableArray<Metadatum> window = Metadatum.Of(Visible(document.QuerySelector("title")), "title");
        Titles = [.. markup, .. Heading(document, [.. markup, .. window]), .. window];
        Authors = [new(data.Authors, LinkedDataName), new(OfMeta(metas["author"]), "author"), new([.. Shown(document, words)], "page")];
        Languages = [.. Metadatum.Of(document.DocumentElement.GetAttribute("lang"), "html lang"), .. Metadatum.Of(metas["og:locale"], "og:locale"), .. Metadatum.Of(data.Language, LinkedDataName)];
    }

    /// <summary>The day on which an archive, or whoever saved the page, took it; <see langword="null"/> where nothing tells.</summary>
    public string? Captured { get; }

    public ImmutableArray<Metadatum> Urls { get; }

    public ImmutableArray<Metadatum> Sites { get; }

    public ImmutableArray<Metadatum> Titles { get; }

    public ImmutableArray<NamesTold> Authors { get; }

    public ImmutableArray<Metadatum> Languages { get; }

    /// <summary>Of each fact, what is said first.</summary>
    public PageFacts First => new(
        FirstOf(Urls),
        FirstOf(Sites),
        FirstOf(Titles),
        Authors.Select(a => a.Names).FirstOrDefault(n => !n.IsEmpty, []),
        null,
        Languages.Select(l => LanguageTag.Read(l.Value)).FirstOrDefault(l => l is not null));

    // Some pages have headings of the highest rank over their menus too, or their name in one.
    private static ImmutableArray<Metadatum> Heading(IDocument document, ImmutableArray<Metadatum> others)
    {
        var headings = document.QuerySelectorAll("h1").Take(MostHeadings).Select(Visible).OfType<string>().OrderByDescending(h => h.Length)
            .ToList();
        var alike = headings.FirstOrDefault(h => others.Any(o => Metadatum.AreAlike(h, o.Value)));
        return Metadatum.Of(alike ?? headings.FirstOrDefault(h => others.IsEmpty || h.Length >= ShortestHeading), "h1");
    }

    private static string? FirstOf(ImmutableArray<Metadatum> told) => told.IsEmpty ? null : told[0].Value;

    private static ImmutableArray<Metadatum> Address(string? url, string where) =>
        Metadatum.Of(WebAddress.Original(WebAddress.Read(OfWayback(url))), where);

    // A capture that was saved has its addresses as the archive writes them, less its host.
    private static string? OfWayback(string? url) =>
        url?.StartsWith("/web/", StringComparison.Ordinal) is true ? "https://web.archive.org" + url : url;

    // An archive's address names the moment; its pages, and what SingleFile saves, say it in a comment.
    private static string? CapturedIn(IDocument document)
    {
        var addresses = document.QuerySelectorAll("link[rel=canonical], base").Select(e => OfWayback(e.GetAttribute("href")));
        if (addresses.Select(WebAddress.CapturedOn).FirstOrDefault(day => day is not null) is { } told) return told;
        foreach (var comment in document.Descendants<IComment>())
        {
            if (comment.Data.Length > LongestComment || SavedOn().Match(comment.Data) is not { Success: true } saved) continue;
            if (IsoDay.Of(saved.Groups["month"].Value, saved.Groups["day"].Value, saved.Groups["year"].Value) is { } day) return day;
        }

        return null;
    }

    // «FILE ARCHIVED ON 18:02:00 Mar 12, 2024», «saved date: Tue Mar 12 2024 18:02:00 GMT+0100»
    [GeneratedRegex(
        @"(ARCHIVED ON [0-9:]{5,8}|saved date: [A-Za-z]{2,4}) (?<month>[A-Za-z]{3,9}) (?<day>[0-9]{1,2}),? (?<year>[0-9]{4})",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SavedOn();

    // What a browser writes into a page that it saves: SingleFile a line «url: …», others «saved from url=(0031)…».
    private static string? SavedFrom(IDocument document)
    {
        foreach (var comment in document.Descendants<IComment>().Take(MostComments))
        {
            if (comment.Data.Length > LongestComment) continue;
            if (comment.Data.Contains("SingleFile", StringComparison.Ordinal) && After(comment.Data, "url:") is { } saved) return saved;
            if (After(comment.Data, "saved from url=") is { } marked && marked.IndexOf(')', StringComparison.Ordinal) is > 0 and var close)
                return marked[(close + 1)..];
        }

        return null;
    }

    private static string? After(string text, string word) =>
        text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at
            ? text[(at + word.Length)..].TrimStart().Split((char[]?)null, 2)[0]
            : null;

    private static ImmutableArray<string> OfMeta(string? author) => author is not null && WebAddress.Read(author) is null ? [author] : [];

    private static string? Visible(IElement? element) =>
        element is null ? null : string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } text ? text : null;

    // The first by-lines: those further down are of other articles.
    private static IEnumerable<string> Shown(IDocument document, SiteWords words) => document
        .QuerySelectorAll("[rel=author], [itemprop=author], .byline, .author, .auteur, .signature")
        .Take(MostBylines)
        .Select(e => e.TextContent.Length <= LongestByline * 4 && Visible(e) is { Length: <= LongestByline } line
            ? Byline.Names(line, words).ToList()
            : [])
        .FirstOrDefault(names => names.Count > 0) ?? [];
}

/// <summary>The names that one place on a page tells.</summary>
internal readonly record struct NamesTold(ImmutableArray<string> Names, string Where);
