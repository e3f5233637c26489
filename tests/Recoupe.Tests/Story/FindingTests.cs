using Recoupe.Language;

namespace Recoupe.Tests.Story;

public sealed class FindingTests
{
    private static readonly IReadOnlyDictionary<string, FiledArticle> Story = StoryFindings.ByName;

    [Fact]
    public void Every_span_lies_in_its_article() =>
        Story.Values.SelectMany(f => Spans(f.Findings).Where(s => s.Start < 0 || s.End > f.Article.Text.Length || s.Start >= s.End)).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_found_in_the_furniture_of_a_site() =>
        Story.Values.SelectMany(f => Spans(f.Findings).Where(s => f.Article.Blocks.Any(b => b.Kind == BlockKind.Furniture && Overlap(b.Span, s)))
            .Select(s => f.Article.Text[s.Start..s.End])).ShouldBeEmpty();

    [Fact]
    public void A_page_in_another_language_yields_nothing() => Story["18-ribera-presa"].Findings.ShouldBe(Findings.None);

    [Fact]
    public void Times_have_the_days_that_a_reader_gives_them() =>
        StoryGold.Table("times").Where(row => !HasTime(row)).Select(row => $"{row["article"]}: {row["words"]} = {row["value"]}").ShouldBeEmpty();

    [Fact]
    public void Figures_have_the_bounds_that_a_reader_gives_them() =>
        StoryGold.Table("figures").Where(row => !HasFigure(row)).Select(row => $"{row["article"]}: {row["words"]}").ShouldBeEmpty();

    [Fact]
    public void A_figure_brought_up_to_date_is_not_a_range() =>
        Story["13-ormel-bilan"].Findings.Figures.ShouldNotContain(f => f.Min == 12 && f.Max == 15);

    [Fact]
    public void Most_figures_are_given_by_the_source_of_their_statement() =>
        StoryGold.Table("figures").Count(row => row["by"].Length > 0 && GivenBy(row).Contains(row["by"], StringComparison.Ordinal))
            .ShouldBeGreaterThanOrEqualTo(9); // of 17

    [Fact]
    public void Statements_are_found_as_well_as_before()
    {
        var (right, found, expected) = (0, 0, 0);
        foreach (var article in StoryGold.Statements().GroupBy(s => s.Article, StringComparer.Ordinal))
        {
            var filed = Story[article.Key];
            right += StatementScore.Match(filed.Article.Text, [.. article], filed.Findings.Statements).Count(m => m.Overlap >= 0.5);
            found += filed.Findings.Statements.Length;
            expected += article.Count();
        }

        StatementScore.F1(right, found, expected).ShouldBeGreaterThan(0.78);
    }

    private static bool HasTime(IReadOnlyDictionary<string, string> row)
    {
        var filed = Story[row["article"]];
        var words = Place(filed.Article.Text, row["context"], row["words"]);
        return filed.Findings.Times.Any(t => Overlap(t.Span, words) && t.Value.StartsWith(row["value"], StringComparison.Ordinal));
    }

    private static bool HasFigure(IReadOnlyDictionary<string, string> row) =>
        FiguresAt(row).Any(f => f.Min == Number(row["min"]) && f.Max == Number(row["max"])
            && f.Approximate == bool.Parse(row["approximate"])
            && (row["measure"].Length == 0 || f.Measure == row["measure"]));

    private static IEnumerable<Figure> FiguresAt(IReadOnlyDictionary<string, string> row)
    {
        var filed = Story[row["article"]];
        var words = Place(filed.Article.Text, row["words"], row["words"]);
        return filed.Findings.Figures.Where(f => Overlap(f.Span, words));
    }

    private static string GivenBy(IReadOnlyDictionary<string, string> row)
    {
        var statements = FiguresAt(row).Select(f => f.Statement).ToHashSet(StringComparer.Ordinal);
        return string.Join("; ", Story[row["article"]].Findings.Statements.Where(s => statements.Contains(s.Id)).Select(s => s.Source.Name));
    }

    private static decimal? Number(string digits) => digits.Length == 0 ? null : decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private static TextSpan Place(string text, string context, string words)
    {
        var start = text.IndexOf(context, StringComparison.Ordinal) + context.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }

    private static bool Overlap(TextSpan a, TextSpan b) => a.Start < b.End && b.Start < a.End;

    private static IEnumerable<TextSpan> Spans(Findings findings) =>
        [
            .. findings.Mentions.Select(m => m.Span),
            .. findings.Times.Select(t => t.Span),
            .. findings.Figures.Select(f => f.Span),
            .. findings.Statements.SelectMany(s => s.Content),
            .. findings.Statements.Select(s => s.Cue).OfType<TextSpan>(),
            .. findings.Statements.Select(s => s.Source.Span).OfType<TextSpan>(),
        ];
}
