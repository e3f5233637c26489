using System.Text;

namespace Recoupe.Cli;

/// <summary>Comma-separated values as RFC 4180 has them.</summary>
internal static class Csv
{
    /// <summary>The rows, each with its cells; a last line needs no end.</summary>
    public static IEnumerable<List<string>> Rows(string text)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (quoted && character == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (character == '"') quoted = !quoted;
            else if (quoted || character is not (',' or '\n' or '\r' or '\uFEFF')) cell.Append(character);
            else if (character == ',') End();
            else if (character == '\n')
            {
                End();
                yield return row;
                row = [];
            }
        }

        if (row.Count == 0 && cell.Length == 0) yield break;
        End();
        yield return row;

        void End()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }
    }

    /// <summary>A line of cells, with its line feed.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\n";

    private static string Cell(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
