using Recoupe.Extract;
using Recoupe.Read;

namespace Recoupe.Tests.Extract.Statements;

/// <summary>A "that" right before a verb stands for the noun before it: every verb of telling after every preposition.</summary>
public sealed class RelativeClauseTests
{
    private static readonly string[] Verbs =
        ["said", "warned", "argued", "complained", "insisted", "boasted", "protested", "cautioned", "commented"];

    private static readonly string[] Nouns =
    [
        "after the flood that destroyed the mill", "of the storm that hit Sarle", "about the vote that ended the strike",
        "before the crash that killed 82 people",
    ];

    public static TheoryData<string> Relatives() =>
        [.. Verbs.SelectMany(verb => Nouns.Select(noun => $"The mayor of Sarle {verb} {noun}."))];

    [Theory]
    [MemberData(nameof(Relatives))]
    public void What_a_relative_clause_says_is_not_what_is_told(string text) =>
        Contents(text).ShouldAllBe(content => content.StartsWith("the ", StringComparison.Ordinal));

    [Theory]
    [InlineData("The mayor warned the residents that the bridge was closed.")]
    [InlineData("The mayor said after the flood that the bridge was closed.")]
    [InlineData("The mayor told reporters after the flood that the bridge was closed.")]
    public void A_clause_with_a_subject_is_told(string text) => Contents(text).ShouldBe(["the bridge was closed"]);

    private static List<string> Contents(string text)
    {
        var article = TestArticle.Of(text, "en");
        var statements = Extractor.Extract(article, ArticleReader.Read(article)!, out _).Statements;
        return [.. statements.Select(s => string.Join(" … ", s.Content.Select(c => c.In(text).ToString())))];
    }
}
