using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Recoupe.Ingest.Documents;

/// <summary>Reads the rows of the first sheet of a workbook of Excel (.xlsx).</summary>
internal static class SheetRows
{
    private const int MostColumns = 200; // more are no table of articles

    /// <summary>
    /// The rows, each cell's text at its column; <see langword="null"/> where the archive is no workbook. Throws <see cref="XmlException"/>
    /// or <see cref="InvalidDataException"/> where it is damaged.
    /// </summary>
    public static List<string[]>? Of(ZipArchive zip)
    {
        var sheet = zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && e.FullName.EndsWith(".xml", StringComparison.Ordinal)).OrderBy(e => e.FullName.Length).ThenBy(e => e.FullName, StringComparer.Ordinal).FirstOrDefault();
        if (sheet is null || ArchiveParts.Bytes(sheet) is not { } bytes) return null;
        var shared = zip.GetEntry("xl/sharedStrings.xml") is { } entry && ArchiveParts.Bytes(entry) is { } strings ? Shared(strings) : [];
        return Rows(bytes, shared);
    }

    private static List<string> Shared(byte[] bytes)
    {
        var found = new List<string>();
        using var reader = ArchiveParts.Xml(bytes);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" }) found.Add(TextIn(reader));
        }

        return found;
    }

    private static List<string[]> Rows(byte[] bytes, List<string> shared)
    {
        var rows = new List<string[]>();
        using var reader = ArchiveParts.Xml(bytes);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" }) rows.Add(Row(reader, shared));
        }

        return rows;
    }

    private static string[] Row(XmlReader reader, List<string> shared)
    {
        var cells = new List<string>();
        using var row = reader.ReadSubtree();
        row.Read();
        while (row.Read())
        {
            if (row is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            var column = Column(row.GetAttribute("r")) ?? cells.Count;
            var kind = row.GetAttribute("t");
            var value = TextIn(row);
            if (column >= MostColumns) continue;
            while (cells.Count <= column) cells.Add("");
            cells[column] = kind is "s"
                && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                && at < shared.Count ? shared[at] : value;
        }

        return [.. cells];
    }

    // All text inside, but what says how it is spoken.
    private static string TextIn(XmlReader reader)
    {
        var text = new StringBuilder();
        if (reader.IsEmptyElement) return "";
        using var inner = reader.ReadSubtree();
        while (inner.Read())
        {
            while (inner is { NodeType: XmlNodeType.Element, LocalName: "rPh" or "f" }) inner.Skip();
            if (inner.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA) text.Append(inner.Value);
        }

        return text.ToString();
    }

    // AB12: the letters count from A.
    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            column = (column * 26) + (c - 'A' + 1);
            if (column > MostColumns) break;
        }

        return column == 0 ? null : column - 1;
    }
}
