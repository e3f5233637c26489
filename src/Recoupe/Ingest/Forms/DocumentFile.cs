using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using Recoupe.Formats;
using Recoupe.Ingest.Documents;
using Recoupe.Ingest.Files;
using Recoupe.Ingest.Metadata;

namespace Recoupe.Ingest.Forms;

/// <summary>Reads documents that are no page of the Web: Word (.docx), OpenDocument (.odt), RTF, subtitles. Each is one text.</summary>
internal static class DocumentFile
{
    /// <summary>The page that the document is, or why it is none.</summary>
    public static IEnumerable<Outcome<Page>> Read(FoundFile file)
    {
        var read = FileBytes.Read(file.Path, file.RealPath, PageLimits.LargestPage);
        if (read.Rejection is { } unreadable) return [unreadable];
        var sidecar = Sidecar.Of(file);
        var page = Of(file.Path, FileNames.Stem(file.Path), file.Form, read.Value!, sidecar.Value ?? PageFacts.None);
        return sidecar.Rejection is { } refused ? [refused, page] : [page];
    }

    /// <summary>The page that a document of this form is.</summary>
    public static Outcome<Page> Of(string path, string name, FileForm form, byte[] bytes, PageFacts facts)
    {
        try
        {
            if (TextOf(form, bytes) is not { Length: > 0 } text) return IngestRefusals.NoDocument(path);
            if (text.Contains('\0')) return IngestRefusals.Binary(path);
            return new Page(path, SafeName.Of(name), PageKind.Text, ImmutableCollectionsMarshal.AsImmutableArray(Encoding.UTF8.GetBytes(text)), facts);
        }
        catch (Exception e) when (e is XmlException || FileBytes.IsOfTheWorld(e))
        {
            return IngestRefusals.BrokenDocument(path, e.Message);
        }
    }

    private static string? TextOf(FileForm form, byte[] bytes)
    {
        if (form is FileForm.Rtf) return bytes.AsSpan().StartsWith("{\\rtf"u8) ? RtfText.Of(bytes) : null;
        if (form is FileForm.Subtitles) return SubtitleText.Of(PageText.OfHtml(bytes));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return OfficeText.Of(zip);
    }
}
