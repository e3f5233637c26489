using System.CommandLine;
using Recoupe.Cli.Files;
using Recoupe.Tell.Exchange;
using Recoupe.Tell.Reports;

namespace Recoupe.Cli.Verbs.Outputs;

/// <summary><c>recoupe report</c>: a text to go on writing in.</summary>
internal static class ReportVerb
{
    public static Command Command()
    {
        var (ledger, only) = (SharedOptions.Ledger(), SharedOptions.Only());
        var (share, language) = (SharedOptions.Share(), SharedOptions.Language());
        var format = new Option<string>("--format") { Description = "docx, odt or html.", DefaultValueFactory = _ => "docx" };
        format.AcceptOnlyFromAmong([.. ReportFormat.All.Select(f => f.Name)]);
        var target = new Option<string?>("--out") { Description = "The file; by default report.FORMAT beside the ledger." };
        var command = new Verb(
            "report",
            "Writes a text to go on writing in: who stands where, each passage with a footnote, figures, ratings with reasons.",
            "recoupe report out/ledger.recoupe --only dispute 4f2a --format odt")
        {
            ledger, format, target, only, share, language,
        };
        command.SetAction(asked =>
        {
            var path = asked.GetRequiredValue(ledger);
            var words = asked.Wording(language);
            using var pipeline = Pipeline.OpenToRead(path);
            using var notices = new Notices(pipeline, asked.InvocationConfiguration.Error, words);
            var whole = pipeline.Ledger();
            var part = SharedOptions.Slice(asked.GetValue(only)).Of(whole);
            if (part.Value is not { } found) return RefusalPrinter.Unusable(asked, words, part.Rejection!);
            var form = ReportFormat.Named(asked.GetRequiredValue(format))!;
            var file = asked.GetValue(target) ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "report." + form.Name);
            var told = new ExchangeLedger(found, pipeline.Required, words, asked.GetValue(share));
            OutputFile.ToFile(file, stream => form.Write(stream, told, whole.Articles.Length));
            asked.InvocationConfiguration.Output.WriteLine(Printable.Line(file));
            return (int)Exit.Done;
        });
        return command;
    }
}
