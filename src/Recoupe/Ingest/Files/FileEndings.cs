using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Recoupe.Ingest.Files;

/// <summary>
/// The endings of names that are read, with the form each tells: what a folder's walk takes, what help and refusals list.
/// </summary>
internal static class FileEndings
{
    // In the order in which people are told of them; an ending in brackets goes without saying.
    private static readonly ImmutableArray<(FileForm Form, string Endings)> Forms =
    [
        (FileForm.Text, ".txt (.text)"),
        (FileForm.Markdown, ".md (.markdown)"),
        (FileForm.Html, ".html (.htm) (.xhtml)"),
        (FileForm.SavedPage, ".mhtml (.mht)"),
        (FileForm.Pdf, ".pdf"),
        (FileForm.Document, ".docx .odt"),
        (FileForm.Rtf, ".rtf"),
        (FileForm.Table, ".csv (.tsv)"),
        (FileForm.Workbook, ".xlsx"),
        (FileForm.JsonLines, ".jsonl (.ndjson)"),
        (FileForm.Json, ".json"),
        (FileForm.Warc, ".warc"),
        (FileForm.Wacz, ".wacz"),
        (FileForm.Xml, ".xml .rss (.atom) (.rdf)"),
        (FileForm.Feeds, ".opml"),
        (FileForm.Addresses, ".urls"),
        (FileForm.Ris, ".ris"),
        (FileForm.Mail, ".eml"),
        (FileForm.Mailbox, ".mbox"),
        (FileForm.Subtitles, ".srt (.vtt)"),
        (FileForm.Zip, ".zip"),
    ];

    private static readonly FrozenDictionary<string, FileForm> ByEnding =
        (from form in Forms from ending in form.Endings.Split(' ') select (Ending: ending.Trim('(', ')'), form.Form)).ToFrozenDictionary(e => e.Ending, e => e.Form, StringComparer.OrdinalIgnoreCase);

    /// <summary>The endings that people are told of.</summary>
    public static ImmutableArray<string> Listed { get; } = [.. Forms.SelectMany(form => form.Endings.Split(' '))
        .Where(ending => ending[0] == '.')];

    /// <summary>The endings in words: <c>.txt, .md or .html</c>.</summary>
    public static string InWords { get; } = $"{string.Join(", ", Listed[..^1])} or {Listed[^1]}";

    /// <summary>The form that an ending tells, in capitals or not.</summary>
    public static FileForm FormOf(string ending) => ByEnding.GetValueOrDefault(ending, FileForm.Unknown);
}
