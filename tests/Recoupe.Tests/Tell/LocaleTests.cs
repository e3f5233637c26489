using System.Text.RegularExpressions;
using Recoupe.Tell;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Tell;

public sealed partial class LocaleTests
{
    public static TheoryData<string> Languages => [.. Locale.Available];

    [Fact]
    public void French_and_English_are_spoken() => Locale.Available.ShouldBe(["en", "fr"]);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_words_the_same_things_with_the_same_places(string language)
    {
        var (here, english) = (Locale.For(language), Locale.For("en"));
        here.Keys.ShouldBe(english.Keys);
        here.Keys.Where(key => !Places(here[key]).SetEquals(Places(english[key]))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_reason_that_the_documents_list_is_put_into_words(string language) =>
        Codes().Where(code => !Locale.For(language).Has(code)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_measure_that_the_lists_know_is_put_into_words(string language)
    {
        var measures = Measures(language).Distinct(StringComparer.Ordinal).ToList();
        measures.ShouldContain("killed", StringComparer.Ordinal);
        measures.Where(m => !Locale.For(language).Has("measure." + m)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nothing_is_called_false_and_nobody_a_liar(string language) =>
        Locale.For(language).Keys.Select(key => Locale.For(language)[key]).Where(text => Verdict().IsMatch(text)).ShouldBeEmpty();

    [Theory]
    [InlineData("en", "2022-04-07", "7 April 2022")]
    [InlineData("fr", "2022-04-01", "1er avril 2022")]
    [InlineData("fr", "XXXX-04-07", "7 avril, année inconnue")]
    [InlineData("en", "2022-03", "March 2022")]
    [InlineData("fr", "2023-W29", "semaine 29 de 2023")]
    [InlineData("fr", "XXXX-WXX-4", "jeudi, date inconnue")]
    [InlineData("en", "2022-04-07T14:30", "7 April 2022")]
    [InlineData("en", "2022", "2022")]
    [InlineData("en", "P3D", "P3D")]
    public void A_day_is_told_no_more_exactly_than_it_is_known(string language, string value, string told) =>
        Locale.For(language).Told(value).ShouldBe(told);

    [Theory]
    [InlineData("fr", "2024-03-12", "2024-03-16", "du 12 au 16 mars 2024")]
    [InlineData("en", "2024-03-12", "2024-04-01", "12 March 2024 to 1 April 2024")]
    [InlineData("en", null, "2024-04-01", "1 April 2024")]
    [InlineData("fr", null, null, "jour inconnu")]
    public void A_range_of_days_is_told_once(string language, string? first, string? last, string told) =>
        Locale.For(language).Told(first, last).ShouldBe(told);

    [Theory]
    [InlineData("fr", 0, "0 média")]
    [InlineData("fr", 1, "1 média")]
    [InlineData("fr", 2, "2 médias")]
    [InlineData("en", 0, "0 outlets")]
    [InlineData("en", 1234, "1,234 outlets")]
    public void Many_and_one_are_told_as_the_language_does(string language, int count, string told) =>
        Locale.For(language).Count("overview.sites", count).ShouldBe(told);

    [Fact]
    public void A_value_that_looks_like_a_place_is_left_alone() =>
        Locale.For("en").Reason(Reason.Of("EARLIER-DAY", [("from", "{to}"), ("to", "x")])).ShouldBe("One came out on {to}, the other on x.");

    [Fact]
    public void A_reason_without_words_shows_its_code() => Locale.For("fr").Reason(Reason.Of("NEVER-HEARD-OF")).ShouldBe("NEVER-HEARD-OF");

    // The classes named "measure…" of a list of figures, whose lines end in the measure they tell.
    private static IEnumerable<string> Measures(string language)
    {
        var inside = false;
        foreach (var line in File.ReadLines(Path.Combine(StoryGold.Articles, "..", "..", "src", "Recoupe", "Languages", language, "figures.txt")))
        {
            if (line.StartsWith('[')) inside = line.StartsWith("[class measure", StringComparison.Ordinal);
            if (inside && line.Split(" = ") is [_, var measure]) yield return measure.Trim();
        }
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    private static IEnumerable<string> Codes() =>
        File.ReadLines(Path.Combine(StoryGold.Articles, "..", "..", "docs", "reasons.md"))
            .Select(line => Code().Match(line)).Where(m => m.Success).Select(m => m.Groups["code"].Value);

    [GeneratedRegex(@"\{\w+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex(@"^\| `(?<code>[A-Z-]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(false|lie[sd]?|lying|liar|fake|faux|fausse|menti|ment|menteur|mensonge)\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Verdict();
}
