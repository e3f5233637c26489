using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Recoupe.Clean;

namespace Recoupe.Bench;

/// <summary>How many pages of article-extraction-benchmark are cleaned a second, on one thread; the first round, which also compiles, is told apart.</summary>
internal static class PageSpeed
{
    private const int Rounds = 4;

    public static int Run(string[] args)
    {
        var pages = Directory.EnumerateFiles(Path.Combine(args[0], "html"), "*.html.gz").Order(StringComparer.Ordinal)
            .Select(f => Path.GetFileName(f)[..^".html.gz".Length])
            .Select(name => new Page(name, name, PageKind.Html, [.. Encoding.UTF8.GetBytes(Furniture.PageOf(args[0], name))], PageFacts.None))
            .ToImmutableArray();
        for (var round = 1; round <= Rounds; round++)
        {
            var (clock, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            foreach (var page in pages) Cleaner.Clean(page);
            var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}\t{pages.Length / seconds:F0} pages a second of processor\t{pages.Length / clock.Elapsed.TotalSeconds:F0} by the clock"));
        }

        return 0;
    }
}
