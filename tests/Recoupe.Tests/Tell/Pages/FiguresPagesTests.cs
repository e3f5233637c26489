using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Recoupe.Tell;
using Recoupe.Tell.Pages;
using Recoupe.Tests.Judge.Figures;

namespace Recoupe.Tests.Tell.Pages;

/// <summary>What the figures page makes of figures in several articles: counts, each once, and how each stands to those before it.</summary>
public sealed class FiguresPagesTests
{
    [Fact]
    public void Copied_articles_carry_one_count()
    {
        var page = Page(ToldCount.Of("a", "2024-03-12", 12, "Ministry"), ToldCount.Of("b", "2024-03-13", 12, "Ministry"), ToldCount.Of("c", "2024-03-13", 12, "Ministry"));
        var row = Rows(page).ShouldHaveSingleItem();
        row.TextContent.ShouldContain("12 March 2024");
        row.QuerySelector("summary")!.TextContent.ShouldBe("carried by 3 articles");
        row.QuerySelectorAll("details a[href^=article]").Select(a => a.GetAttribute("href")!.Split('#')[0]).Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        row.QuerySelector(".stands").ShouldBeNull();
    }

    [Fact]
    public void What_a_family_says_itself_and_has_from_a_voice_is_one_count() =>
        Rows(Page(ToldCount.Of("a", "2024-03-12", 12, "Ministry"), ToldCount.Of("a2", "2024-03-12", 12, null, family: "a"))).ShouldHaveSingleItem();

    [Theory]
    [InlineData("2024-03-19", 1)]
    [InlineData("2024-03-20", 2)]
    public void A_voice_that_gives_a_value_again_in_another_story_counts_anew_after_a_week(string day, int counts) =>
        Rows(Page(ToldCount.Of("a", "2024-03-12", 12, "Ministry"), ToldCount.Of("b", day, 12, "Ministry") with { Tied = false })).Count.ShouldBe(counts);

    [Fact]
    public void A_voice_that_counts_anew_updates_its_count()
    {
        var rows = Rows(Page(ToldCount.Of("a", "2024-03-12", 12, "Ministry"), ToldCount.Of("b", "2024-03-13", 15, "Ministry")));
        Stands(rows).ShouldBe(["", "updates 12 (Ministry, 12 March 2024)"]);
    }

    [Fact]
    public void A_spokesman_counts_for_whom_he_speaks() =>
        Stands(Rows(Page(ToldCount.Of("a", "2024-03-12", 12, "Ministry"), ToldCount.Of("b", "2024-03-13", 15, "Ana Lisk")))).ShouldBe(["", "updates 12 (Ministry, 12 March 2024)"]);

    [Fact]
    public void Voices_whose_counts_of_one_day_cannot_both_be_disagree() =>
        Stands(Rows(Page(ToldCount.Of("a", "2024-03-12", 15, "Ministry"), ToldCount.Of("b", "2024-03-12", 70, "Committee", atLeast: true)))).Count(s => s.StartsWith("disagrees with", StringComparison.Ordinal)).ShouldBe(1);

    [Fact]
    public void A_count_of_an_unknown_day_may_disagree_with_any() =>
        Stands(Rows(Page(ToldCount.Of("a", "2024-03-12", 15, "Ministry"), ToldCount.Of("b", null, 70, "Committee")))).ShouldBe(["", "disagrees with 15 (Ministry, 12 March 2024)"]);

    [Fact]
    public void A_later_count_of_another_voice_that_may_be_true_as_well_has_no_label() =>
        Stands(Rows(Page(ToldCount.Of("a", "2024-03-12", 15, "Ministry"), ToldCount.Of("b", "2024-03-14", 40, "Committee")))).ShouldBe(["", ""]);

    [Fact]
    public void Counts_that_can_both_be_true_have_no_label() =>
        Stands(Rows(Page(ToldCount.Of("a", "2024-03-12", 15, "Ministry"), ToldCount.Of("b", "2024-03-12", 10, "Committee", atLeast: true)))).ShouldBe(["", ""]);

    [Fact]
    public void Another_voice_with_the_same_value_is_a_second_count_that_agrees() =>
        Stands(Rows(Page(ToldCount.Of("a", "2024-03-12", 15, "Ministry"), ToldCount.Of("b", "2024-03-13", 15, "Committee")))).ShouldBe(["", "agrees with 15 (Ministry, 12 March 2024)"]);

    [Fact]
    public void Counts_of_two_stories_are_not_held_against_each_other() =>
        Stands(Rows(Page(ToldCount.Of("a", "2024-03-12", 15, "Ministry"), ToldCount.Of("b", "2024-03-12", 70, "Committee") with { Tied = false }))).ShouldBe(["", ""]);

    [Fact]
    public void Counts_of_two_places_are_not_held_against_each_other() =>
        Stands(Rows(Page(ToldCount.Of("a", "2024-03-12", 15, "Ministry") with { Place = "Orvec" }, ToldCount.Of("b", "2024-03-12", 70, "Committee") with { Place = "Tarsk" }))).ShouldBe(["", ""]);

    [Theory]
    [InlineData("en", "2 counts, by day and value")]
    [InlineData("fr", "2 décomptes, par jour et par valeur")]
    public void Counts_are_drawn_each_a_way_to_its_passage(string language, string said)
    {
        var chart = Page(language, ToldCount.Of("a", "2024-03-12", 12, "Ministry", atLeast: true), ToldCount.Of("b", "2024-03-13", 15, "Committee"), ToldCount.Of("c", null, 9, "Nurses")).QuerySelector("figure.counts")!;
        chart.QuerySelector("svg[role=group]")!.GetAttribute("aria-label").ShouldBe(said);
        chart.QuerySelectorAll("circle.count").Length.ShouldBe(2);
        chart.QuerySelectorAll("a[href^='article-']").Length.ShouldBe(2);
        chart.QuerySelectorAll("path.extent").Length.ShouldBe(1);
        chart.QuerySelector("figcaption")!.TextContent.ShouldContain(Locale.For(language).Count("figures.undrawn", 1));
        chart.QuerySelectorAll(".letter").Select(l => l.TextContent).ShouldBe(["A", "B"]);
    }

    [Fact]
    public void One_count_or_one_voice_on_one_day_is_not_drawn()
    {
        Page(ToldCount.Of("a", "2024-03-12", 12, "Ministry"), ToldCount.Of("b", "2024-03-13", 12, "Ministry")).QuerySelector("figure.counts").ShouldBeNull();
        Page(ToldCount.Of("a", "2024-03-12", 12, "Ministry"), ToldCount.Of("b", null, 15, "Committee")).QuerySelector("figure.counts").ShouldBeNull();
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0")]
    [InlineData("-5")]
    public void Any_value_can_be_drawn(string value)
    {
        var huge = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        Page(ToldCount.Of("a", "2024-03-12", huge, "Ministry"), ToldCount.Of("b", "2024-03-13", 1, "Committee", atLeast: true)).QuerySelectorAll("circle.count").Length.ShouldBe(2);
    }

    [Fact]
    public void Every_figure_of_the_sample_story_is_reached_from_its_page()
    {
        var ledger = StoryLedger.Whole;
        var page = Parsed(ledger.Ledger, ledger.Filed, "en");
        var ways = page.QuerySelectorAll("tr a[href]").Select(a => a.GetAttribute("href")!).ToHashSet(StringComparer.Ordinal);
        foreach (var article in ledger.Ledger.Articles)
            foreach (var figure in ledger.Filed(article.Id).Findings.Figures)
                ways.Contains($"article-{article.Id}.html#p{figure.Span.Start}").ShouldBeTrue(article.Name);
    }

    private static IDocument Page(params ToldCount[] told) => Page("en", told);

    private static IDocument Page(string language, params ToldCount[] told)
    {
        var (ledger, filed) = ToldCount.Ledger(told);
        return Parsed(ledger, filed, language);
    }

    private static IDocument Parsed(Ledger ledger, Func<ArticleId, FiledArticle> filed, string language) =>
        new HtmlParser().ParseDocument(Dossier.Files(ledger, filed, new DossierOptions { Words = Locale.For(language) }).Single(f => f.Path is "figures.html").Text);

    private static List<IElement> Rows(IDocument page) => [.. page.QuerySelectorAll("tbody tr")];

    private static List<string> Stands(IEnumerable<IElement> rows) =>
        [.. rows.Select(row => string.Join("; ", row.QuerySelectorAll(".stands").Select(s => s.TextContent.Trim())))];
}
