using System.Diagnostics;

namespace Recoupe.Process.Tests;

/// <summary>The program itself, in a process of its own.</summary>
internal static class RecoupeProcess
{
    /// <summary>Starts it with these arguments; what it prints is not shown.</summary>
    public static System.Diagnostics.Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Recoupe.Cli.CommandLine).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return System.Diagnostics.Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    public static (int Status, string Errors) Run(string[] arguments, params (string Name, string Value)[] environment)
    {
        using var process = Start(arguments, environment);
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors.GetAwaiter().GetResult());
    }
}
