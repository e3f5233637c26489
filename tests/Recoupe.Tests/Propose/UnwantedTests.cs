namespace Recoupe.Tests.Propose;

/// <summary>What is warned or spoken against is not told as a fact: every verb with every sort of noun, in both languages.</summary>
public sealed class UnwantedTests
{
    private static readonly string[] Warning = ["a mis en garde", "met en garde", "mettait en garde"];
    private static readonly string[] Opposing =
        ["s'est prononcé contre", "s'est exprimé contre", "a protesté contre", "a plaidé contre", "a milité contre"];

    private static readonly string[] WarningInEnglish = ["warned", "has warned", "cautioned"];
    private static readonly string[] OpposingInEnglish = ["argued against", "spoke out against", "campaigned against", "protested against"];

    private static readonly (string Noun, string Worded)[] Warned =
    [
        ("l'utilisation du pont", "[{0} ne doivent pas utiliser le] pont"),
        ("la fermeture du port", "[{0} ne doivent pas fermer le] port"),
    ];

    private static readonly (string Noun, string Worded)[] Opposed =
    [
        ("la participation du Norland au raid", "[Le] Norland [ne doit pas participer] au raid"),
        ("la fermeture de la halle", "La halle [ne doit pas être fermée]"),
        ("l'ouverture des ponts", "[Les] ponts [ne doivent pas être ouverts]"),
    ];

    private static readonly (string Noun, string Worded)[] OpposedInEnglish =
    [
        ("the participation of Norland in the raid", "Norland [should not participate] in the raid"),
        ("the closure of the mill", "The mill [should not be closed]"),
    ];

    public static TheoryData<string, string, string> Against()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var verb in Warning)
        {
            foreach (var (noun, worded) in Warned)
            {
                foreach (var whom in (string[])["les habitants", "l'armée et la police"])
                    data.Add("fr", $"Le maire {verb} {whom} contre {noun}.", worded.Replace("{0}", "L" + whom[1..], StringComparison.Ordinal));
            }
        }

        foreach (var verb in WarningInEnglish)
            data.Add("en", $"The mayor {verb} residents against the use of the bridge.", "[Residents should not use] the bridge");
        foreach (var verb in Opposing)
        {
            foreach (var (noun, worded) in Opposed) data.Add("fr", $"Le maire {verb} {noun}.", worded);
        }

        foreach (var verb in OpposingInEnglish)
        {
            foreach (var (noun, worded) in OpposedInEnglish) data.Add("en", $"The mayor {verb} {noun}.", worded);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Against))]
    public void What_is_told_against_a_deed_is_that_it_should_not_be(string language, string text, string worded)
    {
        foreach (var told in Proposed.Told(language, text))
            (told.Text, told.Kind, told.Certainty, told.Predicate.Negated)
                .ShouldBe((worded, PropositionKind.Wish, Certainty.Uncommitted, true));
    }

    [Fact]
    public void Most_of_it_is_worded() =>
        Against().Count(row => Proposed.Told(row.Data.Item1, row.Data.Item2).Count > 0).ShouldBeGreaterThanOrEqualTo(20);

    [Theory]
    [InlineData("fr", "Le maire a mis en garde contre une hausse des prix.")]
    [InlineData("fr", "Le maire a mis en garde l'armée contre une hausse des prix.")]
    [InlineData("en", "The mayor warned against a rise in prices.")]
    public void What_is_no_deed_of_theirs_is_asked_of_nobody(string language, string text) =>
        Proposed.Told(language, text).ShouldAllBe(p => p.Kind != PropositionKind.Wish && p.Certainty != Certainty.Uncommitted);
}
