using System.Runtime.InteropServices;
using System.Text;
using Recoupe.Formats;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Forms;

/// <summary>Reads a message of e-mail (<c>.eml</c>): a newsletter, or an article that was sent, in its body or attached.</summary>
internal static class MailFile
{
    private const int Deepest = 4; // messages sent within messages
    private const int ShortestArticle = 200; // characters of what is written beside an article that is attached

    /// <summary>The page that the message's HTML is, else its text, and those of the articles that are attached to it.</summary>
    public static IEnumerable<Outcome<Page>> Read(FoundFile file)
    {
        var read = FileBytes.OfText(file);
        return read.Value is { } bytes ? Pages(file.Path, FileNames.Stem(file.Path), bytes) : [read.Rejection!];
    }

    /// <summary>The pages of the message in these bytes.</summary>
    public static IEnumerable<Outcome<Page>> Pages(string path, string name, byte[] bytes, int depth = 0)
    {
        var message = MailPart.Of(bytes);
        var sent = PageFacts.None with { Made = DayOf(message) };
        var attached = message.Attachments()
            .SelectMany((part, i) => Attached(part, $"{path}#{part.FileName ?? Numbered(i)}", $"{name}-{Numbered(i)}", depth))
            .Select(page => Sent(page, sent)).ToList();
        var parts = message.Leaves().ToList();
        var body = parts.FirstOrDefault(p => p.Type is "text/html") ?? parts.FirstOrDefault(p => p.Type is "text/plain");
        // «Ci-joint» is no article.
        var isNote = attached.Exists(a => a.Value is not null) && FeedEntry.Line(body?.Text()).Length < ShortestArticle;
        return isNote ? attached : [Of(path, name, message, body), .. attached];
    }

    private static string Numbered(int index) => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    // What is attached was there when it was sent. Who sent it need not have published it.
    private static Outcome<Page> Sent(Outcome<Page> attached, PageFacts sent) =>
        attached.Value is { } page ? page with { Given = page.Given.Or(sent) } : attached;

    private static IEnumerable<Outcome<Page>> Attached(MailPart part, string path, string name, int depth)
    {
        var form = FileNames.FormOf(part.FileName ?? "");
        if (part.Type is "message/rfc822" || form is FileForm.Mail)
            return depth < Deepest ? Pages(path, name, part.Bytes(), depth + 1) : [];
        if (FileNames.IsOfDocument(form)) return DocumentFile.Of(path, name, form, part.Bytes(), PageFacts.None);
        if (part.Type is "text/html" || form is FileForm.Html) return [PageOf(path, name, PageKind.Html, part.Text(), PageFacts.None)];
        if (form is FileForm.Text or FileForm.Markdown)
            return [PageOf(path, name, form is FileForm.Text ? PageKind.Text : PageKind.Markdown, part.Text(), PageFacts.None)];
        return IsFurniture(part) ? [] : [IngestRefusals.AttachmentLeft(path, part.FileName ?? part.Type)];
    }

    // Pictures, calendars, signatures: no reader misses them.
    private static bool IsFurniture(MailPart part) =>
        part.Type.StartsWith("image/", StringComparison.Ordinal) || part.Type is "text/calendar" or "application/pgp-signature" or "application/pkcs7-signature" or "application/x-pkcs7-signature";

    private static Outcome<Page> Of(string path, string name, MailPart message, MailPart? part) =>
        part is null
            ? IngestRefusals.NoText(path)
            : PageOf(path, name, part.Type is "text/html" ? PageKind.Html : PageKind.Text, part.Text(), Facts(message));

    private static Outcome<Page> PageOf(string path, string name, PageKind kind, string text, PageFacts facts)
    {
        if (string.IsNullOrWhiteSpace(text)) return IngestRefusals.NoText(path);
        if (text.Contains('\0')) return IngestRefusals.Binary(path);
        return new Page(path, SafeName.Of(name), kind, ImmutableCollectionsMarshal.AsImmutableArray(Encoding.UTF8.GetBytes(text)), facts);
    }

    private static PageFacts Facts(MailPart message) => PageFacts.None with
    {
        Site = Sender(message.Field("From")),
        Title = message.Field("Subject") is { Length: > 0 } subject ? subject : null,
        Published = DayOf(message),
    };

    private static string? DayOf(MailPart message) => message.Field("Date") is { } date ? IsoDay.Read(date.Split('(')[0]) : null;

    // "Name" <address>: who sends a newsletter is the outlet.
    private static string? Sender(string? from) =>
        from?.Split('<')[0].Trim(' ', '"') is { Length: > 0 } name && !name.Contains('@') ? name : null;
}
