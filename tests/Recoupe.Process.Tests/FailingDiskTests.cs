using System.Diagnostics;

namespace Recoupe.Process.Tests;

/// <summary>
/// What is left where the n-th write of a verb fails (`crash` of the measurements): a short run here, every n by name.
/// </summary>
public sealed class FailingDiskTests
{
    [Fact]
    public void A_write_that_fails_loses_nothing_that_was_acknowledged() => Tried("45");

    [Fact(Explicit = true)]
    public void No_write_of_any_verb_that_fails_does() => Tried("1");

    private static void Tried(string every)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/cc"), "needs Linux and a C compiler");
        var start = new ProcessStartInfo("dotnet", [typeof(Bench.Crashes.CrashVerb).Assembly.Location, "crash", every]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = System.Diagnostics.Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, said);
        said.ShouldContain(" 0 faults");
    }
}
