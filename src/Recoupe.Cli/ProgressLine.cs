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
    private const int Live = 100; // milliseconds: what still looks smooth
    private const int Plain = 5000; // milliseconds: a log is not filled with it

    // The first articles load the models and tell nothing of the rest: no time is reckoned before a twentieth is read.
    private const int ReckonedFrom = 20;

    private readonly TextWriter _error;
    private readonly Locale _words;
    private readonly long _whole;
    private readonly bool _live;
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _told;
    private int _shown;

    public ProgressLine(TextWriter error, Locale words, long whole, bool live) =>
        (_error, _words, _whole, _live) = (error, words, whole, live);

    public void Report(RunProgress value)
    {
        var elapsed = Stopwatch.GetElapsedTime(_started);
        if (elapsed.TotalMilliseconds - _told < (_live ? Live : Plain)) return;
        _told = (long)elapsed.TotalMilliseconds;
        var line = Line(value, elapsed);
        if (_live) Rewrite(line);
        else _error.WriteLine(line);
    }

    public void Dispose()
    {
        if (_live) Rewrite("");
    }

    private string Line(RunProgress value, TimeSpan elapsed)
    {
        var rate = value.Pages / Math.Max(elapsed.TotalSeconds, 0.001);
        var line = _words.Count("cli.progress", value.Pages)
            + _words.Say("cli.progress.rate", ("rate", _words.Number((decimal)Math.Round(rate, rate < 10 ? 1 : 0))));
        return Left(value.Bytes, elapsed) is { } left ? line + _words.Say("cli.progress.left", ("time", left)) : line;
    }

    private string? Left(long bytes, TimeSpan elapsed)
    {
        if (bytes * ReckonedFrom < _whole || _whole <= bytes) return null;
        var left = TimeSpan.FromSeconds(Math.Ceiling(elapsed.TotalSeconds * (_whole - bytes) / bytes));
        return left.ToString(left.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }

    private void Rewrite(string line)
    {
        _error.Write('\r' + line.PadRight(_shown));
        if (line.Length == 0) _error.Write('\r');
        _shown = line.Length;
        _error.Flush();
    }
}
