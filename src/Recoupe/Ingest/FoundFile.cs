namespace Recoupe.Ingest;

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
}

/// <summary>What the names of files tell.</summary>
internal static class FileNames
{
    private const string SidecarEnding = ".meta.json";

    // What a browser saves beside a page; nobody means these to be read as articles.
    private static readonly HashSet<string> PageParts = new(StringComparer.OrdinalIgnoreCase)
    {
        ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp",
        ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".webm", ".ogg",
    };

    private static readonly HashSet<string> OfTheFolder = new(StringComparer.OrdinalIgnoreCase) { "README", "LICENSE", "NOTICE" };

    /// <summary>The form that the ending tells.</summary>
    public static FileForm FormOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" or ".text" => FileForm.Text,
        ".md" or ".markdown" => FileForm.Markdown,
        ".html" or ".htm" or ".xhtml" => FileForm.Html,
        ".jsonl" or ".ndjson" => FileForm.JsonLines,
        ".json" => FileForm.Json,
        _ => FileForm.Unknown,
    };

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
