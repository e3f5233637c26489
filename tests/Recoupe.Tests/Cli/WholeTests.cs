using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Recoupe.Tests.Story;
using Recoupe.Tests.Tell;
using Recoupe.Tests.Tell.Pages;

namespace Recoupe.Tests.Cli;

/// <summary>The main job, from articles on disk to what people and programs read.</summary>
public sealed class WholeTests
{
    [Fact]
    public Task The_sample_story_comes_out_whole() =>
        ComesOutWhole(StoryGold.Articles, "Le colonel Zarovitch a-t-il été capturé ?");

    [Fact]
    public Task The_seeds_come_out_whole()
    {
        var seeds = Environment.GetEnvironmentVariable("RECOUPE_SEEDS");
        Assert.SkipWhen(seeds is null, "RECOUPE_SEEDS names no folder.");
        return ComesOutWhole(seeds!, "La Biélorussie va-t-elle entrer en guerre contre l'Ukraine ?");
    }

    private static async Task ComesOutWhole(string articles, string question)
    {
        using var folder = new Folder();
        (await Asked.Of("run", articles, "--out", folder.Path, "--question", question, "--quiet")).ShouldBe(new Asked(0, "", ""));
        (await Asked.Of("verify", folder["ledger.recoupe"], "--quiet")).ShouldBe(new Asked(0, "", ""));
        var export = await Asked.Of("export", folder["ledger.recoupe"], "--articles", folder["articles"]);
        JsonTests.Holds(JsonTests.LedgerSchema, export.Output);
        foreach (var article in Directory.EnumerateFiles(folder["articles"])) JsonTests.Holds(JsonTests.ArticleSchema, await File.ReadAllTextAsync(article));
        DossierTests.Lost(Pages(folder["dossier"])).ShouldBeEmpty();
    }

    private static Dictionary<string, IDocument> Pages(string folder) => Directory.EnumerateFiles(folder, "*.html")
        .ToDictionary(f => Path.GetFileName(f), f => (IDocument)new HtmlParser().ParseDocument(File.ReadAllText(f)), StringComparer.Ordinal);
}
