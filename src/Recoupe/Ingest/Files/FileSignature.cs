using System.Text;

namespace Recoupe.Ingest.Files;

/// <summary>A format that is not text, told by its first bytes, and what to do with it.</summary>
/// <param name="Name">What it is, with its article.</param>
/// <param name="Advice">How to get text out of it.</param>
internal sealed record FileSignature(string Name, string Advice)
{
    private const string Unpack = "Unpack it and give the folder.";
    private const string Save = "Save it as text or HTML and give that.";
    private const string NoText = "It holds no text to read: leave it out.";
    private const int HeadLength = 512; // bytes: signatures stand in the first block of a tape archive

    private static readonly FileSignature References = new(
        "a list of references in BibTeX", "Export it as RIS with the pages filed, and give that.");

    private static readonly (int At, byte[] Bytes, FileSignature Format)[] Signatures =
    [
        (0, [.. "PK\u0003\u0004"u8], new(
            "a zip archive (or an office document, which is one)", "Unpack it, or save the document as text, and give that.")),
        (0, [.. "PK\u0005\u0006"u8], new("an empty zip archive", NoText)),
        (0, [.. "%PDF-"u8], new("a PDF", "Rename it to .pdf and give that.")),
        (0, [0x1F, 0x8B], new("a gzip file", "Rename it to what it holds and .gz (page.html.gz, crawl.warc.gz), or unpack it.")),
        (0, [.. "BZh"u8], new("a bzip2 file", Unpack)),
        (0, [0xFD, .. "7zXZ"u8], new("an xz file", Unpack)),
        (0, [.. "7z"u8, 0xBC, 0xAF], new("a 7-Zip archive", Unpack)),
        (0, [.. "Rar!"u8], new("a RAR archive", Unpack)),
        (0, [0x28, 0xB5, 0x2F, 0xFD], new("a Zstandard file", "Rename it to what it holds and .zst (crawl.warc.zst), or unpack it.")),
        (257, [.. "ustar"u8], new("a tar archive", Unpack)),
        (0, [0xD0, 0xCF, 0x11, 0xE0], new("an old office document", Save)),
        (0, [.. "{\\rtf"u8], new("an RTF document", Save)),
        (0, [.. "filedesc://"u8], new("an old web archive (ARC)", "Convert it to WARC (warcio recompress does) and give that.")),
        (0, [.. "@article{"u8], References),
        (0, [.. "@book{"u8], References),
        (0, [.. "@misc{"u8], References),
        (0, [.. "@online{"u8], References),
        (0, [.. "@inproceedings{"u8], References),
        (0, [.. "WARC/"u8], new("a web archive", "Rename it to .warc (or .warc.gz) and give that.")),
        (0, [.. "SQLite format 3\0"u8], new("a database", "Export its texts as JSON lines and give those.")),
        (0, [0x89, .. "PNG"u8], new("a PNG picture", NoText)),
        (0, [0xFF, 0xD8, 0xFF], new("a JPEG picture", NoText)),
        (0, [.. "GIF8"u8], new("a GIF picture", NoText)),
        (0, [.. "RIFF"u8], new("a sound, film or picture", NoText)),
        (4, [.. "ftyp"u8], new("a film or sound", NoText)),
        (0, [.. "ID3"u8], new("a sound", NoText)),
        (0, [.. "OggS"u8], new("a sound or film", NoText)),
        (0, [0x7F, .. "ELF"u8], new("a program", NoText)),
    ];

    /// <summary>The format that the bytes open with; <see langword="null"/> where none is known.</summary>
    public static FileSignature? Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (at, signature, format) in Signatures)
        {
            if (bytes.Length >= at + signature.Length && bytes[at..].StartsWith(signature)) return format;
        }

        return null;
    }

    /// <summary>The format of a file; <see langword="null"/> where none is known or it cannot be read.</summary>
    public static FileSignature? OfFile(string path) => FileBytes.Head(path, HeadLength) is { } head ? Of(head) : null;

    /// <summary>Whether the bytes are not text of any kind: a NUL, or more than one control character in twenty.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> bytes) => bytes.Contains((byte)0) ? !HasWideMark(bytes) : IsFullOfControls(bytes);

    /// <summary>
    /// Whether the bytes are no HTML: more than one control character in twenty. A stray NUL is left to the parser, as in browsers.
    /// </summary>
    public static bool IsNoHtml(ReadOnlySpan<byte> bytes) => IsFullOfControls(bytes);

    private static bool IsFullOfControls(ReadOnlySpan<byte> bytes) =>
        !HasWideMark(bytes) && Controls(bytes[..Math.Min(bytes.Length, 1 << 16)]) * 20 > Math.Min(bytes.Length, 1 << 16);

    // UTF-16 is text, and full of NULs: told by its mark or by the tag that a page opens with.
    private static bool HasWideMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.Unicode.Preamble)
            || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble)
            || bytes.StartsWith("<\0"u8)
            || bytes.StartsWith("\0<"u8);

    private static int Controls(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes)
        {
            if (b is < 0x20 and not (9 or 10 or 12 or 13) or 0x7F) count++;
        }

        return count;
    }
}
