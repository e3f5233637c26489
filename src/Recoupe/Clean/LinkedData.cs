using System.Text.Json;
using AngleSharp.Dom;

namespace Recoupe.Clean;

/// <summary>Reads a page's JSON-LD (schema.org).</summary>
internal static class LinkedData
{
    /// <summary>What it says of the article; <see langword="null"/> where it says nothing readable.</summary>
    public static PageFacts? Story(IDocument document) => First(document, root => Objects(root).Where(IsStory).Select(Facts).FirstOrDefault());

    /// <summary>Whether all may read the article, so far as the page says: it is free where nothing is said.</summary>
    public static bool IsFree(IDocument document) =>
        First(document, root => Objects(root).Where(IsStory).SelectMany(o => o.TryGetProperty("isAccessibleForFree", out var free) ? [free.ToString()] : Array.Empty<string>()).FirstOrDefault())
            ?.Equals("false", StringComparison.OrdinalIgnoreCase) is not true;

    /// <summary>The first of these fields that holds a day, as it stands there: an article's before anything else's.</summary>
    public static string? Day(IDocument document, params string[] fields) =>
        First(document, root => Objects(root).OrderBy(o => IsStory(o) ? 0 : 1).SelectMany(o => fields.SelectMany(f => Texts(o, f))).FirstOrDefault(d => IsoDay.Read(d) is { Length: 10 }));

    private static T? First<T>(IDocument document, Func<JsonElement, T?> take)
        where T : class =>
        document.QuerySelectorAll("script[type='application/ld+json']").Select(s => Taken(s.TextContent, take)).FirstOrDefault(f => f is not null);

    private static T? Taken<T>(string json, Func<JsonElement, T?> take)
        where T : class
    {
        try
        {
            using var data = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true });
            return take(data.RootElement);
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
        null,
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
