using Recoupe.Tests.Ingest;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Pipelines;

/// <summary>What an analyst says bears on a question, and what does not.</summary>
public sealed class BearingTests : IDisposable
{
    private const string Asked = "Le colonel Zarovitch a-t-il été capturé ?";

    private readonly TemporaryFolder _folder = new();
    private readonly Pipeline _pipeline;

    public BearingTests()
    {
        _pipeline = Pipeline.Open(_folder.Path("l.recoupe"));
        _pipeline.Add([StoryGold.Articles]);
        _pipeline.Ask(Asked);
    }

    public void Dispose()
    {
        _pipeline.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_is_said_not_to_bear_leaves_the_question_and_nothing_else()
    {
        var before = _pipeline.Ledger();
        var found = Question().Claims;
        var made = _pipeline.Decide(DecisionAct.BearsNot, [found[0]], Asked, null, "anna").Value!;
        made.Value.ShouldBe(Question().Id);
        Question().Claims.ShouldBe(found.RemoveAt(0));
        Question().Answers.Select(a => a.Claim).ShouldBe(Question().Claims);
        _pipeline.Ledger().Claims.Select(c => c.Id).ShouldBe(before.Claims.Select(c => c.Id));
        _pipeline.Ledger().Decisions[^1].State.ShouldBe(DecisionState.Applied);
        _pipeline.Ledger().Decisions[^1].Claims.ShouldBe([found[0]]);
        _pipeline.Undo(made.Id, null, "anna");
        Question().Claims.ShouldBe(found);
    }

    [Fact]
    public void What_is_said_to_bear_joins_it_with_its_side()
    {
        var found = Question().Claims;
        var other = _pipeline.Ledger().Claims.First(c => !found.Contains(c.Id, StringComparer.Ordinal)).Id;
        _pipeline.Decide(DecisionAct.Bears, [other], Question().Id[..6], null, "anna").Rejection.ShouldBeNull();
        Question().Claims.ShouldBe([.. found, other], ignoreOrder: true);
        Question().Answers.Count(a => a.Claim == other).ShouldBe(1);
    }

    [Fact]
    public void The_later_of_two_holds_and_the_earlier_gives_way()
    {
        var claim = Question().Claims[0];
        _pipeline.Decide(DecisionAct.BearsNot, [claim], Asked, null, "anna");
        var later = _pipeline.Decide(DecisionAct.Bears, [claim], Asked, null, "bela").Value!;
        Question().Claims.Contains(claim, StringComparer.Ordinal).ShouldBeTrue();
        var first = _pipeline.Ledger().Decisions[^2];
        (first.State, first.BlockedBy).ShouldBe((DecisionState.Blocked, later.Id));
    }

    [Fact]
    public void A_claim_that_is_merged_keeps_what_was_said_of_it()
    {
        var claims = Question().Claims;
        _pipeline.Decide(DecisionAct.BearsNot, [claims[0]], Asked, null, "anna");
        var other = _pipeline.Ledger().Claims.First(c => !claims.Contains(c.Id, StringComparer.Ordinal)).Id;
        _pipeline.Decide(DecisionAct.Merge, [claims[0], other], null, null, "anna");
        var merged = _pipeline.Ledger().Decisions[^1].Claims.ShouldHaveSingleItem();
        Question().Claims.Contains(merged, StringComparer.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public void Where_nobody_asks_any_more_it_waits_for_review()
    {
        var list = _folder.Path("questions.yaml");
        File.WriteAllText(list, "- question: Le pont est-il fermé ?\n");
        _pipeline.Decide(DecisionAct.Bears, [_pipeline.Ledger().Claims[0].Id], "Le pont est-il fermé ?", null, "anna").Rejection.ShouldBeNull();
        _pipeline.Ledger().Decisions[^1].State.ShouldBe(DecisionState.Applied);
        File.Delete(list);
        _pipeline.Ledger().Decisions[^1].State.ShouldBe(DecisionState.Review);
    }

    [Theory]
    [InlineData(null, "DECIDE-3")]
    [InlineData(" ", "DECIDE-3")]
    [InlineData("Le pont ?", "DECIDE-1")]
    [InlineData("zzz", "DECIDE-1")]
    public void A_question_that_nobody_asked_is_refused(string? question, string code) =>
        _pipeline.Decide(DecisionAct.Bears, [Question().Claims[0]], question, null, "anna").Rejection!.Code.ShouldBe(code);

    private Question Question() => _pipeline.Ledger().Questions.Single(q => q.Text == Asked);
}
