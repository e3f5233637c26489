using Recoupe.Desk.Search;

namespace Recoupe.Desk.Tests;

/// <summary>What is found, whatever its accents, its endings and its language.</summary>
public sealed class SearchTests(Desks desks)
{
    [Theory]
    [InlineData("barrage", "dam")]
    [InlineData("dam", "barrage")]
    [InlineData("prefet", "préfet")]
    [InlineData("PRÉFET", "prefect")]
    [InlineData("zarovi", "Zarovitch")]
    [InlineData("vallee evacuer", "evacu")]
    [InlineData("captured colonel", "capturé")]
    [InlineData("15 morts", "15")]
    public void Accents_endings_and_language_do_not_matter(string query, string has) =>
        Index().Find(query, 200).ShouldContain(f => f.Text.Contains(has, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("")]
    [InlineData("  ;.!")]
    [InlineData("zzzzzzqx")]
    [InlineData("barrage zzzzzzqx")]
    public void What_has_not_every_word_is_not_found(string query) => Index().Find(query, 50).ShouldBeEmpty();

    [Fact]
    public void Names_come_before_claims_and_claims_before_sentences()
    {
        var found = Index().Find("hadrik", 5);
        found.Select(f => f.Kind).ShouldBe(found.Select(f => f.Kind).Order());
        found[0].Kind.ShouldBe(FindKind.Name);
        found.ShouldContain(f => f.Kind == FindKind.Sentence);
    }

    [Fact]
    public void What_was_found_is_marked_where_it_stands()
    {
        const string text = "Le préfet a parlé des barrages.";
        SearchIndex.Places("barrage prefet", text, "fr").Select(s => new string(s.In(text))).ShouldBe(["préfet", "barrages"]);
    }

    private SearchIndex Index()
    {
        using var pipeline = Pipeline.OpenToRead(desks.Ledger());
        var (ledger, articles) = pipeline.LedgerWithArticles();
        return SearchIndex.Of(ledger, id => articles.First(a => a.Article.Id == id));
    }
}
