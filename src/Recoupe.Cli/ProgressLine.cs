using System.Diagnostics;
using System.Globalization;
using Recoupe.Tell;

namespace Recoupe.Cli;

/// <summary>
/// How far a run is: a line that rewrites itself on a terminal, a plain line now and then where standard error is a file or pipe.
/// The time left is reckoned from bytes, so it is only said where the size of the whole is known.
/// </summary>
internal sealed class ProgressLine : IProgress<RunProgress>, IDisposable
{
    private const int Live = 100;
    private const int Plain = 5000;

    // The first articles load the models and tell nothing of the rest: no time is reckoned before a twentieth is read.
    private const int ReckonedFrom = 20;

    private readonly TextWriter error;
    private readonly Locale words;
    private readonly long whole;
    private readonly bool live;
    private readonly long started = Stopwatch.GetTimestamp();
    private long told;
    private int shown;

    public ProgressLine(TextWriter error, Locale words, long whole, bool live) =>
        (this.error, this.words, this.whole, this.live) = (error, words, whole, live);

    public void Report(RunProgress value)
    {
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (elapsed.TotalMilliseconds - told < (live ? Live : Plain)) return;
        told = (long)elapsed.TotalMilliseconds;
        var line = Line(value, elapsed);
        if (live) Rewrite(line);
        else error.WriteLine(line);
    }

    public void Dispose()
    {
        if (live) Rewrite("");
    }

    private string Line(RunProgress value, TimeSpan elapsed)
    {
        var rate = value.Pages / Math.Max(elapsed.TotalSeconds, 0.001);
        var line = words.Count("cli.progress", value.Pages)
            + words.Say("cli.progress.rate", ("rate", words.Number((decimal)Math.Round(rate, rate < 10 ? 1 : 0))));
        return Left(value.Bytes, elapsed) is { } left ? line + words.Say("cli.progress.left", ("time", left)) : line;
    }

    private string? Left(long bytes, TimeSpan elapsed)
    {
        if (bytes * ReckonedFrom < whole || whole <= bytes) return null;
        var left = TimeSpan.FromSeconds(Math.Ceiling(elapsed.TotalSeconds * (whole - bytes) / bytes));
        return left.ToString(left.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }

    private void Rewrite(string line)
    {
        error.Write('\r' + line.PadRight(shown));
        if (line.Length == 0) error.Write('\r');
        shown = line.Length;
        error.Flush();
    }
}
