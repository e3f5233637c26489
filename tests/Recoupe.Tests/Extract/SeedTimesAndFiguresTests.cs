using System.Globalization;
using Recoupe.Extract;
using Recoupe.Language;

namespace Recoupe.Tests.Extract;

/// <summary>Every time and figure of the five pages of the design, with its right value. The pages themselves are elsewhere: see CONTRIBUTING.</summary>
public sealed class SeedTimesAndFiguresTests
{
    // Page, start, length, value, and what it was reckoned from.
    public static TheoryData<string, int, int, string, string?> Times() => new()
    {
        { "000", 533, 7, "XXXX-04-07", null },
        { "000", 993, 15, "PAST_REF", null },
        { "000", 1893, 9, "PAST_REF", null },
        { "001", 0, 14, "2024-04-30", null },
        { "001", 486, 10, "XXXX-02-18", null },
        { "001", 615, 7, "FUTURE_REF", null },
        { "001", 778, 5, "XXXX-WXX-1", null },
        { "001", 1118, 24, "FUTURE_REF", null },
        { "001", 1576, 15, "XXXX-XX", null },
        { "001", 1971, 7, "XXXX-01", null },
        { "001", 2218, 16, "PXY", null },
        { "001", 2380, 4, "2020", null },
        { "001", 2684, 12, "PRESENT_REF", null },
        { "001", 3073, 15, "PRESENT_REF", null },
        { "002", 292, 8, "XXXX-WXX-3", null },
        { "002", 550, 5, "XXXX-WXX-1", null },
        { "002", 701, 8, "XXXX-WXX-3", null },
        { "002", 916, 8, "XXXX-WXX-3", null },
        { "002", 1570, 5, "XXXX-WXX-2", null },
        { "003", 384, 7, "XXXX-06-10", null },
        { "003", 1026, 4, "XXXX-03", null },
        { "003", 2175, 15, "PRESENT_REF", null },
        { "003", 2676, 32, "FUTURE_REF", null },
        { "003", 3324, 21, "P5Y", null },
        { "004", 484, 19, "2023-07-23", "2022" },
        { "004", 527, 16, "2023-07-23", "2023-07-21" },
        { "004", 711, 22, "2023-W29", "2023-07-23" },
        { "004", 1338, 12, "2022-02", null },
        { "004", 1492, 4, "2023-06", "2023-07-23" },
        { "004", 1926, 5, "2023-07-20", "2023-07-23" },
        { "004", 2286, 8, "2023-07-19", "2023-07-23" },
        { "004", 2339, 14, "PRESENT_REF", null },
    };

    // Page, start, length, bounds, measure.
    public static TheoryData<string, int, int, string, string?> Figures() => new()
    {
        { "001", 1149, 12, "[2000,]", null },
        { "002", 485, 4, "[2,2]", null },
        { "002", 742, 10, "(70,]", "killed" },
        { "003", 2098, 15, "[10,]", "killed" },
        { "003", 2126, 2, "[30,]", "killed" },
        { "003", 2250, 19, "[30000,]", "killed" },
        { "003", 2317, 15, "[,100000]", "wounded" },
        { "003", 2374, 13, "(4000,]", "lost" },
        { "003", 2416, 3, "[216,216]", "lost" },
        { "003", 2438, 3, "[183,183]", "lost" },
        { "003", 2468, 3, "[620,620]", "lost" },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void A_time_has_its_value(string page, int start, int length, string value, string? anchor)
    {
        var times = Extract(page).Times.Where(t => t.Span == new TextSpan(start, start + length));
        times.Select(t => (t.Value, t.Anchor)).ShouldBe([(value, anchor)]);
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_has_its_bounds_and_measure(string page, int start, int length, string bounds, string? measure)
    {
        var figures = Extract(page).Figures.Where(f => f.Span == new TextSpan(start, start + length));
        figures.Select(f => (Bounds(f), f.Measure)).ShouldBe([(bounds, measure)]);
    }

    [Fact]
    public void There_are_no_others() => ((string[])["000", "001", "002", "003", "004"]).Select(Extract).Sum(f => f.Times.Length + f.Figures.Length)
        .ShouldBe(Times().Count + Figures().Count);

    private static Findings Extract(string page)
    {
        var folder = Environment.GetEnvironmentVariable("RECOUPE_SEEDS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "RECOUPE_SEEDS names no folder");
        var article = TestArticle.Of(File.ReadAllText(Directory.EnumerateFiles(folder!, page + "_*.txt").Single()), "fr");
        return Extractor.Extract(article, TestArticle.Read(article));
    }

    private static string Bounds(Figure f) =>
        string.Create(CultureInfo.InvariantCulture, $"{(f.MinInclusive ? '[' : '(')}{f.Min},{f.Max}{(f.MaxInclusive ? ']' : ')')}");
}
