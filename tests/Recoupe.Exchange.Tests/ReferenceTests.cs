using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Recoupe.Tests;
using Recoupe.Tests.Tell;

namespace Recoupe.Exchange.Tests;

public sealed class ReferenceTests(Samples samples)
{
    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void CSL_is_as_its_schema_says(string which) =>
        CslFaults(JsonNode.Parse(Samples.Text("csl", samples.Of(which)))!).ShouldBeEmpty();

    [Theory]
    [InlineData("type", "\"gossip\"")]
    [InlineData("issued", "\"12 March\"")]
    [InlineData("author", "\"Anna Orme\"")]
    [InlineData("shoe-size", "44")]
    [InlineData("id", "{}")]
    [InlineData("title", "7")]
    [InlineData("URL", "[]")]
    [InlineData("issued", "{\"date-parts\":[[2024,3,12,9]]}")]
    [InlineData("author", "[{\"literal\":7}]")]
    public void A_fault_in_CSL_is_found(string property, string value)
    {
        var items = JsonNode.Parse(Samples.Text("csl", samples.Of("story")))!;
        items[0]![property] = JsonNode.Parse(value);
        CslFaults(items).ShouldNotBeEmpty();
    }

    [Fact]
    public void RIS_says_of_each_article_what_is_known_of_it()
    {
        var records = Records(Samples.Text("ris", samples.Of("story")));
        records.Count.ShouldBe(samples.Story.Articles.Length);
        foreach (var (article, record) in samples.Story.Articles.Zip(records))
        {
            record.ShouldContain(("TI", article.Title ?? article.Name));
            record.Where(line => line.Tag == "UR").Select(line => line.Value).ShouldBe(article.Url is { } url ? [url] : []);
            record.ShouldContain(("N1", "SHA-256 " + article.TextHash));
        }
    }

    [Fact]
    public void A_line_break_in_a_headline_starts_no_tag()
    {
        var article = HostileLedger.Filed.Article.Header with { Title = "One\r\nER  - \r\nTY  - BOOK" };
        var broken = HostileLedger.Ledger with { Articles = [article] };
        Records(Samples.Text("ris", new(broken, _ => HostileLedger.Filed, Recoupe.Tell.Locale.For("en")))).Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void The_braces_of_BibTeX_balance_and_no_letter_of_TeX_stands_bare(string which)
    {
        var text = Samples.Text("bibtex", samples.Of(which));
        var bare = Regex.Replace(text, @"\\[{}$&%#_]|\\text[a-z]+\{\}", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        bare.Count(c => c == '{').ShouldBe(bare.Count(c => c == '}'));
        Regex.Matches(
            bare,
            @"^  (title|author|organization) = (.*)$",
            RegexOptions.Multiline | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(5)).Select(m => m.Value)
            .ShouldAll(line => line.AsSpan().IndexOfAny(@"$&%#_\~^") < 0);
    }

    private static List<string> CslFaults(JsonNode items) =>
        SchemaFolder.Csl.Faults("csl-data.json", JsonDocument.Parse(items.ToJsonString()).RootElement);

    // Read by hand, so that the writer is not held to itself.
    private static List<List<(string Tag, string Value)>> Records(string ris)
    {
        var records = new List<List<(string Tag, string Value)>>();
        foreach (var line in ris.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            line[2..6].ShouldBe("  - ");
            if (line[..2] is "TY") records.Add([]);
            records[^1].Add((line[..2], line[6..]));
        }

        records.ShouldAll(record => record[^1].Tag == "ER");
        return records;
    }
}
