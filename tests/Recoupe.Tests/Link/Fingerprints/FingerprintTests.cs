using Recoupe.Link;
using Recoupe.Link.Fingerprints;

namespace Recoupe.Tests.Link.Fingerprints;

public sealed class FingerprintTests
{
    [Fact]
    public void Bytes_read_back_give_the_same_bytes()
    {
        var print = Article().Print();
        Fingerprint.FromBytes(print.ToBytes()).ToBytes().ShouldBe(print.ToBytes());
    }

    [Fact]
    public void Keys_and_ties_are_the_same_from_bytes_read_back()
    {
        var print = Article().Print();
        var back = Fingerprint.FromBytes(print.ToBytes());
        Linker.Keys(back).ShouldBe(Linker.Keys(print));
    }

    [Fact]
    public void Another_version_is_refused() => Should.Throw<InvalidDataException>(() => Fingerprint.FromBytes([99, 0, 0]));

    [Fact]
    public void An_article_of_five_hundred_words_takes_less_than_eight_kilobytes()
    {
        var words = string.Join(' ', Enumerable.Range(0, 500).Select(i => i % 20 == 19 ? $"mot{i}." : $"parole{i}"));
        Stories.File(words).Print().ToBytes().Length.ShouldBeLessThan(8_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud800 « \udc00")]
    [InlineData("12 000 000,5 3.")]
    public void Any_text_has_a_fingerprint(string text)
    {
        var print = Stories.File(text).Print();
        Linker.Keys(print).IsDefault.ShouldBeFalse();
        Linker.Compare(print, print).Lineage.ShouldBeEmpty();
    }

    [Fact]
    public void A_very_long_text_is_read_in_part()
    {
        var text = string.Join(". ", Enumerable.Range(0, 200_000).Select(i => $"Phrase numéro {i}"));
        Stories.File(text).Print().Lines.Sum(l => l.Words.Length).ShouldBeLessThan(60_000);
    }

    private static FiledArticle Article() => Stories.File(
        "Le ministre a dit que 12 000 soldats étaient partis. « Nous sommes très heureux de ce départ qui a trop tardé », a ajouté Paul Martin (AFP).",
        url: "https://www.example.org/a?utm=1",
        site: "Example",
        day: "2031-01-02",
        tellings: [new("12 000 soldats étaient partis", "Le ministre", Measure: "left", Min: 12000, Max: 12000)]);
}
