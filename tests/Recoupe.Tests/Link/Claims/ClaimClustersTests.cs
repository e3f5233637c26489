using Recoupe.Link.Claims;

namespace Recoupe.Tests.Link.Claims;

public sealed class ClaimClustersTests
{
    private const int Strong = 9_000, Weak = 3_000;

    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(4, 1, 2)]
    [InlineData(6, 2, 1)]
    [InlineData(7, 2, 2)]
    public void A_statement_joins_a_group_where_it_is_tied_to_a_third_of_it(int size, int tied, int groups)
    {
        var keys = Keys(size + 1);
        var within = from a in keys[..size] from b in keys[..size] where a.CompareTo(b) < 0 select Tie(a, b, StatementTieKind.Same, Strong);
        var newcomer = keys[..tied].Select(k => Tie(k, keys[size], StatementTieKind.Same, Weak));
        ClaimClusters.Of(keys, [.. within, .. newcomer], Rulings.None).Count().ShouldBe(groups);
    }

    [Fact]
    public void A_statement_joins_no_group_that_it_contradicts_in_part()
    {
        var keys = Keys(3);
        StatementTie[] ties = [Tie(keys[0], keys[1], StatementTieKind.Same, Strong), Tie(keys[0], keys[2], StatementTieKind.Same, Weak)];
        ClaimClusters.Of(keys, ties, Rulings.None).Count().ShouldBe(1);
        ClaimClusters.Of(keys, [.. ties, Tie(keys[1], keys[2], StatementTieKind.Contradicts, Weak)], Rulings.None).Count().ShouldBe(2);
    }

    private static List<TellingKey> Keys(int count) => [.. Enumerable.Range(1, count).Select(i => new TellingKey(new ArticleId($"{i:x16}"), "s"))];

    private static StatementTie Tie(TellingKey a, TellingKey b, StatementTieKind kind, int score) => new(a, b, kind, score, "SAME-WORDS", []);
}
