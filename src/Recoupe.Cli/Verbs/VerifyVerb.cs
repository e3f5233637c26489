using System.CommandLine;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe verify</c>: whether a ledger still holds together.</summary>
internal static class VerifyVerb
{
    public static Command Command()
    {
        var (ledger, language, quiet) = (SharedOptions.Ledger(), SharedOptions.Language(), SharedOptions.Quiet());
        var command = new Verb(
            "verify",
            "Hashes every text again and checks every passage. Exit status 1 where something does not hold.",
            "recoupe verify out/ledger.recoupe")
        {
            ledger, language, quiet,
        };
        command.SetAction(asked =>
        {
            using var pipeline = Pipeline.OpenToRead(asked.GetRequiredValue(ledger));
            using var notices = new Notices(pipeline, asked.InvocationConfiguration.Error, asked.Wording(language));
            var (words, faults) = (asked.Wording(language), 0);
            foreach (var fault in pipeline.Verify())
            {
                asked.InvocationConfiguration.Error.WriteLine($"{fault.Code}: {Printable.Line(fault.Where)}: {Printable.Line(words.Message(fault.Message))}");
                faults++;
            }

            if (!asked.GetValue(quiet))
                asked.InvocationConfiguration.Output.WriteLine(words.Count(faults == 0 ? "cli.verified" : "cli.faults", faults));
            return (int)(faults == 0 ? Exit.Done : Exit.Partly);
        });
        return command;
    }
}
