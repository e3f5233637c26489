using System.Collections.Immutable;
using Recoupe.Desk.Ledgers;
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
        Find(query, 200).ShouldContain(f => f.Text.Contains(has, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("")]
    [InlineData("  ;.!")]
    [InlineData("zzzzzzqx")]
    [InlineData("barrage zzzzzzqx")]
    public void What_has_not_every_word_is_not_found(string query) => Find(query, 50).ShouldBeEmpty();

    [Fact]
    public void Names_come_before_claims_and_claims_before_sentences()
    {
        var found = Find("hadrik", 5);
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

    // By the index in the ledger's file; what is made in memory, where there is none, finds the same.
    private ImmutableArray<Findable> Find(string query, int most)
    {
        using var ledger = DeskLedger.Open(desks.Options());
        SpinWait.SpinUntil(() => ledger.IsIndexed, Desks.Patience).ShouldBeTrue();
        var found = ledger.Find(ledger.Now, query, most);
        var (items, sentences) = (ledger.Now.Index.Find(query, most), ledger.Now.Sentences.Find(query, most));
        if (sentences.Length < most)
            found.Select(f => (f.Kind, f.Id, f.Start, f.Text)).ShouldBe(items.Concat(sentences).Select(f => (f.Kind, f.Id, f.Start, f.Text)), ignoreOrder: true);
        return found;
    }
}
