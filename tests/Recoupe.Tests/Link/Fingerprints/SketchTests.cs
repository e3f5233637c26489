using System.Collections.Immutable;
using Recoupe.Link;
using Recoupe.Link.Fingerprints;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Link.Fingerprints;

public sealed class SketchTests
{
    private static readonly List<(Fingerprint Print, Sketch Sketch, CandidateFilter Look)> Articles =
        [.. StoryLedger.Articles.Values.OrderBy(f => f.Article.Id).Select(f => f.Print()).Select(p => (p, Of(p), new CandidateFilter(Of(p))))];

    [Fact]
    public void A_first_look_at_the_story_loses_nothing_that_a_comparison_ties()
    {
        var lost = from i in Enumerable.Range(0, Articles.Count)
                   from j in Enumerable.Range(i + 1, Articles.Count - i - 1)
                   where Articles[i].Look.Shared(Articles[j].Sketch) > 0 && !MayBeTied(i, j) && !Linker.Compare(Articles[i].Print, Articles[j].Print).IsEmpty
                   select (Articles[i].Print.Article, Articles[j].Print.Article);
        lost.ShouldBeEmpty();
    }

    [Fact]
    public void It_is_the_same_in_either_order() =>
        (from i in Enumerable.Range(0, Articles.Count) from j in Enumerable.Range(0, Articles.Count) where MayBeTied(i, j) != MayBeTied(j, i) select (i, j)).ShouldBeEmpty();

    [Fact]
    public void It_leaves_most_chance_neighbours_out()
    {
        var one = Chance("Le maire de Valbrune a inauguré la piscine municipale de Lorgnac devant deux cents habitants réunis sous la pluie.", "la piscine municipale serait ouverte chaque samedi");
        var other = Chance("La récolte des pommes de Lorgnac a souffert du gel, et la piscine de stockage a débordé dans les vergers.", "les vergers seraient indemnisés avant le printemps");
        var (its, few, more) = (Keys(0, 40), Keys(38, 40), Keys(37, 40));
        new CandidateFilter(Linker.Sketch(one, its)).MayTie(Linker.Sketch(other, few)).ShouldBeFalse();
        new CandidateFilter(Linker.Sketch(one, its)).MayTie(Linker.Sketch(other, more)).ShouldBeTrue();
        new CandidateFilter(Linker.Sketch(one, its)).MayTie(Linker.Sketch(one, few)).ShouldBeTrue();
    }

    [Fact]
    public void It_counts_the_keys_that_both_have()
    {
        var random = new Random(7);
        var print = Articles[0].Print;
        for (var round = 0; round < 200; round++)
        {
            var (one, other) = (Keys(random), Keys(random));
            new CandidateFilter(Linker.Sketch(print, one)).Shared(Linker.Sketch(print, other)).ShouldBe(one.Intersect(other).Count());
        }
    }

    [Fact]
    public void Bytes_read_back_say_the_same()
    {
        foreach (var (print, sketch, _) in Articles)
        {
            var back = Sketch.FromBytes(Linker.Keys(print), sketch.ToBytes());
            back.ToBytes().ShouldBe(sketch.ToBytes());
            back.Keys.ToArray().ShouldBe(Linker.Keys(print));
        }
    }

    // From a narrow range, so that many are shared; from the whole, so that many bits are.
    private static ImmutableArray<BlockingKey> Keys(Random random) =>
        [.. Enumerable.Range(0, random.Next(300)).Select(i => new BlockingKey((uint)(i % 2 == 0 ? random.Next(500) : random.NextInt64(uint.MaxValue)))).Distinct().Order()];

    private static ImmutableArray<BlockingKey> Keys(uint first, int count) => [.. Enumerable.Range(0, count).Select(i => new BlockingKey(2 * (first + (uint)i)))];

    private static Fingerprint Chance(string text, string told) => Stories.File($"{text} Anna Delorme a dit que {told}.", tellings: [new(told, "Anna Delorme")]).Print();

    private static bool MayBeTied(int i, int j) => Articles[i].Look.MayTie(Articles[j].Sketch);

    private static Sketch Of(Fingerprint print) => Linker.Sketch(print, Linker.Keys(print));
}
