using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Recoupe.Tell;
using Recoupe.Tell.Pages;
using Recoupe.Tests.Ingest;

namespace Recoupe.Tests.Tell.Pages;

public sealed class ClaimPagesTests
{
    [Fact]
    public void Each_side_of_the_storys_claims_shows_as_many_voices_as_its_heading_counts()
    {
        var filed = Story.StoryLedger.Articles.Values.ToDictionary(f => f.Article.Id);
        Sides(Story.StoryLedger.Ledger, id => filed[id]).ShouldBeEmpty();
    }

    [Fact]
    public void Each_side_of_the_seeds_claims_shows_as_many_voices_as_its_heading_counts()
    {
        var seeds = Environment.GetEnvironmentVariable("RECOUPE_SEEDS");
        Assert.SkipWhen(seeds is null, "RECOUPE_SEEDS names no folder.");
        using var folder = new TemporaryFolder();
        using var pipeline = Pipeline.Open(folder.Path("seeds.recoupe"));
        pipeline.Add([seeds!]);
        Sides(pipeline.Ledger(), pipeline.Required).ShouldBeEmpty();
    }

    // The sides whose page shows another number of voices than the claim has, or heads them with another.
    private static List<string> Sides(Ledger ledger, Func<ArticleId, FiledArticle> filed)
    {
        var words = Locale.For("en");
        var pages = Dossier.Files(ledger, filed, new DossierOptions { Words = words }).ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);
        var claims = ledger.Claims.Where(c => pages.ContainsKey($"claim-{c.Id}.html")).ToList();
        claims.ShouldNotBeEmpty();
        return
        [
            .. from claim in claims
               let page = new HtmlParser().ParseDocument(pages[$"claim-{claim.Id}.html"])
               from side in new[] { (Class: "for", Voices: claim.Independent.For), (Class: "against", Voices: claim.Independent.Against) }
               let column = page.QuerySelector($".sides .side.{side.Class}")!
               where column.QuerySelectorAll(".voice").Length != side.Voices || !Heading(column).Contains(words.Count("voices", side.Voices), StringComparison.Ordinal)
               select $"{claim.Id} {side.Class}: {side.Voices} counted, {column.QuerySelectorAll(".voice").Length} shown under «{Heading(column)}»",
        ];
    }

    private static string Heading(IElement column) => column.QuerySelector("h2, h4")!.TextContent;
}
