using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Recoupe.Tell.Pages;

namespace Recoupe.Bench;

/// <summary>
/// What it costs to ask a ledger of some thousands of articles for something: each question in a process of its own, since memory is half of what is asked.
/// </summary>
internal static class Opening
{
    private const string Sentence = "Le porte-parole a démenti que le barrage ait cédé.";

    private static readonly string[] Asked = ["decide", "keep", "open", "explain", "check", "search", "ledger", "dossier"];

    /// <summary>Makes a ledger of the first articles of the heap.</summary>
    public static int Make(string[] args)
    {
        var count = int.Parse(args[0], CultureInfo.InvariantCulture);
        var heap = args[1] + ".jsonl";
        try
        {
            File.WriteAllLines(heap, Heap.Articles(count).Select(a => JsonSerializer.Serialize(a)));
            var clock = Stopwatch.StartNew();
            using var pipeline = Pipeline.Open(args[1]);
            var summary = pipeline.Add([heap]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{summary.Added} articles in {clock.Elapsed.TotalSeconds:F1} s, peak {Scale.PeakMegabytes()} MB, ledger {Scale.Megabytes(args[1])} MB"));
            return 0;
        }
        finally
        {
            File.Delete(heap);
        }
    }

    /// <summary>Asks everything, or what is named, of a ledger.</summary>
    public static int Curve(string[] args)
    {
        Console.WriteLine("asked\tseconds\tCPU s\tpeak MB");
        foreach (var what in args.Length > 1 ? args[1..] : Asked)
        {
            using var child = Process.Start(Environment.ProcessPath!, [typeof(Opening).Assembly.Location, "opening-one", args[0], what]);
            child.WaitForExit();
            if (child.ExitCode != 0) return child.ExitCode;
        }

        return 0;
    }

    /// <summary>Asks one thing, in this process.</summary>
    public static int One(string[] args)
    {
        var (path, what) = (args[0], args[1]);
        var claim = what is "explain" or "decide" ? SomeClaim(path) : "";
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        Ask(path, what, claim);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}\t{clock.Elapsed.TotalSeconds:F2}\t{(Environment.CpuUsage.TotalTime - before).TotalSeconds:F2}\t{Scale.PeakMegabytes()}"));
        return 0;
    }

    private static void Ask(string path, string what, string claim)
    {
        using var pipeline = what is "decide" or "keep" ? Pipeline.Open(path, create: false) : Pipeline.OpenToRead(path);
        switch (what)
        {
            case "open": pipeline.Count(); break;
            case "explain": _ = pipeline.Explain(claim).Value ?? throw new InvalidOperationException(); break;
            case "check": _ = pipeline.Check(Sentence); break;
            case "search": _ = pipeline.Search("barrage préfet"); break;
            case "keep": // what is derived is kept, where it is not
            case "ledger": _ = pipeline.Ledger(); break;
            case "dossier": _ = Dossier.Files(pipeline.Ledger(), pipeline.Required, new DossierOptions()).Sum(f => (long)f.Text.Length); break;
            case "decide": Decide(pipeline, claim); break;
            default: throw new ArgumentException(what, nameof(what));
        }
    }

    // As the command does it: decided, and asked what came of it; and taken back, which is not counted twice.
    private static void Decide(Pipeline pipeline, string claim)
    {
        var made = pipeline.Decide(DecisionAct.Rate, [claim], "3", "measured", "bench").Value!;
        _ = pipeline.Ledger().Decisions.Single(d => d.Decision.Id == made.Id);
        pipeline.Undo(made.Id, null, "bench");
    }

    // In another process, whose memory is not counted, and kept beside the ledger.
    private static string SomeClaim(string path)
    {
        var kept = path + ".claim";
        if (!File.Exists(kept))
        {
            using var child = Process.Start(Environment.ProcessPath!, [typeof(Opening).Assembly.Location, "opening-claim", path, kept]);
            child.WaitForExit();
        }

        return File.ReadAllText(kept);
    }

    /// <summary>Writes the id of the claim in the middle of the list.</summary>
    public static int Claim(string[] args)
    {
        using var pipeline = Pipeline.OpenToRead(args[0]);
        var claims = pipeline.Ledger().Claims;
        File.WriteAllText(args[1], claims[claims.Length / 2].Id);
        return 0;
    }
}
