namespace Recoupe.Tests.Propose;

/// <summary>Denials by words that point back: each form, after what it denies and before it, in both languages; and what only looks like one.</summary>
public sealed class DenialTests
{
    private const string FrenchClaim = "les pluies ont fait 1 250 morts à Montrel", EnglishClaim = "the rains killed 1,250 people in Montrel";

    private static readonly string[] French =
    [
        "a démenti ces chiffres", "a démenti cette information", "a démenti l'information", "a rejeté ces accusations", "a nié ces accusations", "dément cette affirmation", "a contesté ce bilan",
        "a réfuté ces allégations", "l'a démenti", "a démenti", "a qualifié ces accusations de mensongères", "a jugé ces accusations infondées", "a assuré que cette information était fausse",
        "a affirmé que ces chiffres étaient faux", "a balayé ces accusations", "conteste cette version",
    ];

    private static readonly string[] English =
    [
        "denied these figures", "denied the report", "denied the reports", "rejected the accusations", "dismissed the claims", "denied it", "denied this", "has refuted these allegations", "called the report false",
        "described the claim as baseless", "said the report was false", "said this was not true", "dismissed the claim as a lie", "disputed the toll", "called the claims unfounded", "said it was untrue",
    ];

    private static readonly string[] FrenchSentences =
    [
        "« C'est faux », a déclaré la ministre Anne Lind.", "« Ces chiffres sont inexacts », a déclaré la ministre Anne Lind.", "« Ce n'est pas vrai », a dit la ministre Anne Lind.", "Une information démentie par la ministre Anne Lind.",
        "Cette information a été démentie par la ministre Anne Lind.", "Ces chiffres ont été démentis par la ministre Anne Lind.", "Selon la ministre Anne Lind, cette information est fausse.", "« Tout cela est faux », a dit la ministre Anne Lind.",
    ];

    private static readonly string[] EnglishSentences =
    [
        "\"That is not true,\" minister Anne Lind said.", "\"These figures are wrong,\" minister Anne Lind said.", "\"It is a lie,\" minister Anne Lind said.", "The figures were denied by minister Anne Lind.",
    ];

    public static TheoryData<string, string> Denying() => Data(
        French.Select(f => ("fr", $"Selon la mairie de Sarle, {FrenchClaim}. La ministre de la Santé, Anne Lind, {f}.")),
        FrenchSentences.Select(s => ("fr", $"Selon la mairie de Sarle, {FrenchClaim}. {s}")),
        English.Select(f => ("en", $"The mayor of Sarle said {EnglishClaim}. The health minister, Anne Lind, {f}.")),
        EnglishSentences.Select(s => ("en", $"The mayor of Sarle said {EnglishClaim}. {s}")));

    public static TheoryData<string, string> DenyingBefore() => Data(
        ["a démenti ces chiffres", "a démenti cette information", "a contesté ce bilan", "a rejeté ces accusations"],
        ["denied these figures", "denied the report", "disputed the toll", "rejected the accusations"],
        (fr, f) => fr ? $"La ministre de la Santé, Anne Lind, {f}. Selon la mairie de Sarle, {FrenchClaim}." : $"The health minister, Anne Lind, {f}. The mayor of Sarle said {EnglishClaim}.");

    public static TheoryData<string, string> NotDenying() => Data(
        [
            ("fr", $"Selon la mairie de Sarle, {FrenchClaim}. La ministre de la Santé, Anne Lind, n'a pas démenti ces chiffres."),
            ("fr", $"Selon la mairie de Sarle, {FrenchClaim}. La ministre de la Santé, Anne Lind, a annoncé ces chiffres."),
            // Nobody denies what she tells herself.
            ("fr", $"Selon la ministre Anne Lind, {FrenchClaim}. La ministre Anne Lind a démenti cette information."),
            // What is set beside a clause stands for that clause, and what comes later in a text was not denied before.
            ("fr", $"Il a plu lundi. Le vent a soufflé. La ministre Anne Lind a démenti. Selon la mairie de Sarle, {FrenchClaim}."),
            // What no number was told of, no word for a number denies.
            ("fr", "Selon la mairie de Sarle, le pont de Montrel est fermé. La ministre de la Santé, Anne Lind, a démenti ces chiffres."),
            // Too far back.
            ("fr", $"Selon la mairie de Sarle, {FrenchClaim}. Le ciel est gris. La mer est calme. Le vent est tombé. Le port est ouvert. La ministre de la Santé, Anne Lind, a démenti ces chiffres."),
            ("en", $"The mayor of Sarle said {EnglishClaim}. Parties spoke of a fault, an assertion that was disputed by the police."),
            ("en", $"It rained on Monday. The wind blew. Minister Anne Lind denied it. The mayor of Sarle said {EnglishClaim}."),
            ("en", $"The mayor of Sarle said {EnglishClaim}. The health minister, Anne Lind, did not deny the figures."),
            ("en", $"The mayor of Sarle said {EnglishClaim}. The health minister, Anne Lind, announced the figures."),
            ("en", "The mayor of Sarle said the bridge of Montrel is closed. The health minister, Anne Lind, disputed the toll."),
        ]);

    [Theory]
    [MemberData(nameof(Denying))]
    [MemberData(nameof(DenyingBefore))]
    public void A_denial_that_points_back_is_against_what_it_points_at(string language, string text) =>
        Found(language, text).ShouldContain($"against CT- | [{Worded(language)}]", StringComparer.Ordinal, text);

    [Theory]
    [MemberData(nameof(NotDenying))]
    public void What_only_looks_like_a_denial_is_against_nothing(string language, string text) =>
        Found(language, text).ShouldNotContain(line => line.StartsWith("against", StringComparison.Ordinal), text);

    [Theory]
    [InlineData("fr", "Vérification : faux.")]
    [InlineData("fr", "Cette affirmation est infondée.")]
    [InlineData("fr", "C'est faux : il n'y a pas eu de pluie.")]
    [InlineData("en", "Verdict: false.")]
    [InlineData("en", "The claim is unfounded.")]
    [InlineData("en", "This is false: there was no rain.")]
    public void A_verdict_is_the_articles_own_word_against_what_was_told_before_it(string language, string verdict)
    {
        var text = language == "fr" ? $"Des internautes affirment que {FrenchClaim}. {verdict}" : $"Posts claim that {EnglishClaim}. {verdict}";
        Found(language, text, own: true).ShouldContain($"own against CT- | [{Worded(language)}]", StringComparer.Ordinal, text);
    }

    [Theory]
    [InlineData("fr", "La ministre Anne Lind a démenti un bilan de 300 morts à Sarle.", "against CT- | Un bilan [est] de 300 morts à Sarle")]
    [InlineData("fr", "La ministre Anne Lind a démenti un bilan de 300 morts, que lui attribue la mairie.", "against CT- | Un bilan [est] de 300 morts")]
    [InlineData("en", "Minister Anne Lind denied the death toll of 300 in Sarle.", "against CT- | The death toll [is] 300 in Sarle")]
    public void A_number_told_as_a_noun_is_worded_with_its_copula(string language, string text, string expected) => 
        Found(language, text).ShouldContain(expected, StringComparer.Ordinal);

    private static string Worded(string language) => language == "fr" ? "L" + FrenchClaim[1..] : "T" + EnglishClaim[1..];

    private static IReadOnlyList<string> Found(string language, string text, bool own = false) =>
        new PropositionSpec(language + ".md", "", text, own ? ["own for "] : []).Found();

    private static TheoryData<string, string> Data(params IEnumerable<(string Language, string Text)>[] all)
    {
        var data = new TheoryData<string, string>();
        foreach (var (language, text) in all.SelectMany(a => a)) data.Add(language, text);
        return data;
    }

    private static TheoryData<string, string> Data(string[] french, string[] english, Func<bool, string, string> worded) =>
        Data(french.Select(f => ("fr", worded(true, f))), english.Select(f => ("en", worded(false, f))));
}
