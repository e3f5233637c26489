using System.Diagnostics;
using System.Globalization;
using Recoupe.Language;
using Recoupe.Language.Conllu;

namespace Recoupe.Train.Trees;

/// <summary><c>train speed LANGUAGE GOLD.conllu [--linear]</c>: how fast the reader loads, and reads the gold's text on one core.</summary>
internal static class SpeedVerb
{
    private const int Rounds = 5;

    public static int Run(string[] args)
    {
        var clock = Stopwatch.StartNew();
        var reader = Reader.Load(args[0], new ReaderOptions { LinearTrees = args.Contains("--linear") });
        var loaded = Environment.CpuUsage.TotalTime;
        using var file = File.OpenText(args[1]);
        var text = ConlluReader.Read(file, args[0]).Text;
        for (var round = 0; round < Rounds; round++)
        {
            clock.Restart();
            var before = Environment.CpuUsage.TotalTime;
            var words = reader.Read(text).Words.Length;
            var cpu = Environment.CpuUsage.TotalTime - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"started and loaded in {loaded.TotalSeconds:F2} s of processor time; {words} words, {words / clock.Elapsed.TotalSeconds:F0} a second, {words / cpu.TotalSeconds:F0} a second of processor time; {Environment.WorkingSet >> 20} MB"));
        }

        return 0;
    }
}
