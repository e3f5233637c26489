using System.Runtime.InteropServices;
using System.Text;
using Recoupe.Formats;

namespace Recoupe.Ingest;

/// <summary>Reads a message of e-mail (<c>.eml</c>): a newsletter, or an article that was sent. Attachments are left alone.</summary>
internal static class MailFile
{
    /// <summary>The page that the message's HTML is, else its text.</summary>
    public static IEnumerable<Outcome<Page>> Read(FoundFile file)
    {
        var read = FileBytes.OfText(file);
        if (read.Rejection is { } unreadable) return [unreadable];
        return [Of(file, MailPart.Of(read.Value!))];
    }

    private static Outcome<Page> Of(FoundFile file, MailPart message)
    {
        var parts = message.Leaves().ToList();
        var part = parts.FirstOrDefault(p => p.Type is "text/html") ?? parts.FirstOrDefault(p => p.Type is "text/plain");
        if (part?.Text() is not { } text || string.IsNullOrWhiteSpace(text)) return IngestRefusals.NoText(file.Path);
        if (text.Contains('\0')) return IngestRefusals.Binary(file.Path);
        var kind = part.Type is "text/html" ? PageKind.Html : PageKind.Text;
        return new Page(file.Path, SafeName.Of(FileNames.Stem(file.Path)), kind, ImmutableCollectionsMarshal.AsImmutableArray(Encoding.UTF8.GetBytes(text)), Facts(message));
    }

    private static PageFacts Facts(MailPart message) => PageFacts.None with
    {
        Site = Sender(message.Field("From")),
        Title = message.Field("Subject") is { Length: > 0 } subject ? subject : null,
        Published = message.Field("Date") is { } date ? IsoDay.Read(date.Split('(')[0]) : null,
    };

    // "Name" <address>: who sends a newsletter is the outlet.
    private static string? Sender(string? from) =>
        from?.Split('<')[0].Trim(' ', '"') is { Length: > 0 } name && !name.Contains('@') ? name : null;
}
