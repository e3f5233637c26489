using System.CommandLine;
using Recoupe.Cli.Files;
using Recoupe.Tell.Pages;

namespace Recoupe.Cli.Verbs.Outputs;

/// <summary><c>recoupe dossier</c>: a ledger's pages.</summary>
internal static class DossierVerb
{
    public static Command Command()
    {
        var (ledger, language, share, questions) = (SharedOptions.Ledger(), SharedOptions.Language(), SharedOptions.Share(), SharedOptions.Questions());
        var folder = new Option<string?>("--out") { Description = "The folder for the pages; by default dossier/ beside the ledger." };
        var command = new Verb(
            "dossier",
            "Writes a ledger's dossier: pages that need no network and no script.",
            "recoupe dossier out/ledger.recoupe --lang en --share --out to-send")
        {
            ledger, folder, questions, language, share,
        };
        command.SetAction((asked, cancel) =>
        {
            var path = asked.GetRequiredValue(ledger);
            var kept = asked.GetValue(questions) ?? [];
            using var pipeline = kept.Length == 0 ? Pipeline.OpenToRead(path) : Pipeline.Open(path, create: false);
            using var notices = new Notices(pipeline, asked.InvocationConfiguration.Error, asked.Wording(language));
            foreach (var question in kept) pipeline.Ask(question);
            var into = asked.GetValue(folder) ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "dossier");
            var options = new DossierOptions { Words = asked.Wording(language), Share = asked.GetValue(share) };
            var page = DossierFolder.Write(into, Dossier.Files(pipeline.Ledger(), pipeline.Required, options), cancel);
            asked.InvocationConfiguration.Output.WriteLine(Printable.Line(page));
            return Task.FromResult((int)Exit.Done);
        });
        return command;
    }
}
