using System.Collections.Immutable;
using Recoupe.Link.Claims;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Tests.Link;

public sealed class ComparedStatementsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(64)]
    public void A_few_statements_are_all_compared_in_their_order(int count)
    {
        var all = Statements(count, of: 1);
        ComparedStatements.Pairs(all, all, isOne: true).ShouldBe(from i in Enumerable.Range(0, count) from j in Enumerable.Range(i + 1, count - i - 1) select (i, j));
        ComparedStatements.Pairs(all, all, isOne: false).Count().ShouldBe(count * count);
    }

    [Fact]
    public void Different_statements_are_all_compared()
    {
        var all = Statements(200, of: 200);
        ComparedStatements.Pairs(all, all, isOne: true).Count().ShouldBe(200 * 199 / 2);
    }

    [Fact]
    public void What_a_page_repeats_is_tied_to_its_first_and_costs_no_square()
    {
        const int count = 5000;
        var pairs = ComparedStatements.Pairs(Statements(count, of: 1), Statements(count, of: 1), isOne: true).ToList();
        pairs.Count.ShouldBeLessThanOrEqualTo(count * ComparedStatements.MostAlike);
        pairs.Select(p => p.Second).Distinct().Count().ShouldBe(count - 1);
        pairs.ShouldAllBe(p => p.First < p.Second);
        pairs.Distinct().Count().ShouldBe(pairs.Count);
    }

    [Theory]
    [InlineData(ComparedStatements.Most, ComparedStatements.Most)]
    [InlineData(ComparedStatements.Most + 1, ComparedStatements.Most)]
    public void Of_a_page_without_end_the_first_thousands_are_compared(int count, int compared) =>
        ComparedStatements.Pairs(Statements(count, of: count), Statements(1, of: 1), isOne: false).Count().ShouldBe(compared);

    private static readonly TermSet Nothing = new(ImmutableArray<Term>.Empty);

    private static readonly Roles None = new(Nothing, Nothing, Nothing, Nothing, Nothing, default, default, default);

    private static ImmutableArray<StatementFingerprint> Statements(int count, int of) =>
        [.. Enumerable.Range(0, count).Select(i => new StatementFingerprint($"{i:x8}", null, [new(i, i + 1)], new([new Term((uint)(i % of) << 3)]), None, 0, 0, false, false, 0, 0, null, []))];
}
