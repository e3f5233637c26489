using System.CommandLine;
using System.Text;
using Recoupe.Cli.Files;
using Recoupe.Tell;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe export</c>: a ledger for other programs.</summary>
internal static class ExportVerb
{
    public static Command Command()
    {
        var (ledger, language) = (SharedOptions.Ledger(), SharedOptions.Language());
        var format = new Option<string>("--format") { Description = "json (docs/schema/ledger.schema.json) or csv (a file a noun).", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "csv");
        var target = new Option<string?>("--out") { Description = "A file for json, standard output by default; a folder for csv." };
        var articles = new Option<string?>("--articles") { Description = "A folder for each article's reading (docs/schema/article.schema.json), with the ledger's entity ids." };
        var command = new Verb(
            "export",
            "Writes a ledger as JSON, or as CSV for spreadsheets. Equal ledgers give equal bytes.",
            "recoupe export out/ledger.recoupe --format json --articles out/articles > out/ledger.json")
        {
            ledger, format, target, articles, language,
        };
        command.Validators.Add(given =>
        {
            if (given.GetResult(format)?.Tokens is [{ Value: "csv" }] && given.GetValue(target) is null) given.AddError("--format csv needs a folder: --out DIR.");
        });
        command.SetAction(asked =>
        {
            using var pipeline = Pipeline.OpenToRead(asked.GetRequiredValue(ledger));
            using var notices = new Notices(pipeline, asked.InvocationConfiguration.Error, asked.Wording(language));
            var found = pipeline.Ledger();
            if (asked.GetValue(format) is "csv") Csv(pipeline, found, asked.GetRequiredValue(target)!, asked.Wording(language));
            else Json(found, asked.GetValue(target), asked.InvocationConfiguration.Output);
            if (asked.GetValue(articles) is { } folder) Articles(pipeline, found, folder);
            return (int)Exit.Done;
        });
        return command;
    }

    private static void Json(Ledger ledger, string? path, TextWriter output)
    {
        if (path is null) output.Write(OutputFile.Text(stream => LedgerJson.Write(stream, ledger)));
        else OutputFile.ToFile(path, stream => LedgerJson.Write(stream, ledger));
    }

    private static void Csv(Pipeline pipeline, Ledger ledger, string folder, Locale words)
    {
        foreach (var file in CsvExport.Files(ledger, pipeline.Required, words))
            OutputFile.ToFile(Path.Combine(folder, file.Path), stream => stream.Write(Encoding.UTF8.GetBytes(file.Text)));
    }

    private static void Articles(Pipeline pipeline, Ledger ledger, string folder)
    {
        var entities = EntityIndex.Of(ledger);
        foreach (var header in ledger.Articles)
        {
            var (article, findings) = pipeline.Required(header.Id);
            var filed = new FiledArticle(article with { Header = header }, findings);
            OutputFile.ToFile(Path.Combine(folder, header.Name + ".json"), stream =>
            {
                ArticleJson.Write(stream, filed, Pipeline.Reading(article), entities, indented: true);
                stream.WriteByte((byte)'\n');
            });
        }
    }
}
