using System.IO.Compression;
using System.Security;

namespace Recoupe.Ingest.Files;

/// <summary>Reads files whole, within a limit. The size is looked at first: a pipe or device has none and is never opened.</summary>
internal static class FileBytes
{
    /// <summary>The file's bytes, unpacked where its name says that it is packed, or why not.</summary>
    public static Outcome<byte[]> Read(string path, string realPath, int limit)
    {
        try
        {
            var size = new FileInfo(realPath).Length;
            if (size == 0) return IngestRefusals.Empty(path);
            if (size > limit) return IngestRefusals.TooLarge(path, size);
            if (!FileNames.IsPacked(path)) return File.ReadAllBytes(realPath);
            return Bounded(Unpacked(path, File.OpenRead(realPath)), limit) is { } unpacked
                ? unpacked
                : IngestRefusals.TooLarge(path, limit + 1L);
        }
        catch (Exception e) when (IsOfTheWorld(e))
        {
            return Refused(path, e);
        }
    }

    // What a link leads to may be gone.
    private static Rejection Refused(string path, Exception fault) =>
        fault is FileNotFoundException or DirectoryNotFoundException
            ? IngestRefusals.Missing(path)
            : IngestRefusals.Unreadable(path, fault.Message);

    /// <summary>The bytes of a file that is a page or holds some, or why not: one that is no text is refused by its first bytes.</summary>
    public static Outcome<byte[]> OfText(FoundFile file)
    {
        var read = Read(file.Path, file.RealPath, PageLimits.LargestPage);
        return read.Value is { } bytes && FileSignature.Of(bytes) is { } format ? IngestRefusals.OtherFormat(file.Path, format) : read;
    }

    /// <summary>A stream over the file, unpacked where its name says that it is packed, or why not.</summary>
    public static Outcome<Stream> Open(string path, string realPath)
    {
        try
        {
            return new FileInfo(realPath).Length == 0 ? IngestRefusals.Empty(path) : Unpacked(path, File.OpenRead(realPath));
        }
        catch (Exception e) when (IsOfTheWorld(e))
        {
            return Refused(path, e);
        }
    }

    /// <summary>The stream, unpacked where the name says that it is packed, member after member.</summary>
    public static Stream Unpacked(string name, Stream stream)
    {
        if (FileNames.IsZstandard(name)) return new ZstandardStream(stream);
        return FileNames.IsPacked(name) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    /// <summary>All that the stream holds, which is closed; <see langword="null"/> where that is more than the limit.</summary>
    public static byte[]? Bounded(Stream stream, int limit)
    {
        using var source = new ByteSource(stream);
        var bytes = new MemoryStream();
        while (bytes.Length <= limit && source.Bytes(1 << 16) is { Length: > 0 } part) bytes.Write(part);
        return bytes.Length > limit ? null : bytes.ToArray();
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

    /// <summary>Whether a disk or damaged data, not a fault of ours, is to blame.</summary>
    public static bool IsOfTheWorld(Exception e) =>
        e is IOException or UnauthorizedAccessException or SecurityException or InvalidDataException;
}
