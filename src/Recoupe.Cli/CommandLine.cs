using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Recoupe.Cli.Verbs;
using Recoupe.Cli.Verbs.Away;
using Recoupe.Cli.Verbs.Desks;
using Recoupe.Cli.Verbs.Outputs;
using Recoupe.Tell;

namespace Recoupe.Cli;

/// <summary>What can be asked of the program: a verb a task, a file a verb.</summary>
internal static class CommandLine
{
    // A sentence or a file may begin with @: nothing is read in its place.
    private static readonly ParserConfiguration AsGiven = new() { ResponseFileTokenReplacer = null };

    /// <summary>Every verb, its help in the language of the words.</summary>
    public static RootCommand Root(Locale words)
    {
        var root = Verbs();
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new Help((HelpAction)help.Action!, words);
        root.Options.OfType<VersionOption>().Single().Action = new ProgramVersion();
        return root;
    }

    /// <summary>Does what the arguments ask, and tells how it went by its exit status.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var error = new ErrorWriter(errors);
        var words = SharedOptions.Wording(args);
        using var signals = new StopSignals(status => EndAtOnce(status, error, words));
        if (!OpenFiles.AreEnough()) return (int)Faults.TellOfFiles(error, words);
        var root = Root(words);
        if (args.Length == 0) args = ["--help"];
        var asked = root.Parse(args, AsGiven);
        if (asked.Action is ParseErrorAction) return Refuse(asked, error, words);
        try
        {
            return await asked.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, signals.Token);
        }
        catch (Exception e) when (Faults.Told(e, error, words) is { } status)
        {
            return status is Exit.Stopped ? signals.Status : (int)status;
        }
    }

    // Work that did not heed the first signal is ended in its middle; what the ledger keeps is whole all the same.
    private static void EndAtOnce(int status, ErrorWriter error, Locale words)
    {
        error.WriteLine(words["cli.stopped"]);
        Environment.Exit(status);
    }

    private static int Refuse(ParseResult asked, TextWriter error, Locale words)
    {
        foreach (var mistake in asked.Errors)
        {
            // What may be given stands a line each.
            var told = words.Message(mistake.Message).Replace("\n\t", " ", StringComparison.Ordinal);
            error.WriteLine($"recoupe: {Printable.Line(told)}");
        }

        var verb = asked.CommandResult.Command is RootCommand ? "" : asked.CommandResult.Command.Name + " ";
        error.WriteLine(words.Message($"Try: recoupe {verb}--help"));
        return (int)Exit.Unusable;
    }

    private static RootCommand Verbs() =>
        new("Reads a heap of news articles and writes a ledger of who said what, on whose word, how sure, who contradicts them, and which articles are copies.")
    {
        RunVerb.Command(),
        AddVerb.Command(),
        WatchVerb.Command(),
        ReaderVerb.Command(),
        ReadVerb.Command(),
        ExtractVerb.Command(),
        ExportVerb.Command(),
        ReportVerb.Command(),
        DossierVerb.Command(),
        DeskVerb.Command(),
        AccountVerb.Command(),
        VerifyVerb.Command(),
        SalvageVerb.Command(),
        SearchVerb.Command(),
        CheckVerb.Command(),
        CompareVerb.Command(),
        NamesVerb.Command(),
        TraceVerb.Command(),
        ExplainVerb.Command(),
        DecideVerb.Command(),
        UndoVerb.Command(),
        DecisionsVerb.Command(),
        ForgetVerb.Command(),
        CompletionVerb.Command(),
    };
}
