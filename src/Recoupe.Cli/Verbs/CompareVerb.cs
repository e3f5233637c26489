using System.CommandLine;
using System.CommandLine.Parsing;
using Recoupe.Cli.Files;
using Recoupe.Tell;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe compare</c>: how one sentence stands to another.</summary>
internal static class CompareVerb
{
    private static readonly Argument<string[]> Sentences =
        new("SENTENCE") { Description = "Two sentences, each in French or English.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> Pairs =
        new("--pairs") { Description = "A file of pairs, tab-separated, with columns id, premise and hypothesis; each pair's answer is printed as a line of JSON." };
    private static readonly Option<bool> Json = SharedOptions.Json();
    private static readonly Option<string?> Language = SharedOptions.Language();

    public static Command Command()
    {
        var command = new Verb(
            "compare",
            "Tells how one sentence stands to another: the same, contained in it, against it, or of another matter.",
            "recoupe compare \"Le pont de Kaltrova est fermé.\" \"The Kaltrova bridge is open.\"")
        {
            Sentences, Pairs, Json, Language,
        };
        command.Validators.Add(Check);
        command.SetAction((asked, cancel) => Task.FromResult((int)Do(asked, cancel)));
        return command;
    }

    private static void Check(CommandResult given)
    {
        var sentences = given.GetValue(Sentences) ?? [];
        given.RefuseWordless(sentences, "A sentence needs words.");
        if (given.GetValue(Pairs) is null ? sentences.Length != 2 : sentences.Length != 0)
            given.AddError("Give two sentences, or --pairs FILE.tsv.");
    }

    private static Exit Do(ParseResult asked, CancellationToken cancel)
    {
        var streams = asked.InvocationConfiguration;
        if (asked.GetValue(Pairs) is { } file) return DoPairs(file, streams, asked.Wording(Language), cancel);
        var sentences = asked.GetRequiredValue(Sentences);
        var found = Pipeline.Compare(sentences[0], sentences[1]);
        if (asked.GetValue(Json)) streams.Output.Write(OutputFile.Text(stream => ComparisonJson.Write(stream, found)));
        else Tell(streams.Output, asked.Wording(Language), found);
        return Exit.Done;
    }

    private static void Tell(TextWriter output, Locale words, Comparison found)
    {
        output.WriteLine(words["cli.compare." + found.Relation.ToString().ToLowerInvariant()]);
        foreach (var reason in found.Reasons) output.WriteLine("  " + Printable.Line(words.Reason(reason)));
    }

    private static Exit DoPairs(string file, InvocationConfiguration streams, Locale words, CancellationToken cancel)
    {
        var opened = PairFile.Open(file, '\t', "id", "premise", "hypothesis");
        if (opened.Value is not { } pairs)
        {
            RefusalPrinter.Tell(streams.Error, words, [opened.Rejection!]);
            return Exit.Unusable;
        }

        foreach (var row in pairs.Rows)
        {
            cancel.ThrowIfCancellationRequested();
            streams.Output.Write(OutputFile.Text(stream => ComparisonJson.Write(stream, Pipeline.Compare(row[1], row[2]), row[0])));
        }

        return Exit.Done;
    }
}
