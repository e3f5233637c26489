using System.Security;

namespace Recoupe.Ingest;

/// <summary>Reads files whole, within a limit. The size is looked at first: a pipe or device has none and is never opened.</summary>
internal static class FileBytes
{
    /// <summary>The file's bytes, or why not.</summary>
    public static Outcome<byte[]> Read(string path, string realPath, int limit)
    {
        try
        {
            var size = new FileInfo(realPath).Length;
            if (size == 0) return Refusals.Empty(path);
            if (size > limit) return Refusals.TooLarge(path, size);
            return File.ReadAllBytes(realPath);
        }
        catch (Exception e) when (IsOfTheWorld(e))
        {
            return Refusals.Unreadable(path, e.Message);
        }
    }

    /// <summary>A stream over the file, or why not.</summary>
    public static Outcome<Stream> Open(string path, string realPath)
    {
        try
        {
            return new FileInfo(realPath).Length == 0 ? Refusals.Empty(path) : File.OpenRead(realPath);
        }
        catch (Exception e) when (IsOfTheWorld(e))
        {
            return Refusals.Unreadable(path, e.Message);
        }
    }

    /// <summary>The first bytes; <see langword="null"/> where they cannot be read.</summary>
    public static byte[]? Head(string realPath, int length)
    {
        if (Open(realPath, realPath).Value is not { } stream) return null;
        using (stream)
        {
            try
            {
                var head = new byte[length];
                return head[..stream.ReadAtLeast(head, length, throwOnEndOfStream: false)];
            }
            catch (Exception e) when (IsOfTheWorld(e))
            {
                return null;
            }
        }
    }

    /// <summary>Whether a disk, not a fault of ours, is to blame.</summary>
    public static bool IsOfTheWorld(Exception e) => e is IOException or UnauthorizedAccessException or SecurityException;
}
