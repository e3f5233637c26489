using System.Text.Json;
using Recoupe.Formats;
using Recoupe.Ingest.Metadata;

namespace Recoupe.Ingest.Forms;

/// <summary>Reads feeds in JSON (jsonfeed.org).</summary>
internal static class JsonFeed
{
    private const string Version = "https://jsonfeed.org/version/";

    /// <summary>Whether the document is one.</summary>
    public static bool IsOne(JsonElement root) =>
        root.ValueKind is JsonValueKind.Object && Text(root, "version")?.StartsWith(Version, StringComparison.Ordinal) is true;

    /// <summary>Its entries, or why one is none.</summary>
    public static IEnumerable<Outcome<FeedEntry>> Entries(string path, JsonElement root)
    {
        if (!root.TryGetProperty("items", out var items) || items.ValueKind is not JsonValueKind.Array) yield break;
        var feed = PageFacts.None with { Site = Text(root, "title"), Language = LanguageTag.Read(Text(root, "language")) };
        foreach (var item in items.EnumerateArray())
        {
            var fields = JsonFields.Of(item, path);
            yield return fields.Rejection is { } broken ? broken : Entry(fields.Value!, feed);
        }
    }

    private static FeedEntry Entry(Fields fields, PageFacts feed)
    {
        var facts = Facts.Of(fields).Or(feed) with { Published = fields.First(["date_published", "date_modified"]) is { } day
            ? IsoDay.Read(day)
            : null };
        return fields.First(["content_html"]) is { } html ? new(facts, html) : new(facts, fields.First(["content_text"]), PageKind.Text);
    }

    private static string? Text(JsonElement item, string name)
    {
        try
        {
            return item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a character
        }
    }
}
