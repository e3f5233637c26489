using System.Text;

namespace Recoupe.Cli.Files;

/// <summary>Separated values with quotes, as RFC 4180 has them.</summary>
internal static class Csv
{
    /// <summary>
    /// The rows, each with its cells; a last line needs no end, and a blank one is no row. As spreadsheets read them, a quotation mark
    /// opens a quoted cell at its beginning only, so that a sentence may hold one; a quoted cell may hold separators and line ends.
    /// </summary>
    public static IEnumerable<List<string>> Rows(string text, char separator = ',')
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var (quoted, begun) = (false, false);
        for (var i = text.StartsWith('\uFEFF') ? 1 : 0; i < text.Length; i++)
        {
            var character = text[i];
            if (quoted && character == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (character == '"' && (quoted || !begun)) (quoted, begun) = (!quoted, true);
            else if (quoted) cell.Append(character);
            else if (character == separator) End();
            else if (character is '\n' or '\r')
            {
                if (character == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                var blank = row.Count == 0 && !begun;
                End();
                if (!blank) yield return row;
                row = [];
            }
            else
            {
                cell.Append(character);
                begun = true;
            }
        }

        if (row.Count == 0 && !begun) yield break;
        End();
        yield return row;

        void End()
        {
            row.Add(cell.ToString());
            cell.Clear();
            begun = false;
        }
    }

    /// <summary>A line of cells, with its line feed.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\n";

    private static string Cell(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
