using System.Text;
using Recoupe.Language;
using Recoupe.Tell;
using Recoupe.Tell.Exchange;
using Recoupe.Tell.Pages;
using Recoupe.Tell.Reports;
using Recoupe.Tests.Cli;
using Recoupe.Tests.Ingest;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Pipelines;

public sealed class MaskedLedgerTests
{
    [Fact]
    public void A_name_that_is_masked_is_in_no_export_and_on_no_page()
    {
        using var folder = new TemporaryFolder();
        using var pipeline = Pipeline.Open(folder.Path("story.recoupe"));
        pipeline.Add([StoryGold.Articles]);
        var person = pipeline.Ledger().Entities.Where(e => e.Type == NameType.Person).OrderByDescending(e => e.Mentions.Length).First();
        var names = person.Variants.Append(person.Name).Distinct(StringComparer.Ordinal).ToList();
        Written(pipeline).Where(file => Names(file, names)).Count().ShouldBeGreaterThan(10);

        pipeline.Mask(person.Id, null, "anna").Value.ShouldNotBeNull();
        Written(pipeline).ShouldAll(file => !Names(file, names));
    }

    // A name in a headline in capitals, in a byline, in another's role, in another's name, in a place of a figure, beside its own mentions.
    private const string Heap = """
        BRESCU FERME LE PONT DE KALTROVA

        Par Ilan Brescu

        Le colonel Ilan Brescu a déclaré mardi 12 mars 2024 que le pont de Kaltrova était fermé. « Douze soldats sont morts à Kaltrova », a affirmé Jeanne Duval, porte-parole d'Ilan Brescu.
        La Fondation Brescu a demandé une enquête à l'Agence Norvik. Selon l'Agence Norvik, trente habitants de Kaltrova ont été blessés. Brescu n'a pas nié que des habitants de Kaltrova avaient fui.
        """;

    private const string Copy = """
        Colonel Ilan Brescu denied that the Kaltrova bridge was closed, the Norvik Agency reported on Wednesday.
        Jeanne Duval said that at least 15 soldiers had been killed in Kaltrova. Brescu's spokeswoman added that Kaltrova was calm. "Nobody was wounded in Kaltrova," Brescu said.
        """;

    [Theory]
    [InlineData("Ilan Brescu", "bresc")]
    [InlineData("Kaltrova", "kaltrov")]
    [InlineData("Jeanne Duval", "duval")]
    public async Task A_name_that_is_masked_is_printed_by_no_verb(string name, string letters)
    {
        using var folder = new Folder();
        folder.File("questions.yaml", $"- {name} est-il en sécurité ?\n");
        folder.File("one.meta.json", $$"""{"title":"Le pont vu par {{name}}","authors":["{{name}}"]}""");
        await Asked.Of("run", folder.File("one.txt", Heap), folder.File("two.txt", Copy), "--out", folder["out"], "--quiet");
        folder.File("out/questions.yaml", $"- {name} est-il en sécurité ?\n");
        (await Printed(folder)).Count(p => p.Text.Contains(letters, StringComparison.OrdinalIgnoreCase)).ShouldBeGreaterThan(10);
        (await Asked.Of("forget", folder["out/ledger.recoupe"], name, "--note", $"{name} asked for it")).Status.ShouldBe(0);
        (await Printed(folder)).ShouldAll(p => !p.Text.Contains(letters, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_question_stays_itself_when_a_name_in_it_is_masked()
    {
        using var folder = new Folder();
        await Asked.Of("run", folder.File("one.txt", Heap), folder.File("two.txt", Copy), "--out", folder["out"], "--question", "Le pont de Kaltrova est-il fermé, selon Ilan Brescu ?", "--quiet");
        var before = Question(await Asked.Of("export", folder["out/ledger.recoupe"]));
        (await Asked.Of("forget", folder["out/ledger.recoupe"], "Ilan Brescu")).Status.ShouldBe(0);
        var after = Question(await Asked.Of("export", folder["out/ledger.recoupe"]));
        after.Id.ShouldBe(before.Id);
        after.Text.ShouldNotContain("Brescu");
    }

    private static (string Id, string Text) Question(Asked export)
    {
        using var ledger = System.Text.Json.JsonDocument.Parse(export.Output);
        var question = ledger.RootElement.GetProperty("questions")[0];
        return (question.GetProperty("id").GetString()!, question.GetProperty("text").GetString()!);
    }

    private static async Task<List<(string Name, string Text)>> Printed(Folder folder)
    {
        var ledger = folder["out/ledger.recoupe"];
        var export = await Asked.Of("export", ledger, "--articles", folder["told/articles"]);
        using var json = System.Text.Json.JsonDocument.Parse(export.Output);
        var claims = json.RootElement.GetProperty("claims").EnumerateArray().Select(c => c.GetProperty("id").GetString()!).ToList();
        List<string[]> asked =
        [
            ["export", ledger, "--format", "csv", "--out", folder["told/csv"]], ["dossier", ledger, "--out", folder["told/dossier"]], ["dossier", ledger, "--share", "--out", folder["told/shared"]],
            ["check", "Le pont est fermé", ledger], ["check", "Soldiers were killed", ledger, "--json"], ["decisions", ledger], ["decisions", ledger, "--json"], ["verify", ledger],
            ["trace", ledger, "one"], ["trace", ledger, "two"], ["add", ledger, folder["one.txt"]],
            .. claims.Take(4).Select(c => new[] { "explain", ledger, c }),
        ];
        var printed = new List<(string Name, string Text)> { ("export", export.Output) };
        foreach (var args in asked)
        {
            var answer = await Asked.Of(args);
            answer.Status.ShouldBe(0, answer.Error);
            printed.Add((string.Join(' ', args), answer.Output + answer.Error));
        }

        return [.. printed, .. Directory.EnumerateFiles(
            folder["told"], "*", SearchOption.AllDirectories).Select(f => (f, File.ReadAllText(f)))];
    }

    private static bool Names((string Name, string Text) file, List<string> names) =>
        names.Exists(name => file.Text.Contains(name, StringComparison.Ordinal));

    private static List<(string Name, string Text)> Written(Pipeline pipeline)
    {
        var ledger = pipeline.Ledger();
        var entities = EntityIndex.Of(ledger);
        var words = Locale.For("en");
        return
        [
            ("ledger.json", Bytes(output => LedgerJson.Write(output, ledger))),
            .. ledger.Articles.Select(
                a => (a.Name + ".json", Bytes(output => ArticleJson.Write(output, pipeline.Required(a.Id), null, entities)))),
            .. CsvExport.Files(new(ledger, pipeline.Required, words)).Select(f => (f.Path, f.Text)),
            .. ExchangeFormat.All.Select(f => (f.Name, Bytes(output => f.Write(output, new(ledger, pipeline.Required, words))))),
            (
                "report.html",
                Bytes(output => ReportFormat.Named("html")!.Write(output, new(ledger, pipeline.Required, words), ledger.Articles.Length))),
            .. Dossier.Files(ledger, pipeline.Required, new DossierOptions { Words = words }).Select(f => (f.Path, f.Text)),
        ];
    }

    private static string Bytes(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
