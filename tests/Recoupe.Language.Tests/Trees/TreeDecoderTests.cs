using Recoupe.Language.Parsing.Neural;

namespace Recoupe.Language.Tests.Trees;

public sealed class TreeDecoderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_best_of_all_trees_is_found(int count)
    {
        var (random, decoder) = (new Random(count), new TreeDecoder());
        for (var round = 0; round < 60; round++)
        {
            int[] scores = [.. Enumerable.Range(0, count * (count + 1)).Select(_ => random.Next(-1000, 1000))];
            bool[] mayLead = [.. Enumerable.Range(0, count).Select(_ => random.Next(3) > 0)];
            var heads = new int[count];
            decoder.Decode(scores, mayLead, heads);
            var all = Trees(count).Where(t => IsTree(t, mayLead)).ToArray();
            all.ShouldNotBeEmpty();
            IsTree(heads, mayLead).ShouldBeTrue(string.Join(' ', heads));
            Sum(heads, scores).ShouldBe(all.Max(t => Sum(t, scores)));
        }
    }

    [Fact]
    public void Where_all_is_punctuation_one_mark_leads()
    {
        var heads = new int[3];
        new TreeDecoder().Decode([0, 5, 1, 9, 5, 0, 1, 9, 5, 5, 0, 9], [false, false, false], heads);
        heads.Count(h => h == 3).ShouldBe(1);
    }

    private static int Sum(int[] heads, int[] scores) => heads.Select((h, i) => scores[i * (heads.Length + 1) + h]).Sum();

    private static IEnumerable<int[]> Trees(int count)
    {
        var all = 1;
        for (var i = 0; i < count; i++) all *= count + 1;
        for (var n = 0; n < all; n++)
        {
            var (heads, rest) = (new int[count], n);
            for (var i = 0; i < count; i++, rest /= count + 1)
                heads[i] = rest % (count + 1);
            yield return heads;
        }
    }

    private static bool IsTree(int[] heads, bool[] mayLead)
    {
        var tops = Enumerable.Range(0, heads.Length).Where(i => heads[i] == heads.Length).ToArray();
        if (tops.Length != 1 || (!mayLead[tops[0]] && mayLead.Contains(true))) return false;
        return Enumerable.Range(0, heads.Length).All(i => heads[i] != i && Reaches(i, heads)) && !Crosses(heads);
    }

    private static bool Reaches(int word, int[] heads)
    {
        for (var steps = 0; steps <= heads.Length; steps++)
        {
            if (word == heads.Length) return true;
            word = heads[word];
        }

        return false;
    }

    private static bool Crosses(int[] heads)
    {
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] == heads.Length) continue;
            int from = Math.Min(i, heads[i]), to = Math.Max(i, heads[i]);
            for (var between = from + 1; between < to; between++)
                if (heads[between] < from || heads[between] > to) return true;
        }

        return false;
    }
}
