using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Recoupe.Cli;

/// <summary>A task of the program's: its name, what it does, and a command line to begin from.</summary>
internal sealed class Verb(string name, string description, string example) : Command(name, description)
{
    public string Example => example;
}

/// <summary>The library's help, with the program under the name it is called by and each verb's example.</summary>
internal sealed class Help(HelpAction inner) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var streams = parseResult.InvocationConfiguration;
        var output = streams.Output;
        using var page = new StringWriter();
        streams.Output = page;
        var status = inner.Invoke(parseResult);
        streams.Output = output;
        output.Write(page.ToString().Replace(RootCommand.ExecutableName, "recoupe", StringComparison.Ordinal).TrimEnd());
        output.WriteLine();
        if (parseResult.CommandResult.Command is Verb verb) output.WriteLine($"\nExample:\n  {verb.Example}");
        return status;
    }
}
