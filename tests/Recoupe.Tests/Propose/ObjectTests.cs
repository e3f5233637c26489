namespace Recoupe.Tests.Propose;

/// <summary>Whom a pronoun that is no subject stands for: every preposition and place of it, and what it must not be given.</summary>
public sealed class ObjectTests
{
    private static readonly string[] Prepositions = ["contre", "sur", "pour", "sans", "envers", "de", "à"];
    private static readonly string[] PrepositionsInEnglish = ["against", "for", "without", "about"];

    public static TheoryData<string, string, string> Given()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var preposition in Prepositions)
        {
            data.Add("fr", $"Lena Holt est arrivée lundi. La mairie affirme que la ligue a agi {preposition} elle.", "Lena Holt");
            data.Add("fr", $"Le ministre Paul Roche est arrivé lundi. La mairie affirme que la ligue a agi {preposition} lui.", "Paul Roche");
        }

        foreach (var preposition in PrepositionsInEnglish)
        {
            data.Add("en", $"Lena Holt arrived on Monday. The city said the league voted {preposition} her.", "Lena Holt");
            data.Add("en", $"Minister Paul Roche arrived on Monday. The city said the league voted {preposition} him.", "Paul Roche");
        }

        data.Add("en", "Paul Roche arrived on Monday. The city said the league attacked him.", "Paul Roche");
        return data;
    }

    [Theory]
    [MemberData(nameof(Given))]
    public void The_one_person_near_is_named(string language, string text, string name) =>
        Proposed.Texts(language, text).ShouldHaveSingleItem().ShouldContain(name + "]");

    [Theory]
    [InlineData("La mairie affirme que la ligue l'a accusée.", "La ligue a [accusé Lena Holt]")]
    [InlineData("La mairie affirme que la ligue lui a donné les clefs.", "La ligue a donné [à Lena Holt] les clefs")]
    [InlineData("La mairie affirme que la ligue ne l'a pas accusée.", "La ligue [n'] a pas [accusé Lena Holt]")]
    [InlineData("La mairie affirme que la ligue la soutient.", "La ligue soutient [Lena Holt]")]
    public void What_stands_before_the_verb_is_told_after_it(string sentence, string expected) =>
        Proposed.Texts("fr", "Lena Holt est arrivée lundi. " + sentence).ShouldBe([expected]);

    [Theory]
    [InlineData("fr", "Lena Holt et Anne Lind sont arrivées. La mairie affirme que la ligue a voté contre elle.")]
    [InlineData("fr", "Lena Holt est arrivée. La mairie affirme qu'Anne Lind est rentrée chez elle.")]
    [InlineData("fr", "Lena Holt est arrivée. La mairie affirme que la ligue l'a confirmé.")]
    [InlineData("fr", "Lena Holt est arrivée. La mairie affirme que la ligue a fait le plus de dégâts.")]
    [InlineData("fr", "Lena Holt est arrivée. « La ligue a voté contre elle », a dit la mairie.")]
    [InlineData("fr", "Les habitants ont prévenu les voisins. La mairie affirme que la ligue les a aidés.")]
    [InlineData("en", "Lena Holt and Anne Lind arrived. The city said the league voted against her.")]
    [InlineData("en", "Lena Holt arrived. The city said the league rejected her plan.")]
    [InlineData("en", "The residents met the neighbours. The city said the league helped them.")]
    [InlineData("en", "Minister Paul Roche said he was surprised that Mark Dol did not come to him.")]
    public void Where_another_may_be_meant_nobody_is_named(string language, string text)
    {
        foreach (var told in Proposed.Texts(language, text)[^1..]) told[1..].ShouldNotContain('[');
    }

    [Theory]
    [InlineData("Le porte-parole de l'OTAN, Paul Roche,", "[L'OTAN fermera] le port")]
    [InlineData("Paul Roche, porte-parole de l'OTAN,", "[L'OTAN fermera] le port")]
    [InlineData("Paul Roche, ancien porte-parole de l'OTAN,", null)]
    [InlineData("L'ex-porte-parole de l'OTAN, Paul Roche,", null)]
    [InlineData("Paul Roche", null)]
    public void We_are_those_for_whom_the_article_says_that_somebody_speaks(string who, string? expected)
    {
        var told = Proposed.Texts("fr", $"{who} affirme que le port est sûr. « Nous fermerons le port », a dit Paul Roche.");
        told.Where(t => !t.StartsWith("Le port", StringComparison.Ordinal)).ShouldBe(expected is null ? [] : [expected]);
    }

    [Theory]
    [InlineData("fr", "« Nous avons été très clairs : le port est sûr », a dit la mairie.", "Le port est sûr")]
    [InlineData("fr", "« Nous sommes formels : le port est sûr », a dit la mairie.", "Le port est sûr")]
    [InlineData("fr", "« Je n'entrerai pas dans ce débat », a dit le maire.", null)]
    [InlineData("fr", "« Nous l'avons fait », a dit la mairie.", null)]
    [InlineData("en", "\"We will not go into details,\" the city said.", null)]
    public void What_only_announces_refuses_or_points_back_puts_nothing_forward(string language, string text, string? expected) =>
        Proposed.Texts(language, text).ShouldBe(expected is null ? [] : [expected]);
}
