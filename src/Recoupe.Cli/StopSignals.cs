using System.Runtime.InteropServices;

namespace Recoupe.Cli;

/// <summary>
/// Ctrl-C, and what ends services: the work at hand is asked to stop; a second signal, or one that is not heeded within two seconds, ends
/// the program at once. Nothing is lost either way, for what is kept is kept whole.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    // As shells number what a signal has ended.
    private const int BySignal = 128, Interrupt = 2, Terminate = 15;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _heard = [];
    private readonly Action<int> _end;
    private Timer? _grace;
    private int? _status;

    /// <param name="end">Ends the program with a status.</param>
    public StopSignals(Action<int> end)
    {
        _end = end;
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
            _heard.Add(PosixSignalRegistration.Create(signal, Hear));
    }

    /// <summary>Is cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>The exit status of what was stopped: 130 after Ctrl-C, 143 after SIGTERM.</summary>
    public int Status => _status ?? (int)Exit.Stopped;

    /// <summary>What a signal does.</summary>
    public void Hear(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_status is { } known)
        {
            _end(known);
            return;
        }

        _status = BySignal + (context.Signal is PosixSignal.SIGTERM ? Terminate : Interrupt);
        _grace = new Timer(_ => _end(Status), null, Grace, Timeout.InfiniteTimeSpan);
        _stop.Cancel();
    }

    public void Dispose()
    {
        _grace?.Dispose();
        foreach (var heard in _heard) heard.Dispose();
        _stop.Dispose();
    }
}
