namespace Recoupe.Cli;

/// <summary>Refused inputs, on standard error: a code, which input, what happened, what to do.</summary>
internal static class Refusals
{
    public static void Tell(TextWriter error, IEnumerable<Rejection> refused)
    {
        foreach (var rejection in refused)
        {
            error.WriteLine($"{rejection.Code}: {Printable.Line(rejection.Input)}: {rejection.Message}");
            error.WriteLine($"  {rejection.Advice}");
        }
    }
}
