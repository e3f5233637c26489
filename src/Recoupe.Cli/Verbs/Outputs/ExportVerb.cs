using System.CommandLine;
using System.Text;
using Recoupe.Cli.Files;
using Recoupe.Tell;
using Recoupe.Tell.Exchange;

namespace Recoupe.Cli.Verbs.Outputs;

/// <summary><c>recoupe export</c>: a ledger for other programs.</summary>
internal static class ExportVerb
{
    public static Command Command()
    {
        var (ledger, only) = (SharedOptions.Ledger(), SharedOptions.Only());
        var (share, language) = (SharedOptions.Share(), SharedOptions.Language());
        var format = new Option<string>("--format")
        {
            Description = "json (docs/schema/ledger.schema.json), csv (a file a noun), or a form of other tools' (docs/exports.md).",
            DefaultValueFactory = _ => "json",
        };
        format.AcceptOnlyFromAmong(["json", "csv", .. ExchangeFormat.All.Select(f => f.Name)]);
        var target = new Option<string?>("--out") { Description = "A file, standard output by default; a folder for csv." };
        var articles = new Option<string?>("--articles")
        {
            Description = "A folder for each article's reading (docs/schema/article.schema.json), with the ledger's entity ids.",
        };
        var command = new Verb(
            "export",
            "Writes a ledger as JSON, as CSV for spreadsheets, or for other tools. Equal ledgers give equal bytes.",
            "recoupe export out/ledger.recoupe --format json --articles out/articles > out/ledger.json")
        {
            ledger, format, target, articles, only, share, language,
        };
        command.Validators.Add(given =>
        {
            if (given.GetResult(format)?.Tokens is [{ Value: "csv" }] && given.GetValue(target) is null)
                given.AddError("--format csv needs a folder: --out DIR.");
            if (given.GetValue(share) && given.GetValue(articles) is not null)
                given.AddError("--articles writes whole texts, which --share keeps back: give one of the two.");
        });
        command.SetAction(asked =>
        {
            using var pipeline = Pipeline.OpenToRead(asked.GetRequiredValue(ledger));
            using var notices = new Notices(pipeline, asked.InvocationConfiguration.Error, asked.Wording(language));
            var part = SharedOptions.Slice(asked.GetValue(only)).Of(pipeline.Ledger());
            if (part.Value is not { } found) return RefusalPrinter.Unusable(asked, asked.Wording(language), part.Rejection!);
            var told = new ExchangeLedger(found, pipeline.Required, asked.Wording(language), asked.GetValue(share));
            Write(told, asked.GetRequiredValue(format), asked.GetValue(target), asked.InvocationConfiguration.Output);
            if (asked.GetValue(articles) is { } folder) Articles(pipeline, found, folder);
            return (int)Exit.Done;
        });
        return command;
    }

    private static void Write(ExchangeLedger told, string format, string? path, TextWriter output)
    {
        if (format is "csv") Csv(told, path!);
        else if (ExchangeFormat.Named(format) is { } form) Whole(path, output, stream => form.Write(stream, told));
        else Whole(path, output, stream => LedgerJson.Write(stream, told.Ledger));
    }

    private static void Whole(string? path, TextWriter output, Action<Stream> write)
    {
        if (path is null) output.Write(OutputFile.Text(write));
        else OutputFile.ToFile(path, write);
    }

    private static void Csv(ExchangeLedger told, string folder)
    {
        foreach (var file in CsvExport.Files(told))
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
