using System.IO.Compression;

namespace Recoupe.Tell.Reports;

/// <summary>
/// The packing of documents: entries in the order given, each of one fixed moment, so that equal documents give equal bytes.
/// </summary>
internal static class ZippedDocument
{
    // The first moment that the format can tell.
    private static readonly DateTimeOffset Moment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes an archive.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="entries">Names and bytes; <c>IsStored</c> for an entry that has to stand unpacked, as the type of an OpenDocument
    /// does.</param>
    public static void Write(Stream output, IEnumerable<(string Name, byte[] Bytes, bool IsStored)> entries)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, bytes, isStored) in entries)
        {
            var entry = archive.CreateEntry(name, isStored ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
            entry.LastWriteTime = Moment;
            using var into = entry.Open();
            into.Write(bytes);
        }
    }

    /// <summary>The entries of an archive in ordinal order of their names.</summary>
    public static IEnumerable<(string Name, byte[] Bytes, bool IsStored)> Entries(Stream archive)
    {
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in zip.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            using var bytes = new MemoryStream();
            using (var from = entry.Open()) from.CopyTo(bytes);
            yield return (entry.FullName, bytes.ToArray(), false);
        }
    }
}
