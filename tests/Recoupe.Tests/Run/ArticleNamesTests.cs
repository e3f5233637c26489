using Recoupe.Run;

namespace Recoupe.Tests.Run;

public sealed class ArticleNamesTests
{
    [Fact]
    public void Articles_of_one_name_are_told_apart_by_number_and_case_does_not_count() =>
        ArticleNames.Apart([Header("3", "Index"), Header("1", "index"), Header("2", "index-2"), Header("4", "INDEX")]).Select(h => h.Name)
            .ShouldBe(["index", "index-2", "Index-3", "INDEX-4"]);

    [Fact]
    public void Twenty_thousand_articles_of_one_name_take_a_moment()
    {
        var names = ArticleNames.Apart(Enumerable.Range(0, 20_000).Select(i => Header($"{i:D6}", "index"))).Select(h => h.Name);
        names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(20_000);
    }

    private static ArticleHeader Header(string id, string name) => new(new(id), "", name, "", null, null, null, [], "fr", null);
}
