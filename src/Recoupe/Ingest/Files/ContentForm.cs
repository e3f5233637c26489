using System.Text;

namespace Recoupe.Ingest.Files;

/// <summary>
/// What the first bytes of a file tell of its form, where its name says that it is text or nothing: a mailbox that is called .txt is no
/// prose.
/// </summary>
internal static class ContentForm
{
    private const int HeadLength = 4096; // bytes: enough to see declarations and the names of a zip's first entries
    private const int LongestField = 76; // characters of the name of a field of mail

    /// <summary>The form of a file whose name tells <paramref name="named"/>.</summary>
    public static FileForm Of(string realPath, FileForm named)
    {
        if (named is not (FileForm.Text or FileForm.Html or FileForm.Unknown or FileForm.Xml or FileForm.Mail)
            || FileNames.IsPacked(realPath))
            return named;
        return FileBytes.Head(realPath, HeadLength) is { Length: > 0 } head ? Of(head, named) : named;
    }

    private static FileForm Of(byte[] head, FileForm named)
    {
        if (head.AsSpan().StartsWith("{\\rtf"u8)) return FileForm.Rtf;
        if (head.AsSpan().StartsWith("%PDF-"u8)) return FileForm.Pdf;
        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8)) return Packed(head, named);
        var text = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (named is FileForm.Xml) return text.Contains("<opml", StringComparison.OrdinalIgnoreCase) ? FileForm.Feeds : named;
        if (text.StartsWith("<?xml", StringComparison.Ordinal) && text.Contains("<opml", StringComparison.OrdinalIgnoreCase))
            return FileForm.Feeds;
        if (text.StartsWith("<opml", StringComparison.OrdinalIgnoreCase)) return FileForm.Feeds;
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        if (lines[0].StartsWith("From ", StringComparison.Ordinal) && lines.Count > 1 && IsField(lines[1])) return FileForm.Mailbox;
        return IsField(lines[0]) ? OfMail(lines, named) : named;
    }

    // An office document is a zip archive whose first parts tell which.
    private static FileForm Packed(byte[] head, FileForm named)
    {
        if (Holds(head, "word/"u8) || Holds(head, "opendocument.text"u8)) return FileForm.Document;
        return Holds(head, "xl/"u8) ? FileForm.Workbook : named;
    }

    private static bool Holds(byte[] head, ReadOnlySpan<byte> mark) => head.AsSpan().IndexOf(mark) >= 0;

    // The head of a message: fields, a line each or several, and among them the one that says so.
    private static FileForm OfMail(List<string> lines, FileForm named)
    {
        var head = lines.TakeWhile(l => l.Length > 0).ToList();
        if (!head.All(l => IsField(l) || char.IsWhiteSpace(l[0]))
            || !head.Exists(l => l.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)))
            return named;
        return head.Exists(l => l.Contains("multipart/related", StringComparison.OrdinalIgnoreCase)) && head.Exists(l => l.StartsWith("Snapshot-Content-Location:", StringComparison.OrdinalIgnoreCase) || l.Contains("Saved by", StringComparison.Ordinal))
            ? FileForm.SavedPage
            : FileForm.Mail;
    }

    private static bool IsField(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon is > 1 and < LongestField && line.AsSpan(0, colon).IndexOfAnyExcept(FieldLetters) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> FieldLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
}
