using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Recoupe.Tell;

namespace Recoupe.Cli;

/// <summary>A task of the program's: its name, what it does, and a command line to begin from.</summary>
internal sealed class Verb : Command
{
    public Verb(string name, string description, string example)
        : base(name, description)
    {
        Example = example;
        Validators.Add(RefuseSwallowed);
    }

    public string Example { get; }

    // «--out --quiet»: the library takes the second for the value of the first.
    private static void RefuseSwallowed(CommandResult given)
    {
        var names = given.Command.Options.Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var option in given.Children.OfType<OptionResult>().Where(o => o.Tokens.Any(t => names.Contains(t.Value))))
            given.AddError($"Required argument missing for option: '{option.Option.Name}'.");
    }
}

/// <summary>
/// The library's help, with the program under the name it is called by and each verb's example, in the language of the words.
/// </summary>
internal sealed class Help(HelpAction inner, Locale words) : SynchronousCommandLineAction
{
    // What the library writes itself, as it stands on its page.
    private static readonly string[] Headings = ["Description:", "Usage:", "Arguments:", "Options:", "Commands:", "[command]"];

    public override int Invoke(ParseResult parseResult)
    {
        var streams = parseResult.InvocationConfiguration;
        var output = streams.Output;
        using var page = new StringWriter();
        streams.Output = page;
        var status = Translated(parseResult.RootCommandResult.Command, () => inner.Invoke(parseResult));
        streams.Output = output;
        output.WriteLine(
            Headings.Aggregate(page.ToString(), Worded).Replace(RootCommand.ExecutableName, "recoupe", StringComparison.Ordinal).TrimEnd());
        if (parseResult.CommandResult.Command is Verb verb) output.WriteLine($"\n{words.Message("Example:")}\n  {verb.Example}");
        return status;
    }

    private string Worded(string page, string heading) => page.Replace(heading, words.Message(heading), StringComparison.Ordinal);

    // Verbs may share a symbol between roots, so that each keeps its English.
    private int Translated(Command root, Func<int> show)
    {
        var english = Symbols(root).Distinct().Select(s => (Symbol: s, Text: s.Description ?? "")).ToList();
        foreach (var (symbol, text) in english) symbol.Description = words.Message(text);
        var status = show();
        foreach (var (symbol, text) in english) symbol.Description = text;
        return status;
    }

    /// <summary>A command with its arguments, its options and the commands inside it.</summary>
    internal static IEnumerable<Symbol> Symbols(Command command) =>
        command.Arguments.Concat<Symbol>(command.Options).Append(command).Concat(command.Subcommands.SelectMany(Symbols));
}
