using System.CommandLine;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe salvage</c>: what can still be read of a damaged ledger.</summary>
internal static class SalvageVerb
{
    public static Command Command()
    {
        var (ledger, language) = (SharedOptions.Ledger(), SharedOptions.Language());
        var made = new Option<string>("--out") { Description = "The path of the new ledger, where no file is yet.", Required = true };
        var command = new Verb(
            "salvage",
            "Saves pages, questions and decisions that can still be read of a damaged ledger into a new one. Exit status 1 where something was lost.",
            "recoupe salvage out/ledger.recoupe --out out/saved.recoupe")
        {
            ledger, made, language,
        };
        command.SetAction((asked, cancel) =>
        {
            var (streams, words) = (asked.InvocationConfiguration, asked.Wording(language));
            var saved = Pipeline.Salvage(asked.GetRequiredValue(ledger), asked.GetRequiredValue(made), cancel);
            RefusalPrinter.Tell(streams.Error, words, saved.Run.Refused);
            streams.Output.WriteLine(words.Say(
                "cli.salvaged",
                ("articles", words.Number(saved.Run.Added)),
                ("questions", words.Number(saved.Questions)),
                ("decisions", words.Number(saved.Decisions)),
                ("lost", words.Number(saved.Run.Refused.Length)),
                ("lines", words.Number(saved.LostDecisions))));
            return Task.FromResult((int)(saved.Run.Refused.IsEmpty && saved.LostDecisions == 0 ? Exit.Done : Exit.Partly));
        });
        return command;
    }
}
