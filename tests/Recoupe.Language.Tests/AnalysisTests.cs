namespace Recoupe.Language.Tests;

/// <summary>Sentences of our own on which the models must not go wrong: twins of the floors held on treebanks.</summary>
public sealed class AnalysisTests
{
    [Theory]
    [InlineData("Le ministre a démenti la rumeur.", "Det Noun Aux Verb Det Noun Punct")]
    [InlineData("Selon la police, trois personnes ont été blessées.", "Adp Det Noun Punct Num Noun Aux Aux Verb Punct")]
    [InlineData("Marie Curie n'est pas venue hier.", "Propn Propn Adv Aux Adv Verb Adv Punct")]
    public void French_words_have_their_parts_of_speech(string text, string tags) => Tags(Readers.French, text).ShouldBe(tags);

    [Theory]
    [InlineData("The minister denied the rumour.", "Det Noun Verb Det Noun Punct")]
    [InlineData("Three people were injured, police said.", "Num Noun Aux Verb Punct Noun Verb Punct")]
    public void English_words_have_their_parts_of_speech(string text, string tags) => Tags(Readers.English, text).ShouldBe(tags);

    [Theory]
    [InlineData("Les maires avaient refusé.", "le maire avoir refuser .")]
    [InlineData("Le maire ira aux urnes.", "le maire aller à le urne .")]
    public void French_words_have_their_lemmas(string text, string lemmas) =>
        string.Join(' ', Readers.French.Read(text).Words.Select(w => w.Lemma)).ShouldBe(lemmas);

    [Fact]
    public void English_words_have_their_lemmas() =>
        string.Join(' ', Readers.English.Read("The children were running.").Words.Select(w => w.Lemma)).ShouldBe("the child be run .");

    [Theory]
    [InlineData("Le ministre a démenti la rumeur.", "ministre ← démenti nsubj", "rumeur ← démenti obj", "a ← démenti aux")]
    [InlineData("Le maire affirme que l'usine fermera.", "maire ← affirme nsubj", "fermera ← affirme ccomp", "usine ← fermera nsubj")]
    public void French_words_have_their_heads(string text, params string[] arcs) => Arcs(Readers.French, text).ShouldBe(arcs, ignoreOrder: true);

    [Theory]
    [InlineData("The minister denied the rumour.", "minister ← denied nsubj", "rumour ← denied obj")]
    [InlineData("Police said the plant would close.", "Police ← said nsubj", "close ← said ccomp", "plant ← close nsubj")]
    public void English_words_have_their_heads(string text, params string[] arcs) => Arcs(Readers.English, text).ShouldBe(arcs, ignoreOrder: true);

    [Fact]
    public void Features_say_number_and_tense()
    {
        var verb = Readers.French.Read("Ils partiront demain.").Words[1];
        verb.Features.Has("Number", "Plur").ShouldBeTrue();
        verb.Features.Has("Tense", "Fut").ShouldBeTrue();
    }

    [Fact]
    public void Given_words_and_sentences_are_kept()
    {
        var split = Reader.Load("fr", new ReaderOptions { WordsOnly = true }).Read("Il part. Elle reste.");
        var one = split with { Sentences = [new(new(0, 20), 0, split.Words.Length)] };
        var read = Readers.French.Annotate(one);
        read.Sentences.Length.ShouldBe(1);
        read.Words.Count(w => w.Head < 0).ShouldBe(1);
        read.Words.Select(w => w.Form).ShouldBe(split.Words.Select(w => w.Form));
    }

    [Fact]
    public void One_thread_or_many_read_the_same()
    {
        string[] texts = [.. Enumerable.Range(0, 40).Select(i => $"Le maire de la ville numéro {i} a démenti. « Rien n'est vrai », dit-il.")];
        Readers.French.ReadAll(texts).Select(Print).ShouldBe(texts.Select(Readers.French.Read).Select(Print));
    }

    private static string Print(Reading reading) =>
        string.Join('\n', reading.Words.Select(w => $"{w.Span} {w.Form} {w.Lemma} {w.Tag} {w.Features} {w.Head} {w.Relation}"));

    private static string Tags(Reader reader, string text) => string.Join(' ', reader.Read(text).Words.Select(w => w.Tag));

    private static IEnumerable<string> Arcs(Reader reader, string text)
    {
        string[] shown = ["nsubj", "obj", "ccomp", "aux"];
        var words = reader.Read(text).Words;
        return words.Where(w => shown.Contains(w.Relation) && w.Head >= 0 && w is not { Relation: "aux", Form: "would" })
            .Select(w => $"{w.Form} ← {words[w.Head].Form} {w.Relation}");
    }
}
