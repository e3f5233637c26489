using System.Collections.Immutable;
using Recoupe.Ingest;

namespace Recoupe.Tests.Story;

public sealed class PageTests
{
    private static readonly ImmutableArray<Outcome<Page>> Outcomes = [.. Intake.Pages([StoryGold.Articles])];

    [Fact]
    public void Every_page_of_the_story_is_taken_and_nothing_beside_it() =>
        Outcomes.Select(o => o.Value?.Name ?? o.Rejection!.Message).ShouldBe(StoryGold.Table("articles").Select(a => a["article"]), ignoreOrder: true);

    [Fact]
    public void A_sidecar_tells_what_the_text_does_not() => Of("01-ormel-barrage").ShouldBe(
        new PageFacts("https://ormel.example/2024/03/12/karvelie-barrage-tarsk", "Ormel", "Karvélie : une explosion au barrage de Tarsk fait au moins 12 morts", [], "2024-03-12", "fr"));

    [Fact]
    public void Front_matter_tells_it_too() => (Of("09-veilleur-rumeur") with { Authors = [] }).ShouldBe(
        new PageFacts("https://le-veilleur.example/2024/03/13/que-sait-on-du-colonel", "Le Veilleur", "Barrage de Tarsk : que sait-on du colonel Zarovitch ?", [], "2024-03-13", null));

    [Fact]
    public void A_scraper_s_field_names_are_known() => Of("20-breve-syndicat").ShouldBe(
        new PageFacts("https://velda-radio.example/en/4420", "velda-radio.example", "Union says it warned of cracks in the Tarsk dam", [], "2024-03-14", "en"));

    [Fact]
    public void One_address_with_two_texts_makes_two_articles() => Page("21-ormel-corrige").Id.ShouldNotBe(Page("01-ormel-barrage").Id);

    private static Page Page(string name) => Outcomes.Select(o => o.Value!).Single(p => p.Name == name);

    private static PageFacts Of(string name) => Page(name).Given;
}
