using System.Collections.Immutable;
using System.Diagnostics;

namespace Recoupe.Desk.Ledgers;

/// <summary>Articles being added: how far it is, what was refused.</summary>
internal sealed class AddingWork(int total)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>How many files or addresses were given.</summary>
    public int Total => total;

    /// <summary>How many pages were dealt with.</summary>
    public int Pages { get; private set; }

    /// <summary>The name of the last.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Pages a second so far.</summary>
    public double Rate => Pages / Math.Max(0.001, Stopwatch.GetElapsedTime(_started).TotalSeconds);

    public bool IsDone { get; private set; }

    public RunSummary? Summary { get; private set; }

    /// <summary>What ended it early: an English message as it arose, or <see langword="null"/>.</summary>
    public string? Fault { get; private set; }

    public void Step(RunProgress progress) => (Pages, Last) = (progress.Pages, Path.GetFileName(progress.Last));

    public void End(RunSummary summary) => (Summary, IsDone) = (summary, true);

    public void Break(string fault) => (Fault, IsDone) = (fault, true);

    /// <summary>What was refused, each with its code.</summary>
    public ImmutableArray<Rejection> Refused => Summary?.Refused ?? [];
}
