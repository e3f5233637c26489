namespace Recoupe.Tests.Propose;

/// <summary>Who does what an infinitive tells: every verb in every tense, voice and with every sort of object.</summary>
public sealed class ControlTests
{
    private const string French = "Un incendie a ravagé la halle de Sarle lundi. ";
    private const string English = "A fire destroyed the mill at Sarle on Monday. ";

    // A verb, what stands before its object, what before its infinitive.
    private static readonly (string Present, string Imperfect, string Perfect, string To, string Of, string Deed)[] Accusing =
    [
        ("accuse", "accusait", "a accusé", "", "d'", "avoir incendié la halle"),
        ("soupçonne", "soupçonnait", "a soupçonné", "", "d'", "avoir incendié la halle"),
        ("suspecte", "suspectait", "a suspecté", "", "d'", "avoir incendié la halle"),
        ("blâme", "blâmait", "a blâmé", "", "pour ", "avoir incendié la halle"),
        ("reproche", "reprochait", "a reproché", "à ", "d'", "avoir incendié la halle"),
        ("demande", "demandait", "a demandé", "à ", "de ", "quitter la ville"),
        ("ordonne", "ordonnait", "a ordonné", "à ", "de ", "quitter la ville"),
        ("exhorte", "exhortait", "a exhorté", "", "à ", "quitter la ville"),
    ];

    private static readonly (string Past, string Perfect, string To, string Of, string Deed)[] AccusingInEnglish =
    [
        ("accused", "has accused", "", "of ", "burning the mill"),
        ("blamed", "has blamed", "", "for ", "burning the mill"),
        ("asked", "has asked", "", "to ", "leave the town"),
        ("ordered", "has ordered", "", "to ", "leave the town"),
        ("urged", "has urged", "", "to ", "leave the town"),
    ];

    public static IEnumerable<TheoryDataRow<string, string, string>> Active()
    {
        foreach (var verb in Accusing)
        {
            foreach (var tense in (string[])[verb.Present, verb.Imperfect, verb.Perfect])
                yield return new("fr", $"{French}La préfète Lena Holt {tense} {verb.To}l'armée norlandaise {verb.Of}{verb.Deed}.", "[L'armée norlandaise ");
        }

        foreach (var verb in AccusingInEnglish)
        {
            foreach (var tense in (string[])[verb.Past, verb.Perfect])
                yield return new("en", $"{English}Prefect Lena Holt {tense} {verb.To}the Norland army {verb.Of}{verb.Deed}.", "[The Norland army ");
        }
    }

    public static IEnumerable<TheoryDataRow<string, string, string>> Passive() =>
    [
        new("fr", $"{French}L'armée norlandaise est accusée d'avoir incendié la halle.", "[L'armée norlandaise a]"),
        new("fr", $"{French}L'armée norlandaise a été accusée d'avoir incendié la halle.", "[L'armée norlandaise a]"),
        new("fr", $"{French}L'armée norlandaise est soupçonnée d'avoir incendié la halle.", "[L'armée norlandaise a]"),
        new("fr", $"{French}Les habitants ont été priés de quitter la ville.", "[Les habitants doivent]"),
        new("en", $"{English}The Norland army is accused of burning the mill.", "[The Norland army burned]"),
        new("en", $"{English}The Norland army was blamed for burning the mill.", "[The Norland army burned]"),
        new("en", $"{English}Residents were told to leave the town.", "[Residents should]"),
    ];

    public static IEnumerable<TheoryDataRow<string, string, string>> Pointing() =>
    [
        new("fr", $"{French}Le groupe Ardane a nié. L'armée norlandaise l'accuse d'avoir incendié la halle.", "[Le groupe Ardane a]"),
        new("fr", $"{French}Le groupe Ardane a nié. L'armée norlandaise lui reproche d'avoir incendié la halle.", "[Le groupe Ardane a]"),
        new("en", $"{English}The Ardane group said it was shocked. The army accused it of burning the mill.", "[The Ardane group burned]"),
    ];

    public static IEnumerable<TheoryDataRow<string, string, string>> Subject() =>
    [
        new("fr", $"{French}La préfète Lena Holt a promis de rouvrir le pont.", "[Lena Holt rouvrira]"),
        new("fr", $"{French}La préfète Lena Holt a promis aux habitants de rouvrir le pont.", "[Lena Holt rouvrira]"),
        new("fr", $"{French}La préfète Lena Holt menace l'armée de fermer le pont.", "[Lena Holt fermera]"),
        new("fr", $"{French}La préfète Lena Holt affirme avoir prévenu les habitants.", "[Lena Holt a]"),
        new("fr", $"{French}La préfète Lena Holt affirme ne pas avoir prévenu les habitants.", "[Lena Holt n'a pas]"),
        new("en", $"{English}Prefect Lena Holt promised residents to reopen the bridge.", "[Lena Holt will]"),
        new("en", $"{English}Prefect Lena Holt threatened to close the bridge.", "[Lena Holt will]"),
        new("en", $"{English}Prefect Lena Holt admitted burning the mill.", "[Lena Holt burned]"),
    ];

    [Theory]
    [MemberData(nameof(Active))]
    public void Whoever_is_accused_or_asked_does_it(string language, string text, string opening) =>
        Told(text, language).ShouldAllBe(p => p.StartsWith(opening, StringComparison.Ordinal));

    [Fact]
    public void Most_of_what_is_accused_or_asked_is_worded() =>
        Active().Count(row => Told(row.Data.Item2, row.Data.Item1).Count > 0).ShouldBeGreaterThanOrEqualTo(26);

    [Theory]
    [MemberData(nameof(Passive))]
    [MemberData(nameof(Pointing))]
    [MemberData(nameof(Subject))]
    public void Who_does_it_is_told_by_the_verb(string language, string text, string opening) =>
        Told(text, language).ShouldContain(p => p.StartsWith(opening, StringComparison.Ordinal));

    [Theory]
    [InlineData("fr", "La préfète Lena Holt interdit à l'armée norlandaise de quitter la ville.")]
    [InlineData("fr", "La préfète Lena Holt l'accuse d'avoir incendié la halle.")]
    [InlineData("en", "Prefect Lena Holt warned against crossing the bridge.")]
    [InlineData("en", "Prefect Lena Holt called for opening the bridge.")]
    public void What_is_forbidden_or_done_by_nobody_known_is_not_worded(string language, string text) =>
        Told(text, language).ShouldBeEmpty();

    private static List<string> Told(string text, string language) => Proposed.Texts(language, text);
}
