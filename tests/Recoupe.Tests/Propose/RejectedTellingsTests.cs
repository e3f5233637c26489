using Recoupe.Extract;
using Recoupe.Propose;
using Recoupe.Read;

namespace Recoupe.Tests.Propose;

/// <summary>Who denies what others tell is against it, whatever the verb, the noun for the thing told and the words that open its clause.</summary>
public sealed class RejectedTellingsTests
{
    private static readonly string[] EnglishVerbs = ["denied", "rejected", "dismissed", "refuted", "has denied"];
    private static readonly string[] EnglishNouns = ["reports", "claims", "rumours", "allegations", "suggestions", "a report"];
    private static readonly string[] EnglishOpeners = ["that the boat was towed", "suggesting that the boat was towed", "suggesting the boat was towed", "saying the boat was towed", "claiming that the boat was towed"];

    private static readonly string[] FrenchVerbs = ["a démenti", "a nié", "a rejeté", "a réfuté", "dément", "conteste"];
    private static readonly string[] FrenchNouns = ["les informations", "des rumeurs", "les allégations", "les affirmations", "des publications"];
    private static readonly string[] FrenchOpeners =
        ["selon lesquelles le bateau a été remorqué", "laissant entendre que le bateau a été remorqué", "affirmant que le bateau a été remorqué", "suggérant que le bateau a été remorqué", "disant que le bateau a été remorqué"];

    public static TheoryData<string, string> Sentences()
    {
        var sentences = new TheoryData<string, string>();
        foreach (var verb in EnglishVerbs)
            foreach (var noun in EnglishNouns)
                foreach (var opener in EnglishOpeners) sentences.Add("en", $"The ministry {verb} {noun} {opener}.");
        foreach (var verb in FrenchVerbs)
            foreach (var noun in FrenchNouns)
                foreach (var opener in FrenchOpeners) sentences.Add("fr", $"Le ministère {verb} {noun} {opener}.");
        return sentences;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Whoever_denies_a_thing_told_is_against_it(string language, string sentence)
    {
        var statements = Found(language, sentence);
        var denials = statements.Where(s => s.Stance == Stance.Denies && s.Source.Name is not null).ToList();
        denials.SelectMany(s => s.Propositions).ShouldContain(p => p.Side == Side.Against && (p.Text.Contains("towed") || p.Text.Contains("remorqué")), sentence);
        statements.Where(s => s.Source.Name is not null && s.Stance == Stance.Asserts).ShouldBeEmpty(sentence);
    }

    private static IReadOnlyList<Statement> Found(string language, string text)
    {
        var header = new ArticleHeader(new("0123456789abcdef"), ContentHash.OfText(text), "told", "told.txt", null, null, null, [], language, null);
        var article = new Article(header, text, [new(new(0, text.Length), BlockKind.Body)]);
        return Proposer.Propose(article, Trees(article, out var findings), findings).Statements;
    }

    private static Recoupe.Language.DependencyTrees Trees(Article article, out Findings findings)
    {
        findings = Extractor.Extract(article, ArticleReader.Read(article)!, out var trees);
        return trees;
    }
}
