using Recoupe.Extract;

namespace Recoupe.Tests.Extract.Statements;

public sealed class StatementFinderTests
{
    [Fact]
    public void Furniture_tells_nothing()
    {
        var article = TestArticle.Of("Le ministre a déclaré que le barrage était sûr.", "fr");
        var furniture = article with { Blocks = [new(new(0, article.Text.Length), BlockKind.Furniture)] };
        StatementFinder.Find(furniture, TestArticle.Read(furniture), [], []).ShouldBeEmpty();
    }

    [Fact]
    public void A_statement_keeps_its_id_from_one_run_to_the_next()
    {
        var article = TestArticle.Of("« Le barrage est sûr », a déclaré le maire. Il a ajouté que personne ne partirait.", "fr");
        var ids = Find(article).Select(s => s.Id).ToList();
        ids.SequenceEqual(Find(article).Select(s => s.Id), StringComparer.Ordinal).ShouldBeTrue();
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(ids.Count);
    }

    [Theory]
    [InlineData("Never ever really said.", "en")]
    [InlineData("Had not ever really said so, the mayor.", "en")]
    [InlineData("Encore jamais vraiment dit.", "fr")]
    [InlineData("A -t-il dit, , annonce, \" , dit le, « ».", "fr")]
    [InlineData("said said , said \" , \" said , said", "en")]
    public void Scraps_of_sentences_break_nothing(string text, string language) => Should.NotThrow(() => Find(TestArticle.Of(text, language)));

    [Fact]
    public void A_telling_inside_a_telling_is_nested_and_passed_on()
    {
        var found = Find(TestArticle.Of("Le porte-parole a déclaré que les experts pensent que le barrage est sûr.", "fr"));
        var inner = found.Single(s => s.Certainty == Certainty.Probable);
        inner.Inside.ShouldBe(found.Single(s => s.Inside is null).Id);
        inner.Via.ShouldHaveSingleItem().ShouldContain("porte-parole");
    }

    [Theory]
    [InlineData("Le maire a déclaré mardi 12 mars que le barrage était sûr.", "XXXX-03-12")]
    [InlineData("Le maire a récemment déclaré que le barrage était sûr.", null)]
    public void A_statement_has_a_day_only_where_a_calendar_has_one(string text, string? said)
    {
        var article = TestArticle.Of(text, "fr");
        Extractor.Extract(article, TestArticle.Read(article)).Statements.ShouldHaveSingleItem().Said.ShouldBe(said);
    }

    [Theory]
    [InlineData("Le ministère a annoncé que le colonel aurait signé l'accord.", Certainty.Possible)]
    [InlineData("Le ministère a annoncé que le colonel avait signé l'accord.", Certainty.Certain)]
    [InlineData("Selon la préfecture, le colonel aurait signé l'accord.", Certainty.Possible)]
    [InlineData("Selon la préfecture, le colonel a signé l'accord.", Certainty.Certain)]
    public void What_is_told_in_the_past_conditional_is_possible_only(string text, Certainty certainty) =>
        Find(TestArticle.Of(text, "fr")).ShouldHaveSingleItem().Certainty.ShouldBe(certainty);

    [Theory]
    [InlineData(5, "Milo Dorn")]
    [InlineData(6, null)]
    public void A_pronoun_reaches_six_sentences_back_and_no_further(int between, string? name)
    {
        var text = $"Le maire Milo Dorn est venu. {string.Concat(Enumerable.Repeat("La pluie tombait. ", between))}Il a déclaré que le pont était fermé.";
        var found = Find(TestArticle.Of(text, "fr")).ShouldHaveSingleItem().Source.Name;
        if (name is null) found.ShouldBeNull();
        else found.ShouldNotBeNull().ShouldContain(name);
    }

    [Theory]
    [InlineData("« ")]
    [InlineData("\" dit-il, \" ")]
    [InlineData("a déclaré que ")]
    [InlineData("selon ")]
    [InlineData("\u0000\uD800\u200B")]
    [InlineData("« Le pont est sûr. » – Marc du port des bois\n")]
    public void Hostile_text_neither_crashes_nor_points_outside_itself(string piece)
    {
        var article = TestArticle.Of(string.Concat(Enumerable.Repeat(piece, 2000)), "fr");
        foreach (var statement in Find(article))
            statement.Content.ShouldAllBe(c => c.Start >= 0 && c.End <= article.Text.Length && c.Length > 0);
    }

    private static IReadOnlyList<Statement> Find(Article article) => StatementFinder.Find(article, TestArticle.Read(article), [], []);
}
