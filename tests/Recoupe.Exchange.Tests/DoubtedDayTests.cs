using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Recoupe.Tell.Exchange;

namespace Recoupe.Exchange.Tests;

/// <summary>A day that the ledger doubts is in no export as if it were sure.</summary>
public sealed partial class DoubtedDayTests(Samples samples)
{
    private const string Doubtful = "2031-12-30";

    private static readonly Reason _why = Reason.Of("FILE-DATE");

    [Theory]
    [InlineData("stix")]
    [InlineData("ftm")]
    [InlineData("gexf")]
    [InlineData("annotations")]
    [InlineData("csl")]
    [InlineData("ris")]
    [InlineData("bibtex")]
    public void It_is_left_out(string format)
    {
        if (format is not "annotations") Year().IsMatch(Samples.Text(format, Told(null))).ShouldBeTrue(); // else the test would show nothing
        Year().IsMatch(Samples.Text(format, Told(_why))).ShouldBeFalse();
    }

    [Fact]
    public void STIX_says_of_the_report_that_its_day_is_a_stand_in()
    {
        Reports(Told(null)).ShouldAllBe(r => r["labels"] == null);
        Reports(Told(_why)).ShouldAllBe(r => (string)r["labels"]![0]! == "recoupe:undated");
    }

    // No part of an id or a hash.
    [GeneratedRegex("(?<![0-9a-f-])2031(?![0-9a-f])", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Year();

    private ExchangeLedger Told(Reason? doubt) => samples.Of(samples.Story with
    {
        Articles = [.. samples.Story.Articles.Select(a => a with { Published = new(Doubtful, PublicationSource.Metadata, doubt, null) })],
    });

    private static IEnumerable<JsonNode> Reports(ExchangeLedger told) =>
        JsonNode.Parse(Samples.Text("stix", told))!["objects"]!.AsArray().Where(o => (string)o!["type"]! == "report").Select(o => o!);
}
