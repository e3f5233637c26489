using Recoupe.Ingest.Fetch;
using Recoupe.Ingest.Forms;
using Recoupe.Store;
using Recoupe.Tests.Cli;
using Recoupe.Tests.Story;
using Recoupe.Utility;

namespace Recoupe.Tests.Hostile;

/// <summary>The log of decisions and the marks of feeds survive a line that a full disk or a killed process has cut.</summary>
public sealed class CutLogTests : IDisposable
{
    private readonly Folder folder = new();

    private string Log => folder["l.recoupe.decisions.jsonl"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Wherever_its_last_line_is_cut_the_decisions_before_it_hold()
    {
        var (log, claim) = await Decided();
        var whole = File.ReadAllBytes(log);
        var first = whole.AsSpan().IndexOf((byte)'\n') + 1;
        for (var end = first + 1; end < whole.Length - 1; end += 37)
        {
            File.WriteAllBytes(log, whole[..end]);
            var read = new DecisionLog(folder["l.recoupe"]);
            read.Read().Length.ShouldBe(1, $"cut at {end}");
            read.Cut.ShouldBe([2]);
        }

        var told = await Asked.Of("decisions", folder["l.recoupe"]);
        (told.Status, told.Error.StartsWith("STORE-14", StringComparison.Ordinal)).ShouldBe((0, true));
        (await Asked.Of("decide", folder["l.recoupe"], "dismiss", claim, "--note", "again")).Status.ShouldBeLessThan(3);
        (await Asked.Of("verify", folder["l.recoupe"])).Status.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_cut_goes_when_the_next_decision_comes_and_in_the_middle_it_is_passed_over()
    {
        var (log, _) = await Decided();
        var lines = File.ReadAllLines(log);
        File.WriteAllText(log, lines[0] + "\n" + lines[1][..50]);
        new DecisionLog(folder["l.recoupe"]).Append(new DecisionLog(folder["l.recoupe"]).Read()[0] with { Id = "0123456789abcdef" });
        File.ReadAllLines(log).Length.ShouldBe(2);
        File.WriteAllText(log, lines[0] + "\n" + lines[1][..50] + "\n" + lines[1] + "\n\0\0\0\0");
        var read = new DecisionLog(folder["l.recoupe"]);
        (read.Read().Length, read.Cut.Single()).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData("no decision")]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("{\"id\": \"a\"} {")]
    public async Task What_is_whole_and_no_decision_is_told_by_its_line(string line)
    {
        var (log, _) = await Decided();
        File.AppendAllText(log, line + "\n");
        var told = await Asked.Of("export", folder["l.recoupe"]);
        (told.Status, told.Error.Contains("STORE-10", StringComparison.Ordinal), told.Error.Contains("line 3", StringComparison.Ordinal)).ShouldBe((2, true, true));
    }

    [Fact]
    public async Task A_decision_that_was_changed_in_the_log_is_found()
    {
        var (log, _) = await Decided();
        File.WriteAllText(log, File.ReadAllText(log).Replace("because", "be cause", StringComparison.Ordinal));
        var verified = await Asked.Of("verify", folder["l.recoupe"]);
        (verified.Status, verified.Error.Contains("VERIFY-7", StringComparison.Ordinal)).ShouldBe((1, true));
    }

    [Fact]
    public void What_the_disk_does_not_take_is_taken_back()
    {
        var path = folder.File("marks.txt", "one\ntwo");
        using (var file = new FullStream(path)) Should.Throw<IOException>(() => HeldFile.Append(file, "three\n"u8));
        File.ReadAllText(path).ShouldBe("one\ntwo");
        using (var file = HeldFile.Open(path, TimeSpan.Zero)) HeldFile.Append(file, "three\n"u8);
        File.ReadAllText(path).ShouldBe("one\ntwo\nthree\n");
    }

    [Fact]
    public void A_mark_that_was_cut_swallows_none_that_comes_after()
    {
        FeedEntry Entry(string title) => new(PageFacts.None with { Title = title }, "text");
        var marks = SeenEntries.Of(folder["watched.txt"]);
        marks.Take(Entry("a"));
        marks.Keep();
        File.AppendAllText(folder["watched.txt"], "0123");
        var again = SeenEntries.Of(folder["watched.txt"]);
        again.Take(Entry("b"));
        again.Keep();
        var last = SeenEntries.Of(folder["watched.txt"]);
        (last.Has(Entry("a")), last.Has(Entry("b")), last.Has(Entry("c"))).ShouldBe((true, true, false));
    }

    private async Task<(string Log, string Claim)> Decided()
    {
        string[] claims;
        using (var pipeline = Pipeline.Open(folder["l.recoupe"]))
        {
            pipeline.Add([Path.Combine(StoryGold.Articles, "01-ormel-barrage.txt")]);
            claims = [.. pipeline.Ledger().Claims.Select(c => c.Id).Take(2)];
        }

        foreach (var claim in claims) (await Asked.Of("decide", folder["l.recoupe"], "dismiss", claim, "--note", "because")).Status.ShouldBe(0);
        return (Log, claims[0]);
    }

    // Takes a byte and no more, as a disk with no room does.
    private sealed class FullStream(string path) : FileStream(path, FileMode.Open, FileAccess.ReadWrite)
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer[..1]);
            Flush();
            throw new IOException("No space left on device", 28);
        }
    }
}
