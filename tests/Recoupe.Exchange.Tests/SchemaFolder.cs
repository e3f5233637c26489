using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Recoupe.Exchange.Tests;

/// <summary>A folder of JSON schemas that refer to one another.</summary>
internal sealed class SchemaFolder
{
    private static readonly string[] Harness = ["$schema", "assertionType", "expectedResult", "onUnexpectedResult", "errorMessage"];

    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private readonly Dictionary<string, JsonSchema> schemas = new(StringComparer.Ordinal);

    private SchemaFolder(string folder, Func<JsonObject, string, JsonObject> made)
    {
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        var root = Path.Combine(AppContext.BaseDirectory, "Schemas", folder);
        foreach (var file in Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(root, file).Replace('\\', '/');
            schemas[name] = JsonSchema.FromText(
                made(JsonNode.Parse(File.ReadAllText(file))!.AsObject(), Path.GetFileName(name)).ToJsonString(), options);
        }
    }

    /// <summary>STIX 2.1, each schema under the address that it names.</summary>
    public static SchemaFolder Stix { get; } = new("stix", (schema, _) => schema);

    /// <summary>CSL-JSON.</summary>
    public static SchemaFolder Csl { get; } = new("csl", (schema, _) => schema);

    /// <summary>
    /// Web Annotations. They are of draft 4, whose <c>id</c> later drafts call <c>$id</c>, and repeat the draft inside themselves; of
    /// what else changed since they use nothing. What they tell the harness that they were written for is left out.
    /// </summary>
    public static SchemaFolder Annotation { get; } = new("annotation", (schema, name) =>
    {
        Plain(schema);
        return new JsonObject(
        [
            new("$schema", "http://json-schema.org/draft-07/schema#"), // what comes after is read by it
            new("$id", "http://annotation.example/" + name),
            .. schema.Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())),
        ]);
    });

    public IReadOnlyCollection<string> Names => schemas.Keys;

    /// <summary>What a schema has against a value; none where it holds.</summary>
    public List<string> Faults(string name, JsonElement value)
    {
        var result = schemas[name].Evaluate(value, Options);
        if (result.IsValid) return [];
        var told = (result.Details ?? []).Where(d => d.Errors is not null)
            .SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation}: {e.Key}: {e.Value}"));
        return [.. told.DefaultIfEmpty($"not as {name} says")];
    }

    private static void Plain(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items) Plain(item);
        }
        else if (node is JsonObject properties)
        {
            foreach (var word in Harness) properties.Remove(word);
            if (properties["id"] is JsonValue) properties.Remove("id");
            foreach (var (_, value) in properties.ToList()) Plain(value);
        }
    }
}
