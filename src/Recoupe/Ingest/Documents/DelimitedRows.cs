using System.Text;

namespace Recoupe.Ingest.Documents;

/// <summary>Reads rows of text that a sign parts (RFC 4180): a comma, a semicolon or a tab, as the first line shows.</summary>
internal static class DelimitedRows
{
    private const int MostColumns = 200; // more are no table of articles

    /// <summary>The rows. A quoted cell may go on over lines; one that is never closed goes to the end.</summary>
    public static IEnumerable<string[]> Of(string text)
    {
        var sign = SignOf(text);
        for (var at = 0; at < text.Length;)
        {
            var (row, next) = Row(text, at, sign);
            at = next;
            if (row.Any(cell => cell.Length > 0)) yield return row;
        }
    }

    private static char SignOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        var (tabs, semicolons, commas) = (first.Count('\t'), first.Count(';'), first.Count(','));
        return tabs > 0 && tabs >= semicolons ? '\t' : semicolons > 0 && semicolons >= commas ? ';' : ',';
    }

    private static (string[] Row, int Next) Row(string text, int at, char sign)
    {
        var cells = new List<string>();
        while (true)
        {
            var (cell, next) = at < text.Length && text[at] == '"' ? Quoted(text, at + 1) : Bare(text, at, sign);
            if (cells.Count < MostColumns) cells.Add(cell);
            if (next < text.Length && text[next] == sign)
            {
                at = next + 1;
                continue;
            }

            return ([.. cells], AfterLine(text, next));
        }
    }

    private static (string Cell, int Next) Bare(string text, int at, char sign)
    {
        var length = text.AsSpan(at).IndexOfAny(sign, '\r', '\n');
        var end = length < 0 ? text.Length : at + length;
        return (text[at..end].Trim(), end);
    }

    private static (string Cell, int Next) Quoted(string text, int at)
    {
        var cell = new StringBuilder();
        while (at < text.Length)
        {
            var length = text.AsSpan(at).IndexOf('"');
            var end = length < 0 ? text.Length : at + length;
            cell.Append(text, at, end - at);
            if (end + 1 >= text.Length || text[end + 1] != '"') return (cell.ToString(), Math.Min(end + 1, text.Length));
            cell.Append('"');
            at = end + 2;
        }

        return (cell.ToString(), at);
    }

    private static int AfterLine(string text, int at)
    {
        var length = text.AsSpan(at).IndexOf('\n');
        return length < 0 ? text.Length : at + length + 1;
    }
}
