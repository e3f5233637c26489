using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using Recoupe.Formats;
using Recoupe.Ingest.Documents;
using Recoupe.Ingest.Documents.Pdf;
using Recoupe.Ingest.Files;
using Recoupe.Ingest.Metadata;

namespace Recoupe.Ingest.Forms;

/// <summary>
/// Reads documents that are no page of the Web: PDF, Word (.docx), OpenDocument (.odt), RTF, subtitles. Each is one text.
/// </summary>
internal static class DocumentFile
{
    private const int LongestPreamble = 1024; // bytes before the mark of a PDF, as its readers allow

    /// <summary>The page that the document is, or why it is none.</summary>
    public static IEnumerable<Outcome<Page>> Read(FoundFile file)
    {
        var read = FileBytes.Read(file.Path, file.RealPath, PageLimits.LargestPage);
        if (read.Rejection is { } unreadable) return [unreadable];
        var sidecar = Sidecar.Of(file);
        var pages = Of(file.Path, FileNames.Stem(file.Path), file.Form, read.Value!, sidecar.Value ?? PageFacts.None);
        return sidecar.Rejection is { } refused ? [refused, .. pages] : pages;
    }

    /// <summary>The page that a document of this form is, after what is to be said of it.</summary>
    public static IEnumerable<Outcome<Page>> Of(string path, string name, FileForm form, byte[] bytes, PageFacts facts)
    {
        if (form is FileForm.Pdf) return OfPdf(path, name, bytes, facts);
        if (form is FileForm.Document && !IsPacked(bytes)) return [IngestRefusals.NoDocument(path)];
        try
        {
            return [PageOf(path, name, TextOf(form, bytes), facts)];
        }
        catch (Exception e) when (e is XmlException || FileBytes.IsOfTheWorld(e))
        {
            return [IngestRefusals.BrokenDocument(path, e.Message)];
        }
    }

    /// <summary>Whether bytes are those of a zip archive, as documents and workbooks of today are.</summary>
    internal static bool IsPacked(byte[] bytes) => bytes.AsSpan().StartsWith("PK"u8);

    private static IEnumerable<Outcome<Page>> OfPdf(string path, string name, byte[] bytes, PageFacts facts)
    {
        if (bytes.AsSpan(0, Math.Min(bytes.Length, LongestPreamble)).IndexOf("%PDF-"u8) < 0) return [IngestRefusals.NoDocument(path)];
        var content = PdfText.Of(bytes);
        if (content.IsLocked) return [IngestRefusals.Locked(path)];
        if (content.Fault is { } fault) return [IngestRefusals.BrokenDocument(path, fault)];
        if (content.Text.Length == 0 && content.Pictures.Count > 0) return [IngestRefusals.Scan(path)];
        var page = PageOf(path, name, content.Text, facts.Or(content.Facts));
        return content.Pictures.Count == 0 ? [page] : [IngestRefusals.PicturesLeft(path, string.Join(", ", content.Pictures)), page];
    }

    private static Outcome<Page> PageOf(string path, string name, string? text, PageFacts facts)
    {
        if (string.IsNullOrEmpty(text)) return IngestRefusals.NoDocument(path);
        if (text.Contains('\0')) return IngestRefusals.Binary(path);
        return new Page(path, SafeName.Of(name), PageKind.Text,
            ImmutableCollectionsMarshal.AsImmutableArray(Encoding.UTF8.GetBytes(text)), facts);
    }

    private static string? TextOf(FileForm form, byte[] bytes)
    {
        if (form is FileForm.Rtf) return bytes.AsSpan().StartsWith("{\\rtf"u8) ? RtfText.Of(bytes) : null;
        if (form is FileForm.Subtitles) return SubtitleText.Of(PageText.OfHtml(bytes));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return OfficeText.Of(zip);
    }
}
