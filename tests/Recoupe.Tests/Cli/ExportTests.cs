using System.Text.Json;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Cli;

public sealed class ExportTests : IDisposable
{
    private static readonly string[] Pages =
        [.. new[] { "07-chronicle-colonel.txt", "09-veilleur-rumeur.md", "10-echo-dementi.txt" }.Select(n => Path.Combine(
            StoryGold.Articles, n))];

    private readonly Folder folder = new();

    private string Ledger => folder["l.recoupe"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("stix", "\"bundle\"")]
    [InlineData("annotations", "TextQuoteSelector")]
    [InlineData("ftm", "\"Article\"")]
    [InlineData("csl", "article-newspaper")]
    [InlineData("ris", "TY  - NEWS")]
    [InlineData("bibtex", "@online{")]
    [InlineData("gexf", "<gexf")]
    [InlineData("claimreview", "https://schema.org")]
    public async Task Each_form_goes_to_standard_output_and_to_a_file_alike(string format, string sign)
    {
        await Fill();
        var told = await Asked.Of("export", Ledger, "--format", format, "--lang", "en");
        (told.Status, told.Error).ShouldBe((0, ""));
        told.Output.ShouldContain(sign);
        (await Asked.Of("export", Ledger, "--format", format, "--lang", "en", "--out", folder["out"])).Status.ShouldBe(0);
        (await File.ReadAllTextAsync(folder["out"], TestContext.Current.CancellationToken)).ShouldBe(told.Output);
    }

    [Fact]
    public async Task A_part_of_a_ledger_is_told_by_kind_and_id()
    {
        await Fill();
        var claims = Claims((await Asked.Of("export", Ledger)).Output);
        claims.Count.ShouldBeGreaterThan(2);
        Claims((await Asked.Of("export", Ledger, "--only", "claim", claims[0], claims[1][..8])).Output).Order(StringComparer.Ordinal)
            .ShouldBe(claims.Take(2).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_names_nothing_is_refused()
    {
        await Fill();
        var unknown = await Asked.Of("export", Ledger, "--only", "claim", "zzzz");
        (unknown.Status, unknown.Error.Split(':')[0]).ShouldBe((2, "EXPORT-1"));
        (await Asked.Of("export", Ledger, "--only", "zzzz")).Status.ShouldBe(2);
        (await Asked.Of("report", Ledger, "--only", "dispute", "zzzz")).Error.ShouldStartWith("EXPORT-1: ");
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("odt")]
    [InlineData("html")]
    public async Task A_report_is_written_beside_the_ledger(string format)
    {
        await Fill();
        var told = await Asked.Of("report", Ledger, "--format", format, "--lang", "en");
        (told.Status, told.Output.Trim()).ShouldBe((0, folder["report." + format]));
        new FileInfo(folder["report." + format]).Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task No_analyst_is_named_in_what_may_leave_the_house()
    {
        await Fill();
        var claim = Claims((await Asked.Of("export", Ledger)).Output)[0];
        (await Asked.Of("decide", Ledger, "rate", claim, "--to", "4", "--note", "I was there", "--by", "Anna Orme")).Status.ShouldBe(0);
        (await Asked.Of("export", Ledger)).Output.ShouldContain("Anna Orme");
        foreach (var format in new[] { "json", "stix", "claimreview" })
        {
            var told = (await Asked.Of("export", Ledger, "--format", format, "--share")).Output;
            told.ShouldNotContain("Anna Orme");
            told.ShouldNotContain("I was there");
        }
    }

    [Theory]
    [InlineData("json")]
    [InlineData("stix")]
    [InlineData("annotations")]
    [InlineData("ftm")]
    [InlineData("csl")]
    [InlineData("gexf")]
    public async Task No_folder_of_the_analyst_is_in_what_may_leave_the_house(string format)
    {
        await Fill();
        var told = await Asked.Of("export", Ledger, "--format", format, "--share");
        told.Status.ShouldBe(0);
        told.Output.Length.ShouldBeGreaterThan(500);
        told.Output.ShouldNotContain(StoryGold.Articles);
    }

    [Fact]
    public async Task Whole_texts_are_not_written_to_be_shared()
    {
        await Fill();
        var told = await Asked.Of("export", Ledger, "--share", "--articles", folder["texts"], "--lang", "fr");
        told.Status.ShouldBe(2);
        told.Error.ShouldContain("--articles");
        Directory.Exists(folder["texts"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("stix")]
    [InlineData("ftm")]
    [InlineData("annotations")]
    public async Task A_passage_goes_out_with_the_hedge_before_it(string format)
    {
        var page = folder.File("a.txt", "Le colonel Ilan Brescu a disparu lundi. Il aurait été capturé par l'armée norvanienne à Tarsk, et aurait été blessé.\n\nLe préfet Jean Morel affirme que le pont de Tarsk aurait été fermé.");
        (await Asked.Of("add", Ledger, page, "--quiet")).Status.ShouldBe(0);
        var told = (await Asked.Of("export", Ledger, "--format", format, "--lang", "fr")).Output;
        told.ShouldContain("été");
        told.ShouldNotContain("\": \"été");
        told.ShouldNotContain("\":\"été");
    }

    private async Task Fill() => (await Asked.Of(["add", Ledger, .. Pages, "--quiet"])).Status.ShouldBe(0);

    private static List<string> Claims(string export)
    {
        using var ledger = JsonDocument.Parse(export);
        return [.. ledger.RootElement.GetProperty("claims").EnumerateArray().Select(c => c.GetProperty("id").GetString()!)];
    }
}
