using Recoupe.Extract;
using Recoupe.Language;

namespace Recoupe.Tests.Extract;

public sealed class MentionFinderTests
{
    [Fact]
    public void A_surname_takes_the_articles_full_name() =>
        Names("Milena Dostra a parlé. Dostra a menti.", ("Milena Dostra", NameType.Person), ("Dostra", NameType.Person))
            .ShouldBe(["Milena Dostra", "Milena Dostra"]);

    [Fact]
    public void A_surname_that_two_people_bear_takes_neithers() =>
        Names("Pavel Hadrik et Irena Hadrik. Hadrik est parti.", ("Pavel Hadrik", NameType.Person), ("Irena Hadrik", NameType.Person), ("Hadrik", NameType.Person))
            .ShouldBe(["Pavel Hadrik", "Irena Hadrik", "Hadrik"]);

    [Fact]
    public void An_acronym_takes_the_long_form_beside_it() =>
        Names("L'Organisation du traité de la Velda (OTV) se tait. L'OTV attend.", ("Organisation du traité de la Velda", NameType.Organisation), ("OTV", NameType.Organisation), ("OTV", NameType.Organisation))
            .ShouldBe(["Organisation du traité de la Velda", "Organisation du traité de la Velda", "Organisation du traité de la Velda"]);

    [Theory]
    [InlineData("Selon le bureau O.T.V.’s Ana, rien.", "O.", "O.T.V.")]
    [InlineData("Vu par A. Keller.", "A.", "A.")]
    public void Initials_cut_behind_their_first_dot_are_whole(string text, string words, string whole) =>
        Names(text, (words, NameType.Organisation)).ShouldBe([whole]);

    private static IEnumerable<string> Names(string text, params (string Words, NameType Type)[] names)
    {
        var article = TestArticle.Of(text, "fr");
        var from = 0;
        var spans = new List<Name>();
        foreach (var (words, type) in names)
        {
            from = text.IndexOf(words, from, StringComparison.Ordinal);
            spans.Add(new(new TextSpan(from, from + words.Length), type));
            from += words.Length;
        }

        return MentionFinder.Find(article, TestArticle.Read(article, [.. spans])).Select(m => m.Name);
    }
}
