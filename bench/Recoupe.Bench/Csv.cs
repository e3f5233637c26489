using System.Text;

namespace Recoupe.Bench;

/// <summary>Reads separated values with quotes (RFC 4180).</summary>
internal static class Csv
{
    public static IEnumerable<IReadOnlyList<string>> Rows(string path, char separator = ',')
    {
        var text = File.ReadAllText(path);
        var row = new List<string>();
        var cell = new StringBuilder();
        for (int i = 0, quoted = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted == 1 && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"' && (quoted == 1 || cell.Length == 0)) quoted = 1 - quoted;
            else if (quoted == 0 && (c == separator || c == '\n'))
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c != '\n') continue;
                yield return row;
                row = [];
            }
            else cell.Append(c);
        }

        if (cell.Length > 0) yield return [.. row, cell.ToString()];
    }
}
