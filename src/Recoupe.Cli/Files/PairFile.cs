namespace Recoupe.Cli.Files;

/// <summary>A file of separated values whose first line names its columns.</summary>
internal sealed class PairFile
{
    private readonly List<List<string>> _rows;
    private readonly int[] _columns;

    private PairFile(List<List<string>> rows, int[] columns) => (_rows, _columns) = (rows, columns);

    /// <summary>The cells of these columns, row by row; a row that is too short has empty ones.</summary>
    public IEnumerable<string[]> Rows => _rows.Skip(1).Select(row => Array.ConvertAll(_columns, c => c < row.Count ? row[c] : ""));

    // A pipe has no length, and waits for ever.
    private static string TextIn(string path) => new FileInfo(path).Length == 0 ? "" : File.ReadAllText(path);

    /// <summary>Opens a file that must have these columns, and may have others.</summary>
    public static Outcome<PairFile> Open(string path, char separator, params string[] columns)
    {
        if (!File.Exists(path)) return new Rejection("TABLE-1", path, "there is no such file", "Check the path.");
        var rows = Csv.Rows(TextIn(path), separator).ToList();
        var head = rows.Count == 0 ? [] : rows[0].ConvertAll(c => c.Trim());
        var missing = columns.Where(c => !head.Contains(c)).ToList();
        return missing.Count > 0
            ? new Rejection("TABLE-2", path, $"its first line names no column {string.Join(", ", missing)}", $"Name the columns in the first line: {string.Join(", ", columns)}.")
            : new PairFile(rows, Array.ConvertAll(columns, c => head.IndexOf(c)));
    }
}
