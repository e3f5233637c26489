using Recoupe.Language;

namespace Recoupe.Tests.Story;

/// <summary>Which statements found are which written down.</summary>
internal static class StatementScore
{
    /// <summary>
    /// Pairs contents one to one, best overlap first: the Dice coefficient over the characters of the contents, white space left out.
    /// </summary>
    public static IReadOnlyList<(double Overlap, GoldStatement Gold, Statement Found)> Match(
        string text, IReadOnlyList<GoldStatement> gold, IReadOnlyList<Statement> found)
    {
        var expected = gold.Select(g => Characters(text, Spans(text, g))).ToList();
        var actual = found.Select(f => Characters(text, f.Content)).ToList();
        var pairs = from g in Enumerable.Range(0, gold.Count)
                    from f in Enumerable.Range(0, found.Count)
                    let shared = expected[g].Count(actual[f].Contains)
                    where shared > 0
                    orderby 2.0 * shared / (expected[g].Count + actual[f].Count) descending, g, f
                    select (Overlap: 2.0 * shared / (expected[g].Count + actual[f].Count), Gold: g, Found: f);
        var takenGold = new HashSet<int>();
        var takenFound = new HashSet<int>();
        return [.. pairs.Where(p => !takenGold.Contains(p.Gold) && !takenFound.Contains(p.Found) && takenGold.Add(p.Gold) && takenFound.Add(p.Found))
            .Select(p => (p.Overlap, gold[p.Gold], found[p.Found]))];
    }

    /// <summary>The F1 of so many right among so many found and so many to be found.</summary>
    public static double F1(int right, int found, int expected) => 2.0 * right / (found + expected);

    private static IEnumerable<TextSpan> Spans(string text, GoldStatement gold)
    {
        var at = 0;
        foreach (var (part, k) in gold.Content.Select((part, k) => (part, k)))
        {
            at = text.IndexOf(part, at, StringComparison.Ordinal);
            for (var n = 0; k == 0 && n < gold.Nth; n++)
                at = text.IndexOf(part, at + 1, StringComparison.Ordinal);
            yield return new TextSpan(at, at + part.Length);
            at += part.Length;
        }
    }

    private static HashSet<int> Characters(string text, IEnumerable<TextSpan> spans) =>
        [.. spans.SelectMany(s => Enumerable.Range(s.Start, s.End - s.Start)).Where(i => !char.IsWhiteSpace(text[i]))];
}
