using System.Diagnostics;
using System.Globalization;

namespace Recoupe.Bench.Crashes;

/// <summary>The program under trial, run to its end or killed on the way.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Faults">The library that counts writes, and kills at one.</param>
internal sealed record KilledProgram(string Path, string Faults)
{
    private const int Patience = 120_000; // ms: nothing here takes a second on an idle machine
    private const string Count = "0", Kill = "5"; // as faults.c numbers them

    /// <summary>Runs it in a folder; what it prints.</summary>
    /// <exception cref="InvalidOperationException">It fails, or does not end.</exception>
    public string Done(string folder, params string[] arguments)
    {
        var (status, output, errors) = Ended(Start(folder, arguments), "");
        return status == 0 ? output : throw new InvalidOperationException($"{arguments[0]} ends with {status}: {errors}");
    }

    /// <summary>As <see cref="Done"/>, with what is typed, and whatever becomes of it.</summary>
    public (int Status, string Output, string Errors) Tried(string folder, KilledVerb verb) => Ended(Start(folder, verb.Arguments), verb.Input);

    /// <summary>How many writes below the folder a verb takes.</summary>
    public int Writes(string folder, KilledVerb verb)
    {
        var counted = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Faults)!, "counted");
        Ended(Start(folder, verb.Arguments, ("FAULTS_AT", "0"), ("FAULTS_MODE", Count), ("FAULTS_COUNTED", counted)), verb.Input);
        return int.Parse(File.ReadAllText(counted), CultureInfo.InvariantCulture);
    }

    /// <summary>Kills it at its n-th write.</summary>
    public (int Status, string Output, string Errors) KilledAtWrite(string folder, KilledVerb verb, int n) =>
        Ended(Start(folder, verb.Arguments, ("FAULTS_AT", n.ToString(CultureInfo.InvariantCulture)), ("FAULTS_MODE", Kill)), verb.Input);

    /// <summary>Kills it after a while.</summary>
    public (int Status, string Output, string Errors) KilledAfter(string folder, KilledVerb verb, TimeSpan wait)
    {
        var process = Start(folder, verb.Arguments);
        using var killer = new Timer(_ => End(process), state: null, wait, Timeout.InfiniteTimeSpan);
        return Ended(process, verb.Input);
    }

    /// <summary>Starts it, to be killed by whoever asks.</summary>
    public Process Start(string folder, string[] arguments, params (string Name, string Value)[] faults)
    {
        var start = new ProcessStartInfo(Path, arguments)
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        start.Environment["XDG_DATA_HOME"] = System.IO.Path.Combine(folder, "data");
        foreach (var (name, value) in faults) start.Environment[name] = value;
        if (faults.Length > 0) (start.Environment["LD_PRELOAD"], start.Environment["FAULTS_BELOW"]) = (Faults, folder);
        return Process.Start(start)!;
    }

    /// <summary>Kills a process where it runs.</summary>
    public static void End(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static (int Status, string Output, string Errors) Ended(Process process, string input)
    {
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            try
            {
                process.StandardInput.Write(input);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // Killed before it read.
            }

            if (process.WaitForExit(Patience)) return (process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
            process.Kill();
            return (-1, "", "it does not end");
        }
    }
}
