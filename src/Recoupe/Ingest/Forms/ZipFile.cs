using System.IO.Compression;
using System.Runtime.InteropServices;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Forms;

/// <summary>
/// Reads the pages and documents in a zip archive, in the order of their names; what is no article there is passed over, as in a folder.
/// </summary>
internal static class ZipFile
{
    private const int MostEntries = 20_000; // a bomb of small files ends here

    /// <summary>The pages, one held at a time.</summary>
    public static IEnumerable<Outcome<Page>> Read(FoundFile file)
    {
        var opened = FileBytes.Open(file.Path, file.RealPath);
        if (opened.Value is not { } stream) return [opened.Rejection!];
        return IngestGate.Guarded(() => Pages(file.Path, stream), fault => IngestRefusals.BrokenArchive(file.Path, fault.Message));
    }

    private static IEnumerable<Outcome<Page>> Pages(string path, Stream stream)
    {
        var any = false;
        using (stream)
        {
            using var zip = new ZipArchive(stream);
            foreach (var entry in zip.Entries.Where(IsRead).OrderBy(e => e.FullName, StringComparer.Ordinal).Take(MostEntries))
            {
                any = true;
                foreach (var page in PageOf(path, entry)) yield return page;
            }
        }

        if (!any) yield return IngestRefusals.NothingInside(path);
    }

    private static bool IsRead(ZipArchiveEntry entry) =>
        !FileNames.IsPacked(entry.FullName)
        && !entry.FullName.Split('/').Any(FileNames.IsPassedOver)
        && IsArticle(FileNames.FormOf(entry.FullName));

    private static bool IsArticle(FileForm form) =>
        form is FileForm.Text or FileForm.Markdown or FileForm.Html || FileNames.IsOfDocument(form);

    private static IEnumerable<Outcome<Page>> PageOf(string path, ZipArchiveEntry entry)
    {
        var at = $"{path}#{entry.FullName}";
        try
        {
            if (FileBytes.Bounded(entry.Open(), PageLimits.LargestPage) is not { } bytes) return [IngestRefusals.TooLarge(at,
                entry.Length)];
            if (bytes.Length == 0) return [IngestRefusals.Empty(at)];
            var (form, name) = (FileNames.FormOf(entry.FullName), FileNames.Stem(entry.FullName));
            if (FileNames.IsOfDocument(form)) return DocumentFile.Of(at, name, form, bytes, PageFacts.None);
            if (FileSignature.Of(bytes) is { } format) return [IngestRefusals.OtherFormat(at, format)];
            var kind = form switch { FileForm.Html => PageKind.Html, FileForm.Markdown => PageKind.Markdown, _ => PageKind.Text };
            if (kind is PageKind.Html ? FileSignature.IsNoHtml(bytes) : FileSignature.IsBinary(bytes)) return [IngestRefusals.Binary(at)];
            return [new Page(at, SafeName.Of(name), kind, ImmutableCollectionsMarshal.AsImmutableArray(bytes), PageFacts.None)];
        }
        catch (Exception e) when (FileBytes.IsOfTheWorld(e))
        {
            return [IngestRefusals.BrokenArchive(at, e.Message)];
        }
    }
}
