using System.Diagnostics;
using System.Globalization;

namespace Recoupe.Bench;

/// <summary>
/// Processor time and memory of a whole run over one page against its length, for pages that repeat one thing: each page in a process of its own, a
/// page of almost nothing taken off. The exponent is the slope of the line through the logarithms.
/// </summary>
internal static class Monsters
{
    private const int Nothing = 100; // bytes: what a run costs before it reads
    private const double LeastSeconds = 0.5, LeastMegabytes = 16; // less than this may be another run's, or the collector's

    private static readonly int[] _sizes = [10_000, 32_000, 100_000, 320_000, 1_000_000];

    private static readonly (string Form, string Part, string Ending)[] _forms =
    [
        ("one statement", "The mayor said on Monday that 12 bridges had been closed near Belmarche, according to the prefecture. ", "txt"),
        ("une déclaration", "La maire a affirmé lundi que 12 ponts avaient été fermés près de Belmarche, selon la préfecture. ", "txt"),
        ("one word", "pont ", "txt"),
        ("a sentence without end", "he said she said ", "txt"),
        ("nested marks", "« Il a dit (", "txt"),
        ("names", "Pavel Ormel, ", "txt"),
        ("figures", "12 morts et 40 blessés, ", "txt"),
        ("br", "<br>Le pont est fermé", "html"),
        ("attributes", "<p title=\"a\" id=\"b\">Le pont est fermé.</p>", "html"),
        ("list entries", "<li>Le pont est fermé, a dit la mairie.</li>", "html"),
    ];

    public static int Curve(string[] args)
    {
        Console.WriteLine($"form\t{string.Join('\t', _sizes.Select(s => $"{s / 1000} kB: CPU s, MB"))}\texponent of time\tof memory");
        foreach (var (form, _, _) in _forms.Where(f => args.Length == 0 || args.Contains(f.Form, StringComparer.Ordinal)))
        {
            var nothing = Asked(form, Nothing);
            var costs = _sizes.Select(size => Asked(form, size)).ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{form}\t{string.Join('\t', costs.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Seconds:F2}, {c.Megabytes:F0}")))}\t{Exponent(costs.Select(c => c.Seconds - nothing.Seconds), LeastSeconds):F2}\t{Exponent(costs.Select(c => c.Megabytes - nothing.Megabytes), LeastMegabytes):F2}"));
        }

        return 0;
    }

    /// <summary>The same for one form and length, in this process.</summary>
    public static int One(string[] args)
    {
        var (_, part, ending) = _forms.First(f => string.Equals(f.Form, args[0], StringComparison.Ordinal));
        var folder = Directory.CreateTempSubdirectory("recoupe-monster-").FullName;
        try
        {
            var page = Path.Combine(folder, "page." + ending);
            File.WriteAllText(page, string.Concat(Enumerable.Repeat(part, int.Parse(args[1], CultureInfo.InvariantCulture) / part.Length)) + "\n\nThe mayor said that the bridge was closed.");
            using var pipeline = Pipeline.Open(Path.Combine(folder, "ledger.recoupe"));
            pipeline.Add([page]);
            var found = pipeline.Ledger();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.CpuUsage.TotalTime.TotalSeconds}\t{Scale.PeakMegabytes()}\t{found.Claims.Length}"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double Seconds, double Megabytes) Asked(string form, int size)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(Monsters).Assembly.Location, "monster", form, size.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var told = child.StandardOutput.ReadToEnd().Split('\t');
        child.WaitForExit();
        return (double.Parse(told[0], CultureInfo.InvariantCulture), double.Parse(told[1], CultureInfo.InvariantCulture));
    }

    // Least squares over the lengths that cost so much that the clock and what a run costs anyway do not show.
    private static double Exponent(IEnumerable<double> costs, double least)
    {
        var points = costs.Zip(_sizes, (cost, size) => (X: Math.Log(size), Cost: cost))
            .Where(p => p.Cost >= least)
            .Select(p => (p.X, Y: Math.Log(p.Cost)))
            .ToList();
        if (points.Count < 2) return 0;
        var (x, y) = (points.Average(p => p.X), points.Average(p => p.Y));
        return points.Sum(p => (p.X - x) * (p.Y - y)) / points.Sum(p => (p.X - x) * (p.X - x));
    }
}
