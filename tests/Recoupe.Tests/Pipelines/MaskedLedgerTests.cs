using System.Text;
using Recoupe.Language;
using Recoupe.Tell;
using Recoupe.Tell.Pages;
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

    private static bool Names((string Name, string Text) file, List<string> names) => names.Exists(name => file.Text.Contains(name, StringComparison.Ordinal));

    private static List<(string Name, string Text)> Written(Pipeline pipeline)
    {
        var ledger = pipeline.Ledger();
        var entities = EntityIndex.Of(ledger);
        var words = Locale.For("en");
        return
        [
            ("ledger.json", Bytes(output => LedgerJson.Write(output, ledger))),
            .. ledger.Articles.Select(a => (a.Name + ".json", Bytes(output => ArticleJson.Write(output, pipeline.Required(a.Id), null, entities)))),
            .. CsvExport.Files(ledger, pipeline.Required, words).Select(f => (f.Path, f.Text)),
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
