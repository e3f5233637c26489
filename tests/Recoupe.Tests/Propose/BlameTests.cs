using Recoupe.Extract;
using Recoupe.Propose;
using Recoupe.Read;

namespace Recoupe.Tests.Propose;

/// <summary>Who blames somebody for a thing, or puts it down to something, says who or what is behind it.</summary>
public sealed class BlameTests
{
    private static readonly string[] FrenchDeeds = ["l'attaque", "l'explosion de l'usine", "la mort de dix mineurs"];
    private static readonly string[] EnglishDeeds = ["the attack", "the explosion at the plant", "the deaths of ten miners"];
    private static readonly string[] FrenchBlamed = ["accuse l'armée de {0}", "a accusé l'armée de {0}"];
    private static readonly string[] FrenchAscribed = ["a imputé {0} à l'armée", "attribue {0} à l'armée"];
    private static readonly string[] EnglishBlamed = ["blamed the army for {0}", "has accused the army of {0}"];
    private static readonly string[] EnglishAscribed = ["blamed {0} on the army", "attributed {0} to the army"];

    public static TheoryData<string, string, string, string> Sentences()
    {
        var sentences = new TheoryData<string, string, string, string>();
        foreach (var deed in FrenchDeeds)
        {
            foreach (var verb in FrenchBlamed) sentences.Add("fr", $"Le syndicat {Filled(verb, deed)}.", $"[L'armée est derrière] {deed}", "causer");
            foreach (var verb in FrenchAscribed) sentences.Add("fr", $"Le syndicat {Filled(verb, deed)}.", $"L'armée [est derrière] {deed}", "causer");
        }

        foreach (var deed in EnglishDeeds)
        {
            foreach (var verb in EnglishBlamed) sentences.Add("en", $"The union {Filled(verb, deed)}.", $"[The army is behind] {deed}", "cause");
            foreach (var verb in EnglishAscribed) sentences.Add("en", $"The union {Filled(verb, deed)}.", $"The army [is behind] {deed}", "cause");
        }

        return sentences;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Who_is_blamed_is_behind_it(string language, string sentence, string proposition, string lemma)
    {
        var told = Found(language, sentence).SelectMany(s => s.Propositions).ShouldHaveSingleItem();
        (told.Text, told.Predicate.Lemma, told.Side).ShouldBe((proposition, lemma, Side.For));
        told.Arguments.Select(a => a.Role).ShouldBe([ArgumentRole.Subject, ArgumentRole.Object]);
    }

    [Theory]
    [InlineData("fr", "Le syndicat a attribué l'explosion de l'usine au gouvernement.", "[Le] gouvernement [est derrière] l'explosion de l'usine")]
    [InlineData("fr", "Le parti a imputé l'attaque à la Norlande et le Sudland a protesté.", "La Norlande [est derrière] l'attaque")]
    [InlineData("en", "Norland blamed a misfired rocket for the blast at the plant.", "A misfired rocket [is behind] the blast at the plant")]
    [InlineData("en", "Norland blamed a leak for the blast, a claim that the army disputed.", "[The leak is behind] the blast")]
    [InlineData("en", "This Wednesday (18), Norland blamed a failed rocket launch for the blast.", "[The failed rocket launch is behind] the blast")]
    public void Words_that_melt_or_run_on_are_parted(string language, string sentence, string proposition) =>
        Found(language, sentence).SelectMany(s => s.Propositions).ShouldContain(p => p.Text == proposition);

    [Theory]
    [InlineData("fr", "Le syndicat accuse le maire de corruption.")]
    [InlineData("en", "The union blamed it on the company.")]
    [InlineData("en", "The spokesman denied the death toll presented by the party.")]
    public void Where_it_is_not_told_who_or_what_there_is_none(string language, string sentence) =>
        Found(language, sentence).SelectMany(s => s.Propositions).ShouldBeEmpty();

    [Fact]
    public void The_day_blames_nobody() =>
        Found("en", "This Wednesday (18), Norland blamed a failed rocket launch for the blast.").ShouldHaveSingleItem().Source.Name.ShouldBe("Norland");

    private static string Filled(string verb, string deed) => verb.Replace("{0}", deed, StringComparison.Ordinal);

    private static IReadOnlyList<Statement> Found(string language, string text)
    {
        var header = new ArticleHeader(new("0123456789abcdef"), ContentHash.OfText(text), "told", "told.txt", null, null, null, [], language, null);
        var article = new Article(header, text, [new(new(0, text.Length), BlockKind.Body)]);
        var findings = Extractor.Extract(article, ArticleReader.Read(article)!, out var trees);
        return Proposer.Propose(article, trees, findings).Statements;
    }
}
