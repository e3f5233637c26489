using System.Globalization;
using Recoupe.Utility;

namespace Recoupe.Store;

/// <summary>
/// The right to write a ledger, held for one batch and no longer, so that several processes can grow one side by side. Beside the ledger
/// lie a file that the holder keeps locked and, while it does, one that says who it is; the system frees the first when its holder is gone,
/// whatever the second says.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    // Between two batches a writer pauses a fiftieth of what the last one took, and no longer than this: who waits would else never find it
    // free.
    private const int PausePart = 50;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _held;
    private readonly string _who;
    private readonly long _taken = Environment.TickCount64;

    private WriterLock(FileStream held, string who) => (_held, _who) = (held, who);

    /// <summary>Takes the right to write the ledger at a path, once whoever has it is done.</summary>
    /// <exception cref="LedgerException">Another process has it for longer than patience lasts; or there is no writing beside the
    /// ledger.</exception>
    public static WriterLock Take(string ledger, TimeSpan patience, CancellationToken cancel = default)
    {
        var who = ledger + ".writer";
        try
        {
            var held = HeldFile.Open(ledger + ".lock", patience, cancel);
            Tell(who);
            return new(held, who);
        }
        catch (IOException fault) when (HeldFile.IsHeld(fault))
        {
            throw DiskFault.Held(ledger, Told(who), fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(fault, ledger);
        }
    }

    public void Dispose()
    {
        var taken = TimeSpan.FromMilliseconds(Environment.TickCount64 - _taken) / PausePart;
        TryTo(() => File.Delete(_who));
        _held.Dispose();
        Thread.Sleep(taken < LongestPause ? taken : LongestPause);
    }

    // Who it is only serves a message: a disk without room for it is no reason not to write.
    private static void Tell(string path) => TryTo(() =>
        File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}, {Environment.MachineName}")));

    private static string? Told(string path)
    {
        string? told = null;
        TryTo(() => told = File.ReadAllText(path));
        return told is { Length: > 0 } ? told.ReplaceLineEndings(" ") : null;
    }

    private static void TryTo(Action work)
    {
        try
        {
            work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }
}
