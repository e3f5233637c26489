using System.Collections.Immutable;
using System.Text;
using Recoupe.Tests.Ingest;

namespace Recoupe.Tests.Judge;

/// <summary>How the claims of a dispute stand to each other, from texts to relations: what each kind needs, and what only looks like it.</summary>
public sealed class RelationTests
{
    private const string FrenchCount = "Les pluies ont fait 1 250 morts à Montrel, a indiqué l'Office des secours de Norlande.";
    private const string EnglishCount = "The rains killed 1,250 people in Montrel, the Norland Relief Office said.";

    [Theory]
    [InlineData(FrenchCount + " « La Ligue de Sarle n'a jamais donné ces chiffres », a déclaré son porte-parole, Paul Estève.")]
    [InlineData(FrenchCount + " La Ligue de Sarle a démenti avoir donné ces chiffres.")]
    [InlineData(EnglishCount + " \"The Red League of Sarle never released these figures,\" its spokesman, Paul Esteve, said.")]
    [InlineData(EnglishCount + " The Red League of Sarle denied having given this figure.")]
    public void Who_says_that_he_never_told_it_disowns_it_and_does_not_deny_it(string text)
    {
        var ledger = Ledger((text, null));
        var relation = Relations(ledger).ShouldHaveSingleItem();
        relation.Kind.ShouldBe(RelationKind.Disowns);
        var told = ledger.Claims.Single(c => c.Id == relation.B);
        (told.Text.Contains("250", StringComparison.Ordinal), told.Independent.Against, told.Contradicts.Length).ShouldBe((true, 0, 0));
    }

    [Theory]
    [InlineData(FrenchCount + " L'Office des secours de Norlande a retiré ce bilan mardi.")]
    [InlineData("Les pluies ont fait 1 250 morts à Montrel, selon l'Office des secours de Norlande. L'Office des secours de Norlande n'utilise plus ce bilan.")]
    [InlineData(EnglishCount + " The Norland Relief Office withdrew this figure on Tuesday.")]
    public void Who_takes_back_what_he_told_retracts_it(string text) => Relations(Ledger((text, null))).ShouldHaveSingleItem().Kind.ShouldBe(RelationKind.Retracts);

    [Theory]
    [InlineData(FrenchCount + " La Ligue de Sarle a retiré sa candidature mardi.")]
    [InlineData(FrenchCount + " La Ligue de Sarle a donné ces chiffres, a déclaré son porte-parole, Paul Estève.")]
    [InlineData(FrenchCount + " La Ligue de Sarle a retiré ce bilan de son site.")] // another's
    [InlineData(EnglishCount + " The Red League of Sarle withdrew its bid on Tuesday.")]
    [InlineData(EnglishCount + " \"The Red League of Sarle released these figures,\" its spokesman, Paul Esteve, said.")]
    public void What_only_looks_like_it_relates_nothing(string text) => Relations(Ledger((text, null))).ShouldBeEmpty();

    [Theory]
    [InlineData("Seuls 12 des 30 villages de Montrel ont été évacués, a dit le préfet Tom Reyes. Les 30 villages de Montrel ont été évacués, a dit la maire Jeanne Rivel.")]
    [InlineData("Only 12 of the 30 villages of Montrel were evacuated, prefect Tom Reyes said. The 30 villages of Montrel were evacuated, mayor Jane Rivel said.")]
    public void Who_grants_a_part_stands_by_that_part(string text)
    {
        var ledger = Ledger((text, null));
        Relations(ledger).ShouldNotBeEmpty();
        foreach (var relation in Relations(ledger))
        {
            relation.Kind.ShouldBe(RelationKind.Partial);
            ledger.Claims.Single(c => c.Id == relation.A).Text.ShouldContain("12");
            ledger.Claims.Single(c => c.Id == relation.B).Text.ShouldNotContain("12");
        }
    }

    [Theory]
    [InlineData("Seuls 12 des 30 villages de Montrel ont été évacués, a dit le préfet Tom Reyes. Les 30 ponts de Montrel ont été fermés, a dit la maire Jeanne Rivel.")]
    [InlineData("Only 12 of the 30 villages of Montrel were evacuated, prefect Tom Reyes said. The 40 bridges of Montrel were closed, mayor Jane Rivel said.")]
    public void A_part_of_one_thing_is_no_part_of_another(string text) => Relations(Ledger((text, null))).ShouldBeEmpty();

    [Theory]
    [InlineData("the Norland Relief Office", true)]
    [InlineData("the mayor of Montrel", false)]
    public void What_one_source_counts_later_is_an_update_and_what_another_counts_is_a_rival(string source, bool isOne)
    {
        const string lead = "General Odo Brack of Sarle and Jane Rivel of Vessa came to help. ";
        var later = $"{lead}The rains killed 1,900 people in Montrel, {source} said.";
        var ledger = Ledger((lead + EnglishCount, "2023-09-11"), (later, isOne ? "2023-09-12" : "2023-09-11"));
        ledger.Claims.Count(c => !c.Contradicts.IsEmpty).ShouldBe(isOne ? 0 : 2);
        ledger.Claims.Count(c => c.Bearing.Any(b => b.Reasons[0].Code == "UPDATES")).ShouldBe(isOne ? 2 : 0);
        Relations(ledger).Select(r => r.Kind).ShouldBe(isOne ? [] : [RelationKind.RivalValue]); // a series of updates is no dispute
    }

    private static ImmutableArray<DisputeRelation> Relations(Ledger ledger) => [.. ledger.Disputes.SelectMany(d => d.Relations)];

    private static Ledger Ledger(params IEnumerable<(string Text, string? Day)> pages)
    {
        using var folder = new TemporaryFolder();
        using var pipeline = Pipeline.Open(folder.Path("l.recoupe"), threads: 1);
        pipeline.Add(pages.Select(p => (Outcome<Page>)new Page("", "page", PageKind.Text, [.. Encoding.UTF8.GetBytes(p.Text)], PageFacts.None with { Published = p.Day })), null, default);
        return pipeline.Ledger();
    }
}
