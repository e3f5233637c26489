using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Recoupe.Language.Tests;

/// <summary>No text may crash, hang or fill memory, and every character keeps its place.</summary>
public sealed class HostileTextTests
{
    private const int Megabyte = 1 << 20;

    [Theory]
    [InlineData("a")]
    [InlineData("«")]
    [InlineData("\"")]
    [InlineData("\u0301")]
    [InlineData("😀")]
    [InlineData("\uD800")]
    [InlineData("\0")]
    [InlineData("ш")]
    [InlineData("א")]
    [InlineData("'-")]
    [InlineData("\n")]
    [InlineData("a\n")]
    [InlineData("www.")]
    public void A_megabyte_of_one_thing_is_read_in_good_time(string piece)
    {
        var clock = Stopwatch.StartNew();
        ShouldBeWhole(Readers.French, string.Concat(Enumerable.Repeat(piece, Megabyte / 8 / piece.Length)));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_sentence_of_fifty_thousand_words_is_read_in_good_time()
    {
        var clock = Stopwatch.StartNew();
        var text = string.Concat(Enumerable.Repeat("le maire et ", 17_000));
        ShouldBeWhole(Readers.French, text);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("Le \uDC00maire\uD800 dément\uDC00\uD800.")]
    [InlineData("اللغة العربية و le français. Москва молчит!")]
    [InlineData("e\u0301te\u0301 👩‍👩‍👧‍👦 fin\u200B.\uFEFF")]
    [InlineData("\u0000\u0001 \u001F x")]
    [InlineData("''''\"\"\"«»«»()()[]")]
    public void Odd_characters_keep_their_place(string text)
    {
        ShouldBeWhole(Readers.French, text);
        ShouldBeWhole(Readers.English, text);
    }

    [Fact]
    public void Any_text_at_all_is_covered_once_and_parsed_into_trees() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            ShouldBeWhole(Readers.French, text ?? "");
            ShouldBeWhole(Readers.English, text ?? "");
        }));

    [Fact]
    public void Any_mixture_of_words_and_marks_is_covered_once_and_parsed_into_trees()
    {
        string[] pieces = ["l'", "maire", "a-t-il", " ", ".", "\n", "«", "»", "des", "12 000", "M.", "www.x.fr", "don't", "\u00A0", "É", "-", "…", "😀", "\uD83D"];
        var texts = Gen.Elements(pieces).ArrayOf().Select(string.Concat).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(texts, text => ShouldBeWhole(Readers.French, text)));
    }

    // Every character but white space lies in exactly one token, in order; sentences part the words; each sentence is a tree with one root.
    private static void ShouldBeWhole(Reader reader, string text)
    {
        var reading = reader.Read(text);
        var at = 0;
        foreach (var token in reading.Tokens)
        {
            text.AsSpan(at, token.Span.Start - at).IsWhiteSpace().ShouldBeTrue();
            token.Span.Length.ShouldBePositive();
            at = token.Span.End;
        }

        text.AsSpan(at).IsWhiteSpace().ShouldBeTrue();
        reading.Sentences.Sum(s => s.WordCount).ShouldBe(reading.Words.Length);
        reading.Tokens.Sum(t => t.WordCount).ShouldBe(reading.Words.Length);
        foreach (var sentence in reading.Sentences)
            ShouldBeTree(reading, sentence);
    }

    private static void ShouldBeTree(Reading reading, Sentence sentence)
    {
        var roots = 0;
        var settled = new bool[sentence.WordCount];
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (reading.Words[i].Head < 0) roots++;
            Climb(reading, sentence, i, settled);
        }

        roots.ShouldBe(1);
    }

    // From a word to the root or to a word known to lead there; each word is passed once.
    private static void Climb(Reading reading, Sentence sentence, int word, bool[] settled)
    {
        var path = new Stack<int>();
        for (var i = word; i >= 0 && !settled[i - sentence.FirstWord]; i = reading.Words[i].Head)
        {
            path.Push(i);
            path.Count.ShouldBeLessThanOrEqualTo(sentence.WordCount);
            reading.Words[i].Head.ShouldBeLessThan(sentence.EndWord);
        }

        foreach (var i in path)
            settled[i - sentence.FirstWord] = true;
    }
}
