using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Recoupe.Formats;

namespace Recoupe.Clean.Metadata;

/// <summary>
/// What a page's JSON-LD (schema.org) says: of an article before anything else, and of several scripts what the first one says.
/// </summary>
internal sealed class LinkedData
{
    private readonly List<Item> _items = [];

    public LinkedData(IDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']")) Read(script.TextContent);
    }

    /// <summary>Whether it speaks of an article.</summary>
    public bool IsOfOne => _items.Exists(i => i.IsStory);

    /// <summary>The headline, or <see langword="null"/>.</summary>
    public string? Title => OfStories("headline").FirstOrDefault();

    /// <summary>Who publishes it.</summary>
    public string? Site => OfStories("publisher").FirstOrDefault();

    /// <summary>Its language, as it stands there.</summary>
    public string? Language => OfStories("inLanguage").FirstOrDefault();

    /// <summary>Its address.</summary>
    public string? Url => OfStories("url").FirstOrDefault();

    /// <summary>Who wrote it.</summary>
    public ImmutableArray<string> Authors =>
        _items.FirstOrDefault(i => i.IsStory && i.Texts.Contains("author")) is { } story
            ? [.. story.Texts["author"].Distinct(StringComparer.Ordinal)]
            : [];

    /// <summary>The article's text, where the page hands it to programs too.</summary>
    public string? Body => OfStories("articleBody").OrderByDescending(b => b.Length).FirstOrDefault();

    /// <summary>The selectors (CSS) of the page's elements in which parts of the article stand.</summary>
    public IEnumerable<string> Parts => _items.SelectMany(i => i.Texts["cssSelector"]);

    /// <summary>Whether all may read the article, so far as the page says: it is free where nothing is said.</summary>
    public bool IsFree =>
        OfStories("isAccessibleForFree").FirstOrDefault()?.Equals("false", StringComparison.OrdinalIgnoreCase) is not true;

    /// <summary>The first of these fields that holds a day, as it stands there.</summary>
    public string? Day(params string[] fields) =>
        _items.OrderBy(i => i.Script).ThenBy(i => i.IsStory ? 0 : 1).SelectMany(i => fields.SelectMany(f => i.Texts[f]))
            .FirstOrDefault(d => IsoDay.Read(d) is { Length: 10 });

    private IEnumerable<string> OfStories(string field) => _items.Where(i => i.IsStory).SelectMany(i => i.Texts[field]);

    private void Read(string json)
    {
        try
        {
            using var data = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true });
            var script = _items.Count;
            _items.AddRange(Objects(data.RootElement).Select(o => new Item(script, IsStory(o), Texts(o))).ToList());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // As many pages write it wrong as right: what the rest of the page says is taken.
        }
    }

    // A bounded walk: JsonDocument refuses what is nested deeper than 64.
    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        JsonValueKind.Object => [element, .. element.EnumerateObject().Where(p => p.Name is "@graph" or "mainEntity" or "hasPart")
            .SelectMany(p => Objects(p.Value))],
        _ => [],
    };

    private static bool IsStory(JsonElement item) =>
        item.TryGetProperty("@type", out var type) && Strings(type)
            .Any(t => t.EndsWith("Article", StringComparison.Ordinal) || t is "BlogPosting" or "Report" or "LiveBlogPosting");

    private static ILookup<string, string> Texts(JsonElement item) => item.EnumerateObject()
        .Where(p => p.Name is "headline" or "publisher" or "inLanguage" or "url" or "author" or "isAccessibleForFree" or "articleBody" or "cssSelector" or "datePublished" or "dateModified" or "dateCreated" or "uploadDate")
        .SelectMany(p => Strings(p.Value).Select(t => (p.Name, Text: t.Trim())))
        .Where(t => t.Text.Length > 0)
        .ToLookup(t => t.Name, t => t.Text, StringComparer.Ordinal);

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [WebUtility.HtmlDecode(value.GetString()!)], // many escape twice
        JsonValueKind.True or JsonValueKind.False => [value.ToString()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => value.TryGetProperty("name", out var name) ? Strings(name) : [],
        _ => [],
    };

    /// <summary>An object of one of the scripts, with what it says of what is asked.</summary>
    private sealed record Item(int Script, bool IsStory, ILookup<string, string> Texts);
}
