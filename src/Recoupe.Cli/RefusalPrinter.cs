using System.CommandLine;
using Recoupe.Tell;

namespace Recoupe.Cli;

/// <summary>Refused inputs, on standard error: a code, which input, what happened, what to do.</summary>
internal static class RefusalPrinter
{
    /// <summary>Tells that the arguments name what cannot be used, and gives the exit status of that.</summary>
    public static int Unusable(ParseResult asked, Locale words, Rejection rejection)
    {
        Tell(asked.InvocationConfiguration.Error, words, [rejection]);
        return (int)Exit.Unusable;
    }

    public static void Tell(TextWriter error, Locale words, IEnumerable<Rejection> refused)
    {
        foreach (var rejection in refused)
        {
            error.WriteLine($"{rejection.Code}: {Printable.Line(rejection.Input)}: {Printable.Line(words.Message(rejection.Message))}");
            error.WriteLine($"  {Printable.Line(words.Message(rejection.Advice))}");
        }
    }
}
