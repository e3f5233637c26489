namespace Recoupe.Tests.Story;

public sealed class GoldTests
{
    private readonly IReadOnlyDictionary<string, string> texts = StoryGold.RawTexts();

    [Fact]
    public void Every_article_of_the_story_is_listed() =>
        StoryGold.Table("articles").Select(a => a["article"]).ShouldBe(texts.Keys, ignoreOrder: true);

    [Fact]
    public void Every_article_has_a_row_in_the_lineage() =>
        StoryGold.Table("lineage").Select(t => t["to"]).Distinct(StringComparer.Ordinal).ShouldBe(texts.Keys, ignoreOrder: true);

    [Theory]
    [InlineData("figures", "words")]
    [InlineData("furniture", "line")]
    [InlineData("sides", "words")]
    [InlineData("times", "context")]
    public void A_table_names_words_that_stand_once_in_their_article(string table, string column) =>
        StoryGold.Table(table).Where(row => Count(texts[row["article"]], row[column]) != 1).ShouldBeEmpty();

    [Fact]
    public void Every_wording_of_an_entity_stands_in_the_story() =>
        StoryGold.Table("entities").Where(e => !texts.Values.Any(t => t.Contains(e["wording"], StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void Every_part_of_a_statement_stands_in_its_article() =>
        StoryGold.Statements().SelectMany(s => s.Content.Append(s.Source).Append(s.Cue).Select(part => (s.Article, part)))
            .Where(p => !texts[p.Article].Contains(p.part, StringComparison.Ordinal)).ShouldBeEmpty();

    private static int Count(string text, string words) => text.Split(words).Length - 1;
}
