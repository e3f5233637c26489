using Recoupe.Extract;
using Recoupe.Read;

namespace Recoupe.Tests.Extract.Statements;

/// <summary>Tellings that stand after another verb: of whom a relative clause is of, and without a "that" after "but".</summary>
public sealed class SecondVerbTests
{
    private static readonly string[] Seen = ["Le ministre a rencontré", "La police cherche", "Le maire avait vu"];

    private static readonly (string Who, string First)[] Whom =
    [
        ("des habitants", "qui ont perdu leur maison"), ("des témoins", "qui n'ont pas été entendus"), ("des habitants", "qui ont fui"),
    ];

    private static readonly string[] Tellings = [", mais assurent que", " mais affirment que", " et disent que"];

    private static readonly string[] Tellers = ["police believe", "police say", "officials fear", "officials think"];
    private static readonly string[] Facts = ["the driver fled the town", "the driver left the port", "the man escaped"];

    public static TheoryData<string, string> Relatives()
    {
        var data = new TheoryData<string, string>();
        foreach (var seen in Seen)
        {
            foreach (var (who, first) in Whom)
            {
                foreach (var telling in Tellings) data.Add($"{seen} {who} {first}{telling} la digue tenait.", who);
            }
        }

        return data;
    }

    public static TheoryData<string, string> Plain()
    {
        var data = new TheoryData<string, string>();
        foreach (var teller in Tellers)
        {
            foreach (var fact in Facts) data.Add($"The road is open but {teller} {fact}.", fact);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Relatives))]
    public void Whoever_a_relative_clause_is_of_tells_its_second_verb_too(string text, string who)
    {
        foreach (var (source, content) in Told("fr", text))
            (source, content).ShouldBe((source?.EndsWith(who[4..], StringComparison.Ordinal) == true ? source : who, "la digue tenait"));
    }

    public static TheoryData<string, string, string, string, string> Participles()
    {
        var data = new TheoryData<string, string, string, string, string>();
        foreach (var joint in (string[])["et", "mais"])
        {
            foreach (var (first, content) in ((string, string)[])[("leur disant que la digue tenait", "la digue tenait"), ("affirmant que le pont était fermé", "le pont était fermé")])
            {
                foreach (var second in (string[])["leur demandant de quitter la zone", "leur ordonnant de quitter la zone"])
                    data.Add("fr", $"Le préfet a réuni la presse lundi, {first} {joint} {second}.", "Le préfet", content, "quitter la zone");
                data.Add("fr", $"Le préfet a réuni la presse lundi, {first} {joint} reconnaissant que la pompe était en panne.", "Le préfet", content, "la pompe était en panne");
            }
        }

        foreach (var joint in (string[])["and", "but"])
        {
            foreach (var second in (string[])["asking them to leave the valley", "ordering them to leave the valley"])
                data.Add("en", $"The mayor released a video on Monday, telling residents that the dam was safe {joint} {second}.", "The mayor", "the dam was safe", "leave the valley");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Participles))]
    public void A_participle_that_goes_on_is_of_the_same_teller(string language, string text, string who, string first, string second) =>
        Told(language, text).ShouldBe([(who, first), (who, second)], text);

    [Theory]
    [InlineData("They also claimed Carver was a volunteer and claim she left.", "Carver was a volunteer")]
    [InlineData("Officials claimed Carver was a spy and say he fled.", "Carver was a spy")]
    [InlineData("The unions claimed Carver was a spy.", "Carver was a spy")]
    public void A_clause_without_a_mark_ends_before_the_next_verb_of_its_tellers(string text, string content) =>
        Told("en", "Mark Carver is a farmer. " + text).ShouldContain(t => t.Content == content, text);

    [Theory]
    [InlineData("Le directeur a écrit une note interne rappelant que les visites sont interdites.", "Le directeur")]
    [InlineData("Le directeur a rédigé une note interne rappelant que les visites sont interdites.", "Le directeur")]
    [InlineData("Une note interne rappelant que les visites sont interdites est affichée.", "Une note interne")]
    public void What_a_paper_tells_is_no_part_of_its_name(string text, string who) => Told("fr", text).ShouldHaveSingleItem().Source.ShouldBe(who);

    [Fact]
    public void Most_of_those_are_found() =>
        Relatives().Count(row => Told("fr", row.Data.Item1).Count == 1).ShouldBeGreaterThanOrEqualTo(24);

    [Theory]
    [MemberData(nameof(Plain))]
    public void A_clause_without_a_mark_is_told_after_but(string text, string fact) =>
        Told("en", text).ShouldContain(t => t.Content == fact && t.Source != null, text);

    [Theory]
    [InlineData("fr", "Le ministre a rencontré des habitants qui ont fui, mais assure que la digue tenait.", "Le ministre")]
    [InlineData("fr", "Les ministres ont vu un homme qui a fui, et affirment que la digue tenait.", "Les ministres")]
    public void What_agrees_with_the_first_subject_stays_its_own(string language, string text, string who) =>
        Told(language, text).ShouldHaveSingleItem().Source.ShouldBe(who);

    [Fact]
    public void A_noun_with_a_relative_clause_is_no_clause() =>
        Told("en", "The road is open but police believe the man who fled the town.").ShouldNotContain(t => t.Content == "fled the town");

    private static List<(string? Source, string Content)> Told(string language, string text)
    {
        var article = TestArticle.Of(text, language);
        var statements = Extractor.Extract(article, ArticleReader.Read(article)!, out _).Statements;
        return [.. statements.Select(s => (s.Source.Name, string.Join(" … ", s.Content.Select(c => c.In(text).ToString()))))];
    }
}
