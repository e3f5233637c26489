using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Recoupe.Ingest.Files;
using Recoupe.Ingest.Metadata;

namespace Recoupe.Ingest.Forms;

/// <summary>Reads files of JSON records.</summary>
internal static partial class RecordFile
{
    // A scraper that escapes every letter needs three bytes where UTF-8 needs one.
    private const int LongestLine = 3 * PageLimits.LargestPage;
    private const int DeepestList = 3; // answers of news services hold their articles two lists down

    private static readonly string[] Lists = ["articles", "results", "items", "posts", "documents", "docs", "records", "data", "response", "hits"];

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

            var records = List(document.RootElement);
            if (records.ValueKind != JsonValueKind.Array)
            {
                yield return PageOf(file, number: null, JsonFields.Of(records, file.Path));
                yield break;
            }

            var number = 0;
            foreach (var record in records.EnumerateArray())
            {
                number++;
                yield return PageOf(file, number, JsonFields.Of(record, Numbered(file.Path, number)));
            }
        }
    }

    // What an interface of the press answers: the records lie in a list inside, beside how many there are.
    private static JsonElement List(JsonElement root)
    {
        for (var depth = 0; depth < DeepestList && root.ValueKind is JsonValueKind.Object; depth++)
        {
            var record = root;
            if (JsonFields.Of(record, "").Value is { } fields && Facts.TextOf(fields) is not null) return root;
            if (Lists.Select(name => record.TryGetProperty(name, out var found) ? found : default).FirstOrDefault(f => IsListOfRecords(f) || f.ValueKind is JsonValueKind.Object) is not { ValueKind: not JsonValueKind.Undefined } inner) return root;
            root = inner;
        }

        return root;
    }

    private static bool IsListOfRecords(JsonElement found) =>
        found.ValueKind is JsonValueKind.Array && found.EnumerateArray().FirstOrDefault().ValueKind is JsonValueKind.Object;

    private static Outcome<Page> OfLine(FoundFile file, RecordLine line) =>
        PageOf(file, line.Number, JsonFields.Read(line.Bytes, Numbered(file.Path, line.Number)));

    /// <summary>The page of one record or row, or why there is none.</summary>
    public static Outcome<Page> PageOf(FoundFile file, int? number, Outcome<Fields> read)
    {
        if (read.Rejection is { } broken) return broken;
        var path = number is { } n ? Numbered(file.Path, n) : file.Path;
        var fields = read.Value!;
        if (Facts.TextOf(fields) is not { } text) return IngestRefusals.NoText(path);
        if (text.Contains('\0')) return IngestRefusals.Binary(path);
        var facts = Facts.Of(fields);
        if (Cut().IsMatch(text)) return IngestRefusals.CutText(path, facts.Url);
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > PageLimits.LargestPage) return IngestRefusals.TooLarge(path, bytes.Length);
        var isMarkup = IsMarkup(text);
        if (isMarkup) facts = facts with { Title = facts.Title is { } title ? FeedEntry.Line(title) : null };
        return new Page(path, NameOf(file, number, fields), isMarkup ? PageKind.Html : PageKind.Text, ImmutableCollectionsMarshal.AsImmutableArray(bytes), facts);
    }

    // Paragraphs as WordPress and others hand them out; a text that speaks of tags opens with none.
    private static bool IsMarkup(string text) =>
        text.AsSpan().TrimStart() is ['<', var first, ..] && (char.IsAsciiLetter(first) || first is '!') && (text.Contains("</p>", StringComparison.OrdinalIgnoreCase) || text.Contains("</div>", StringComparison.OrdinalIgnoreCase) || text.Contains("</html>", StringComparison.OrdinalIgnoreCase));

    // NewsAPI: «… l'age… [+4211 chars]».
    [GeneratedRegex(@"(…|\.\.\.)\s{0,3}\[\+[0-9]{1,9} (chars|characters|caractères|signes)\]\s{0,9}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Cut();

    private static string NameOf(FoundFile file, int? number, Fields fields) =>
        SafeName.Of(fields.First(["id"]) ?? (number is { } n ? Suffixed(file.Path, n) : FileNames.Stem(file.Path)));

    private static string Suffixed(string path, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{FileNames.Stem(path)}-{number}");

    private static string Numbered(string path, int number) => string.Create(CultureInfo.InvariantCulture, $"{path}#{number}");

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t\r\uFEFF"u8).IsEmpty;
}
