using System.Diagnostics;
using Recoupe.Extract.Times;
using Recoupe.Language;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Extract.Times;

public sealed class TimeFinderTests
{
    public static TheoryData<string, string, string, string> StoryTimes() =>
        [.. StoryGold.Table("times").Select(t => (t["article"], t["context"], t["words"], t["value"]))];

    [Theory]
    [MemberData(nameof(StoryTimes))]
    public void The_storys_times_are_found_and_valued(string article, string context, string words, string value)
    {
        var story = TestArticle.OfStory(article);
        var at = story.Text.IndexOf(context, StringComparison.Ordinal) + context.LastIndexOf(words, StringComparison.Ordinal);
        var span = new TextSpan(at, at + words.Length);
        TimeFinder.Find(story, TestArticle.Read(story)).Where(t => t.Span.Overlaps(span)).Select(t => t.Value).ShouldHaveSingleItem().ShouldStartWith(value);
    }

    [Theory]
    [InlineData("fr", "le 7 avril 2022", "7 avril 2022", "2022-04-07", null)]
    [InlineData("fr", "le 1er mai", "1er mai", "2023-05-01", "2023-07-20")]
    [InlineData("fr", "en février 2022", "février 2022", "2022-02", null)]
    [InlineData("fr", "en décembre", "décembre", "2023-12", "2023-07-20")]
    [InlineData("fr", "lundi, il a dit", "lundi", "2023-07-17", "2023-07-20")]
    [InlineData("fr", "jeudi, il a dit", "jeudi", "2023-07-20", "2023-07-20")]
    [InlineData("fr", "lundi dernier", "lundi dernier", "2023-07-17", "2023-07-20")]
    [InlineData("fr", "le mois dernier", "le mois dernier", "2023-06", "2023-07-20")]
    [InlineData("fr", "la semaine prochaine", "la semaine prochaine", "2023-W30", "2023-07-20")]
    [InlineData("fr", "plus tôt cette semaine", "plus tôt cette semaine", "2023-W29", "2023-07-20")]
    [InlineData("fr", "il y a deux ans", "il y a deux ans", "2021", "2023-07-20")]
    [InlineData("fr", "hier soir", "hier soir", "2023-07-19TEV", "2023-07-20")]
    [InlineData("fr", "pendant trois jours", "trois jours", "P3D", null)]
    [InlineData("fr", "à 14 h 30", "14 h 30", "T14:30", null)]
    [InlineData("fr", "tous les lundis", "tous les lundis", "XXXX-WXX-1", null)]
    [InlineData("fr", "depuis plusieurs années", "depuis plusieurs années", "PXY", null)]
    [InlineData("fr", "à l'été 2022", "été 2022", "2022-SU", null)]
    [InlineData("en", "on April 7, 2022", "April 7, 2022", "2022-04-07", null)]
    [InlineData("en", "on Monday he said", "Monday", "2023-07-17", "2023-07-20")]
    [InlineData("en", "last week", "last week", "2023-W28", "2023-07-20")]
    [InlineData("en", "at the weekend", "the weekend", "2023-W29-WE", "2023-07-20")]
    [InlineData("en", "since February", "since February", "2023-02", "2023-07-20")]
    [InlineData("en", "two days ago", "two days ago", "2023-07-18", "2023-07-20")]
    [InlineData("en", "for a few months", "a few months", "PXM", null)]
    [InlineData("en", "at 3:40 a.m.", "3:40 a.m.", "T03:40", null)]
    [InlineData("en", "at 12 a.m.", "12 a.m.", "T00", null)]
    [InlineData("en", "at 12 p.m.", "12 p.m.", "T12", null)]
    [InlineData("en", "at 11 p.m.", "11 p.m.", "T23", null)]
    [InlineData("en", "every day", "every day", "P1D", null)]
    [InlineData("en", "on Good Friday", "Good Friday", "2023-04-07", "2023-07-20")]
    [InlineData("en", "last Easter", "last Easter", "2023-04-09", "2023-07-20")]
    [InlineData("en", "at Easter 2018", "Easter 2018", "2018-04-01", null)]
    [InlineData("fr", "le lundi de Pâques 2024", "lundi de Pâques 2024", "2024-04-01", null)]
    [InlineData("fr", "à la Pentecôte", "Pentecôte", "2023-05-28", "2023-07-20")]
    [InlineData("en", "last night", "last night", "2023-07-19TNI", "2023-07-20")]
    [InlineData("en", "the talks will last two days", "two days", "P2D", null)]
    [InlineData("en", "in nineteen ninety six", "nineteen ninety six", "1996", null)]
    [InlineData("en", "a vote of 5 to 10, in 2019", "2019", "2019", null)]
    [InlineData("en", "call 138-2010-2015 at noon", "at noon", "T12", null)]
    [InlineData("en", "The company said that sales fell in October.", "October", "2022-10", "2023-07-20")]
    [InlineData("en", "The company said that sales will fall in October.", "October", "2023-10", "2023-07-20")]
    [InlineData("en", "The company said that sales fell in July.", "July", "2023-07", "2023-07-20")]
    [InlineData("en", "The company said that profits rose in the fourth quarter.", "the fourth quarter", "2022-Q4", "2023-07-20")]
    [InlineData("en", "The company said that profits rose in the third quarter.", "the third quarter", "2023-Q3", "2023-07-20")]
    [InlineData("fr", "les ventes ont reculé en octobre", "octobre", "2022-10", "2023-07-20")]
    [InlineData("fr", "les ventes reculeront en octobre", "octobre", "2023-10", "2023-07-20")]
    [InlineData("en", "built in the 20th century", "the 20th century", "19", null)]
    [InlineData("fr", "bâti au XXe siècle", "XXe siècle", "19", null)]
    [InlineData("en", "the highest in ten years", "ten years", "P10Y", null)]
    [InlineData("en", "it shrank for two consecutive quarters", "two consecutive quarters", "P6M", null)]
    [InlineData("fr", "au plus haut en dix ans", "dix ans", "P10Y", null)]
    public void An_expression_has_its_words_value_and_anchor(string language, string text, string words, string value, string? anchor)
    {
        var found = Find(text, language, "2023-07-20").ShouldHaveSingleItem();
        (found.Span.In(text).ToString(), found.Value, found.Anchor).ShouldBe((words, value, anchor));
    }

    // 2023-07-20 is a Thursday.
    [Theory]
    [InlineData("en", "The latest figures, as of Monday, indicate that four people died.", "2023-07-17")]
    [InlineData("en", "As of Monday, four people had died.", "2023-07-17")]
    [InlineData("en", "The storm struck this weekend.", "2023-W28-WE")]
    [InlineData("fr", "La tempête a frappé ce week-end.", "2023-W28-WE")]
    [InlineData("fr", "La tempête frappera ce week-end.", "2023-W29-WE")]
    [InlineData("fr", "Il a été réélu douze ans plus tard.", "P12Y")]
    [InlineData("en", "He was arrested two days later.", "P2D")]
    [InlineData("fr", "Dans deux jours, il partira.", "2023-07-22")]
    [InlineData("fr", "Au lendemain du séisme, les secours cherchaient.", "XXXX-XX-XX")]
    [InlineData("fr", "Demain, il partira.", "2023-07-21")]
    public void A_relative_time_looks_back_under_a_past_verb(string language, string text, string value) =>
        Find(text, language, "2023-07-20").ShouldHaveSingleItem().Value.ShouldBe(value);

    [Fact]
    public void The_day_after_is_the_day_after_the_one_just_told() =>
        Find("Il a été arrêté le 3 mars 2021 et libéré le lendemain. Deux jours plus tard, il est parti.", "fr", "2023-07-20").Select(t => t.Value)
            .ShouldBe(["2021-03-03", "2021-03-04", "2021-03-06"]);

    [Fact]
    public void A_year_that_nothing_shows_stays_unknown() => Find("Il l'a dit ce 7 avril.", "fr").ShouldHaveSingleItem().Value.ShouldBe("XXXX-04-07");

    [Fact]
    public void A_weekday_without_a_date_to_reckon_from_stays_a_weekday() =>
        Find("Mercredi, il a démenti.", "fr").ShouldHaveSingleItem().Value.ShouldBe("XXXX-WXX-3");

    [Fact]
    public void A_weekday_with_its_day_shows_the_year_that_follows_the_one_named()
    {
        var times = Find("Ils se sont vus dimanche 23 juillet, deux jours après que Haldis a averti. La crise date de février 2022. Jeudi, il a menti.", "fr");
        times.Select(t => (t.Value, t.Anchor)).ShouldBe(
            [("2023-07-23", "2022"), ("2023-07-23", "2023-07-21"), ("2022-02", null), ("2023-07-20", "2023-07-23")]);
    }

    [Fact]
    public void A_doubted_date_anchors_nothing()
    {
        var article = TestArticle.Of("Lundi, il a démenti.", "fr", "2024-04-30", Reason.Of("LONE-DATE"));
        TimeFinder.Find(article, TestArticle.Read(article)).ShouldHaveSingleItem().Value.ShouldBe("XXXX-WXX-1");
    }

    [Fact]
    public void A_day_reckoned_in_an_unknown_year_keeps_it_unknown() =>
        Find("Hier, il a démenti.", "fr", "XXXX-04-07").ShouldHaveSingleItem().Value.ShouldBe("XXXX-04-06");

    [Fact]
    public void The_first_of_two_days_takes_the_months_name_from_the_second() =>
        Find("du 23 au 25 juillet 2023", "fr").Select(t => t.Value).ShouldBe(["2023-07-23", "2023-07-25"]);

    [Theory]
    [InlineData("fr", "Ils étaient sept. La mer. Un mot peut suffire, ça dépend.")]
    [InlineData("en", "You may march. The sun sat. He read 2,000 pages.")]
    public void Words_that_are_also_times_are_left_alone(string language, string text) => Find(text, language).ShouldBeEmpty();

    [Theory]
    [InlineData("le lundi ")]
    [InlineData("1 ")]
    [InlineData("12/12/")]
    [InlineData("vingt et un ")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("((((<<<<{{{{")]
    public void A_hostile_text_costs_what_its_length_costs(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 400_000 / part.Length));
        var watch = Stopwatch.StartNew();
        var article = TestArticle.Of(text, "fr");
        TimeFinder.Find(article, new Reading(text, "fr", [], [], [], []));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static IReadOnlyList<TimeExpression> Find(string text, string language, string? published = null)
    {
        var article = TestArticle.Of(text, language, published);
        return TimeFinder.Find(article, TestArticle.Read(article));
    }
}
