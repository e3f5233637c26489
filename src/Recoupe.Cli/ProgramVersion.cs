using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Recoupe.Language;
using Recoupe.Language.Models;

namespace Recoupe.Cli;

/// <summary>The answer to <c>--version</c>: which release this is, of which commit, with which models.</summary>
internal sealed class ProgramVersion : SynchronousCommandLineAction
{
    // As many digits as tell two builds apart at a glance.
    private const int Digits = 12;

    /// <summary>Three lines, each a word and its value: for people and for scripts alike.</summary>
    public static string Lines()
    {
        var (version, commit) = Parted(
            typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0");
        var models = typeof(ModelFiles).Module.ModuleVersionId.ToString("N"); // the compiler's hash of every file in it
        return $"recoupe {version}\ncommit {commit}\nmodels {Short(models)} ({string.Join(", ", Reader.Languages)})";
    }

    /// <summary>A version and the commit behind its <c>+</c>; <c>unknown</c> where the sources came without their history.</summary>
    public static (string Version, string Commit) Parted(string informational)
    {
        var plus = informational.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? (informational, "unknown") : (informational[..plus], Short(informational[(plus + 1)..]));
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(Lines());
        return (int)Exit.Done;
    }

    private static string Short(string hash) => hash.Length > Digits ? hash[..Digits] : hash;
}
