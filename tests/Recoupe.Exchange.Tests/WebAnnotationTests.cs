using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoupe.Exchange.Tests;

public sealed class WebAnnotationTests(Samples samples)
{
    // What the definitions hold is asked of by the others, and says nothing by itself.
    private static readonly List<string> Musts = [.. SchemaFolder.Annotation.Names.Where(
        name => !name.StartsWith("definitions/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void Every_annotation_is_all_that_one_must_be(string which)
    {
        Musts.Count.ShouldBeGreaterThan(40);
        var annotations = Annotations(which);
        annotations.ShouldNotBeEmpty();
        annotations.SelectMany(a => Musts.SelectMany(must => Faults(must, a))).ShouldBeEmpty();
    }

    [Fact]
    public void There_is_one_for_each_position() => Annotations("story").Count.ShouldBe(samples.Story.Claims.Sum(c => c.Positions.Length));

    [Fact]
    public void Its_place_in_code_points_and_its_words_are_one_passage()
    {
        var articles = samples.Story.Articles.ToDictionary(
            a => a.TextHash, a => samples.Filed(a.Id).Article.Text.EnumerateRunes().ToArray(), StringComparer.Ordinal);
        foreach (var target in Annotations("story").Select(a => a["target"]!))
        {
            var runes = articles[Hash((string)target["state"]!)];
            var (quote, place) = (target["selector"]![0]!, target["selector"]![1]!);
            Text(runes[(int)place["start"]!..(int)place["end"]!]).ShouldBe((string)quote["exact"]!);
            Text(runes[..(int)place["start"]!]).ShouldEndWith((string)quote["prefix"]!);
            Text(runes[(int)place["end"]!..]).ShouldStartWith((string)quote["suffix"]!);
        }
    }

    [Theory]
    [InlineData("@context", "\"http://example.org/\"")]
    [InlineData("id", "7")]
    [InlineData("type", "\"Comment\"")]
    [InlineData("target", "null")]
    [InlineData("target", "{\"type\":\"SpecificResource\",\"source\":\"urn:x\",\"selector\":{\"type\":\"TextPositionSelector\",\"start\":\"one\",\"end\":2}}")]
    [InlineData("target", "{\"type\":\"SpecificResource\",\"source\":\"urn:x\",\"selector\":{\"type\":\"TextQuoteSelector\"}}")]
    [InlineData("target", "{\"type\":\"SpecificResource\",\"source\":\"urn:x\",\"state\":{\"type\":\"Mood\"}}")]
    [InlineData("bodyValue", "\"beside a body\"")]
    public void What_no_annotation_may_be_is_found(string property, string value)
    {
        var broken = Annotations("story")[0].DeepClone().AsObject();
        broken[property] = JsonNode.Parse(value);
        Musts.SelectMany(must => Faults(must, broken)).ShouldNotBeEmpty();
    }

    private List<JsonObject> Annotations(string which) =>
    [
        .. JsonNode.Parse(Samples.Text("annotations", samples.Of(which)))!["@graph"]!.AsArray().Select(item => item!.AsObject())
            .Where(item => (string)item["type"]! == "Annotation"),
    ];

    private static List<string> Faults(string must, JsonObject annotation) =>
        SchemaFolder.Annotation.Faults(must, JsonDocument.Parse(annotation.ToJsonString()).RootElement);

    private static string Hash(string name) =>
        Convert.ToHexStringLower(System.Buffers.Text.Base64Url.DecodeFromChars(name.AsSpan("ni:///sha-256;".Length)));

    private static string Text(Rune[] runes) =>
        runes.Aggregate(new StringBuilder(), (text, rune) => text.Append(CultureInfo.InvariantCulture, $"{rune}")).ToString();
}
