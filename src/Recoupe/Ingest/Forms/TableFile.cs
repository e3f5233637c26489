using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Recoupe.Formats;
using Recoupe.Ingest.Documents;
using Recoupe.Ingest.Files;
using Recoupe.Ingest.Metadata;

namespace Recoupe.Ingest.Forms;

/// <summary>Reads tables of articles (.csv, .tsv, .xlsx): a row each, its columns by the names that records have, in French too.</summary>
internal static class TableFile
{
    private const int LongestHeads = 4096; // bytes of a first line
    private const int FewestColumns = 3;
    private const int LongestHead = 40; // characters: a headline with commas has longer parts
    private const int LargestTable = 4 * PageLimits.LargestPage;

    // Days since 30 December 1899, as Excel counts them: of this century and the end of the last.
    private const int FirstDay = 20_000;
    private const int LastDay = 80_000; // in Excel's count, a day of the year 2119

    /// <summary>The pages of the rows that hold a text; where no column holds texts, that.</summary>
    public static IEnumerable<Outcome<Page>> Read(FoundFile file)
    {
        var read = FileBytes.Read(file.Path, file.RealPath, LargestTable);
        return read.Value is { } bytes ? Of(file, bytes) : [read.Rejection!];
    }

    /// <summary>Whether a file that is called a text opens with the heads of a table of articles.</summary>
    public static bool IsTable(byte[] bytes)
    {
        var head = PageText.Of(bytes[..Math.Min(bytes.Length, LongestHeads)]);
        var line = head.Split('\n', 2)[0].TrimEnd('\r');
        if (DelimitedRows.Of(line).FirstOrDefault().Cells is not { Length: >= FewestColumns } heads) return false;
        return heads.All(h => h.Length is > 0 and <= LongestHead) && Facts.TextOf(Fields(heads, heads)) is not null;
    }

    /// <summary>The pages of a table's bytes.</summary>
    public static IEnumerable<Outcome<Page>> Of(FoundFile file, byte[] bytes)
    {
        try
        {
            return Rows(file.Form, bytes) is { } rows ? Pages(file, rows) : [IngestRefusals.NoDocument(file.Path)];
        }
        catch (Exception e) when (e is XmlException || FileBytes.IsOfTheWorld(e))
        {
            return [IngestRefusals.BrokenDocument(file.Path, e.Message)];
        }
    }

    private static IEnumerable<DelimitedRow>? Rows(FileForm form, byte[] bytes)
    {
        if (form is not FileForm.Workbook) return DelimitedRows.Of(PageText.OfHtml(bytes));
        if (!DocumentFile.IsPacked(bytes)) return null;
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return SheetRows.Of(zip)?.Select((cells, i) => new DelimitedRow(cells, i + 1, IsBroken: false, IsLast: false));
    }

    private static IEnumerable<Outcome<Page>> Pages(FoundFile file, IEnumerable<DelimitedRow> rows)
    {
        string[]? heads = null;
        var number = 0;
        foreach (var (row, line, isBroken, isLast) in rows)
        {
            if (heads is null)
            {
                heads = row;
                if (Facts.TextOf(Fields(heads, heads)) is not null) continue;
                yield return IngestRefusals.NoTextColumn(file.Path);
                yield break;
            }

            number++;
            // A file that was cut ends in a row of fewer cells, with no end of a line.
            if (isBroken || (isLast && row.Length < heads.Length)) yield return IngestRefusals.BrokenRow(file.Path, line);
            else if (row.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                var read = RecordFile.PageOf(file, number, Fields(heads, row));
                yield return read;
                if (DayNotTaken(heads, row, read.Value) is { } day) yield return IngestRefusals.BrokenSidecar(read.Value!.Path, $"‘{day}’ is no day.");
            }
        }

        if (number == 0) yield return IngestRefusals.NoTextColumn(file.Path);
    }

    // «2024-13-45» in a column of days.
    private static string? DayNotTaken(string[] heads, string[] row, Page? page) =>
        page is not { Given.Published: null } ? null
            : heads.Zip(row).Where(c => Facts.IsOfDays(c.First.Trim())).Select(c => c.Second.Trim()).FirstOrDefault(cell => cell.Length > 0);

    private static Fields Fields(string[] heads, string[] row)
    {
        var fields = new Fields();
        foreach (var (head, cell) in heads.Zip(row)) fields.TryAdd(head.Trim(), [DayOf(head.Trim(), cell)]);
        return fields;
    }

    private static string DayOf(string head, string cell) =>
        Facts.IsOfDays(head)
            && int.TryParse(cell.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is > FirstDay and < LastDay
            ? new DateOnly(1899, 12, 30).AddDays(count).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : cell;
}
