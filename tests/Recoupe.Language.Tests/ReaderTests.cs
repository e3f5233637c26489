namespace Recoupe.Language.Tests;

public sealed class ReaderTests
{
    [Fact]
    public void Two_sentences_are_told_apart() =>
        Reader.Load("fr").Read("Le maire dément. La mairie se tait.").Sentences.Length.ShouldBe(2);

    [Fact]
    public void An_unknown_language_is_refused_by_name() =>
        Should.Throw<ArgumentException>(() => Reader.Load("xx")).Message.ShouldContain("fr");

    [Fact]
    public void Readings_come_in_the_order_of_their_texts()
    {
        string[] texts = [.. Enumerable.Range(0, 100).Select(i => $"Texte {i}.")];
        Reader.Load("fr").ReadAll(texts).Select(r => r.Text).ShouldBe(texts);
    }
}
