using System.CommandLine;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe completion</c>: what makes a shell complete the program's verbs and options.</summary>
internal static class CompletionVerb
{
    // Each asks the program itself, so that no list of verbs is kept twice.
    private const string Bash = """
        _recoupe() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(recoupe "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _recoupe recoupe

        """;

    private const string Zsh = """
        #compdef recoupe
        _recoupe() {
            local -a found
            found=("${(@f)$(recoupe "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            compadd -- $found
            _files
        }
        compdef _recoupe recoupe

        """;

    private const string Fish = """
        complete -c recoupe -a '(recoupe "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'

        """;

    public static Command Command()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Verb(
            "completion",
            "Prints what makes a shell complete verbs and options.",
            "recoupe completion bash >> ~/.bashrc")
        {
            shell,
        };
        command.SetAction(asked =>
        {
            asked.InvocationConfiguration.Output.Write(asked.GetRequiredValue(shell) switch { "zsh" => Zsh, "fish" => Fish, _ => Bash });
            return (int)Exit.Done;
        });
        return command;
    }
}
