using System.Diagnostics;

namespace Recoupe.Language.Tests.Identification;

public sealed class LanguageIdentifierTests
{
    private static readonly (string Language, string Text)[] Sentences =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Identification", "sentences.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Select(f => (f[0], f[1]))];

    [Fact]
    public void French_and_English_sentences_are_told() =>
        Sentences.Where(s => s.Language is "fr" or "en").ShouldAllBe(s => Told(s.Text, s.Language));

    [Fact]
    public void No_other_language_is_taken_for_French_or_English_even_cut_to_five_words() =>
        Sentences.Where(s => s.Language is not ("fr" or "en"))
            .SelectMany(s => new[] { s.Text, string.Join(' ', s.Text.Split(' ').Take(5)) })
            .Where(text => LanguageIdentifier.Identify(text).Language is "fr" or "en").ShouldBeEmpty();

    [Fact]
    public void Nine_of_ten_sentences_in_other_languages_get_their_own_code() =>
        Sentences.Count(s => Told(s.Text, s.Language)).ShouldBeGreaterThan(Sentences.Length * 9 / 10);

    [Theory]
    [InlineData("fr_sequoia-ud-dev.conllu", 0.98)]
    [InlineData("en_ewt-ud-dev.conllu", 0.98)]
    public void Five_words_of_a_treebank_sentence_are_enough(string file, double floor)
    {
        var folder = Environment.GetEnvironmentVariable("RECOUPE_DATA");
        Assert.SkipWhen(folder is null, "RECOUPE_DATA names no folder of corpora.");
        var texts = File.ReadLines(Path.Combine(folder, "ud", file))
            .Where(line => line.StartsWith("# text = ", StringComparison.Ordinal))
            .Select(line => line["# text = ".Length..].Split(' ')).Where(words => words.Length >= 5)
            .Select(words => string.Join(' ', words.Take(5))).ToList();
        texts.Count(t => Told(t, file[..2])).ShouldBeGreaterThan((int)(floor * texts.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12 000 – 15 % !")]
    [InlineData("\ud83d\ude00\ud83d\ude00\ude00\ud83d")]
    [InlineData("\0\0\0")]
    [InlineData("M.")]
    public void A_text_without_words_has_no_language(string text) => LanguageIdentifier.Identify(text).ShouldBe(new LanguageGuess("und", 0));

    [Theory]
    [InlineData('a')]
    [InlineData('«')]
    [InlineData('\u0301')]
    [InlineData('я')]
    public void Twenty_megabytes_take_no_longer_than_a_page(char c)
    {
        var text = new string(c, 10_000_000);
        LanguageIdentifier.Identify("bonjour");
        var clock = Stopwatch.StartNew();
        LanguageIdentifier.Identify(text);
        clock.ElapsedMilliseconds.ShouldBeLessThan(1000);
    }

    [Fact]
    public void A_long_text_is_judged_by_the_whole_of_it()
    {
        var notice = "Cookies: accept all, manage settings, subscribe now. ";
        var article = "Le ministère a démenti mardi avoir reçu la moindre demande de la part des habitants. ";
        LanguageIdentifier.Identify(notice + string.Concat(Enumerable.Repeat(article, 2000))).Language.ShouldBe("fr");
    }

    [Fact]
    public void More_text_makes_surer()
    {
        var few = LanguageIdentifier.Identify("Le maire dément.").Score;
        LanguageIdentifier.Identify("Le maire dément avoir signé une lettre aux habitants du quartier.").Score.ShouldBeGreaterThan(few);
    }

    private static bool Told(string text, string language) =>
        string.Equals(LanguageIdentifier.Identify(text).Language, language, StringComparison.Ordinal);
}
