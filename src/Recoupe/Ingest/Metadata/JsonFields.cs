using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Metadata;

/// <summary>Reads the fields of JSON records.</summary>
internal static class JsonFields
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The fields of the one record in these bytes, or why there is none.</summary>
    public static Outcome<Fields> Read(ReadOnlyMemory<byte> json, string input)
    {
        try
        {
            using var document = Parse(json);
            return Of(document.RootElement, input);
        }
        catch (JsonException e)
        {
            return IngestRefusals.BrokenRecord(input, e.Message);
        }
    }

    /// <summary>Parses bytes, ill-formed UTF-8 as U+FFFD. Throws <see cref="JsonException"/>.</summary>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith(Encoding.UTF8.Preamble)) json = json[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(json.Span)) json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));
        return JsonDocument.Parse(json, Lenient);
    }

    /// <summary>The fields of a record, or why it is none.</summary>
    public static Outcome<Fields> Of(JsonElement record, string input)
    {
        if (record.ValueKind != JsonValueKind.Object) return IngestRefusals.BrokenRecord(input, "it is not an object { … }.");
        try
        {
            var fields = new Fields();
            foreach (var property in record.EnumerateObject()) fields[property.Name] = [.. Values(property.Value)];
            return fields;
        }
        catch (InvalidOperationException e)
        {
            // An escape of half a character (\ud83d alone) is found only when the string is taken out.
            return IngestRefusals.BrokenRecord(input, e.Message);
        }
    }

    private static IEnumerable<string> Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(One),
        _ => One(value),
    };

    // schema.org writes authors and publishers as { "name": … }, our own export a date as { "value": … }, WordPress a text as { "rendered":
    // … }.
    private static IEnumerable<string> One(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Object => value.EnumerateObject()
            .Where(p => p.Name is "name" or "value" or "rendered" && p.Value.ValueKind == JsonValueKind.String)
            .Select(p => p.Value.GetString()!),
        _ => [],
    };
}
