using System.CommandLine;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe undo</c>: takes a decision back.</summary>
internal static class UndoVerb
{
    public static Command Command()
    {
        var (ledger, language, note, by) = (SharedOptions.Ledger(), SharedOptions.Language(), SharedOptions.Note(), SharedOptions.By());
        var decision =
            new Argument<string>("DECISION") { Description = "A decision's id, or its first characters, as `recoupe decisions` shows it." };
        var command = new Verb(
            "undo",
            "Takes a decision back. It stays in the log; to bring it about again, undo the undoing.",
            "recoupe undo out/ledger.recoupe 9c41")
        {
            ledger, decision, note, by, language,
        };
        command.SetAction(asked =>
        {
            using var pipeline = Pipeline.Open(asked.GetRequiredValue(ledger), create: false);
            using var notices = new Notices(pipeline, asked.InvocationConfiguration.Error, asked.Wording(language));
            var outcome = pipeline.Undo(asked.GetRequiredValue(decision), asked.GetValue(note), asked.GetRequiredValue(by));
            var status = DecisionsVerb.Tell(outcome, asked.InvocationConfiguration, asked.Wording(language));
            if (outcome.Value is not null) pipeline.KeepUp(); // whoever asks next finds it as it is now
            return (int)status;
        });
        return command;
    }
}
