using System.Xml;
using System.Xml.Linq;
using Recoupe.Formats;
using UglyToad.PdfPig;

namespace Recoupe.Ingest.Documents.Pdf;

/// <summary>
/// Finds what a PDF says of its text: its headline, who wrote it, when. What programs write of a file is believed where the pages show it
/// too.
/// </summary>
internal static class PdfFacts
{
    private const int LargerThanText = 125; // per cent of the size of most of the text, from which a line is a headline
    private const int FewestWords = 3; // of a headline: a paper's name has fewer
    private const int LongestHeadline = 300; // characters
    private const int LargestMetadata = 1 << 20; // bytes

    /// <summary>The header that the document and its paragraphs give.</summary>
    public static PageFacts Of(PdfDocument document, List<PdfParagraph> paragraphs, string? url)
    {
        var told = Told(document);
        var information = document.Information;
        var shown = string.Join('\n', paragraphs.Select(p => Letters(p.Text)));
        return PageFacts.None with
        {
            Url = url,
            Title = Title(told.Title ?? information.Title, paragraphs),
            Authors = [.. new[] { told.Author, information.Author }.OfType<string>().Where(name => IsShown(name, shown)).Take(1)
                .Select(name => name.Trim())],
            Published = told.Published,
            Made = Day(information.CreationDate),
        };
    }

    // The headline is what stands largest on the first page, or what the file is called where the page shows that.
    private static string? Title(string? called, List<PdfParagraph> paragraphs)
    {
        var text = paragraphs.GroupBy(p => p.Size).OrderByDescending(g => g.Sum(p => p.Text.Length)).Select(g => g.Key).FirstOrDefault();
        if (Letters(called ?? "") is { Length: > 0 } letters
            && paragraphs.Find(p => p.Page == 0
            && string.Equals(Letters(p.Text), letters, StringComparison.Ordinal)) is { } named) return named.Text;
        return paragraphs.Where(p => p.Page == 0 && p.Text.Length <= LongestHeadline && p.Size * 100 >= text * LargerThanText
            && p.Text.Split(' ').Length >= FewestWords).MaxBy(p => p.Size)?.Text;
    }

    private static bool IsShown(string name, string shown) =>
        Letters(name) is { Length: > 4 } letters && shown.Contains(letters, StringComparison.Ordinal);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // D:20240312180200+01'00'
    private static string? Day(string? written)
    {
        var figures = written is null ? "" : string.Concat(written.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
        return figures.Length >= 8 ? IsoDay.Read($"{figures[..4]}-{figures[4..6]}-{figures[6..8]}") : null;
    }

    // The metadata of newsrooms (XMP): title and creator as Dublin Core has them, the day of publication as PRISM has it.
    private static (string? Title, string? Author, string? Published) Told(PdfDocument document)
    {
        if (Metadata(document) is not { } root) return default;
        var published = root.Descendants().Where(e => e.Name.LocalName is "publicationDate" or "coverDate")
            .Select(e => IsoDay.Read(e.Value)).FirstOrDefault(day => day is not null);
        return (Item(root, "title"), Item(root, "creator"), published ?? Attribute(root, "publicationDate"));
    }

    private static string? Item(XElement root, string name) =>
        root.Descendants()
            .FirstOrDefault(e => e.Name.LocalName.Equals(name, StringComparison.Ordinal))?.Value.Trim() is { Length: > 0 } value ? value
            : null;

    private static string? Attribute(XElement root, string name) =>
        root.DescendantsAndSelf().Attributes().Where(a => a.Name.LocalName.Equals(name, StringComparison.Ordinal))
            .Select(a => IsoDay.Read(a.Value)).FirstOrDefault(day => day is not null);

    private static XElement? Metadata(PdfDocument document)
    {
        try
        {
            if (!document.TryGetXmpMetadata(out var metadata)
                || metadata.GetXmlBytes() is not { Length: > 0 and <= LargestMetadata } bytes) return null;
            using var reader = ArchiveParts.Xml([.. bytes]);
            return XElement.Load(reader);
        }
        catch (Exception e) when (e is XmlException or InvalidOperationException)
        {
            return null; // as good as none
        }
    }
}
