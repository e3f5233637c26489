using System.Formats.Tar;

namespace Recoupe.Utility;

/// <summary>
/// Tells files from what only looks like one: to open a pipe is to wait for whoever is at its other end, to replace a device is to lose it.
/// </summary>
internal static class OrdinaryFile
{
    /// <summary>Whether a file with something in it lies there. A pipe or device has no length, and is not opened.</summary>
    public static bool HasBytes(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };

    /// <summary>Whether something other than a file lies there: a pipe, a device, a socket.</summary>
    public static bool IsOther(string path)
    {
        if (!Path.Exists(path)) return false;
        var file = new FileInfo(path);
        if (file.ResolveLinkTarget(returnFinalTarget: true) is { } target) return IsOther(target.FullName);
        return file is { Exists: true, Length: 0 } && !IsArchivedAsFile(path);
    }

    // The runtime tells kinds of files apart for its archives alone; of a file without bytes an archive holds nothing but the head.
    private static bool IsArchivedAsFile(string path)
    {
        using var archive = new MemoryStream();
        try
        {
            using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true)) writer.WriteEntry(path, "file");
            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry()?.EntryType is TarEntryType.RegularFile;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
