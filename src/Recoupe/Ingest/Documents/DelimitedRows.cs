using System.Text;

namespace Recoupe.Ingest.Documents;

/// <summary>A row of a table.</summary>
/// <param name="Cells">Its cells, in order.</param>
/// <param name="Line">The line of the text that it begins on, from 1.</param>
/// <param name="IsBroken">Whether one of its quotation marks is not closed, or words stand after one that is.</param>
/// <param name="IsLast">Whether the text ends with it, without the end of a line.</param>
internal readonly record struct DelimitedRow(string[] Cells, int Line, bool IsBroken, bool IsLast);

/// <summary>Reads rows of text that a sign parts (RFC 4180): a comma, a semicolon or a tab, as the first line shows.</summary>
internal static class DelimitedRows
{
    private const int MostColumns = 200; // more are no table of articles

    /// <summary>
    /// The rows. A quoted cell may go on over lines. Where a quotation mark is not closed, or words follow one that is, the row is broken, and
    /// the next one begins on the line after: no row is lost in another's cell.
    /// </summary>
    public static IEnumerable<DelimitedRow> Of(string text)
    {
        var sign = SignOf(text);
        var broken = new HashSet<int>(); // where a quotation mark opens that leads to no end of a row: looked along once, however many rows reach it
        var line = 1;
        for (var at = 0; at < text.Length;)
        {
            var (cells, next, isBroken) = Row(text, at, sign, broken);
            if (isBroken) next = AfterLine(text, at);
            if (isBroken || cells.Any(cell => cell.Length > 0)) yield return new(cells, line, isBroken, next == text.Length && text[^1] is not ('\n' or '\r'));
            line += text.AsSpan(at, next - at).Count('\n');
            at = next;
        }
    }

    private static char SignOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        var (tabs, semicolons, commas) = (first.Count('\t'), first.Count(';'), first.Count(','));
        return tabs > 0 && tabs >= semicolons ? '\t' : semicolons > 0 && semicolons >= commas ? ';' : ',';
    }

    private static (string[] Cells, int Next, bool IsBroken) Row(string text, int at, char sign, HashSet<int> broken)
    {
        var cells = new List<string>();
        var opened = new List<int>();
        while (true)
        {
            var isQuoted = at < text.Length && text[at] == '"';
            if (isQuoted) opened.Add(at);
            var (cell, next) = isQuoted && broken.Contains(at) ? ("", -1) : isQuoted ? Quoted(text, at + 1) : Bare(text, at, sign);
            if (next < 0)
            {
                broken.UnionWith(opened);
                return ([.. cells], text.Length, true);
            }

            if (cells.Count < MostColumns) cells.Add(cell);
            while (isQuoted && next < text.Length && text[next] == ' ') next++;
            if (next < text.Length && text[next] == sign)
            {
                at = next + 1;
                continue;
            }

            var isBroken = next < text.Length && text[next] is not ('\r' or '\n');
            if (isBroken) broken.UnionWith(opened);
            return ([.. cells], AfterLine(text, next), isBroken);
        }
    }

    private static (string Cell, int Next) Bare(string text, int at, char sign)
    {
        var length = text.AsSpan(at).IndexOfAny(sign, '\r', '\n');
        var end = length < 0 ? text.Length : at + length;
        return (text[at..end].Trim(), end);
    }

    // −1 where the quotation mark is not closed.
    private static (string Cell, int Next) Quoted(string text, int at)
    {
        var cell = new StringBuilder();
        while (at < text.Length)
        {
            var length = text.AsSpan(at).IndexOf('"');
            if (length < 0) break;
            var end = at + length;
            cell.Append(text, at, end - at);
            if (end + 1 >= text.Length || text[end + 1] != '"') return (cell.ToString(), Math.Min(end + 1, text.Length));
            cell.Append('"');
            at = end + 2;
        }

        return ("", -1);
    }

    private static int AfterLine(string text, int at)
    {
        var length = text.AsSpan(at).IndexOf('\n');
        return length < 0 ? text.Length : at + length + 1;
    }
}
