using System.Diagnostics;

namespace Recoupe.Process.Tests;

/// <summary>The program itself, in a process of its own: what was built beside the tests, or the file that <c>RECOUPE_PROGRAM</c> names, such as the native one.</summary>
internal static class RecoupeProcess
{
    private static readonly string? _program = Environment.GetEnvironmentVariable("RECOUPE_PROGRAM");

    /// <summary>Starts it with these arguments; what it prints is not shown.</summary>
    public static System.Diagnostics.Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = Call(arguments);
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return System.Diagnostics.Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    public static (int Status, string Errors) Run(string[] arguments, params (string Name, string Value)[] environment)
    {
        var (status, _, errors) = Said(arguments, environment);
        return (status, errors);
    }

    /// <summary>Runs it to its end and keeps what it printed.</summary>
    public static (int Status, string Output, string Errors) Said(string[] arguments, params (string Name, string Value)[] environment)
    {
        using var process = Start(arguments, environment);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }

    /// <summary>Runs it to its end under a limit that the shell sets.</summary>
    public static (int Status, string Errors) Limited(string limit, string[] arguments)
    {
        var call = Call(arguments);
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"{limit}; exec \"$0\" \"$@\"", call.FileName, .. call.ArgumentList]) { RedirectStandardError = true, UseShellExecute = false };
        using var process = System.Diagnostics.Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }

    private static ProcessStartInfo Call(string[] arguments) =>
        _program is { Length: > 0 }
            ? new ProcessStartInfo(_program, arguments)
            : new ProcessStartInfo("dotnet", [typeof(Recoupe.Cli.CommandLine).Assembly.Location, .. arguments]);
}
