using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Recoupe.Tell;

namespace Recoupe.Bench;

/// <summary>
/// What a decision and an article cost a ledger that stays open, as the desk and <c>watch</c> keep it: from the word until claims, disputes and ratings are right
/// again, on stored readings. It ends by comparing what was grown with what is derived from nothing.
/// </summary>
internal static class Growing
{
    // So that what was found on a page is at hand, as in a ledger that was read before.
    private static readonly Dictionary<ArticleId, Outcome<ReadArticle>> Read = [];

    public static int Run(string[] args)
    {
        var (from, each) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
        var folder = Directory.CreateTempSubdirectory("recoupe-growing-").FullName;
        try
        {
            var path = Path.Combine(folder, "ledger.recoupe");
            foreach (var ending in new[] { "", "-wal" })
                if (File.Exists(from + ending)) File.Copy(from + ending, path + ending);
            return Measure(path, each) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Measure(string path, int each)
    {
        using var pipeline = Pipeline.Open(path, page => Read.TryGetValue(page.Id, out var read) ? read : Pipeline.ReadAlone(page), stays: true);
        Clocked("open, derived or read back", () => pipeline.Ledger());
        var pages = Newcomers(pipeline.Count(), each);
        var random = new Random(7);
        foreach (var act in Enumerable.Range(0, Names.Length))
        {
            Several($"the first to {Names[act]}", 1, () => Decision(pipeline, random, act), pipeline);
            Several($"{Names[act]}, {each} of them", each, () => Decision(pipeline, random, act), pipeline);
        }

        Several($"undo, {each} of them", each, () =>
        {
            var standing = pipeline.Ledger().Decisions.Where(d => d.State != DecisionState.Undone && d.Decision.Act != DecisionAct.Undo).ToList();
            return () => pipeline.Undo(standing[random.Next(standing.Count)].Decision.Id, null, "bench");
        }, pipeline);
        var isSame = IsAsStartedOver(pipeline, path);
        pipeline.Add([], null, default); // a ledger that another build made is read anew first
        pipeline.Ledger();
        Several($"add, {each} of them", each, () =>
        {
            var page = pages.Dequeue();
            return () => pipeline.Add([page], null, default);
        }, pipeline);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak {Scale.PeakMegabytes()} MB"));
        return IsAsStartedOver(pipeline, path) && isSame;
    }

    // Whoever only reads it and finds nothing that was kept derives it from nothing.
    private static bool IsAsStartedOver(Pipeline pipeline, string path)
    {
        using var over = Pipeline.OpenToRead(path);
        var isSame = Export(pipeline.Ledger()).AsSpan().SequenceEqual(Export(over.Ledger()));
        Console.WriteLine($"growing equals starting over: {isSame}");
        return isSame;
    }

    private static readonly string[] Names = ["rate", "reword", "side", "dismiss", "merge"];

    private static Func<object?> Decision(Pipeline pipeline, Random random, int act)
    {
        var ledger = pipeline.Ledger();
        var (one, other) = (ledger.Claims[random.Next(ledger.Claims.Length)], ledger.Claims[random.Next(ledger.Claims.Length)]);
        return () => act switch
        {
            0 => pipeline.Decide(DecisionAct.Rate, [one.Id], "3", "measured", "bench").Value,
            1 => pipeline.Decide(DecisionAct.Reword, [one.Id], "Le barrage tient.", null, "bench").Value,
            2 => pipeline.Decide(DecisionAct.Side, [one.Positions[0].Proposition], "against", null, "bench").Value,
            3 => pipeline.Decide(DecisionAct.Dismiss, [one.Positions[0].Proposition], null, null, "bench").Value,
            _ => pipeline.Decide(DecisionAct.Merge, [one.Id, other.Id], null, null, "bench").Value,
        };
    }

    private static void Several(string what, int count, Func<Func<object?>> prepare, Pipeline pipeline)
    {
        var spent = new List<(double Clock, double Processor)>();
        for (var i = 0; i < count; i++)
        {
            var work = prepare();
            spent.Add(Spent(() =>
            {
                work();
                pipeline.Ledger();
            }));
        }

        Tell(what, spent);
    }

    private static void Tell(string what, List<(double Clock, double Processor)> spent)
    {
        var (clock, processor) = (spent.Select(s => s.Clock).Order().ToList(), spent.Select(s => s.Processor).Order().ToList());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: median {clock[clock.Count / 2]:F0} ms, longest {clock[^1]:F0} ms; processor {processor[processor.Count / 2]:F0} and {processor[^1]:F0} ms"));
    }

    private static (double Clock, double Processor) Spent(Action work)
    {
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        work();
        return (clock.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }

    private static void Clocked(string what, Action work) => Tell(what, [Spent(work)]);

    // The next articles of the same heap, read before they are measured.
    private static Queue<Outcome<Page>> Newcomers(int known, int count)
    {
        var pages = new Queue<Outcome<Page>>();
        foreach (var article in Heap.Articles(known + count).Skip(known))
        {
            var file = Path.Combine(Path.GetTempPath(), "recoupe-newcomer.jsonl");
            File.WriteAllText(file, JsonSerializer.Serialize(article));
            foreach (var page in Ingest.Intake.Pages([file], null))
            {
                Read[page.Value!.Id] = Pipeline.ReadAlone(page.Value);
                pages.Enqueue(page);
            }

            File.Delete(file);
        }

        return pages;
    }

    private static byte[] Export(Ledger ledger)
    {
        using var output = new MemoryStream();
        LedgerJson.Write(output, ledger);
        return output.ToArray();
    }
}
