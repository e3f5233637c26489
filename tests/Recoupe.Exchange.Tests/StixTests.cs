using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoupe.Exchange.Tests;

public sealed class StixTests(Samples samples)
{
    private static readonly Dictionary<string, string> Schemas = new(StringComparer.Ordinal)
    {
        ["identity"] = "sdos/identity.json",
        ["report"] = "sdos/report.json",
        ["note"] = "sdos/note.json",
        ["opinion"] = "sdos/opinion.json",
        ["grouping"] = "sdos/grouping.json",
        ["relationship"] = "sros/relationship.json",
    };

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void Every_object_is_as_its_schema_says(string which) =>
        Objects(which).SelectMany(Faults).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void Every_reference_leads_to_an_object_of_the_bundle_and_no_id_comes_twice(string which)
    {
        var objects = Objects(which);
        var ids = objects.Select(o => (string)o["id"]!).ToList();
        ids.ShouldBeUnique(StringComparer.Ordinal);
        objects.SelectMany(References).Except(ids, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Each_noun_of_the_ledger_is_in_the_bundle()
    {
        var told = Objects("story").CountBy(o => (string)o["type"]!).ToDictionary();
        told["report"].ShouldBe(samples.Story.Articles.Length);
        told["note"].ShouldBe(samples.Story.Claims.Length);
        told["opinion"].ShouldBe(samples.Story.Claims.Sum(c => c.Positions.Length));
        told["grouping"].ShouldBeGreaterThan(1);
        told["relationship"].ShouldBeGreaterThanOrEqualTo(samples.Story.Lineage.Length);
    }

    [Fact]
    public void A_rating_stands_on_the_claim_and_a_reliability_on_the_source_alone()
    {
        var graded = samples.Of(samples.Story with { Reliability = [new Reliability(
            samples.Story.Articles.First(a => a.Site is not null).Site!, 'B', null, null)] });
        var objects = Parsed(Samples.Text("stix", graded));
        Labelled(objects, "admiralty-scale:source-reliability").Select(o => (string)o["type"]!).ShouldBe(["identity"]);
        Labelled(objects, "admiralty-scale:information-credibility").ShouldAllBe(o => (string)o["type"]! == "note");
        Labelled(objects, "admiralty-scale:information-credibility").Count.ShouldBe(samples.Story.Claims.Length);
    }

    [Fact]
    public void Equal_ledgers_give_equal_bytes() =>
        Samples.Text("stix", samples.Of("story")).ShouldBe(Samples.Text("stix", samples.Of("story")));

    [Theory]
    [InlineData("note", "content")]
    [InlineData("note", "object_refs")]
    [InlineData("opinion", "opinion")]
    [InlineData("report", "published")]
    [InlineData("report", "name")]
    [InlineData("identity", "name")]
    [InlineData("grouping", "context")]
    [InlineData("relationship", "source_ref")]
    public void An_object_without_what_it_needs_is_found(string type, string property)
    {
        var broken = Objects("story").First(o => (string)o["type"]! == type).DeepClone().AsObject();
        broken.Remove(property).ShouldBeTrue();
        Faults(broken).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("opinion", "opinion", "maybe")]
    [InlineData("report", "published", "yesterday")]
    [InlineData("note", "id", "note--1")]
    [InlineData("relationship", "relationship_type", "Not So")]
    public void A_value_that_is_none_of_its_kind_is_found(string type, string property, string value)
    {
        var broken = Objects("story").First(o => (string)o["type"]! == type).DeepClone().AsObject();
        broken[property] = value;
        Faults(broken).ShouldNotBeEmpty();
    }

    private List<JsonObject> Objects(string which) => Parsed(Samples.Text("stix", samples.Of(which)));

    private static List<JsonObject> Parsed(string bundle) => [.. JsonNode.Parse(bundle)!["objects"]!.AsArray().Select(o => o!.AsObject())];

    private static List<JsonObject> Labelled(IEnumerable<JsonObject> objects, string label) =>
        [.. objects.Where(
            o => o["labels"] is JsonArray labels && labels.Any(l => ((string)l!).StartsWith(label, StringComparison.Ordinal)))];

    private static List<string> Faults(JsonObject value) =>
        SchemaFolder.Stix.Faults(Schemas[(string)value["type"]!], JsonDocument.Parse(value.ToJsonString()).RootElement);

    private static IEnumerable<string> References(JsonObject value) =>
        from property in value
        where property.Key.EndsWith("_ref", StringComparison.Ordinal) || property.Key.EndsWith("_refs", StringComparison.Ordinal)
        from reference in property.Value is JsonArray many ? many.Select(r => (string)r!) : [(string)property.Value!]
        select reference;
}
