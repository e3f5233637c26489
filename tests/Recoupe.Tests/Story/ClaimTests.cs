using Recoupe.Language;

namespace Recoupe.Tests.Story;

public sealed class ClaimTests
{
    private static readonly Ledger Ledger = StoryLedger.Ledger;

    [Fact]
    public void A_denial_stands_against_the_rumour() =>
        Opposed(Claims("capture", "for", "09-veilleur-rumeur"), Claims("capture", "against", "10-echo-dementi")).ShouldBeTrue();

    [Fact]
    public void A_question_is_answered_from_both_sides()
    {
        var question = Ledger.Questions.ShouldHaveSingleItem();
        var sides = Ledger.Claims.Where(c => question.Claims.Contains(c.Id, StringComparer.Ordinal)).SelectMany(c => c.Positions).Select(p => p.Side).ToHashSet();
        sides.ShouldContain(Side.For);
        sides.ShouldContain(Side.Against);
    }

    [Fact]
    public void Nothing_is_confirmed_by_one_government_alone() => Ledger.Claims.ShouldAllBe(c => c.Credibility.Value > 1);

    [Fact]
    public void Whoever_denies_his_own_capture_answers_the_question_of_it()
    {
        var own = Claims("capture", "against", "11-tribune-denial").Where(c => c.Claim.Text.Contains("captured", StringComparison.Ordinal)).ToList();
        own.ShouldNotBeEmpty();
        own.ShouldAllBe(o => Ledger.Questions[0].Claims.Contains(o.Claim.Id));
    }

    [Fact]
    public void A_count_brought_up_to_date_is_no_contradiction() =>
        Tolls("compatible").Where(Contradict).Select(Words).ShouldBeEmpty();

    [Fact]
    public void A_ministry_without_information_takes_no_side() =>
        Rows("capture", "uncommitted").SelectMany(row => Positions(row["article"], row["words"])).ShouldAllBe(p => p.Position.Side == Side.Uncommitted);

    [Fact]
    public void A_wire_and_what_was_made_from_it_are_one_voice()
    {
        var told = Positions("01-ormel-barrage", "Quelque 2 300 personnes ont été hébergées").Select(p => p.Claim).Distinct().ShouldHaveSingleItem();
        told.Positions.Length.ShouldBeGreaterThan(3);
        told.Independent.ShouldBe(new VoiceCount(1, 0));
    }

    [Fact]
    public void Every_position_leads_to_a_proposition_of_a_statement_or_of_the_article()
    {
        var positions = Ledger.Claims.SelectMany(c => c.Positions).ToList();
        positions.ShouldNotBeEmpty();
        positions.Where(p => !ToldProposition.In(StoryLedger.Articles[StoryLedger.Name(p.Article.Value)].Findings).Any(t => t.Id == p.Proposition && t.Statement?.Id == p.Statement)).ShouldBeEmpty();
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string proposition, string side) =>
        StoryGold.Table("sides").Where(row => row["proposition"] == proposition && row["side"] == side);

    private static IReadOnlyList<(Claim Claim, Position Position)> Claims(string proposition, string side, string article) =>
        [.. Rows(proposition, side).Where(row => row["article"] == article).SelectMany(row => Positions(row["article"], row["words"]))];

    /// <summary>The claims that a statement whose content shares words with this passage stands in, and its side on each.</summary>
    private static IEnumerable<(Claim Claim, Position Position)> Positions(string article, string words)
    {
        var (text, findings) = (StoryLedger.Articles[article].Article.Text, StoryLedger.Articles[article].Findings);
        var start = text.IndexOf(words, StringComparison.Ordinal);
        var here = new TextSpan(start, start + words.Length);
        var ids = findings.Statements.Where(s => s.Content.Any(c => c.Start < here.End && here.Start < c.End)).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        return from claim in Ledger.Claims
               from position in claim.Positions
               where StoryLedger.Name(position.Article.Value) == article && position.Statement is not null && ids.Contains(position.Statement)
               select (claim, position);
    }

    private static bool Opposed(IEnumerable<(Claim Claim, Position Position)> told, IReadOnlyList<(Claim Claim, Position Position)> denied) =>
        told.Any(t => denied.Any(d => t.Claim.Id == d.Claim.Id
            ? t.Position.Side == Side.For && d.Position.Side == Side.Against
            : t.Claim.Contradicts.Any(c => c.Claim == d.Claim.Id)));

    private static IEnumerable<IReadOnlyDictionary<string, string>> Tolls(string relation) =>
        StoryGold.Table("tolls").Where(row => row["relation"] == relation);

    private static bool Contradict(IReadOnlyDictionary<string, string> toll) =>
        Opposed(Positions(toll["articleA"], toll["wordsA"]), [.. Positions(toll["articleB"], toll["wordsB"])]);

    private static string Words(IReadOnlyDictionary<string, string> toll) => $"{toll["wordsA"]} / {toll["wordsB"]}";
}
