using System.Text;
using Recoupe.Ingest;

namespace Recoupe.Desk.Ledgers;

/// <summary>
/// The list of the user's grades, <c>sources.yaml</c> beside the ledger: an entry is added at the end, the rest stays as it was written.
/// </summary>
internal static class SourceGrades
{
    public static void Add(string folder, Reliability given)
    {
        var path = Path.Combine(folder, SourceList.Name);
        var before = File.Exists(path) ? File.ReadAllText(path) : "";
        var entry = new StringBuilder(before.Length == 0 || before.EndsWith('\n') ? "" : "\n");
        entry.Append("- source: ").Append(Quoted(given.Source)).Append("\n  grade: ").Append(given.Grade).Append('\n');
        if (given.Since is { } since) entry.Append("  since: ").Append(since).Append('\n');
        if (given.Note is { } note) entry.Append("  note: ").Append(Quoted(note)).Append('\n');
        WholeFile.Write(path, before + entry);
    }

    // As YAML writes what may hold anything: in double quotes, what would end or steer them escaped.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                _ when char.IsControl(c) => quoted.Append(' '),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
