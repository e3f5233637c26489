using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Recoupe.Ingest;

/// <summary>Reads files of JSON records.</summary>
internal static class RecordFile
{
    // A scraper that escapes every letter needs three bytes where UTF-8 needs one.
    private const int LongestLine = 3 * Intake.LargestPage;

    /// <summary>A record a line; a broken one is refused by its line and the rest goes on.</summary>
    public static IEnumerable<Outcome<Page>> Lines(FoundFile file)
    {
        var opened = FileBytes.Open(file.Path, file.RealPath);
        if (opened.Rejection is { } unreadable)
        {
            yield return unreadable;
            yield break;
        }

        using var lines = new LineReader(opened.Value!, file.Path, LongestLine);
        if (FileSignature.OfFile(file.RealPath) is { } format)
        {
            yield return IngestRefusals.OtherFormat(file.Path, format);
            yield break;
        }

        while (lines.Next() is { } next)
        {
            if (next.Rejection is { } refused) yield return refused;
            else if (!IsBlank(next.Value!.Bytes.Span)) yield return OfLine(file, next.Value!);
        }
    }

    /// <summary>One record, an array of them, or a feed, in a file no larger than a page.</summary>
    public static IEnumerable<Outcome<Page>> Whole(FoundFile file)
    {
        var read = FileBytes.OfText(file);
        if (read.Rejection is { } unreadable) return [unreadable];
        try
        {
            return Records(file, JsonFields.Parse(read.Value!));
        }
        catch (JsonException e)
        {
            return [IngestRefusals.BrokenRecord(file.Path, e.Message)];
        }
    }

    private static IEnumerable<Outcome<Page>> Records(FoundFile file, JsonDocument document)
    {
        using (document)
        {
            if (JsonFeed.IsOne(document.RootElement))
            {
                foreach (var page in FeedFile.Pages(JsonFeed.Entries(file.Path, document.RootElement), file.Path, FileNames.Stem(file.Path))) yield return page;
                yield break;
            }

            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                yield return PageOf(file, number: null, JsonFields.Of(document.RootElement, file.Path));
                yield break;
            }

            var number = 0;
            foreach (var record in document.RootElement.EnumerateArray())
            {
                number++;
                yield return PageOf(file, number, JsonFields.Of(record, Numbered(file.Path, number)));
            }
        }
    }

    private static Outcome<Page> OfLine(FoundFile file, RecordLine line) =>
        PageOf(file, line.Number, JsonFields.Read(line.Bytes, Numbered(file.Path, line.Number)));

    private static Outcome<Page> PageOf(FoundFile file, int? number, Outcome<Fields> read)
    {
        if (read.Rejection is { } broken) return broken;
        var path = number is { } n ? Numbered(file.Path, n) : file.Path;
        var fields = read.Value!;
        if (Facts.TextOf(fields) is not { } text) return IngestRefusals.NoText(path);
        if (text.Contains('\0')) return IngestRefusals.Binary(path);
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > Intake.LargestPage) return IngestRefusals.TooLarge(path, bytes.Length);
        return new Page(path, NameOf(file, number, fields), PageKind.Text, ImmutableCollectionsMarshal.AsImmutableArray(bytes), Facts.Of(fields));
    }

    private static string NameOf(FoundFile file, int? number, Fields fields) =>
        SafeName.Of(fields.First(["id"]) ?? (number is { } n ? Suffixed(file.Path, n) : FileNames.Stem(file.Path)));

    private static string Suffixed(string path, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{FileNames.Stem(path)}-{number}");

    private static string Numbered(string path, int number) => string.Create(CultureInfo.InvariantCulture, $"{path}#{number}");

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t\r\uFEFF"u8).IsEmpty;
}
