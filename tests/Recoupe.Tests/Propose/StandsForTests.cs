namespace Recoupe.Tests.Propose;

/// <summary>What a subject stands for, by all the forms of each rule in both languages; and what none is given for.</summary>
public sealed class StandsForTests
{
    private static readonly string[] Quantities =
    [
        "Un grand nombre", "Un tiers", "Le reste", "Le total", "La moitié", "La majorité", "La plupart", "Une dizaine", "Une centaine",
        "Une partie", "Une quantité",
    ];

    private static readonly string[] QuantitiesInEnglish =
        ["A large number", "A third", "The majority", "The rest", "A dozen", "A lot", "The total", "Half"];

    private static readonly string[] Impersonal =
    [
        "il est important de ne pas fermer le port", "il était prévu de le fermer", "il est normal que le port ferme",
        "il a été décidé de fermer le port", "il a été établi que le port ferme", "il faut fermer le port",
    ];

    private static readonly string[] ImpersonalInEnglish =
    [
        "it was important to close the port", "it was decided to quickly close the port", "it was hard for the crew to leave",
        "it is normal that the port will close", "it would be wrong to close the port", "it is time for the crew to leave",
    ];

    private static readonly string[] Personal = ["il était membre de l'alliance", "il est parti de Sarle", "il a été retiré de la mer"];

    private static readonly string[] PersonalInEnglish =
        ["it was taken to the port", "it was good for the town", "it would be sold to the town"];

    public static TheoryData<string, string> OfQuantities()
    {
        var data = new TheoryData<string, string>();
        foreach (var quantity in Quantities)
        {
            var isFeminine = quantity[..3] is "La " or "Une";
            var (pronoun, teller, e) = isFeminine ? ("elle", "Le maire", "e") : ("il", "La mairie", "");
            data.Add("fr", $"{quantity} a été conduit{e} au port lundi. {teller} affirme qu'{pronoun} a été laissé{e} à Sarle.");
        }

        foreach (var quantity in QuantitiesInEnglish)
            data.Add("en", $"{quantity} was found in the sea on Monday. The mayor said it was taken to the port of Sarle.");
        return data;
    }

    public static TheoryData<string, string, bool> Expletives()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var (clauses, isPersonal) in new[] { (Impersonal, false), (Personal, true) })
        {
            foreach (var clause in clauses) data.Add("fr", $"Un bateau a coulé lundi. La mairie affirme qu'{clause}.", isPersonal);
        }

        foreach (var (clauses, isPersonal) in new[] { (ImpersonalInEnglish, false), (PersonalInEnglish, true) })
        {
            foreach (var clause in clauses) data.Add("en", $"A boat sank on Monday. The mayor said {clause}.", isPersonal);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(OfQuantities))]
    public void No_pronoun_stands_for_how_many_something_is(string language, string text) => Proposed.Texts(language, text).ShouldBeEmpty();

    [Theory]
    [InlineData("fr", "Un bateau a été conduit au port lundi. La mairie affirme qu'il a été laissé à Sarle.", "[Le bateau] a été laissé à Sarle")]
    [InlineData("en", "A boat was found on Monday. The mayor said it was taken to the port.", "[The boat] was taken to the port")]
    public void It_stands_for_what_was_told_of_before(string language, string text, string expected) =>
        Proposed.Texts(language, text).ShouldBe([expected]);

    [Theory]
    [MemberData(nameof(Expletives))]
    public void What_stands_for_nothing_is_told_by_the_clause_after_it(string language, string text, bool isPersonal)
    {
        var stands = Proposed.Texts(language, text).ShouldHaveSingleItem();
        if (isPersonal) stands.ShouldStartWith(language == "fr" ? "[Le bateau] " : "[The boat] ");
        else stands.ShouldStartWith(language == "fr" ? "Il " : "It ");
    }

    public static TheoryData<string, string, bool> Posts()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var deed in (string[])["shared 300 times", "viewed 300 times", "filmed in Lyon", "watched by many", "deleted on Monday"])
        {
            data.Add("en", $"The group Dock News met on Monday. The mayor said it was {deed}.", false);
            data.Add("en", $"A video appeared on Monday. The mayor said it was {deed}.", true);
        }

        foreach (var deed in (string[])["partagée 300 fois", "visionnée 300 fois", "filmée à Lyon", "publiée lundi", "supprimée lundi"])
        {
            data.Add("fr", $"La ligue Ardane s'est réunie lundi. Le maire affirme qu'elle a été {deed}.", false);
            data.Add("fr", $"Une vidéo est apparue lundi. Le maire affirme qu'elle a été {deed}.", true);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public void What_is_done_to_a_post_is_not_done_to_whoever_posts(string language, string text, bool isPost)
    {
        var told = Proposed.Texts(language, text);
        if (isPost) told.ShouldHaveSingleItem().ShouldStartWith(language == "fr" ? "[La vidéo] " : "[The video] ");
        else told.ShouldBeEmpty();
    }
}
