using System.Globalization;
using Recoupe.Language.Names;

namespace Recoupe.Train.Names;

/// <summary>Names from GUM's entities (<c>Entity=(8-organization-new-…</c> in the last column; brackets open and close).</summary>
internal static class GumEntities
{
    private sealed record Open(string Id, string Type, int First);

    private readonly record struct Entity(string Type, int First, int Last);

    public static List<NameMark> Marks(RowDocument document, Gazetteer gazetteer) => [.. document.Sentences.SelectMany(s => MarksOf(s, gazetteer))];

    private static IEnumerable<NameMark> MarksOf(List<Row> rows, Gazetteer gazetteer)
    {
        var entities = Entities(rows);
        for (var i = 0; i < rows.Count;)
        {
            var end = i + 1;
            if (IsProper(rows[i]))
            {
                end = RunEnd(rows, i);
                var types = TypesOf(rows, entities, i, end);
                var first = types == NameMark.Person ? AfterTitles(rows, i, end, gazetteer) : i;
                yield return new(rows[first].Start, rows[end - 1].End, types, Loose: types == NameMark.Any);
            }

            i = end;
        }
    }

    private static bool IsProper(Row row) => (row.Fields[4] is "NNP" or "NNPS") && char.IsUpper(row.Fields[1][0]);

    private static int AfterTitles(List<Row> rows, int first, int end, Gazetteer gazetteer)
    {
        while (first < end - 1 && NameText.Fold(rows[first].Fields[1]) is [var atom, ..] && (gazetteer.KindsOf(atom) & NameKinds.Title) != NameKinds.None)
            first++;
        return first;
    }

    // «University of Portsmouth» goes on over «of» and «the».
    private static int RunEnd(List<Row> rows, int start)
    {
        var end = start + 1;
        while (end < rows.Count)
        {
            var next = end;
            while (next < rows.Count && next - end < 2 && rows[next].Fields[1] is "of" or "the" or "-" or "for")
                next++;
            if (next == rows.Count || !IsProper(rows[next]) || (next > end && HeadOf(rows[next]) >= next + 1 + 2))
                break;
            end = next + 1;
        }

        return end;
    }

    private static int HeadOf(Row row) => int.Parse(row.Fields[6], CultureInfo.InvariantCulture);

    private static int TypesOf(List<Row> rows, List<Entity> entities, int first, int end)
    {
        var smallest = entities.Where(e => e.First <= first && e.Last >= end - 1).OrderBy(e => e.Last - e.First).FirstOrDefault();
        if (smallest.Type is null || !HoldsHead(rows, smallest, first, end))
            return NameMark.Any;
        return smallest.Type switch
        {
            "person" => NameMark.Person,
            "organization" => NameMark.Organisation,
            "place" => NameMark.Place,
            "time" => 0,
            _ => NameMark.Other,
        };
    }

    // The head of an entity depends on a word outside it.
    private static bool HoldsHead(List<Row> rows, Entity entity, int first, int end) =>
        Enumerable.Range(first, end - first).Any(i => HeadOf(rows[i]) - 1 < entity.First || HeadOf(rows[i]) - 1 > entity.Last);

    private static List<Entity> Entities(List<Row> rows)
    {
        var open = new List<Open>();
        var closed = new List<Entity>();
        for (var i = 0; i < rows.Count; i++)
        {
            var misc = rows[i].Fields[9].Split('|').FirstOrDefault(f => f.StartsWith("Entity=", StringComparison.Ordinal));
            if (misc is not null)
                ReadBrackets(misc.AsSpan(7), i, open, closed);
        }

        return closed;
    }

    private static void ReadBrackets(ReadOnlySpan<char> brackets, int at, List<Open> open, List<Entity> closed)
    {
        while (!brackets.IsEmpty)
        {
            var next = brackets[1..].IndexOfAny('(', ')') + 1;
            var stop = next == 0 ? brackets.Length : next;
            if (brackets[0] == '(')
            {
                var parts = brackets[1..stop].ToString().Split('-');
                open.Add(new(parts[0], parts.Length > 1 ? parts[1] : "", at));
                brackets = brackets[stop..];
            }
            else if (brackets[0] == ')')
            {
                if (open.Count > 0)
                {
                    closed.Add(new(open[^1].Type, open[^1].First, at));
                    open.RemoveAt(open.Count - 1);
                }

                brackets = brackets[1..];
            }
            else
            {
                // «8)» closes entity 8.
                var id = brackets[..stop].ToString();
                var index = open.FindLastIndex(o => string.Equals(o.Id, id, StringComparison.Ordinal));
                if (index >= 0)
                {
                    closed.Add(new(open[index].Type, open[index].First, at));
                    open.RemoveAt(index);
                }

                brackets = stop < brackets.Length ? brackets[(stop + 1)..] : [];
            }
        }
    }
}
