using System.IO.Compression;
using System.Xml;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Documents;

/// <summary>Reads the parts of a document that is a zip archive (Word, OpenDocument, Excel), none larger than a page may be.</summary>
internal static class ArchiveParts
{
    private static readonly XmlReaderSettings Safe =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, IgnoreComments = true, IgnoreProcessingInstructions = true };

    /// <summary>The part unpacked; <see langword="null"/> where it is too large.</summary>
    public static byte[]? Bytes(ZipArchiveEntry entry) => FileBytes.Bounded(entry.Open(), PageLimits.LargestPage);

    /// <summary>A reader over a part; nothing outside of it is looked for.</summary>
    public static XmlReader Xml(byte[] bytes) => XmlReader.Create(new MemoryStream(bytes), Safe);
}
