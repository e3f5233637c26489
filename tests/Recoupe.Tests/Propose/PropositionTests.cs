using Recoupe.Language;

namespace Recoupe.Tests.Propose;

public sealed class PropositionTests
{
    private const string Raid = "Le ministère affirme que le général Roger Cloutier a été capturé par les soldats du Norland à Vessa mardi 15 mars 2022.";

    [Fact]
    public void A_passive_tells_who_did_it_and_to_whom()
    {
        var told = Only(Raid);
        told.Predicate.Lemma.ShouldBe("capturer");
        told.Predicate.Tense.ShouldBe(Tense.Past);
        told.Arguments.ShouldContain(a => a.Role == ArgumentRole.Subject && a.Head == "soldat" && a.Preposition == "par");
        told.Arguments.ShouldContain(a => a.Role == ArgumentRole.Object && a.Head == "général");
    }

    [Fact]
    public void When_and_where_are_those_that_it_gives() => (Only(Raid).When, Only(Raid).Where).ShouldBe(("2022-03-15", "Vessa"));

    [Fact]
    public void A_noun_is_told_by_its_verb()
    {
        var told = Only("Le Norland a nié toute participation au raid.");
        told.Predicate.Lemma.ShouldBe("participer");
        told.Arguments[0].ShouldSatisfyAllConditions(a => a.Role.ShouldBe(ArgumentRole.Subject), a => a.Head.ShouldBe("Norland"));
        told.Arguments.ShouldContain(a => a.Head == "raid" && a.Preposition == "à");
    }

    [Fact]
    public void A_modal_qualifies_what_it_governs()
    {
        var told = Only("Le maire affirme que la Norvanie pourrait envoyer 300 soldats à Vessa.");
        (told.Predicate.Lemma, told.Predicate.Modal).ShouldBe(("envoyer", "pouvoir"));
        told.Figures.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_the_words_negate_is_negated_and_its_teller_is_for_it()
    {
        var told = Only("Le préfet affirme que le pont n'est pas prêt.");
        (told.Predicate.Negated, told.Side, told.Predicate.Lemma).ShouldBe((true, Side.For, "être prêt"));
    }

    [Theory]
    [InlineData("le bateau allait trop vite", Tense.Past)]
    [InlineData("les bateaux allaient vers le port", Tense.Past)]
    [InlineData("le bateau va trop vite", Tense.Present)]
    [InlineData("les bateaux vont vers le port", Tense.Present)]
    [InlineData("le bateau allait couler", Tense.Future)]
    [InlineData("les bateaux allaient quitter le port", Tense.Future)]
    [InlineData("le bateau va quitter le port", Tense.Future)]
    public void To_go_is_a_future_only_before_an_infinitive(string clause, Tense tense) =>
        Only($"Le maire affirme que {clause}.").Predicate.Tense.ShouldBe(tense);

    // The first sentences are the lead, which is the article's own whatever is told in it.
    [Theory]
    [InlineData("fr", "Sarle est en deuil.\nLe bilan est lourd.\nLes secours sont là.\nLe préfet est venu.\n", "Le pont a cédé dans la nuit", "mais le maire assure que la route est ouverte.")]
    [InlineData("en", "Sarle mourns.\nThe toll is high.\nThe prefect came.\n", "The bridge collapsed overnight", "but the mayor says the road is open.")]
    public void A_clause_that_no_telling_stands_in_is_the_articles_own(string language, string lead, string own, string told)
    {
        var found = Findings($"{lead}{own} {told}", language);
        found.Own[^1].Text.ShouldBe(own);
        var text = found.Statements.SelectMany(s => s.Propositions).ShouldHaveSingleItem().Text;
        told.ShouldEndWith(text[1..] + ".");
    }

    [Theory]
    [InlineData("fr", "Lena Holt est arrivée. Elle assure qu'elle n'avait rien signé et que son bureau ignorait l'accord. « Nous avons fait partir nos experts », dit le Comité des docks.")]
    [InlineData("en", "Jane Carver arrived late. She said she had signed nothing. \"I'm ready,\" said John Carver. Norland denied any involvement in the raid.")]
    public void What_is_supplied_stands_in_brackets_and_the_rest_in_the_text(string language, string text)
    {
        var found = Findings(text, language);
        var worded = found.Statements.SelectMany(s => s.Propositions).ToList();
        worded.ShouldNotBeEmpty();
        foreach (var proposition in worded)
        {
            foreach (var supplied in proposition.Supplied)
            {
                proposition.Text[..supplied.Start].Count(c => c == '[').ShouldBe(proposition.Text[..supplied.Start].Count(c => c == ']') + 1, proposition.Text);
                if (supplied.From is { } from) new TextSpan(0, text.Length).Contains(from).ShouldBeTrue();
            }

            foreach (var own in proposition.Text.Split('[', ']').Where((_, i) => i % 2 == 0).Select(part => part.Trim()).Where(part => part.Length > 0))
                text.ShouldContain(own, Case.Insensitive);
        }
    }

    [Fact]
    public void An_id_is_the_same_again_and_no_other_has_it()
    {
        var (first, again) = (Findings(Raid, "fr"), Findings(Raid, "fr"));
        var ids = Ids(first);
        ids.ShouldNotBeEmpty();
        ids.ShouldBe(Ids(again));
        ids.ShouldBeUnique(StringComparer.Ordinal);
    }

    [Fact]
    public void A_question_a_topic_and_a_refusal_put_nothing_forward()
    {
        foreach (var text in (string[])["Le maire a évoqué la frustration du palais.", "Le ministre n'a pas dit comment le Nord couperait l'eau.", "« L'usine a-t-elle menti ? », a demandé Jean Martin."])
            Findings(text, "fr").Statements.SelectMany(s => s.Propositions).ShouldBeEmpty(text);
    }

    private static Proposition Only(string text) => Findings(text, "fr").Statements.SelectMany(s => s.Propositions).ShouldHaveSingleItem();

    private static List<string> Ids(Findings findings) => [.. findings.Statements.SelectMany(s => s.Propositions).Concat(findings.Own).Select(p => p.Id)];

    private static Findings Findings(string text, string language) => Proposed.Findings(language, text);
}
