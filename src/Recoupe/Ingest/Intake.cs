using Recoupe.Formats;
using Recoupe.Ingest.Fetch;
using Recoupe.Ingest.Files;
using Recoupe.Ingest.Forms;

namespace Recoupe.Ingest;

/// <summary>Reads files, folders and globs into pages, one at a time; what cannot be read is refused and the rest goes on.</summary>
internal static class Intake
{
    /// <summary>
    /// The pages of these paths, in the order given; inside a folder or glob, by ordinal of the names. Lazy: one page is held at a time.
    /// A file given twice, or reached by two links, is read once. Without a fetcher an address is refused, and a feed's entries that hold
    /// no article too.
    /// </summary>
    public static IEnumerable<Outcome<Page>> Pages(IReadOnlyList<string> paths, Fetcher? fetcher = null, SeenEntries? marks = null)
    {
        var search = new FileSearch();
        var web = fetcher is null ? null : new WebSource(fetcher, marks);
        return paths.SelectMany(path => IngestGate.Guarded(path, () => WebAddress.Read(path) is { } url && !File.Exists(path)
            ? At(url, web)
            : Found(search.Find(path), web)));
    }

    private static IEnumerable<Outcome<Page>> At(string url, WebSource? web) => web?.At(url) ?? [IngestRefusals.NotAsked(url)];

    private static IEnumerable<Outcome<Page>> Found(IEnumerable<Outcome<FoundFile>> files, WebSource? web)
    {
        foreach (var found in files)
        {
            if (found.Rejection is { } refused) yield return refused;
            else foreach (var page in IngestGate.Guarded(found.Value!.Path, () => PagesOf(found.Value!, web))) yield return page;
        }
    }

    private static IEnumerable<Outcome<Page>> PagesOf(FoundFile file, WebSource? web) => file.Form switch
    {
        FileForm.Addresses => AddressFile.Read(file, web),
        FileForm.Xml when web is not null => web.OfFeed(file),
        FileForm.JsonLines => RecordFile.Lines(file),
        FileForm.Json => RecordFile.Whole(file),
        FileForm.Warc => WarcFile.Read(file),
        FileForm.Wacz => WarcFile.ReadZip(file),
        FileForm.Xml => FeedFile.Read(file),
        FileForm.Ris => RisFile.Read(file),
        FileForm.Mail => MailFile.Read(file),
        FileForm.Mailbox => MboxFile.Read(file),
        FileForm.SavedPage => MhtmlFile.Read(file),
        FileForm.Feeds => OpmlFile.Read(file, web),
        FileForm.Table or FileForm.Workbook => TableFile.Read(file),
        _ when FileNames.IsOfDocument(file.Form) => DocumentFile.Read(file),
        FileForm.Zip => ZipFile.Read(file),
        _ => PageFile.Read(file),
    };
}
