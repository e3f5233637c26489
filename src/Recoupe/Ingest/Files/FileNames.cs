namespace Recoupe.Ingest.Files;

/// <summary>What the names of files tell.</summary>
internal static class FileNames
{
    private const string SidecarEnding = ".meta.json";
    private const string Zipped = ".gz";
    private const string Zstandard = ".zst";

    // What a browser saves beside a page; nobody means these to be read as articles.
    private static readonly HashSet<string> PageParts = new(StringComparer.OrdinalIgnoreCase)
    {
        ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp",
        ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".webm", ".ogg",
    };

    private static readonly HashSet<string> OfTheFolder = new(StringComparer.OrdinalIgnoreCase) { "README", "LICENSE", "NOTICE" };

    /// <summary>The form that the ending tells.</summary>
    public static FileForm FormOf(string path) => FileEndings.FormOf(Path.GetExtension(Bare(path)));

    /// <summary>Whether a file of this form is one text that is no page of the Web.</summary>
    public static bool IsOfDocument(FileForm form) => form is FileForm.Document or FileForm.Rtf or FileForm.Subtitles or FileForm.Pdf;

    /// <summary>Whether the name says that the file is packed, with gzip or Zstandard.</summary>
    public static bool IsPacked(string path) => path.EndsWith(Zipped, StringComparison.OrdinalIgnoreCase) || IsZstandard(path);

    /// <summary>Whether the name says that the file is packed with Zstandard.</summary>
    public static bool IsZstandard(string path) => path.EndsWith(Zstandard, StringComparison.OrdinalIgnoreCase);

    private static string Bare(string path) => !IsPacked(path) ? path : path[..^(IsZstandard(path) ? Zstandard : Zipped).Length];

    /// <summary>The file's name without its last ending, and without the one that says that it is packed.</summary>
    public static string Stem(string path) => Path.GetFileNameWithoutExtension(Bare(path));

    /// <summary>Whether the file describes another.</summary>
    public static bool IsSidecar(string path) => path.EndsWith(SidecarEnding, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the sidecar of a file would lie.</summary>
    public static string SidecarOf(string path) => Path.ChangeExtension(path, null) + SidecarEnding;

    /// <summary>Whether a folder's walk passes the file or folder over in silence.</summary>
    public static bool IsPassedOver(string path) =>
        IsHidden(path)
            || IsSidecar(path)
            || PageParts.Contains(Path.GetExtension(path))
            || OfTheFolder.Contains(Path.GetFileNameWithoutExtension(path));

    /// <summary>Whether a folder's walk reads a file of that name.</summary>
    public static bool IsReadInFolders(string path) => !IsPassedOver(path) && FormOf(path) != FileForm.Unknown;

    /// <summary>Whether the name starts with a dot.</summary>
    public static bool IsHidden(string path) => Path.GetFileName(path).StartsWith('.');
}
