using System.Runtime.Versioning;
using Recoupe.Tests.Cli;
using Recoupe.Tests.Ingest;

namespace Recoupe.Tests.Hostile;

/// <summary>A ledger that may not be written can be read, and so can one in a folder that may not be.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ReadOnlyTests
{
    [Theory]
    [InlineData("verify")]
    [InlineData("export")]
    [InlineData("decisions")]
    public async Task A_ledger_in_a_folder_that_may_not_be_written_is_read(string verb)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs permissions of Unix");
        using var folder = new Folder();
        var ledger = folder["l.recoupe"];
        (await Asked.Of("add", ledger, folder.File("good.txt", IntakeForms.Bridge), "-q")).Status.ShouldBe(0);
        var usual = await Asked.Of(verb, ledger);
        File.SetUnixFileMode(ledger, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        try
        {
            var read = Unprivileged.Run(() => Asked.Of(verb, ledger).GetAwaiter().GetResult());
            read.ShouldBe(usual);
        }
        finally
        {
            File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_ledger_that_may_not_be_written_is_not_added_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs permissions of Unix");
        using var folder = new Folder();
        var ledger = folder["l.recoupe"];
        (await Asked.Of("add", ledger, folder.File("good.txt", IntakeForms.Bridge), "-q")).Status.ShouldBe(0);
        File.SetUnixFileMode(ledger, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var page = Path.Combine(folder.Path, "good.txt");
        try
        {
            var added = Unprivileged.Run(() => Asked.Of("add", ledger, page, "-q").GetAwaiter().GetResult());
            added.Error.ShouldStartWith("STORE-5");
            added.Status.ShouldBe(2);
        }
        finally
        {
            File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
