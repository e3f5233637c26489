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
