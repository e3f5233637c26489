using System.Text;
using Recoupe.Store;
using Recoupe.Tell;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Hostile;

/// <summary>Several processes on one ledger: each batch is written by one of them, and the ledger ends as if one had written all.</summary>
public sealed class TwoWritersTests : IDisposable
{
    private static readonly Lazy<Dictionary<string, Outcome<ReadArticle>>> Read = new(() =>
        Pipeline.Read([StoryGold.Articles]).Where(read => read.Value is not null).ToDictionary(read => read.Value!.Article.Header.Path, StringComparer.Ordinal));

    private readonly string folder = Directory.CreateTempSubdirectory("recoupe-").FullName;

    private string Ledger => Path.Combine(folder, "ledger.recoupe");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Whatever_turns_two_writers_take_the_export_is_that_of_one()
    {
        var whole = Alone();
        for (var seed = 0; seed < Tries.Of(few: 20, many: 200); seed++)
        {
            var random = new Random(seed);
            var path = Path.Combine(folder, $"{seed}.recoupe");
            using var one = Pipeline.Open(path, Known);
            using var other = Pipeline.Open(path, Known);
            foreach (var page in Pages().OrderBy(_ => random.Next()).ToList())
                (random.Next(2) == 0 ? one : other).Add([(Outcome<Page>)page], watcher: null, CancellationToken.None).Refused.ShouldBeEmpty();
            Export(one).ShouldBe(whole, $"turns {seed}");
            Export(other).ShouldBe(whole, $"turns {seed}");
            one.Verify().ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Two_writers_at_once_come_to_what_one_comes_to()
    {
        var whole = Alone();
        for (var round = 0; round < Tries.Of(few: 5, many: 50); round++)
        {
            var path = Path.Combine(folder, $"at-once-{round}.recoupe");
            await Task.WhenAll(Enumerable.Range(0, 2).Select(half => Task.Run(() =>
            {
                using var pipeline = Pipeline.Open(path, Known);
                foreach (var page in Pages().Where((_, i) => i % 2 == half)) pipeline.Add([(Outcome<Page>)page], watcher: null, CancellationToken.None);
            })));
            using var both = Pipeline.OpenToRead(path);
            Export(both).ShouldBe(whole, $"round {round}");
        }
    }

    [Fact]
    public void A_writer_that_stays_follows_what_another_forgets()
    {
        using var stays = Pipeline.Open(Ledger, stays: true);
        stays.Add([StoryGold.Articles]);
        var first = stays.Ledger().Articles[0];
        using (var other = Pipeline.Open(Ledger)) other.Forget(first.Id.Value).Value.ShouldNotBeNull();
        stays.Ledger().Articles.ShouldNotContain(a => a.Id == first.Id);
        using var fresh = Pipeline.Open(Ledger);
        Export(stays).ShouldBe(Export(fresh));
    }

    [Fact]
    public void A_ledger_is_made_with_the_first_article_and_not_before()
    {
        using var empty = Pipeline.Open(Ledger);
        empty.Add([Path.Combine(folder, "none.txt")]).Refused.Length.ShouldBe(1);
        (empty.IsMade, Directory.EnumerateFileSystemEntries(folder).Any()).ShouldBe((false, false));
        using var other = Pipeline.Open(Ledger);
        other.Add([StoryGold.Articles]);
        empty.Add([Path.Combine(folder, "none.txt")]);
        empty.Dispose();
        File.Exists(Ledger).ShouldBeTrue();
    }

    [Fact]
    public void Who_holds_a_ledger_is_named_to_whoever_waits_in_vain()
    {
        using var mine = LedgerFile.Open(Ledger, patience: TimeSpan.FromMilliseconds(50));
        using var held = WriterLock.Take(Ledger, TimeSpan.Zero);
        var refused = Should.Throw<LedgerException>(() => mine.Atomically(() => { }));
        refused.Code.ShouldBe("STORE-4");
        refused.Message.ShouldContain($"process {Environment.ProcessId}");
    }

    [Fact]
    public void What_a_process_that_is_gone_left_behind_holds_nobody_up()
    {
        using var mine = LedgerFile.Open(Ledger, patience: TimeSpan.FromMilliseconds(50));
        File.WriteAllText(Ledger + ".writer", "process 1, elsewhere");
        File.WriteAllText(Ledger + ".lock", "");
        mine.Atomically(() => mine.Ask("Le pont est-il fermé ?"));
        mine.Questions().Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_writer_waits_until_another_is_done()
    {
        using var mine = LedgerFile.Open(Ledger);
        var held = WriterLock.Take(Ledger, TimeSpan.Zero);
        var writing = Task.Run(() => mine.Atomically(() => mine.Ask("Et le bac ?")));
        await Task.Delay(100, TestContext.Current.CancellationToken);
        writing.IsCompleted.ShouldBeFalse();
        held.Dispose();
        await writing;
        mine.Questions().Length.ShouldBe(1);
    }

    private static IEnumerable<Page> Pages() => Recoupe.Ingest.Intake.Pages([StoryGold.Articles]).Select(o => o.Value).OfType<Page>();

    private static Outcome<ReadArticle> Known(Page page) => Read.Value[page.Path];

    private static string Export(Pipeline pipeline)
    {
        using var export = new MemoryStream();
        LedgerJson.Write(export, pipeline.Ledger());
        return Encoding.UTF8.GetString(export.ToArray());
    }

    private string Alone()
    {
        using var pipeline = Pipeline.Open(Path.Combine(folder, "alone.recoupe"), Known);
        pipeline.Add([StoryGold.Articles]);
        return Export(pipeline);
    }
}
