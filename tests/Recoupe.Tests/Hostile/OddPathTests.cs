using System.Runtime.InteropServices;
using System.Text;
using Recoupe.Cli;
using Recoupe.Cli.Files;
using Recoupe.Tests.Cli;

namespace Recoupe.Tests.Hostile;

/// <summary>Whatever path is given: nothing hangs, nothing is lost, nothing steers the terminal.</summary>
public sealed class OddPathTests
{
    private const string Claim = "Le pont est fermé.";
    private const uint OwnerMayReadAndWrite = 0x180;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_pipe_is_never_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "needs pipes with names");
        using var folder = new Folder();
        var (pipe, ledger) = (folder["f.pipe"], folder["l.recoupe"]);
        MakePipe(pipe, OwnerMayReadAndWrite).ShouldBe(0);
        (await Asked.Of("add", ledger, folder.File("good.txt", IntakeForms.Bridge), "-q")).Status.ShouldBe(0);
        foreach (var beside in (string[])["l.recoupe.decisions.jsonl", "questions.yaml", "sources.yaml", "watched.txt"]) MakePipe(folder[beside], OwnerMayReadAndWrite);
        string[][] asked =
        [
            ["check", Claim, pipe], ["compare", "--pairs", pipe], ["check", "--pairs", pipe, "--bodies", pipe], ["read", pipe], ["extract", pipe], ["add", pipe, folder["good.txt"]],
            ["add", ledger, pipe], ["export", pipe], ["export", ledger], ["export", ledger, "--out", pipe], ["verify", ledger], ["verify", pipe], ["dossier", ledger], ["decisions", ledger],
            ["watch", folder["good.txt"], "--out", folder.Path, "--once"], ["read", folder["good.txt"], "--conllu", "--words", pipe],
        ];
        foreach (var arguments in asked)
        {
            var answer = Task.Run(() => Asked.Of(arguments));
            (await Task.WhenAny(answer, Task.Delay(Soon, TestContext.Current.CancellationToken))).ShouldBe(answer, string.Join(' ', arguments));
            (await answer).Status.ShouldBeLessThan(3, string.Join(' ', arguments));
        }

        Pipeline.IsOtherThanFile(pipe).ShouldBeTrue();
    }

    [Fact]
    public void A_device_is_no_file_and_an_empty_file_is_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /dev/null");
        using var folder = new Folder();
        Pipeline.IsOtherThanFile("/dev/null").ShouldBeTrue();
        Pipeline.IsOtherThanFile(folder.File("empty.txt", "")).ShouldBeFalse();
        Pipeline.IsOtherThanFile(folder["none.txt"]).ShouldBeFalse();
        Should.Throw<IOException>(() => OutputFile.ToFile("/dev/null", _ => { }));
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("file:l.recoupe?mode=memory")]
    [InlineData("|DataDirectory|l.recoupe")]
    [InlineData("l ; Mode=Memory")]
    [InlineData("50%25 #1?.recoupe")]
    public async Task A_name_that_SQLite_takes_for_something_else_is_a_path(string name)
    {
        using var folder = new Folder();
        var here = Directory.GetCurrentDirectory();
        var ledger = folder[name];
        (await Asked.Of("add", ledger, folder.File("good.txt", IntakeForms.Bridge), "-q")).ShouldSatisfyAllConditions(a => a.Error.ShouldBe(""), a => a.Status.ShouldBe(0));
        File.Exists(ledger).ShouldBeTrue();
        (await Asked.Of("verify", ledger)).Status.ShouldBe(0);
        Directory.GetCurrentDirectory().ShouldBe(here);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public async Task A_name_that_no_file_can_have_is_told(string name) => (await Asked.Of("verify", name)).ShouldSatisfyAllConditions(a => a.Status.ShouldBe(2), a => a.Error.ShouldNotBeEmpty());

    [Theory]
    [InlineData("read", "none\u001B[2J.txt")]
    [InlineData("verify", "none\u001B[2J\r.recoupe")]
    [InlineData("verify", "none\u202Etxt.recoupe")]
    [InlineData("read", "\u2067none\u200F.txt")]
    [InlineData("run", "a.txt", "--bogus\u001B]0;x\u0007")]
    [InlineData("export", "a.recoupe", "--format", "x\u001Bml")]
    [InlineData("bogus\u001B[31m")]
    public async Task Nothing_that_a_message_echoes_steers_the_terminal(params string[] arguments)
    {
        var asked = await Asked.Of(arguments);
        asked.Error.ShouldNotBeEmpty();
        (asked.Error + asked.Output).Where(c => c is '\u001B' or '\r' or '\u0007' or '\u200F' or '\u202E' or '\u2067').ShouldBeEmpty();
    }

    [Fact]
    public async Task A_closed_standard_error_ends_nothing()
    {
        using var folder = new Folder();
        (await CommandLine.RunAsync(["read", folder["none.txt"]], new StringWriter(), new ClosedWriter())).ShouldBe(1);
        (await CommandLine.RunAsync(["bogus"], new StringWriter(), new ClosedWriter())).ShouldBe(2);
    }

    [Fact]
    public void Links_to_their_own_folder_and_names_that_are_no_UTF8_do_not_hold_up_the_estimate()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs names that are no UTF-8");
        using var folder = new Folder();
        folder.File("good.txt", "12345");
        foreach (var link in (string[])["l1", "l2", "l3"]) File.CreateSymbolicLink(folder[link], ".");
        File.Copy(folder["good.txt"], folder["sub.txt"]);
        var odd = NameThatIsNoUtf8(folder);
        MakePipeAt(odd, OwnerMayReadAndWrite);
        try
        {
            InputSize.Size([folder.Path]).ShouldBe(10);
        }
        finally
        {
            Unlink(odd);
        }
    }

    [Fact]
    public async Task A_file_whose_name_is_no_UTF8_is_refused_alone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs names that are no UTF-8");
        using var folder = new Folder();
        folder.File("good.txt", IntakeForms.Bridge);
        var odd = NameThatIsNoUtf8(folder);
        MakePipeAt(odd, OwnerMayReadAndWrite);
        var ran = await Asked.Of("run", folder.Path, "--out", folder["out"], "--no-dossier", "--lang", "en");
        Unlink(odd);
        (ran.Status, ran.Output.Contains("1 article added", StringComparison.Ordinal)).ShouldBe((1, true));
    }

    private static byte[] NameThatIsNoUtf8(Folder folder) => [.. Encoding.UTF8.GetBytes(folder.Path + "/caf"), 0xE9, .. ".txt\0"u8];

    [DllImport("libc", EntryPoint = "mkfifo", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int MakePipe([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);

    [DllImport("libc", EntryPoint = "mkfifo")]
    private static extern int MakePipeAt(byte[] path, uint mode);

    [DllImport("libc", EntryPoint = "unlink")]
    private static extern int Unlink(byte[] path);

    private sealed class ClosedWriter : StringWriter
    {
        public override void Write(char value) => throw new IOException("Bad file descriptor");

        public override void Write(string? value) => throw new IOException("Bad file descriptor");

        public override void WriteLine(string? value) => throw new IOException("Bad file descriptor");
    }
}
