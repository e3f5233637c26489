using Recoupe.Utility;

namespace Recoupe.Store;

/// <summary>
/// Says of a file beside the ledger why the disk does not give or take it: held by another process, full, not to be written.
/// </summary>
internal static class DiskFault
{
    private const int NoRoom = 28, ReadOnlyDisk = 30, WindowsFull = unchecked((int)0x80070070), WindowsHandleFull = unchecked((int)0x80070027);

    /// <summary>Does the work; what the disk does not do is told of the file.</summary>
    /// <exception cref="LedgerException">It does not.</exception>
    public static void Told(string path, Action work) => Told(path, () =>
    {
        work();
        return true;
    });

    /// <summary>As <see cref="Told(string, Action)"/>, with what comes of it.</summary>
    /// <exception cref="LedgerException">It does not.</exception>
    public static T Told<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Of(e, path);
        }
    }

    /// <summary>That another process writes the file, and which, where that is known.</summary>
    public static LedgerException Held(string path, string? who, Exception fault) =>
        new("STORE-4", $"{path} is being written by another process{(who is null ? "" : $" ({who})")}", "wait until it has ended, then run the same command again", fault);

    /// <summary>What is so, with a code and what to do next.</summary>
    public static LedgerException Of(Exception fault, string path) => fault switch
    {
        IOException held when HeldFile.IsHeld(held) => Held(path, null, fault),
        { HResult: NoRoom or WindowsFull or WindowsHandleFull } => new("STORE-3", $"no room left on the disk of {path}", "free some room and run the same command again: what was filed so far is kept", fault),
        UnauthorizedAccessException or DirectoryNotFoundException or { HResult: ReadOnlyDisk } => new(
            "STORE-5", $"{path} cannot be opened for writing", "check that its folder exists and that you may write there", fault),
        _ => new("STORE-6", $"{path} could not be read or written", "check the disk, then run the same command again: what was filed so far is kept", fault),
    };
}
