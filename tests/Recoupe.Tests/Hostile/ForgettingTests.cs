using Microsoft.Data.Sqlite;
using Recoupe.Store;
using Recoupe.Tests.Cli;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Hostile;

/// <summary>What is forgotten leaves no byte, also where the process is killed or the disk is full after the rows are gone.</summary>
public sealed class ForgettingTests : IDisposable
{
    private readonly Folder folder = new();

    private string Ledger => folder["l.recoupe"];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("forget")]
    [InlineData("add")]
    [InlineData("verify")]
    [InlineData("export")]
    public async Task An_erasing_that_was_cut_short_is_finished_by_whoever_opens_the_ledger_next(string verb)
    {
        var (id, bytes) = CutShort();
        Left(bytes).ShouldNotBeEmpty(); // else the test would show nothing
        string[] arguments = verb is "add" ? ["add", Ledger, Article("10-echo-dementi.txt"), "-q"] : verb is "forget" ? ["forget", Ledger, id] : [verb, Ledger];
        (await Asked.Of(arguments)).Status.ShouldBe(0);
        Left(bytes).ShouldBeEmpty();
        Unfinished().ShouldBe(0);
    }

    [Fact]
    public async Task What_was_forgotten_before_can_be_said_again_and_stays_out()
    {
        var id = Made();
        (await Asked.Of("forget", Ledger, id)).Status.ShouldBe(0);
        (await Asked.Of("forget", Ledger, id)).Status.ShouldBe(0);
        (await Asked.Of("forget", Ledger, id[..10])).Status.ShouldBe(0);
        (await Asked.Of("forget", Ledger, "0123456789abcdef")).Status.ShouldBe(2);
        (await Asked.Of("add", Ledger, Article("01-ormel-barrage.txt"))).Error.ShouldContain("STORE-12");
    }

    [Fact]
    public void No_word_of_the_article_stays_in_the_log_of_decisions()
    {
        var (log, id) = (new DecisionLog(Ledger), new ArticleId("0123456789abcdef"));
        var anchor = new Anchor(id, "00", new(5, 9), "pont", "avant-hier", "ensuite");
        log.Append(Decision.Of(default, "ann", DecisionAct.Dismiss, [anchor, anchor with { Article = new("fedcba9876543210"), Quotation = "bac" }], null, "vu"));
        log.Erase(id);
        log.Read().Single().Anchors.Select(a => (a.Quotation, a.Before, a.After)).ShouldBe([("", "", ""), ("bac", "avant-hier", "ensuite")]);
    }

    [Fact]
    public void Every_article_that_is_forgotten_leaves_nothing_of_its_page()
    {
        using (var pipeline = Pipeline.Open(Ledger)) pipeline.Add([StoryGold.Articles]);
        var pages = Pages();
        pages.Count.ShouldBeGreaterThan(5);
        foreach (var (id, bytes) in pages.Take(5))
        {
            using (var pipeline = Pipeline.Open(Ledger)) pipeline.Forget(id).Value.ShouldNotBeNull();
            Left(bytes).ShouldBeEmpty(id);
        }
    }

    [Fact]
    public async Task A_fetched_page_is_erased_from_its_cache_too()
    {
        using var file = LedgerFile.Open(Ledger);
        var cache = new Recoupe.Ingest.Fetch.WebCache(folder["cache"], long.MaxValue);
        foreach (var url in (string[])["https://orvec.example/a", "https://orvec.example/b"])
            cache.Keep(url, new("text/html", null, null, DateTimeOffset.MaxValue) { Body = [65] });
        Pipeline.EraseFetched(folder["cache"], "https://orvec.example/a");
        (cache.Find("https://orvec.example/a"), cache.Find("https://orvec.example/b") is null).ShouldBe((null, false));
        Pipeline.EraseFetched(folder["none"], "https://orvec.example/a");
        Directory.Exists(folder["none"]).ShouldBeFalse();
        await Task.CompletedTask;
    }

    private static string Article(string name) => Path.Combine(StoryGold.Articles, name);

    private string Made()
    {
        using var pipeline = Pipeline.Open(Ledger);
        pipeline.Add([Article("01-ormel-barrage.txt"), Article("02-echo-copie.txt")]).Refused.ShouldBeEmpty();
        return pipeline.Ledger().Articles.Single(a => a.Path.EndsWith("01-ormel-barrage.txt", StringComparison.Ordinal)).Id.Value;
    }

    // As a process leaves it that is killed between its commit and the rest.
    private (string Id, byte[] Bytes) CutShort()
    {
        var id = Made();
        var bytes = Pages().Single(p => p.Id == id).Bytes;
        var serial = $"(SELECT serial FROM article WHERE id = '{id}')";
        Run($"INSERT INTO forgotten VALUES ('{id}'); INSERT INTO erasing VALUES ('{id}'); DELETE FROM sighting WHERE article = '{id}'; DELETE FROM tie WHERE newer = {serial} OR older = {serial}; DELETE FROM key; DELETE FROM crowded; UPDATE posted SET last = 0; DELETE FROM sketch WHERE article = {serial}; DELETE FROM article WHERE id = '{id}'; DELETE FROM page WHERE article = '{id}'");
        return (id, bytes);
    }

    private List<(string Id, byte[] Bytes)> Pages()
    {
        using var file = LedgerFile.ToRead(Ledger);
        return [.. file.PageIds().Select(id => (id.Value, Blob.Pack(file.Page(id)!.Bytes.AsSpan())))];
    }

    // Files in which the beginning, the middle or the end of a page's bytes stand.
    private List<string> Left(byte[] bytes)
    {
        var half = bytes.Length / 2;
        var probes = new[] { bytes[8..40], bytes[half..(half + 32)], bytes[^32..] };
        return [.. Directory.EnumerateFiles(folder.Path, "l.recoupe*").Where(f => probes.Any(probe => File.ReadAllBytes(f).AsSpan().IndexOf(probe) >= 0))];
    }

    private long Unfinished()
    {
        using var file = LedgerFile.ToRead(Ledger);
        return file.Texts("SELECT article FROM erasing").Count();
    }

    private void Run(string sql)
    {
        using var database = new SqliteConnection($"Data Source={Ledger};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = $"PRAGMA secure_delete = OFF; BEGIN; {sql}; COMMIT";
        command.ExecuteNonQuery();
    }
}
