using Recoupe.Extract;
using Recoupe.Propose;
using Recoupe.Read;

namespace Recoupe.Tests.Propose;

/// <summary>«Not X but Y», «Y and not X» put two things forward, whatever the verb and the words between: one is so, the other is not.</summary>
public sealed class CorrectionTests
{
    // A clause with the place of the two, the word before each, and the two.
    private static readonly (string Clause, string Turned, string X, string Y)[] French =
    [
        ("l'incendie a été causé {0}", "l'incendie n'a pas été causé {0}", "par un missile", "par une fuite"),
        ("l'incendie est dû {0}", "l'incendie n'est pas dû {0}", "à un missile", "à une fuite"),
        ("le tir vient {0}", "le tir ne vient pas {0}", "du nord", "du sud"),
        ("l'explosion est le résultat {0}", "l'explosion n'est pas le résultat {0}", "d'un missile", "d'une fuite"),
        ("la cause est {0}", "la cause n'est pas {0}", "un missile", "une fuite"),
    ];

    private static readonly (string Clause, string Turned, string X, string Y)[] English =
    [
        ("the fire was caused {0}", "the fire was not caused {0}", "by a missile", "by a leak"),
        ("the shot came {0}", "the shot did not come {0}", "from the north", "from the south"),
        ("the blast was the result {0}", "the blast was not the result {0}", "of a missile", "of a leak"),
        ("the cause was {0}", "the cause was not {0}", "a missile", "a leak"),
    ];

    private static readonly string[] FrenchBut = ["mais", ", mais", ", mais très probablement"];
    private static readonly string[] FrenchNot = ["et non", ", et non pas", "et non pas"];
    private static readonly string[] EnglishBut = ["but", ", but", ", but most likely"];
    private static readonly string[] EnglishNot = [", not", "and not"];

    public static TheoryData<string, string, string, string> Sentences()
    {
        var sentences = new TheoryData<string, string, string, string>();
        Add("fr", "Le ministère affirme que ", French, FrenchBut, FrenchNot);
        Add("en", "The ministry said ", English, EnglishBut, EnglishNot);
        return sentences;

        void Add(string language, string teller, (string Clause, string Turned, string X, string Y)[] clauses, string[] but, string[] not)
        {
            foreach (var (clause, turned, x, y) in clauses)
            {
                foreach (var word in but) sentences.Add(language, teller + Filled(turned, $"{x} {word} {y}"), x, y);
                foreach (var word in not) sentences.Add(language, teller + Filled(clause, $"{y} {word} {x}"), x, y);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void One_thing_is_so_and_the_other_is_not(string language, string sentence, string wrong, string right)
    {
        var told = Found(language, sentence);
        told.Count.ShouldBe(2, Shown(told));
        var isNot = told.Single(p => p.Predicate.Negated);
        var isSo = told.Single(p => !p.Predicate.Negated);
        (isNot.Text.Contains(wrong), isNot.Text.Contains(right)).ShouldBe((true, false), Shown(told));
        (isSo.Text.Contains(right), isSo.Text.Contains(wrong)).ShouldBe((true, false), Shown(told));
        told.ShouldAllBe(p => p.Supplied.IsEmpty);
    }

    [Theory]
    [InlineData("fr", "Le ministère affirme que l'incendie n'est pas seulement dû à une fuite mais aussi au vent.")]
    [InlineData("fr", "Le ministère affirme que l'incendie est dû à une fuite et à un missile.")]
    [InlineData("fr", "Le ministère affirme que le pont n'est pas fermé.")]
    [InlineData("en", "The ministry said the fire was not only caused by a leak but also by a missile.")]
    [InlineData("en", "The ministry said the fire was not caused by a missile.")]
    [InlineData("en", "The ministry said the fire was caused by a leak but quickly.")]
    public void What_corrects_nothing_is_one(string language, string sentence)
    {
        var told = Found(language, sentence);
        told.Count.ShouldBe(1, Shown(told));
    }

    [Fact]
    public void Who_does_it_is_the_one_who_is_kept()
    {
        var told = Found("en", "The ministry said the fire was not caused by a missile but by a leak.");
        var doers = told.Select(p => (p.Predicate.Negated, p.Arguments.Single(a => a.Role == ArgumentRole.Subject).Head));
        doers.ShouldBe([(true, "missile"), (false, "leak")]);
    }

    private static string Filled(string clause, string with) =>
        clause.Replace("{0}", with, StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal) + ".";

    private static string Shown(IEnumerable<Proposition> told) => string.Join(" | ", told.Select(p => p.Text));

    private static List<Proposition> Found(string language, string text)
    {
        var header = new ArticleHeader(new("0123456789abcdef"), ContentHash.OfText(text), "told", "told.txt", null, null, null, [], language, null);
        var article = new Article(header, text, [new(new(0, text.Length), BlockKind.Body)]);
        var findings = Extractor.Extract(article, ArticleReader.Read(article)!, out var trees);
        return [.. Proposer.Propose(article, trees, findings).Statements.SelectMany(s => s.Propositions)];
    }
}
