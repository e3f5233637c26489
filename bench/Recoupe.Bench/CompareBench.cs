using Recoupe.Link.Questions;

namespace Recoupe.Bench;

/// <summary>Writes how the sentences of a file of pairs stand to each other, for a scorer.</summary>
internal static class CompareBench
{
    public static int Run(string[] args)
    {
        var rows = Csv.Rows(args[0], '\t').ToList();
        var (id, premise, hypothesis) = (Column(rows[0], "id"), Column(rows[0], "premise"), Column(rows[0], "hypothesis"));
        File.WriteAllLines(args[2], rows.Skip(1).Where(r => r.Count > hypothesis).Select(r =>
        {
            var found = SentenceComparer.Compare(ComparedSentence.Of(r[premise], args[1]), ComparedSentence.Of(r[hypothesis], args[1]));
            return $$"""{"id":"{{r[id]}}","relation":"{{found.Relation.ToString().ToLowerInvariant()}}"}""";
        }));
        return 0;
    }

    private static int Column(IReadOnlyList<string> head, string name) => Enumerable.Range(0, head.Count).First(i => string.Equals(head[i].Trim('\uFEFF'), name, StringComparison.Ordinal));
}
