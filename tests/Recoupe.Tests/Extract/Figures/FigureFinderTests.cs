using System.Globalization;
using Recoupe.Extract.Figures;
using Recoupe.Extract.Times;
using Recoupe.Language;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Extract.Figures;

public sealed class FigureFinderTests
{
    public static TheoryData<string, string, string, string, string, string> StoryFigures() =>
        [.. StoryGold.Table("figures").Select(f => (f["article"], f["words"], f["min"], f["max"], f["approximate"], f["measure"]))];

    [Theory]
    [MemberData(nameof(StoryFigures))]
    public void The_storys_figures_are_found_with_their_bounds_and_measure(string article, string words, string min, string max, string approximate, string measure)
    {
        var story = TestArticle.OfStory(article);
        var at = story.Text.IndexOf(words, StringComparison.Ordinal);
        var figure = Find(story).Where(f => f.Span.Overlaps(new TextSpan(at, at + words.Length))).ShouldHaveSingleItem();
        (Text(figure.Min), Text(figure.Max), figure.Approximate ? "true" : "false", figure.Measure ?? "").ShouldBe((min, max, approximate, measure));
    }

    [Theory]
    [InlineData("fr", "plus de 70 personnes", "(70,]", "personnes", null)]
    [InlineData("fr", "Pas moins de 30 000 soldats", "[30000,]", "soldats", null)]
    [InlineData("fr", "jusqu'à 100 000 blessés", "[,100000]", "blessés", null)]
    [InlineData("fr", "soixante-dix chars", "[70,70]", "chars", null)]
    [InlineData("fr", "une dizaine de villages", "[10,10]~", "villages", null)]
    [InlineData("fr", "1,5 million d'euros", "[1500000,1500000]", null, "EUR")]
    [InlineData("fr", "entre 20 et 25 km", "[20,25]", null, "km")]
    [InlineData("fr", "12 % des voix", "[12,12]", "voix", "%")]
    [InlineData("en", "more than 70 people", "(70,]", "people", null)]
    [InlineData("en", "thirty thousand soldiers", "[30000,30000]", "soldiers", null)]
    [InlineData("en", "some 1.5 million people", "[1500000,1500000]~", "people", null)]
    [InlineData("en", "between $2 and $3 billion", "[2000000000,3000000000]", null, "dollar")]
    [InlineData("en", "at least 12 wounded", "[12,]", "wounded", null)]
    [InlineData("en", "$10m", "[10000000,10000000]", null, "dollar")]
    [InlineData("en", "5bn euros", "[5000000000,5000000000]", null, "EUR")]
    [InlineData("en", "75 USD million", "[75000000,75000000]", null, "USD")]
    [InlineData("en", "15 dollars 50", "[15.5,15.5]", null, "dollar")]
    [InlineData("en", "one in five voters", "[0.2,0.2]", "voters", null)]
    [InlineData("en", "a third of the troops", "[0.3333333333333333333333,0.3333333333333333333333]", "troops", null)]
    [InlineData("en", "hundreds of soldiers", "[200,]~", "soldiers", null)]
    [InlineData("en", "five and a half million people", "[5500000,5500000]", "people", null)]
    [InlineData("fr", "3,5 M€", "[3500000,3500000]", null, "EUR")]
    [InlineData("fr", "2 Md d'euros", "[2000000000,2000000000]", null, "EUR")]
    [InlineData("fr", "des dizaines de morts", "[20,]~", "morts", null)]
    [InlineData("en", "more than 40 and fewer than 60 soldiers", "(40,60)", "soldiers", null)]
    [InlineData("en", "at most 100 and at least 20 apples", "[20,100]", "apples", null)]
    [InlineData("en", "about 500 or more people", "[500,]~", "people", null)]
    [InlineData("en", "10-15 people", "[10,15]", "people", null)]
    [InlineData("en", "less than or equal to 40 km", "[,40]", null, "km")]
    [InlineData("en", "more than half of the voters", "(0.5,]", "voters", null)]
    [InlineData("en", "ten Turkish lira", "[10,10]", null, "TRY")]
    [InlineData("fr", "plus de 40 mais moins de 60 soldats", "(40,60)", "soldats", null)]
    [InlineData("fr", "125 millions de dollars australiens", "[125000000,125000000]", null, "AUD")]
    [InlineData("fr", "20-30 personnes", "[20,30]", "personnes", null)]
    [InlineData("fr", "1.5 million de réfugiés", "[1500000,1500000]", "réfugiés", null)]
    public void A_figure_has_its_bounds_unit_and_what_it_counts(string language, string text, string bounds, string? what, string? unit)
    {
        var figure = Find(TestArticle.Of(text, language)).ShouldHaveSingleItem();
        (Bounds(figure), figure.What, figure.Unit).ShouldBe((bounds, what, unit));
    }

    [Theory]
    [InlineData("fr", "Le F-16, le T72 et l'article 5 du 7 avril 2022, à 16h30, la 2e fois, âgé de 54 ans, les deux pays.")]
    [InlineData("en", "The F-16, Article 5, on April 7, 2022, at 4 p.m., the 2nd time, aged 54 years, in 2019, 192.168.1.2, both one.")]
    [InlineData("en", "The twenty-fifth anniversary, a third man, no one, this one, the hundreds, https://a.example/?q=30%25%2020%.")]
    [InlineData("en", "The patient, a 87 yo man, was 40 - 50 years old, of age 87.")]
    [InlineData("fr", "Elle a 60 ans, la muraille plus de 500 ans, le bébé entre 10 et 15 mois.")]
    [InlineData("fr", "Le vingt-cinquième anniversaire, une vingt et unième fois, un cinquième homme.")]
    public void Dates_ages_ordinals_and_names_are_no_figures(string language, string text) => Find(TestArticle.Of(text, language)).ShouldBeEmpty();

    [Fact]
    public void Each_figure_of_a_sentence_has_its_own_measure() =>
        Find(TestArticle.Of("Pas moins de 30 000 soldats ont été tués et jusqu'à 100 000 ont été blessés.", "fr"))
            .Select(f => f.Measure).ShouldBe(["killed", "wounded"]);

    [Fact]
    public void A_bound_reaches_over_both_counts_of_one_measure() =>
        Find(TestArticle.Of("Pas moins de 10 généraux et 30 officiers auraient été tués.", "fr")).Select(Bounds).ShouldBe(["[10,]", "[30,]"]);

    [Fact]
    public void The_telling_that_gives_a_figure_is_named()
    {
        var article = TestArticle.Of("Haldis dit avoir tué plus de 70 personnes.", "fr");
        var statement = new Statement(
            "0123456789abcdef", null, [new TextSpan(11, 42)], new Source(new TextSpan(0, 6), "Haldis", SourceKind.Organisation), null, Manner.Indirect, [], Certainty.Certain, Stance.Asserts, null);
        FigureFinder.Find(article, TestArticle.Read(article), [], [statement]).ShouldHaveSingleItem().Statement.ShouldBe("0123456789abcdef");
    }

    [Theory]
    [InlineData("1 million ")]
    [InlineData("3 cent et ")]
    [InlineData("un sur ")]
    [InlineData("-1-")]
    [InlineData("1,")]
    [InlineData("quatre-vingt-")]
    [InlineData("12 tués et ")]
    [InlineData("½")]
    public void A_hostile_text_costs_what_its_length_costs(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 200_000 / part.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        FigureFinder.Find(TestArticle.Of(text, "fr"), new Reading(text, "fr", [], [], [], []), [], []);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static IReadOnlyList<Figure> Find(Article article)
    {
        var reading = TestArticle.Read(article);
        return FigureFinder.Find(article, reading, TimeFinder.Find(article, reading), []);
    }

    private static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Bounds(Figure f) => $"{(f.MinInclusive ? '[' : '(')}{Text(f.Min)},{Text(f.Max)}{(f.MaxInclusive ? ']' : ')')}{(f.Approximate ? "~" : "")}";
}
