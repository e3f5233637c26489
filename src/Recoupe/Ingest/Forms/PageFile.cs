using System.Runtime.InteropServices;
using System.Text;
using Recoupe.Ingest.Files;
using Recoupe.Ingest.Metadata;

namespace Recoupe.Ingest.Forms;

/// <summary>Reads a file that holds one page, or is an export of many articles of the press.</summary>
internal static class PageFile
{
    /// <summary>The page, after a refusal of its sidecar or front matter where they are broken.</summary>
    public static IEnumerable<Outcome<Page>> Read(FoundFile file)
    {
        var read = FileBytes.OfText(file);
        if (read.Rejection is { } unreadable) return [unreadable];
        var bytes = read.Value!;
        var kind = KindOf(file.Form, bytes);
        if (kind is PageKind.Html ? FileSignature.IsNoHtml(bytes) : FileSignature.IsBinary(bytes))
            return [IngestRefusals.Binary(file.Path)];
        if (kind is PageKind.Html && PressExport.Read(file, bytes) is { } articles) return articles;
        var mayBeTable = kind is PageKind.Text || (kind is PageKind.Html && !bytes.AsSpan().Contains((byte)'<'));
        if (mayBeTable && TableFile.IsTable(bytes)) return TableFile.Of(file, bytes);

        var sidecar = Sidecar.Of(file);
        var front = kind == PageKind.Html ? default : FrontMatterFacts.Of(file.Path, bytes);
        var facts = (sidecar.Value ?? PageFacts.None).Or(front.Value ?? PageFacts.None);
        var name = SafeName.Of(FileNames.Stem(file.Path));
        Outcome<Page> page = new Page(file.Path, name, kind, ImmutableCollectionsMarshal.AsImmutableArray(bytes), facts);
        return [.. Refused(sidecar), .. Refused(front), page];
    }

    private static IEnumerable<Outcome<Page>> Refused(Outcome<PageFacts> facts) => facts.Rejection is { } why ? [why] : [];

    private static PageKind KindOf(FileForm form, ReadOnlySpan<byte> bytes) => form switch
    {
        FileForm.Html => PageKind.Html,
        FileForm.Markdown => PageKind.Markdown,
        FileForm.Text => PageKind.Text,
        _ => OpensAsHtml(bytes) ? PageKind.Html : PageKind.Text,
    };

    private static bool OpensAsHtml(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 1024)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
