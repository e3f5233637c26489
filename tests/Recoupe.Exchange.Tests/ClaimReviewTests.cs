using System.Text.Json.Nodes;

namespace Recoupe.Exchange.Tests;

public sealed class ClaimReviewTests(Samples samples)
{
    [Fact]
    public void What_is_derived_is_no_review() => Reviews("story").ShouldBeEmpty();

    [Fact]
    public void A_rating_by_hand_with_its_note_is_one_until_it_is_taken_back()
    {
        var claim = samples.Story.Claims[0];
        var decision = samples.Pipeline.Decide(DecisionAct.Rate, [claim.Id], "4", "Two officers saw it.", "anna").Value!;
        var ledger = samples.Pipeline.Ledger();
        var review = Reviewed(ledger, share: false).ShouldHaveSingleItem()!;
        ((string)review["claimReviewed"]!).ShouldBe(claim.Text);
        ((string)review["author"]!["name"]!).ShouldBe("anna");
        ((int)review["reviewRating"]!["ratingValue"]!).ShouldBe(4);
        Reviewed(ledger, share: true).ShouldBeEmpty();

        samples.Pipeline.Undo(decision.Id, null, "anna").Value.ShouldNotBeNull();
        Reviewed(samples.Pipeline.Ledger(), share: false).ShouldBeEmpty();
    }

    [Fact]
    public void That_nothing_can_be_judged_is_no_review()
    {
        var decision = samples.Pipeline.Decide(DecisionAct.Rate, [samples.Story.Claims[1].Id], "6", "No one was there.", "anna").Value!;
        Reviewed(samples.Pipeline.Ledger(), share: false).ShouldBeEmpty();
        samples.Pipeline.Undo(decision.Id, null, "anna");
    }

    private JsonArray Reviews(string which) => JsonNode.Parse(Samples.Text("claimreview", samples.Of(which)))!["@graph"]!.AsArray();

    private JsonArray Reviewed(Ledger ledger, bool share) =>
        JsonNode.Parse(Samples.Text("claimreview", new(ledger, samples.Filed, Recoupe.Tell.Locale.For("fr"), share)))!["@graph"]!.AsArray();
}
