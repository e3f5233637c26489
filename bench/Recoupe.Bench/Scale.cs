using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Recoupe.Bench;

/// <summary>Time, processor time (which other work on the machine disturbs least) and memory of a whole run against the number of articles, each size in a process of its own.</summary>
internal static class Scale
{
    public static int Curve(string[] args)
    {
        Console.WriteLine("articles\tseconds\tarticles/s\tCPU s\tof which derive CPU s\tpeak MB\tledger MB");
        foreach (var count in args)
        {
            using var child = Process.Start(Environment.ProcessPath!, [typeof(Scale).Assembly.Location, "scale-one", count]);
            child.WaitForExit();
            if (child.ExitCode != 0) return child.ExitCode;
        }

        return 0;
    }

    public static int One(string[] args)
    {
        var count = int.Parse(args[0], CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("recoupe-scale-").FullName;
        try
        {
            var heap = Path.Combine(folder, "heap.jsonl");
            File.WriteAllLines(heap, Heap.Articles(count).Select(a => JsonSerializer.Serialize(a)));
            Console.WriteLine(Measure(count, heap, Path.Combine(folder, "ledger.recoupe")));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Measure(int count, string heap, string path)
    {
        var clock = Stopwatch.StartNew();
        using var pipeline = Pipeline.Open(path);
        var summary = pipeline.Add([heap]);
        var added = Environment.CpuUsage.TotalTime.TotalSeconds;
        var ledger = pipeline.Ledger();
        var (seconds, processor) = (clock.Elapsed.TotalSeconds, Environment.CpuUsage.TotalTime.TotalSeconds);
        if (summary.Added != count || ledger.Articles.Length != count)
            throw new InvalidOperationException($"{summary.Added} of {count} articles were added");
        return string.Create(CultureInfo.InvariantCulture,
            $"{count}\t{seconds:F1}\t{count / seconds:F1}\t{processor:F1}\t{processor - added:F1}\t{PeakMegabytes()}\t{Megabytes(path)}");
    }

    /// <summary>Of an open ledger, with what its log still holds.</summary>
    public static long Megabytes(string ledger) =>
        new DirectoryInfo(Path.GetDirectoryName(ledger)!).EnumerateFiles(Path.GetFileName(ledger) + "*").Sum(f => f.Length) >> 20;

    public static long PeakMegabytes()
    {
        const string Label = "VmHWM:";
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith(Label, StringComparison.Ordinal));
        return long.Parse(line[Label.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024;
    }
}
