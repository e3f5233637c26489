using System.Collections.Immutable;
using Recoupe.Tests.Ingest;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Pipelines;

/// <summary>Every claim of three tellings or more, split and merged in every way that its size offers: what was asked happens, and nothing else.</summary>
public sealed class DecisionTests
{
    private const int Several = 3;

    [Fact]
    public void What_an_analyst_splits_and_merges_in_the_pages_of_the_design_is_split_and_merged_and_nothing_else_moves()
    {
        var seeds = Environment.GetEnvironmentVariable("RECOUPE_SEEDS");
        Assert.SkipWhen(seeds is null, "RECOUPE_SEEDS names no folder.");
        Holds(seeds!);
    }

    [Fact]
    public void What_an_analyst_splits_and_merges_in_the_sample_story_is_split_and_merged_and_nothing_else_moves() => Holds(StoryGold.Articles);

    private static void Holds(string articles)
    {
        using var folder = new TemporaryFolder();
        using var pipeline = Pipeline.Open(folder.Path("l.recoupe"));
        pipeline.Add([articles]);
        var before = pipeline.Ledger().Claims;
        var large = before.Where(c => c.Positions.Select(p => p.Key).Distinct().Count() >= Several).ToList();
        large.ShouldNotBeEmpty();
        foreach (var claim in large)
        {
            var tellings = claim.Positions.Select(p => p.Proposition).Distinct(StringComparer.Ordinal).ToList();
            foreach (var leaving in tellings) Splits(pipeline, before, claim, [leaving]);
            Splits(pipeline, before, claim, [.. tellings.Skip(1)]);
            var other = before.First(c => c.Id != claim.Id);
            Merges(pipeline, before, [claim, other]);
            Merges(pipeline, before, [other, claim, before.Last(c => c.Id != claim.Id && c.Id != other.Id)]);
        }
    }

    private static void Splits(Pipeline pipeline, ImmutableArray<Claim> before, Claim claim, ImmutableArray<string> leaving)
    {
        // An id that stands in two claims names neither alone.
        if (leaving.Any(l => before.Count(c => c.Positions.Any(p => p.Proposition == l)) > 1)) return;
        var gone = claim.Positions.Where(p => leaving.Contains(p.Proposition, StringComparer.Ordinal)).Select(Named).ToList();
        var stays = claim.Positions.Select(Named).Except(gone, StringComparer.Ordinal).ToList();
        Decided(pipeline, before, DecisionAct.Split, [claim.Id, .. leaving], [claim.Id], stays.Count == 0 ? [gone] : [stays, gone]);
    }

    private static void Merges(Pipeline pipeline, ImmutableArray<Claim> before, ImmutableArray<Claim> claims) =>
        Decided(pipeline, before, DecisionAct.Merge, [.. claims.Select(c => c.Id)], [.. claims.Select(c => c.Id)], [claims.SelectMany(c => c.Positions).Select(Named)]);

    private static void Decided(
        Pipeline pipeline, ImmutableArray<Claim> before, DecisionAct act, IReadOnlyList<string> items, ImmutableArray<string> touched, IEnumerable<IEnumerable<string>> made)
    {
        var outcome = pipeline.Decide(act, items, null, null, "anna");
        outcome.Rejection.ShouldBeNull();
        var ledger = pipeline.Ledger();
        var expected = before.Where(c => !touched.Contains(c.Id, StringComparer.Ordinal)).Select(c => c.Positions.Select(Named)).Concat(made).Select(Told);
        ledger.Claims.Select(c => Told(c.Positions.Select(Named))).Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal), $"{act} {string.Join(' ', items)}");
        ledger.Decisions[^1].State.ShouldBe(DecisionState.Applied);
        pipeline.Undo(outcome.Value!.Id, null, "anna").Rejection.ShouldBeNull();
    }

    private static string Named(Position position) => $"{position.Article} {position.Proposition}";

    private static string Told(IEnumerable<string> members) => string.Join(", ", members.Order(StringComparer.Ordinal));
}
