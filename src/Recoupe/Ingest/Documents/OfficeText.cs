using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Recoupe.Ingest.Documents;

/// <summary>
/// Reads the text of a document of Word (.docx) or OpenDocument (.odt), a paragraph a line, headings too. What was struck out, notes and
/// comments are left out.
/// </summary>
internal static class OfficeText
{
    private static readonly HashSet<string> Paragraphs = new(StringComparer.Ordinal) { "p", "h" };

    private const string Main = "word/document";

    // Deleted and moved text where it was, codes of fields, notes, comments, a drawing's second form.
    private static readonly HashSet<string> Unread = new(StringComparer.Ordinal)
    {
        "del", "delText", "moveFrom", "instrText", "Fallback", "pPr", "rPr", "sectPr", "note", "annotation", "tracked-changes",
        "automatic-styles", "font-face-decls", "forms", "sequence-decls",
    };

    /// <summary>
    /// The text; <see langword="null"/> where the archive is no such document. Throws <see cref="XmlException"/> or
    /// <see cref="InvalidDataException"/> where it is damaged.
    /// </summary>
    public static string? Of(ZipArchive zip)
    {
        var entry = zip.Entries.FirstOrDefault(e => IsMain(e.FullName)) ?? zip.GetEntry("content.xml");
        if (entry is null || ArchiveParts.Bytes(entry) is not { } bytes) return null;
        using var reader = ArchiveParts.Xml(bytes);
        return Text(reader);
    }

    // Word on the Web writes document2.xml.
    private static bool IsMain(string name) =>
        name.StartsWith(Main, StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal)
            && name.AsSpan(Main.Length, name.Length - Main.Length - ".xml".Length).IndexOfAnyExceptInRange('0', '9') < 0;

    private static string Text(XmlReader reader)
    {
        var text = new StringBuilder();
        while (reader.Read())
        {
            while (reader.NodeType is XmlNodeType.Element && Unread.Contains(reader.LocalName)) reader.Skip();
            if (reader.NodeType is XmlNodeType.Element) Open(reader, text);
            else if (reader.NodeType is XmlNodeType.EndElement && Paragraphs.Contains(reader.LocalName)) text.Append('\n');
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
                text.Append(reader.Value);
        }

        return text.ToString().Trim();
    }

    private static void Open(XmlReader reader, StringBuilder text)
    {
        if (reader.LocalName is "tab" or "s" or "line-break" or "br" or "cr" or "noBreakHyphen")
            text.Append(reader.LocalName is "noBreakHyphen" ? '-' : ' ');
        if (reader.IsEmptyElement && Paragraphs.Contains(reader.LocalName)) text.Append('\n');
    }
}
