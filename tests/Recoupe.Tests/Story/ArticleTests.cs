using Recoupe.Formats;

namespace Recoupe.Tests.Story;

public sealed class ArticleTests
{
    private static readonly IReadOnlyDictionary<string, Article> Articles = StoryArticles.ByName;

    // The lines of an HTML page are its markup's, and no list knows the furniture of a Spanish one.
    private static readonly string[] Texts =
        [.. Articles.Keys.Where(name => name is not ("03-infos-vallees" or "18-ribera-presa")).Order(StringComparer.Ordinal)];

    public static TheoryData<string> EachText => [.. Texts];

    [Fact]
    public void Every_page_of_the_story_becomes_an_article() =>
        Articles.Keys.ShouldBe(StoryGold.Table("articles").Select(a => a["article"]), ignoreOrder: true);

    [Fact]
    public void The_language_of_each_article_is_told() =>
        StoryGold.Table("articles").Where(row => Articles[row["article"]].Header.Language != row["language"]).ShouldBeEmpty();

    [Fact]
    public void The_day_of_each_article_is_known_where_something_says_so() =>
        StoryGold.Table("articles").Where(row => (Articles[row["article"]].Header.Published?.Value ?? "") != row["published"])
            .Select(row => $"{row["article"]}: {Articles[row["article"]].Header.Published?.Value}, not {row["published"]}").ShouldBeEmpty();

    [Fact]
    public void A_page_date_over_the_name_of_the_site_is_doubted() =>
        Articles.Values.Where(a => a.Header.Published?.Doubted is not null).Select(a => a.Header.Name)
            .ShouldBe(StoryGold.Table("articles").Where(row => row["doubted"] == "true").Select(row => row["article"]));

    [Fact]
    public void A_page_with_a_weekday_alone_has_no_day() => Articles["17-courrier-jeudi"].Header.Published.ShouldBeNull();

    [Theory]
    [MemberData(nameof(EachText))]
    public void The_lines_of_the_site_are_furniture_and_no_others(string name)
    {
        var article = Articles[name];
        var expected = StoryGold.Table("furniture").Where(row => row["article"] == name).Select(row => row["line"]);
        Lines(article, BlockKind.Furniture).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void An_HTML_page_keeps_the_prose_of_the_wire_and_nothing_of_the_menu()
    {
        var page = Articles["03-infos-vallees"].Text;
        Paragraphs(Articles["01-ormel-barrage"]).Select(p => p[(p.IndexOf('–') is var dash && p.StartsWith("DRAVNA", StringComparison.Ordinal) ? dash + 2 : 0)..])
            .Where(p => !page.Contains(p, StringComparison.Ordinal)).ShouldBeEmpty();
        page.ShouldNotContain("Météo");
        page.ShouldNotContain("Mentions légales");
        page.ShouldNotContain("tracking");
    }

    [Fact]
    public void Every_character_but_white_space_lies_in_one_block() =>
        Articles.Values.Where(article => !Covered(article)).Select(article => article.Header.Name).ShouldBeEmpty();

    private static bool Covered(Article article)
    {
        var at = 0;
        foreach (var block in article.Blocks)
        {
            if (block.Span.Start < at || !article.Text.AsSpan(at, block.Span.Start - at).IsWhiteSpace()) return false;
            at = block.Span.End;
        }

        return article.Text.AsSpan(at).IsWhiteSpace();
    }

    private static IEnumerable<string> Lines(Article article, BlockKind kind) =>
        article.Blocks.Where(b => b.Kind == kind && b.Span.Start >= FrontMatter.LengthIn(article.Text))
            .SelectMany(b => article.Text[b.Span.Start..b.Span.End].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string[] Paragraphs(Article article) =>
        article.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
