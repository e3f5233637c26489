using System.CommandLine;
using Recoupe.Tell;

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
            try
            {
                return (int)Verify(asked, asked.GetRequiredValue(ledger), asked.Wording(language), asked.GetValue(quiet));
            }
            catch (LedgerException hurt) when (hurt is { Code: "STORE-1", InnerException: not null })
            {
                TellReadable(asked, asked.GetRequiredValue(ledger), asked.Wording(language));
                throw;
            }
        });
        return command;
    }

    private static Exit Verify(ParseResult asked, string path, Locale words, bool quiet)
    {
        using var pipeline = Pipeline.OpenToRead(path);
        using var notices = new Notices(pipeline, asked.InvocationConfiguration.Error, words);
        var faults = 0;
        foreach (var fault in pipeline.Verify())
        {
            var told = Printable.Line(words.Message(fault.Message));
            asked.InvocationConfiguration.Error.WriteLine($"{fault.Code}: {Printable.Line(fault.Where)}: {told}");
            faults++;
        }

        if (!quiet) asked.InvocationConfiguration.Output.WriteLine(words.Count(faults == 0 ? "cli.verified" : "cli.faults", faults));
        return faults == 0 ? Exit.Done : Exit.Partly;
    }

    // Of what is too damaged to be looked through it is told what can still be read, and what cannot.
    private static void TellReadable(ParseResult asked, string path, Locale words)
    {
        var left = Pipeline.Readable(path);
        RefusalPrinter.Tell(asked.InvocationConfiguration.Error, words, left.Lost);
        asked.InvocationConfiguration.Output.WriteLine(words.Say(
            "cli.readable",
            ("articles", words.Number(left.Pages)),
            ("questions", words.Number(left.Questions)),
            ("lost", words.Number(left.Lost.Length))));
    }
}
