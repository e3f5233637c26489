using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Recoupe.Bench;

/// <summary>Articles of about 500 words read to their statements, on one thread: articles a second of processor time, round by round. The first round compiles.</summary>
internal static class ReadSpeed
{
    private const int Rounds = 5;

    public static int Run(string[] args)
    {
        var count = int.Parse(args[0], CultureInfo.InvariantCulture);
        var heap = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(heap + ".jsonl", Heap.Articles(count).Select(a => JsonSerializer.Serialize(a)));
            for (var round = 0; round < Rounds; round++)
            {
                var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
                var statements = Pipeline.Read([heap + ".jsonl"], threads: 1).Sum(r => r.Value!.Findings.Statements.Length);
                var (wall, processor) = (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count / processor:F1} articles/s of processor time, {count / wall:F1} by the clock, {statements} statements"));
            }

            return 0;
        }
        finally
        {
            File.Delete(heap);
            File.Delete(heap + ".jsonl");
        }
    }
}
