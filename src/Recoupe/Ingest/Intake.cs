namespace Recoupe.Ingest;

/// <summary>Reads files, folders and globs into pages, one at a time; what cannot be read is refused and the rest goes on.</summary>
internal static class Intake
{
    /// <summary>The largest page accepted, in bytes.</summary>
    public const int LargestPage = 20 * 1024 * 1024;

    /// <summary>
    /// The pages of these paths, in the order given; inside a folder or glob, by ordinal of the names. Lazy: one page is held at a time.
    /// A file given twice, or reached by two links, is read once.
    /// </summary>
    public static IEnumerable<Outcome<Page>> Pages(IReadOnlyList<string> paths)
    {
        var search = new FileSearch();
        foreach (var found in paths.SelectMany(search.Find))
        {
            if (found.Rejection is { } refused) yield return refused;
            else foreach (var page in PagesOf(found.Value!)) yield return page;
        }
    }

    private static IEnumerable<Outcome<Page>> PagesOf(FoundFile file) => file.Form switch
    {
        FileForm.JsonLines => RecordFile.Lines(file),
        FileForm.Json => RecordFile.Whole(file),
        FileForm.Warc => WarcFile.Read(file),
        FileForm.Wacz => WarcFile.ReadZip(file),
        FileForm.Xml => FeedFile.Read(file),
        FileForm.Ris => RisFile.Read(file),
        FileForm.Mail => MailFile.Read(file),
        _ => PageFile.Read(file),
    };
}
