namespace Recoupe.Process.Tests;

/// <summary>What a machine may be or do to the program, and what must not change for it.</summary>
public sealed class MachineTests : IDisposable
{
    private const int DiskFull = 1;

    private readonly string folder = Directory.CreateTempSubdirectory("recoupe-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("DOTNET_EnableAVX512F", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("LC_ALL", "fr_FR.UTF-8")]
    [InlineData("LC_ALL", "tr_TR.UTF-8")]
    public void Another_processor_or_culture_gives_the_same_export(string name, string value)
    {
        var usual = ExportOf("usual", "--threads", "2");
        ExportOf("other", (name, value), "--threads", "1").ShouldBe(usual);
    }

    [Fact]
    public void A_run_killed_at_any_moment_leaves_a_whole_ledger_that_the_next_run_finishes()
    {
        var whole = ExportOf("whole");
        var random = new Random(1);
        for (var i = 0; i < 5; i++)
        {
            using var run = RecoupeProcess.Start(["run", Samples.Story, "--out", Out("killed"), "--quiet"]);
            if (!run.WaitForExit(random.Next(300, 2500))) run.Kill();
            run.WaitForExit();
        }

        ExportOf("killed").ShouldBe(whole);
        RecoupeProcess.Run(["verify", Ledger("killed")]).Status.ShouldBe(0);
    }

    [Fact]
    public void A_process_that_may_open_few_files_says_so_or_does_its_work()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ulimit is the shell's");
        var (status, errors) = RecoupeProcess.Limited("ulimit -n 64", ["run", Samples.Story, "--out", Out("few"), "--quiet", "--lang", "en"]);
        (status == 0 || errors.StartsWith("OUT-3: ", StringComparison.Ordinal)).ShouldBeTrue(errors);
        status.ShouldBeInRange(0, 2);
    }

    [Fact]
    public void A_full_disk_is_told_as_one_and_the_run_can_be_taken_up_again()
    {
        var small = Path.Combine(folder, "small");
        Directory.CreateDirectory(small);
        Assert.SkipUnless(Mount(small), "needs the right to mount a small disk");
        try
        {
            var (status, errors) = RecoupeProcess.Run(["run", Samples.Story, "--out", small, "--quiet"]);
            errors.ShouldContain("STORE-3");
            status.ShouldBe(DiskFull);
        }
        finally
        {
            System.Diagnostics.Process.Start("umount", small).WaitForExit();
        }
    }

    private static bool Mount(string path)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return false;
        using var mount = System.Diagnostics.Process.Start("mount", ["-t", "tmpfs", "-o", "size=200k", "tmpfs", path]);
        mount.WaitForExit();
        return mount.ExitCode == 0;
    }

    private string Out(string name) => Path.Combine(folder, name);

    private string Ledger(string name) => Path.Combine(Out(name), "ledger.recoupe");

    private string ExportOf(string name, params string[] options) => ExportOf(name, ("LC_ALL", "C.UTF-8"), options);

    private string ExportOf(string name, (string Name, string Value) environment, params string[] options)
    {
        RecoupeProcess.Run(["run", Samples.Story, "--out", Out(name), "--quiet", .. options], environment).Status.ShouldBe(0);
        var export = Out(name) + ".json";
        RecoupeProcess.Run(["export", Ledger(name), "--format", "json", "--out", export], environment).Status.ShouldBe(0);
        return File.ReadAllText(export);
    }
}
