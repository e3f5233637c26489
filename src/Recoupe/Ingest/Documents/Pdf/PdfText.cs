using System.Diagnostics;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Recoupe.Ingest.Documents.Pdf;

/// <summary>The text of a PDF and what it says of itself.</summary>
/// <param name="Text">Its paragraphs, a blank line between two; empty where no page has letters.</param>
/// <param name="Facts">Its header.</param>
/// <param name="Pictures">The pages, counted from one, that show pictures and no letters.</param>
/// <param name="Fault">Why it cannot be read; <see langword="null"/> where it was.</param>
/// <param name="IsLocked">Whether it cannot be read for want of a password.</param>
internal sealed record PdfContent(string Text, PageFacts Facts, IReadOnlyList<int> Pictures, string? Fault = null, bool IsLocked = false)
{
    /// <summary>What cannot be read.</summary>
    public static PdfContent Of(string fault, bool isLocked = false) => new("", PageFacts.None, [], fault, isLocked);
}

/// <summary>Reads PDFs as the press makes them: pages of one and more columns, in the order in which they are read.</summary>
internal static class PdfText
{
    private const int MostPages = 1000; // a book; an article has few
    private const int MostLetters = 5_000_000; // of all pages, as many as 20 MB of text may have words
    private const int FewestLetters = 20; // of a page that is no picture
    private const int DeepestNesting = 128; // objects within objects
    private const int Stack = 16 * 1024 * 1024; // bytes: what nests as deep as that must not end the program
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>The text; what a damaged file brings out is a fault of the file.</summary>
    public static PdfContent Of(byte[] bytes)
    {
        var content = PdfContent.Of("it takes too long to read");
        var clock = Stopwatch.StartNew();
        // On a thread of its own: a file may be made so that reading it ends late or never.
        var thread = new Thread(() => content = Guarded(bytes, clock), Stack) { IsBackground = true, Name = "PDF" };
        thread.Start();
        return thread.Join(_patience + _patience / 2) ? content : PdfContent.Of("it takes too long to read");
    }

    private static PdfContent Guarded(byte[] bytes, Stopwatch clock)
    {
        try
        {
            return Read(bytes, clock);
        }
        catch (PdfDocumentEncryptedException)
        {
            return PdfContent.Of("it is locked with a password", isLocked: true);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return PdfContent.Of(fault.Message);
        }
    }

    private static PdfContent Read(byte[] bytes, Stopwatch clock)
    {
        using var document = PdfDocument.Open(bytes, new ParsingOptions
        {
            UseLenientParsing = true,
            SkipMissingFonts = true,
            MaxStackDepth = DeepestNesting,
            FilterProvider = new PdfStreams(() => clock.Elapsed > _patience),
        });
        if (document.NumberOfPages > MostPages)
            return PdfContent.Of($"it has {document.NumberOfPages} pages; a document may have {MostPages}");
        if (PdfDrawings.FaultOf(document) is { } fault) return PdfContent.Of(fault);
        var (sheets, pictures, letters) = (new List<PdfSheet>(), new List<int>(), 0);
        foreach (var page in document.GetPages())
        {
            letters += page.Letters.Count;
            if (letters > MostLetters || clock.Elapsed > _patience) return PdfContent.Of("it is too large to be an article");
            var glyphs = PdfGlyphs.Of(page);
            if (glyphs.Count(g => !g.IsBlank) < FewestLetters && page.NumberOfImages > 0) pictures.Add(page.Number);
            else sheets.Add(new(PdfLines.Of(glyphs), (int)(page.Height * 100)));
        }

        var margins = PdfMargins.Of(sheets);
        var paragraphs = PdfParagraphs.Of([.. sheets.Select(sheet => PdfBlocks.Of(margins.Text(sheet)))]);
        return new(string.Join("\n\n", paragraphs.Select(p => p.Text)), PdfFacts.Of(document, paragraphs, margins.Url), pictures);
    }
}
