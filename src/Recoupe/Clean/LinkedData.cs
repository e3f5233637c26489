using System.Text.Json;
using AngleSharp.Dom;

namespace Recoupe.Clean;

/// <summary>Reads a page's JSON-LD (schema.org).</summary>
internal static class LinkedData
{
    /// <summary>What it says of the article; <see langword="null"/> where it says nothing readable.</summary>
    public static PageFacts? Story(IDocument document) =>
        document.QuerySelectorAll("script[type='application/ld+json']").Select(s => Story(s.TextContent)).FirstOrDefault(f => f is not null);

    private static PageFacts? Story(string json)
    {
        try
        {
            using var data = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true });
            return Objects(data.RootElement).Where(IsStory).Select(Facts).FirstOrDefault();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // as many pages write it wrong as right: what the rest of the page says is taken
        }
    }

    private static PageFacts Facts(JsonElement story) => new(
        null,
        Texts(story, "publisher").FirstOrDefault(),
        Texts(story, "headline").FirstOrDefault(),
        [.. Texts(story, "author").Distinct(StringComparer.Ordinal)],
        Texts(story, "datePublished").Select(IsoDay.Read).FirstOrDefault(),
        null);

    // A bounded walk: JsonDocument refuses what is nested deeper than 64.
    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        JsonValueKind.Object => [element, .. element.EnumerateObject().Where(p => p.Name is "@graph" or "mainEntity").SelectMany(p => Objects(p.Value))],
        _ => [],
    };

    private static bool IsStory(JsonElement item) =>
        item.TryGetProperty("@type", out var type) && Strings(type).Any(t => t.EndsWith("Article", StringComparison.Ordinal) || t is "BlogPosting" or "Report" or "LiveBlogPosting");

    private static IEnumerable<string> Texts(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) ? Strings(value).Select(t => t.Trim()).Where(t => t.Length > 0) : [];

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => value.TryGetProperty("name", out var name) ? Strings(name) : [],
        _ => [],
    };
}
