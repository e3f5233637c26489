using Recoupe.Language;
using Recoupe.Link.Terms;

namespace Recoupe.Tests.Link;

public sealed class PolarityTests
{
    private static readonly string[] _subjects = ["Le ministre", "La commune du Nord", "Nadia Berrada", "Le groupe"];

    [Fact]
    public void What_only_looks_like_a_negation_turns_nothing()
    {
        string[] plain =
        [
            "est né à Tunis", "est née dans le Pas-de-Calais", "a fait un premier pas", "a obtenu un match nul", "habite au N° 96 de la rue",
            "est plus que jamais candidat", "partira avant qu’il ne pleuve", "ne compte que trois agents", "n’a retenu, après des mois de débats, de nombreuses réunions et deux reports, que deux projets",
            "n’a plus que deux jours", "compte plus d’habitants", "fera tout pour rien", "a reçu une personne", "recule d’un pas", "approuve le projet, ou pas",
            "est élu depuis plus de dix ans", "marque un point", "reste sans aucun appui",
        ];
        foreach (var subject in _subjects)
        {
            foreach (var predicate in plain)
                IsNegated("fr", $"{subject} {predicate}.").ShouldBeFalse($"{subject} {predicate}.");
        }
    }

    [Fact]
    public void A_negation_turns_the_sentence()
    {
        string[] turned =
        [
            "n’est pas né à Tunis", "ne viendra jamais", "n’a rien dit", "n’a reçu personne", "n’a aucun projet", "ne travaille plus", "n’a plus d’argent", "n’a nul besoin d’aide",
            "n’est guère connu", "ne dit pas que le pont est fermé", "n’a jamais menti", "n’est point venu", "n’a point d’argent", "n’a pas fait un premier pas", "ne peut répondre", "n’a ni argent ni projet", "a pas voulu",
        ];
        foreach (var subject in _subjects)
        {
            foreach (var predicate in turned)
                IsNegated("fr", $"{subject} {predicate}.").ShouldBeTrue($"{subject} {predicate}.");
        }
    }

    [Theory]
    [InlineData("Personne ne viendra.", true)]
    [InlineData("Nul ne sait où il est.", true)]
    [InlineData("Aucune victime.", true)]
    [InlineData("Cette personne viendra.", false)]
    [InlineData("La personne qu’il ne connaît que de vue viendra.", false)]
    public void A_pronoun_negates_where_a_particle_stands_beside_it(string text, bool negated) => IsNegated("fr", text).ShouldBe(negated);

    [Theory]
    [InlineData("The minister did not resign.", true)]
    [InlineData("The minister has no plan.", true)]
    [InlineData("No 10 denies the report.", false)]
    [InlineData("The army enforces a no-fly zone.", false)]
    [InlineData("He will pay, like it or not.", false)]
    public void English_negations_are_words_of_their_own(string text, bool negated) => IsNegated("en", text).ShouldBe(negated);

    private static bool IsNegated(string language, string text) =>
        Polarity.IsNegated(WordScanner.Scan(text, new TextSpan(0, text.Length)), Vocabulary.Of(language));
}
