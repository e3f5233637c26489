using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Recoupe.Cli.Files;
using Recoupe.Language;
using Recoupe.Tell;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe names</c>: whether two wordings name one person or organisation.</summary>
internal static class NamesVerb
{
    private static readonly Argument<string[]> Names = new("NAME") { Description = "Two names.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string> Type =
        new("--type") { Description = "person, organisation or place.", DefaultValueFactory = _ => "person" };
    private static readonly Option<string?> Pairs =
        new("--pairs") { Description = "A CSV file with columns schema, name1 and name2; those and score, same are printed a line a pair." };
    private static readonly Option<bool> Json = SharedOptions.Json();
    private static readonly Option<string?> Language = SharedOptions.Language();

    static NamesVerb() => Type.AcceptOnlyFromAmong("person", "organisation", "place");

    public static Command Command()
    {
        var command = new Verb(
            "names",
            "Compares two names, as they may be spelled in French, English or another script, and says why.",
            "recoupe names \"Alexandre Loukachenko\" \"Alexander Lukashenko\" --type person")
        {
            Names, Type, Pairs, Json, Language,
        };
        command.Validators.Add(Check);
        command.SetAction(asked => (int)Do(asked));
        return command;
    }

    private static void Check(CommandResult given)
    {
        var names = given.GetValue(Names) ?? [];
        given.RefuseWordless(names, "A name needs a letter or a digit.");
        if (given.GetValue(Pairs) is null ? names.Length != 2 : names.Length != 0) given.AddError("Give two names, or --pairs FILE.csv.");
    }

    private static Exit Do(ParseResult asked)
    {
        var output = asked.InvocationConfiguration.Output;
        if (asked.GetValue(Pairs) is { } file) return DoPairs(file, asked.InvocationConfiguration, asked.Wording(Language));
        var names = asked.GetRequiredValue(Names);
        var verdict = Pipeline.Compare(names[0], names[1], TypeOf(asked.GetRequiredValue(Type)));
        if (asked.GetValue(Json)) output.Write(OutputFile.Text(stream => NameVerdictJson.Write(stream, verdict)));
        else Tell(output, asked.Wording(Language), verdict);
        return Exit.Done;
    }

    private static void Tell(TextWriter output, Locale words, NameVerdict verdict)
    {
        output.WriteLine(words[(verdict.Same, verdict.Sure) switch { (false, _) => "cli.names.two", (_, true) => "cli.names.one", _ => "cli.names.perhaps" }]);
        foreach (var reason in verdict.Reasons) output.WriteLine("  " + Printable.Line(words.Reason(reason)));
    }

    private static Exit DoPairs(string file, InvocationConfiguration streams, Locale words)
    {
        var opened = PairFile.Open(file, ',', "schema", "name1", "name2");
        if (opened.Value is not { } pairs)
        {
            RefusalPrinter.Tell(streams.Error, words, [opened.Rejection!]);
            return Exit.Unusable;
        }

        streams.Output.Write("schema,name1,name2,score,same\n");
        foreach (var row in pairs.Rows)
        {
            var verdict = Pipeline.Compare(row[1], row[2], TypeOf(row[0]));
            streams.Output.Write(
                Csv.Line([.. row, verdict.Score.ToString("0.0000", CultureInfo.InvariantCulture), verdict.Same ? "true" : "false"]));
        }

        return Exit.Done;
    }

    // Anything that is no person is compared as an organisation is: companies, vessels, states.
    private static NameType TypeOf(string schema) =>
        string.Equals(schema, "person", StringComparison.OrdinalIgnoreCase) ? NameType.Person
        : string.Equals(schema, "place", StringComparison.OrdinalIgnoreCase) ? NameType.Place
        : NameType.Organisation;
}
