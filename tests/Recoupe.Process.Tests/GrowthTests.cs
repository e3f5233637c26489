using System.Globalization;
using System.Security.Cryptography;
using Recoupe.Tell;

namespace Recoupe.Process.Tests;

/// <summary>Growing a ledger equals starting over: one export, byte for byte.</summary>
public sealed class GrowthTests : IDisposable
{
    private const string Asked = "Le colonel Zarovitch a-t-il été capturé ?";

    private readonly string folder = Directory.CreateTempSubdirectory("recoupe-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Twenty_orders_of_arrival_give_one_export()
    {
        var whole = Export([Samples.Story], threads: 2);
        for (var seed = 0; seed < 20; seed++)
            Export(Shuffled(seed), threads: 1 + (seed % 2)).ShouldBe(whole, $"order {seed}");
    }

    [Fact]
    public void A_French_machine_gives_the_same_export()
    {
        var whole = Export([Samples.Story], threads: 1);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            Export([Samples.Story], threads: 1).ShouldBe(whole);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Adding_everything_again_changes_nothing()
    {
        var path = Path.Combine(folder, "twice.recoupe");
        using var pipeline = Pipeline.Open(path);
        var first = pipeline.Add([Samples.Story]);
        var before = Digest(pipeline);

        var second = pipeline.Add([Samples.Story]);

        second.Added.ShouldBe(0);
        second.Changed.ShouldBe(0);
        second.Unchanged.ShouldBe(first.Added);
        Digest(pipeline).ShouldBe(before);
    }

    [Fact]
    public void A_run_that_was_cut_short_is_finished_by_the_next()
    {
        var whole = Export([Samples.Story], threads: 1);
        var path = Path.Combine(folder, "cut.recoupe");
        using (var cut = Pipeline.Open(path))
        {
            using var stop = new CancellationTokenSource();
            var watcher = new Stopper(stop, after: 5);
            Should.Throw<OperationCanceledException>(() =>
            {
                foreach (var file in Files())
                    cut.Add([file], watcher, cancel: stop.Token);
            });
        }

        using var pipeline = Pipeline.Open(path);
        pipeline.Add([Samples.Story]);
        pipeline.Ask(Asked);
        Digest(pipeline).ShouldBe(whole);
    }

    [Fact]
    public void The_sample_story_verifies_clean()
    {
        using var pipeline = Pipeline.Open(Path.Combine(folder, "clean.recoupe"));
        pipeline.Add([Samples.Story]).Refused.ShouldBeEmpty();
        pipeline.Verify().ShouldBeEmpty();
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Samples.Story)
        .Where(f => !f.EndsWith(".meta.json", StringComparison.Ordinal) && !f.EndsWith("README.md", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static List<string> Shuffled(int seed)
    {
        var files = Files().ToArray();
        new Random(seed).Shuffle(files);
        return [.. files];
    }

    private static string Digest(Pipeline pipeline)
    {
        using var export = new MemoryStream();
        LedgerJson.Write(export, pipeline.Ledger());
        return Convert.ToHexString(SHA256.HashData(export.ToArray()));
    }

    private string Export(IReadOnlyList<string> paths, int threads)
    {
        using var pipeline = Pipeline.Open(Path.Combine(folder, Path.GetRandomFileName()), threads: threads);
        foreach (var path in paths)
            pipeline.Add([path]);
        pipeline.Ask(Asked);
        return Digest(pipeline);
    }

    private sealed class Stopper(CancellationTokenSource stop, int after) : IProgress<RunProgress>
    {
        private int seen;

        public void Report(RunProgress value)
        {
            if (++seen == after) stop.Cancel();
        }
    }
}
