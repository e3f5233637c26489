using Recoupe.Link.Decisions;

namespace Recoupe.Tests.Link;

public sealed class DecidedClusterTests
{
    [Fact]
    public void A_merge_of_claims_makes_one_of_all_their_members() =>
        Done("ab|c|de", Merge("ab", "c")).ShouldBe("abc|de");

    [Fact]
    public void A_merge_of_a_statement_leaves_its_fellows() =>
        Done("ab|cd", Merge("ab", "-c")).ShouldBe("abc|d");

    [Fact]
    public void A_split_takes_what_is_named_and_nothing_else() =>
        Done("abcd|e", Split("ad", "-b", "-c")).ShouldBe("ad|bc|e");

    [Fact]
    public void A_split_of_claims_that_stand_apart_moves_nothing() => Done("ab|cd", Split("ab", "cd")).ShouldBe("ab|cd");

    [Fact]
    public void Steps_are_done_in_their_order()
    {
        Done("ab|c", Split("a", "-b"), Merge("b", "c")).ShouldBe("a|bc");
        Done("ab|c", Merge("ab", "c"), Split("ab", "-c")).ShouldBe("ab|c");
    }

    [Fact]
    public void What_joined_a_claim_since_goes_with_it() => Done("abx|c", Merge("ab", "c")).ShouldBe("abcx");

    [Fact]
    public void What_is_no_longer_there_is_passed_over() => Done("a|c", Merge("az", "c", "y")).ShouldBe("ac");

    private static string Done(string groups, params ClaimStep[] steps) =>
        string.Join('|', DecidedClusters.Of(groups.Split('|').Select(g => (IReadOnlyList<TellingKey>)[.. g.Select(Key)]), steps).Select(g => string.Concat(g.Select(k => k.Proposition))));

    private static ClaimStep Merge(params string[] items) => Step(true, items);

    private static ClaimStep Split(params string[] items) => Step(false, items);

    // A hyphen before a statement: it was named by itself.
    private static ClaimStep Step(bool isMerge, string[] items) => new(
        isMerge, [.. items.Index().SelectMany(i => i.Item.TrimStart('-').Select(c => new NamedStatement(Key(c), i.Index, !i.Item.StartsWith('-'))))]);

    private static TellingKey Key(char name) => new(new ArticleId("0123456789abcdef"), name.ToString());
}
