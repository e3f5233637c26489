using System.Runtime.InteropServices;
using System.Text;
using Recoupe.Formats;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Forms;

/// <summary>Reads a page that a browser saved as one file (MHTML: .mhtml, .mht), with the address that it was saved from.</summary>
internal static class MhtmlFile
{
    /// <summary>The page, or why there is none.</summary>
    public static IEnumerable<Outcome<Page>> Read(FoundFile file)
    {
        var read = FileBytes.OfText(file);
        return [read.Value is { } bytes ? Of(file.Path, FileNames.Stem(file.Path), bytes) : read.Rejection!];
    }

    private static Outcome<Page> Of(string path, string name, byte[] bytes)
    {
        var saved = MailPart.Of(bytes);
        if (saved.Leaves().FirstOrDefault(p => p.Type is "text/html" or "application/xhtml+xml") is not { } part)
            return IngestRefusals.NoText(path);
        var text = part.Text();
        if (string.IsNullOrWhiteSpace(text)) return IngestRefusals.NoText(path);
        var url = WebAddress.Read(part.Field("Content-Location")) ?? WebAddress.Read(saved.Field("Snapshot-Content-Location")) ?? WebAddress.Read(saved.Field("Content-Location"));
        return new Page(path, SafeName.Of(name), PageKind.Html,
            ImmutableCollectionsMarshal.AsImmutableArray(Encoding.UTF8.GetBytes(text)), PageFacts.None with { Url = url,
            Made = saved.Field("Date") is { } date ? IsoDay.Read(date.Split('(')[0]) : null });
    }
}
