namespace Recoupe.Tests.Propose;

/// <summary>Short forms that the article has told in full: each kind with all its nouns, and what stays as it is.</summary>
public sealed class ShortFormTests
{
    private static readonly string[] Staffed = ["la direction", "le personnel", "chaque agent", "les salariés", "chaque employé"];
    private static readonly string[] StaffedInEnglish = ["the management", "the staff", "every employee", "the workers"];

    private static readonly string[] Workplaces = ["centre hospitalier de Sarle", "lycée Vogt", "musée de Vessa"];
    private static readonly string[] WorkplacesInEnglish = ["hospital of Sarle", "museum of Vessa", "school of Vessa"];

    public static TheoryData<string, string, string> People()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var place in Workplaces)
        {
            foreach (var who in Staffed)
            {
                var loses = who.StartsWith("les", StringComparison.Ordinal) ? "perdront leur" : "perdra sa";
                data.Add("fr", $"La section du syndicat du {place} affirme que {who} {loses} prime.", $"{who} [du {place}]");
            }
        }

        foreach (var place in WorkplacesInEnglish)
        {
            foreach (var who in StaffedInEnglish)
                data.Add("en", $"The union of the {place} said {who} lost the bonus.", $"{who} [of the {place}]");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(People))]
    public void Those_who_work_somewhere_are_of_where_who_speaks_works(string language, string text, string expected) =>
        Proposed.Texts(language, text).ShouldContain(t => t.Contains(expected, StringComparison.OrdinalIgnoreCase), text);

    [Theory]
    [InlineData("fr", "La section du syndicat du lycée Vogt affirme que la direction du parti a menti.")]
    [InlineData("fr", "La section du syndicat du lycée Vogt affirme que la direction régionale a menti.")]
    [InlineData(
        "fr",
        "La section du lycée Vogt affirme qu'il a plu. La section du musée de Vessa affirme que la direction a menti.")]
    [InlineData("fr", "Le maire affirme que la direction a menti.")]
    [InlineData("en", "The union of the hospital of Sarle said the management of the party left the town.")]
    public void Where_another_may_be_meant_nothing_is_added(string language, string text) =>
        Proposed.Texts(language, text)[^1].ShouldNotContain("[");

    [Theory]
    [InlineData(
        "fr", "Deux groupes paramilitaires norlandais sont arrivés. La mairie affirme que les groupes paramilitaires ont fui.",
        "Les groupes paramilitaires [norlandais] ont fui")]
    [InlineData(
        "fr", "Deux groupes paramilitaires norlandais pro-russes sont arrivés. La mairie affirme que les groupes ont fui.",
        "Les groupes [paramilitaires norlandais pro-russes] ont fui")]
    [InlineData(
        "fr", "La population norlandaise en Europe est partie. La mairie affirme que la population norlandaise est rentrée.",
        "La population norlandaise est rentrée")]
    [InlineData("en", "Daniel Montalvo left the church. The police said Daniel was free.", "[Daniel Montalvo] was free")]
    [InlineData(
        "en", "Valeska Paris, a nurse, left the church. Paris said the church was closed. The police said Paris was free.",
        "[Valeska Paris] was free")]
    [InlineData("en", "Lena Holt left the church. The police said Holt was free.", "Holt was free")]
    [InlineData("en", "Daniel Montalvo met Daniel Holt. The police said Daniel was free.", "Daniel was free")]
    [InlineData(
        "en", "Lena Holt said she was sent to Marseille but ended up spending a year there.",
        "[Lena Holt] ended up spending a year there [Marseille]")]
    [InlineData(
        "en", "Lena Holt said she was sent to Lyon in France but ended up spending a year there.",
        "[Lena Holt] ended up spending a year there")]
    [InlineData(
        "fr", "La mairie affirme que le maire a été envoyé à Marseille et qu'il est resté là-bas.",
        "[Le maire] est resté là-bas [Marseille]")]
    public void A_short_form_gets_what_the_article_told_and_no_more(string language, string text, string expected) =>
        Proposed.Texts(language, text)[^1].ShouldBe(expected);
}
