using System.Collections.Immutable;
using Recoupe.Formats;

namespace Recoupe.Ingest;

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
    // The contract's name first, then news-please, trafilatura, newspaper4k, CC-News, schema.org.
    private static readonly string[] TextNames = ["text", "maintext", "raw_text", "articleBody", "content", "body"];
    private static readonly string[] UrlNames = ["url", "link", "source", "source_url", "canonical"];
    private static readonly string[] SiteNames = ["site", "sitename", "site_name", "source_domain", "source-hostname", "hostname", "domain", "publisher"];
    private static readonly string[] TitleNames = ["title", "headline"];
    private static readonly string[] DateNames = ["published", "date_publish", "datePublished", "publish_date", "published_at", "publishedAt", "pubDate", "date"];
    private static readonly string[] AuthorNames = ["authors", "author", "byline"];
    private static readonly string[] LanguageNames = ["language", "lang"];

    /// <summary>The text of a record, as it stands; <see langword="null"/> where there is none.</summary>
    public static string? TextOf(Fields fields) => fields.First(TextNames);

    /// <summary>What the fields say.</summary>
    public static PageFacts Of(Fields fields) => new(
        UrlOf(fields),
        fields.First(SiteNames)?.Trim(),
        fields.First(TitleNames)?.Trim(),
        AuthorsOf(fields),
        fields.First(DateNames) is { } day ? IsoDay.Read(day) : null,
        LanguageTag.Read(fields.First(LanguageNames)));

    private static string? UrlOf(Fields fields) =>
        UrlNames.Select(name => WebAddress.Read(fields.First([name]))).FirstOrDefault(url => url is not null);

    private static ImmutableArray<string> AuthorsOf(Fields fields)
    {
        var name = AuthorNames.FirstOrDefault(n => fields.First([n]) is not null);
        return name is null
            ? []
            : [.. fields[name].SelectMany(a => a.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];
    }
}
