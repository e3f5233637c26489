using System.Globalization;
using System.Text.Json.Nodes;

namespace Recoupe.Exchange.Tests;

public sealed class FollowTheMoneyTests(Samples samples)
{
    private static readonly JsonObject Model =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", "ftm", "model.json")))!["schemata"]!.AsObject();

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void Every_entity_is_of_the_model(string which)
    {
        var entities = Entities(which);
        entities.ShouldNotBeEmpty();
        entities.SelectMany(e => Faults(e, entities)).ShouldBeEmpty();
    }

    [Fact]
    public void Articles_people_bodies_mentions_and_tellings_are_there()
    {
        var told = Entities("story").CountBy(e => (string)e["schema"]!).ToDictionary();
        told["Article"].ShouldBe(samples.Story.Articles.Length);
        foreach (var schema in new[] { "Person", "Organization", "Mention", "Documentation" }) told[schema].ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("Article", "fileName", null)]
    [InlineData("Person", "name", null)]
    [InlineData("Mention", "document", null)]
    [InlineData("Mention", "document", "nowhere")]
    [InlineData("Documentation", "entity", null)]
    [InlineData("Documentation", "date", "next week")]
    [InlineData("Article", "language", "French")]
    [InlineData("Article", "shoeSize", "44")]
    public void A_fault_is_found(string schema, string property, string? value)
    {
        var entities = Entities("story");
        var broken = entities.First(e => (string)e["schema"]! == schema).DeepClone().AsObject();
        var properties = broken["properties"]!.AsObject();
        if (value is null) properties.Remove(property).ShouldBeTrue();
        else properties[property] = new JsonArray(value);
        Faults(broken, entities).ShouldNotBeEmpty();
    }

    private List<JsonObject> Entities(string which) =>
        [.. Samples.Text(
            "ftm", samples.Of(which)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];

    // The model's own rules: known properties, those required, references to entities of the right kind, values of the property's type.
    private static IEnumerable<string> Faults(JsonObject entity, List<JsonObject> all)
    {
        var schema = (string)entity["schema"]!;
        var given = entity["properties"]!.AsObject();
        foreach (var required in Ancestry(schema).SelectMany(Required).Where(r => !given.ContainsKey(r)))
            yield return $"{schema} lacks {required}";
        foreach (var (name, values) in given)
        {
            if (Property(schema, name) is not { } property) yield return $"{schema} has no {name}";
            else foreach (
                var value in values!.AsArray().Where(v => !IsOf(property, (string)v!, all))) yield return $"{schema}.{name}: {value}";
        }
    }

    private static IEnumerable<string> Ancestry(string schema) => Model[schema]!["schemata"]!.AsArray().Select(s => (string)s!);

    private static IEnumerable<string> Required(string schema) =>
        Model[schema]!["required"] is JsonArray required ? required.Select(r => (string)r!) : [];

    private static JsonNode? Property(string schema, string name) =>
        Ancestry(schema).Select(s => Model[s]!["properties"]![name]).FirstOrDefault(p => p is not null);

    private static bool IsOf(JsonNode property, string value, List<JsonObject> all) => (string?)property["type"] switch
    {
        "entity" => all.Find(e => (string)e["id"]! == value) is { } other && Ancestry((string)other["schema"]!)
            .Contains((string)property["range"]!, StringComparer.Ordinal),
        "date" => new[] { "yyyy", "yyyy-MM", "yyyy-MM-dd" }.Any(
            form => DateOnly.TryParseExact(value, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
        "language" => value.Length == 3,
        "url" => Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https",
        "number" => decimal.TryParse(value, CultureInfo.InvariantCulture, out _),
        _ => value.Length > 0,
    };
}
