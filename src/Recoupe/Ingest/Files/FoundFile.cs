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
}

/// <summary>What the names of files tell.</summary>
internal static class FileNames
{
    private const string SidecarEnding = ".meta.json";
    private const string Packed = ".gz";

    // What a browser saves beside a page; nobody means these to be read as articles.
    private static readonly HashSet<string> PageParts = new(StringComparer.OrdinalIgnoreCase)
    {
        ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp",
        ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".webm", ".ogg",
    };

    private static readonly HashSet<string> OfTheFolder = new(StringComparer.OrdinalIgnoreCase) { "README", "LICENSE", "NOTICE" };

    /// <summary>The form that the ending tells.</summary>
    public static FileForm FormOf(string path) => Path.GetExtension(IsPacked(path) ? path[..^Packed.Length] : path).ToLowerInvariant() switch
    {
        ".txt" or ".text" => FileForm.Text,
        ".md" or ".markdown" => FileForm.Markdown,
        ".html" or ".htm" or ".xhtml" => FileForm.Html,
        ".jsonl" or ".ndjson" => FileForm.JsonLines,
        ".json" => FileForm.Json,
        ".warc" => FileForm.Warc,
        ".wacz" => FileForm.Wacz,
        ".xml" or ".rss" or ".atom" or ".rdf" => FileForm.Xml,
        ".ris" => FileForm.Ris,
        ".eml" => FileForm.Mail,
        ".urls" => FileForm.Addresses,
        ".mhtml" or ".mht" => FileForm.SavedPage,
        ".mbox" => FileForm.Mailbox,
        ".opml" => FileForm.Feeds,
        ".csv" or ".tsv" => FileForm.Table,
        ".xlsx" => FileForm.Workbook,
        ".docx" or ".odt" => FileForm.Document,
        ".rtf" => FileForm.Rtf,
        ".srt" or ".vtt" => FileForm.Subtitles,
        ".zip" => FileForm.Zip,
        _ => FileForm.Unknown,
    };

    /// <summary>Whether the name says that the file is packed with gzip.</summary>
    public static bool IsPacked(string path) => path.EndsWith(Packed, StringComparison.OrdinalIgnoreCase);

    /// <summary>The file's name without its last ending, and without the one that says that it is packed.</summary>
    public static string Stem(string path) => Path.GetFileNameWithoutExtension(IsPacked(path) ? path[..^Packed.Length] : path);

    /// <summary>Whether the file describes another.</summary>
    public static bool IsSidecar(string path) => path.EndsWith(SidecarEnding, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the sidecar of a file would lie.</summary>
    public static string SidecarOf(string path) => Path.ChangeExtension(path, null) + SidecarEnding;

    /// <summary>Whether a folder's walk passes the file or folder over in silence.</summary>
    public static bool IsPassedOver(string path) =>
        IsHidden(path) || IsSidecar(path) || PageParts.Contains(Path.GetExtension(path)) || OfTheFolder.Contains(Path.GetFileNameWithoutExtension(path));

    /// <summary>Whether the name starts with a dot.</summary>
    public static bool IsHidden(string path) => Path.GetFileName(path).StartsWith('.');
}
