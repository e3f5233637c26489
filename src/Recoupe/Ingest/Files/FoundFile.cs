namespace Recoupe.Ingest.Files;

/// <summary>A file to read.</summary>
/// <param name="Path">As given, or as reached from the folder given.</param>
/// <param name="RealPath">Without links: what tells whether two paths are one file.</param>
/// <param name="Form">How it is to be read.</param>
internal sealed record FoundFile(string Path, string RealPath, FileForm Form);

/// <summary>The forms a file comes in, told by the ending of its name.</summary>
internal enum FileForm
{
    /// <summary>No ending that is known.</summary>
    Unknown,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>A JSON record a line.</summary>
    JsonLines,

    /// <summary>One JSON record, or an array of them.</summary>
    Json,

    /// <summary>A web archive.</summary>
    Warc,

    /// <summary>A zip of web archives.</summary>
    Wacz,

    /// <summary>XML: a feed, or a list of addresses.</summary>
    Xml,

    /// <summary>A list of references in RIS, as Zotero and library catalogues write it.</summary>
    Ris,

    /// <summary>A message of e-mail.</summary>
    Mail,

    /// <summary>An address of the Web a line.</summary>
    Addresses,

    /// <summary>A page that a browser saved as one file.</summary>
    SavedPage,

    /// <summary>A mailbox: messages of e-mail one after the other.</summary>
    Mailbox,

    /// <summary>A list of feeds.</summary>
    Feeds,

    /// <summary>A table, its columns parted by a sign.</summary>
    Table,

    /// <summary>A workbook of Excel.</summary>
    Workbook,

    /// <summary>A document of Word or OpenDocument.</summary>
    Document,

    /// <summary>A document in RTF.</summary>
    Rtf,

    /// <summary>Subtitles.</summary>
    Subtitles,

    /// <summary>A zip of pages.</summary>
    Zip,

    /// <summary>A PDF.</summary>
    Pdf,
}
