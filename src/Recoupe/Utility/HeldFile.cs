namespace Recoupe.Utility;

/// <summary>
/// Files opened for one holder alone. The system frees a file whose holder is gone, so nothing is left locked by a process that was killed.
/// </summary>
internal static class HeldFile
{
    private const int WindowsSharing = unchecked((int)0x80070020), WindowsLock = unchecked((int)0x80070021);

    // EAGAIN as Linux and as macOS number it.
    private const int LinuxAgain = 11, MacAgain = 35;

    // Short beside what a writer takes for a batch, so that whoever waits sees the moment between two batches.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    /// <summary>How long a file is waited for that another process holds.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether another process holds the file.</summary>
    public static bool IsHeld(IOException fault) => fault.HResult is WindowsSharing or WindowsLock or LinuxAgain or MacAgain;

    /// <summary>The file, made where there is none, for this holder alone.</summary>
    /// <exception cref="IOException">Another holds it for longer than patience lasts (<see cref="IsHeld"/>), or the disk does not give
    /// it.</exception>
    public static FileStream Open(string path, TimeSpan patience, CancellationToken cancel = default) =>
        Patiently(() => new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), patience, cancel);

    /// <summary>What comes of opening a file, tried again while another holds it.</summary>
    public static T Patiently<T>(Func<T> open, TimeSpan patience, CancellationToken cancel = default)
    {
        var started = Environment.TickCount64;
        while (true)
        {
            try
            {
                return open();
            }
            catch (IOException fault) when (IsHeld(fault) && Environment.TickCount64 - started < patience.TotalMilliseconds)
            {
                cancel.WaitHandle.WaitOne(Look);
                cancel.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>
    /// Adds lines at the end of a file, all of them or none, and on the disk when this returns. Where the last line has no end, it is given
    /// one first: it must not swallow the next.
    /// </summary>
    /// <exception cref="IOException">The disk does not take them; the file is as it was.</exception>
    public static void Append(FileStream file, ReadOnlySpan<byte> lines)
    {
        var before = file.Length;
        try
        {
            if (before > 0 && LastByte(file) != '\n') file.WriteByte((byte)'\n');
            file.Seek(0, SeekOrigin.End);
            file.Write(lines);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            TakeBack(file, before);
            throw;
        }
    }

    private static int LastByte(FileStream file)
    {
        file.Seek(-1, SeekOrigin.End);
        var last = file.ReadByte();
        file.Seek(0, SeekOrigin.End);
        return last;
    }

    private static void TakeBack(FileStream file, long length)
    {
        try
        {
            file.SetLength(length);
        }
        catch (IOException)
        {
            // Then a line that is cut stays, and whoever reads passes over it.
        }
    }
}
