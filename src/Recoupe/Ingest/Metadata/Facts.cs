using System.Collections.Immutable;
using Recoupe.Formats;

namespace Recoupe.Ingest.Metadata;

/// <summary>The values of a record by the names of its fields, case aside.</summary>
internal sealed class Fields() : Dictionary<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase)
{
    /// <summary>The first value that is not blank, of the first of these fields that has one.</summary>
    public string? First(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var value = TryGetValue(name, out var values) ? values.FirstOrDefault(v => !string.IsNullOrWhiteSpace(v)) : null;
            if (value is not null) return value;
        }

        return null;
    }
}

/// <summary>What the fields of a record, sidecar or front matter say of a page, under the names that common scrapers write.</summary>
internal static class Facts
{
    private const int LongestDay = 64; // characters: longer than any form of a day

    // The contract's name first, then news-please, trafilatura, newspaper4k, CC-News, schema.org, the press's own interfaces, and French
    // ones.
    private static readonly string[] TextNames =
        ["text", "maintext", "raw_text", "articleBody", "article_body", "bodyText", "full_text", "fulltext", "content", "body", "article", "texte", "texte_intégral", "contenu", "corps", "corps_article"];
    private static readonly string[] UrlNames = ["url", "link", "source", "source_url", "canonical", "webUrl", "web_url", "lien", "adresse", "permalink"];
    private static readonly string[] SiteNames =
        ["site", "sitename", "site_name", "source_domain", "source-hostname", "hostname", "domain", "publisher", "outlet", "média", "media", "journal", "titre_de_presse", "publication", "source", "source_name", "sourceName"];
    private static readonly string[] TitleNames = ["title", "headline", "webTitle", "titre", "titre_article"];
    private static readonly string[] DateNames =
        ["published", "date_publish", "datePublished", "publish_date", "published_at", "publishedAt", "published_date", "publishDate", "pubDate", "pub_date", "webPublicationDate", "publication_date", "publié", "publie", "publié_le", "publie_le", "date_publication", "date_de_publication", "date", "created_at", "jour"];
    private static readonly string[] AuthorNames = ["authors", "author", "byline", "auteur", "auteurs", "creator", "signature"];
    private static readonly string[] LanguageNames = ["language", "lang", "langue"];
    private static readonly HashSet<string> _days = new(DateNames, StringComparer.OrdinalIgnoreCase);

    /// <summary>The text of a record, as it stands; <see langword="null"/> where there is none.</summary>
    public static string? TextOf(Fields fields) => fields.First(TextNames);

    /// <summary>Whether a field of that name holds a day.</summary>
    public static bool IsOfDays(string name) => _days.Contains(name);

    /// <summary>What the fields say.</summary>
    public static PageFacts Of(Fields fields) => new(
        UrlOf(fields),
        SiteOf(fields),
        fields.First(TitleNames)?.Trim(),
        AuthorsOf(fields),
        fields.First(DateNames) is { } day ? DayOf(day) : null,
        LanguageTag.Read(fields.First(LanguageNames)));

    // As programs write it, as a count of seconds, or in words: «12/03/2024 18:02», «12 mars 2024».
    private static string? DayOf(string text) =>
        IsoDay.Read(text) ?? IsoDay.OfCount(text) ?? (text.Length <= LongestDay
            && WrittenDay.In(LineWords.Of(text)) is { } day ? day.Value : null);

    // Some call an address the source, others the outlet.
    private static string? SiteOf(Fields fields) =>
        SiteNames.Select(name => fields.First([name])?.Trim()).FirstOrDefault(site => site is not null && WebAddress.Read(site) is null);

    private static string? UrlOf(Fields fields) =>
        UrlNames.Select(name => WebAddress.Read(fields.First([name]))).FirstOrDefault(url => url is not null);

    private static ImmutableArray<string> AuthorsOf(Fields fields)
    {
        var name = AuthorNames.FirstOrDefault(n => fields.First([n]) is not null);
        return name is null
            ? []
            : [.. fields[name].SelectMany(a => a.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Distinct(StringComparer.Ordinal)];
    }
}
