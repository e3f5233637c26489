using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Forms;

/// <summary>
/// Reads the pages of web archives: <c>.warc</c>, <c>.warc.gz</c>, and WACZ, which is a zip of them; one record is held at a time. Records
/// that are no page (requests, redirects, pictures) are passed over.
/// </summary>
internal static class WarcFile
{
    // What unpacks to more than this is not read to its end: a record of a gigabyte is no page, and a bomb is one.
    private const long LargestRecord = 1L << 30;

    /// <summary>The pages of a <c>.warc</c> or <c>.warc.gz</c>.</summary>
    public static IEnumerable<Outcome<Page>> Read(FoundFile file)
    {
        var opened = FileBytes.Open(file.Path, file.RealPath);
        return opened.Value is { } stream ? Records(file.Path, FileNames.Stem(file.Path), stream) : [opened.Rejection!];
    }

    /// <summary>
    /// The pages of a WACZ. One that is packed once more is refused: a zip is read from its end, so all of it would have to be unpacked
    /// first.
    /// </summary>
    public static IEnumerable<Outcome<Page>> ReadZip(FoundFile file)
    {
        if (FileNames.IsPacked(file.Path))
            return [IngestRefusals.BrokenArchive(file.Path, "a WACZ is packed already, and this one is packed once more")];
        var opened = FileBytes.Open(file.Path, file.RealPath);
        if (opened.Value is not { } stream) return [opened.Rejection!];
        return IngestGate.Guarded(() => Archives(file.Path, stream), fault => IngestRefusals.BrokenArchive(file.Path, fault.Message));
    }

    // An entry that cannot be opened or unpacked is refused alone.
    private static IEnumerable<Outcome<Page>> Archives(string path, Stream stream)
    {
        using (stream)
        {
            using var zip = new ZipArchive(stream);
            foreach (var entry in zip.Entries.Where(e => FileNames.FormOf(e.FullName) is FileForm.Warc)
                .OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var name = $"{path}#{entry.FullName}";
                var records = IngestGate.Guarded(() => RecordsOf(entry, name), fault => IngestRefusals.BrokenArchive(name, fault.Message));
                foreach (var page in records) yield return page;
            }
        }
    }

    private static IEnumerable<Outcome<Page>> RecordsOf(ZipArchiveEntry entry, string path) =>
        Records(path, FileNames.Stem(entry.FullName), FileBytes.Unpacked(entry.FullName, entry.Open()));

    private static IEnumerable<Outcome<Page>> Records(string path, string name, Stream stream)
    {
        using var source = new ByteSource(stream);
        var isLast = false;
        for (var number = 1; !isLast; number++)
        {
            var outcomes = Next(source, Numbered(path, '#', number), Numbered(name, '-', number), out isLast);
            foreach (var outcome in outcomes) yield return outcome;
        }
    }

    private static List<Outcome<Page>> Next(ByteSource source, string path, string name, out bool isLast)
    {
        var outcomes = new List<Outcome<Page>>();
        isLast = true;
        try
        {
            var (found, lost) = WarcRecord.Find(source);
            if (lost) outcomes.Add(IngestRefusals.BrokenArchive(path, "the record before it is not as long as it says"));
            if (!found) return outcomes;
            var record = WarcRecord.Read(source);
            if (IsPage(record)) outcomes.AddRange(PageOf(source, record, path, name, out isLast));
            else isLast = !PassOver(source, record.Length);
            if (isLast && outcomes.Count == 0) outcomes.Add(IngestRefusals.BrokenArchive(path, "it ends in the middle of a record"));
        }
        catch (Exception e) when (FileBytes.IsOfTheWorld(e))
        {
            outcomes.Add(IngestRefusals.BrokenArchive(path, e.Message));
        }

        return outcomes;
    }

    private static bool IsPage(WarcRecord record) => record.Type switch
    {
        "response" => record.ContentType.StartsWith("application/http", StringComparison.OrdinalIgnoreCase),
        "resource" or "conversion" => PageResponse.KindOf(record.ContentType) is not null,
        _ => false,
    };

    // A length that is not told, or of no page on earth, leads nowhere.
    private static bool PassOver(ByteSource source, long length) => length is >= 0 and <= LargestRecord && source.Skip(length);

    private static IEnumerable<Outcome<Page>> PageOf(ByteSource source, WarcRecord record, string path, string name, out bool isLast)
    {
        if (record.Length is < 0 or > PageLimits.LargestPage)
        {
            isLast = !PassOver(source, record.Length);
            return [record.Length < 0
                ? IngestRefusals.BrokenArchive(path, "a record does not say how long it is")
                : IngestRefusals.TooLarge(path, record.Length)];
        }

        var bytes = source.Bytes((int)record.Length);
        isLast = bytes.Length < record.Length;
        if (isLast) return [IngestRefusals.BrokenArchive(path, "it ends in the middle of a record")];
        var response = record.Type is "response" ? PageResponse.Of(bytes) : new PageResponse(200, record.ContentType, bytes);
        return Of(response, record, path, name) is { } outcome ? [outcome] : [];
    }

    private static Outcome<Page>? Of(PageResponse? response, WarcRecord record, string path, string name)
    {
        if (response is null) return IngestRefusals.BrokenArchive(path, "what the server answered cannot be unpacked, or is too large");
        if (response.Status != 200 || response.Kind is not { } kind || response.Body.Length == 0) return null;
        if (kind is PageKind.Html ? FileSignature.IsNoHtml(response.Body) : FileSignature.IsBinary(response.Body)) return null;
        return new Page(path, SafeName.Of(name), kind, ImmutableCollectionsMarshal.AsImmutableArray(response.Body),
            PageFacts.None with { Url = record.Url, Encoding = response.Encoding, Made = record.Day });
    }

    private static string Numbered(string text, char between, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{text}{between}{number}");
}
