using Recoupe.Extract;
using Recoupe.Propose;
using Recoupe.Read;

namespace Recoupe.Tests.Propose;

/// <summary>What is denied in a noun, said of nobody's word, or said of nobody, is the plain proposition: on the other side, less than certain, negated.</summary>
public sealed class NounDenialTests
{
    private static readonly string[] EnglishDeniers = ["The minister denied", "Police have denied", "Defence minister Petra Hollis denied"];
    private static readonly (string Noun, string Verb)[] EnglishDeeds =
    [
        ("destruction of the bridge", "destroy"), ("capture of the colonel", "capture"), ("bombing of the hospital", "bomb"), ("sabotage of the pipeline", "sabotage"),
        ("arrest of the mayor", "arrest"), ("kidnapping of the mayor", "kidnap"), ("explosion of the boiler", "explode"), ("killing of two men", "kill"),
    ];

    private static readonly string[] FrenchDeniers = ["La ministre a démenti", "La police dément", "La ministre de la Défense, Petra Hollis, a démenti", "La société Gasnord a nié"];
    private static readonly (string Noun, string Verb)[] FrenchDeeds =
    [
        ("la destruction du pont de l'Orla", "détruire"), ("la capture du colonel", "capturer"), ("le bombardement de l'hôpital", "bombarder"), ("le sabotage du gazoduc", "saboter"),
        ("l'arrestation du maire", "arrêter"), ("l'enlèvement du maire", "enlever"), ("l'explosion de la chaudière", "exploser"), ("l'assassinat de deux hommes", "assassiner"),
    ];

    public static TheoryData<string, string, string> Denials()
    {
        var denials = new TheoryData<string, string, string>();
        foreach (var denier in EnglishDeniers)
            foreach (var (noun, verb) in EnglishDeeds) denials.Add("en", $"{denier} the {noun}.", verb);
        foreach (var denier in FrenchDeniers)
            foreach (var (noun, verb) in FrenchDeeds) denials.Add("fr", $"{denier} {noun}.", verb);
        return denials;
    }

    [Theory]
    [MemberData(nameof(Denials))]
    public void A_deed_denied_in_a_noun_is_its_verb_on_the_other_side(string language, string sentence, string verb)
    {
        var told = Found(language, sentence).Statements.Where(s => s.Stance == Stance.Denies).SelectMany(s => s.Propositions).ToList();
        told.ShouldContain(p => p.Predicate.Lemma == verb && p.Side == Side.Against, sentence);
    }

    public static TheoryData<string, string, string> Reported()
    {
        var told = new TheoryData<string, string, string>();
        foreach (var verb in (string[])["said", "believed", "thought", "reported", "feared", "presumed", "rumoured"])
        {
            told.Add("en", $"Colonel Sorin Vask is {verb} to have been captured by rebels.", "capture");
            told.Add("en", $"The mayor was {verb} to have left the town.", "leave");
            told.Add("en", $"Three soldiers are {verb} to be dead.", "be dead");
        }

        told.Add("fr", "Le maire est présumé avoir fui la ville.", "fuir");
        told.Add("fr", "Le maire aurait fui la ville.", "fuir");
        told.Add("fr", "Le colonel Vask aurait été capturé.", "capturer");
        return told;
    }

    [Theory]
    [MemberData(nameof(Reported))]
    public void What_nobody_is_told_to_say_is_less_than_certain(string language, string sentence, string verb)
    {
        var found = Found(language, sentence);
        var told = found.Statements.SelectMany(s => s.Propositions).Concat(found.Own).ToList();
        told.ShouldContain(p => p.Predicate.Lemma == verb, sentence);
        told.ShouldAllBe(p => p.Certainty == Certainty.Possible);
    }

    [Theory]
    [InlineData("en", "\"No one was arrested in Brenz,\" Karl Weiss said.", "arrest")]
    [InlineData("en", "Karl Weiss said no one was arrested in Brenz.", "arrest")]
    [InlineData("en", "Karl Weiss said nobody has captured the colonel.", "capture")]
    [InlineData("en", "Karl Weiss said none of the soldiers was captured.", "capture")]
    [InlineData("fr", "« Personne n'a été arrêté à Brenz », a déclaré Karl Weiss.", "arrêter")]
    [InlineData("fr", "Karl Weiss a déclaré qu'aucun soldat n'a été arrêté.", "arrêter")]
    public void What_nobody_did_is_told(string language, string sentence, string verb) =>
        Found(language, sentence).Statements.SelectMany(s => s.Propositions).ShouldContain(p => p.Predicate.Lemma == verb, sentence);

    // What is said to be so by a teller, or told as a plan, is as sure as it was.
    [Theory]
    [InlineData("The colonel said the bridge was destroyed.")]
    [InlineData("The mayor decided to leave the town.")]
    public void What_is_told_outright_stays_certain(string sentence)
    {
        var found = Found("en", sentence);
        found.Statements.SelectMany(s => s.Propositions).Concat(found.Own).ShouldAllBe(p => p.Certainty == Certainty.Certain);
    }

    private static Findings Found(string language, string text)
    {
        var header = new ArticleHeader(new("0123456789abcdef"), ContentHash.OfText(text), "told", "told.txt", null, null, null, [], language, null);
        var article = new Article(header, text, [new(new(0, text.Length), BlockKind.Body)]);
        var findings = Extractor.Extract(article, ArticleReader.Read(article)!, out var trees);
        return Proposer.Propose(article, trees, findings);
    }
}
