using System.Text;
using Recoupe.Language;
using Recoupe.Link.Names;

namespace Recoupe.Bench;

/// <summary>Compares the pairs of a CSV file (columns <c>schema,name1,name2</c> among others) and counts, where <c>is_match</c> is given, who is right.</summary>
internal static class NamePairs
{
    public static int Score(string[] args)
    {
        var rows = File.ReadLines(args[0]).Select(Cells).ToList();
        var columns = rows[0];
        int At(string name) => columns.FindIndex(c => string.Equals(c, name, StringComparison.Ordinal));
        var (schema, one, two, match, group) = (At("schema"), At("name1"), At("name2"), At("is_match"), At("case_group"));
        var counts = new SortedDictionary<string, (int Right, int Said, int True)>(StringComparer.Ordinal);
        foreach (var row in rows.Skip(1))
        {
            var type = row[schema] is "Person" or "person" ? NameType.Person : NameType.Organisation;
            var verdict = NameComparison.Compare(row[one], row[two], type);
            var same = string.Equals(row[match], "true", StringComparison.OrdinalIgnoreCase);
            if (same != verdict.Same) Console.WriteLine($"{(same ? "MISSED" : "WRONG")}\t{row[one]}\t{row[two]}\t{verdict.Reasons[0].Code}\t{(group < 0 ? "" : row[group])}");
            foreach (var key in (string[])["all", group < 0 ? "pairs" : row[group], group >= 0 && row[group].StartsWith("nk_", StringComparison.Ordinal) ? "nk_*" : "rest"])
            {
                var (right, said, true_) = counts.GetValueOrDefault(key);
                counts[key] = (right + (same && verdict.Same ? 1 : 0), said + (verdict.Same ? 1 : 0), true_ + (same ? 1 : 0));
            }
        }

        foreach (var (key, (right, said, true_)) in counts)
            Console.WriteLine($"{key}\tP {(double)right / said:0.000}\tR {(double)right / true_:0.000}\tF1 {2.0 * right / (said + true_):0.000}\tsaid {said}\ttrue {true_}");
        return 0;
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') cell.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted) { cells.Add(cell.ToString()); cell.Clear(); }
            else cell.Append(line[i]);
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
