using Recoupe.Tests.Story;
using Recoupe.Tests.Tell;

namespace Recoupe.Tests.Cli;

public sealed class ExtractTests
{
    private const string Prose = "Le maire d'Orvec a annoncé lundi la fermeture du pont, dont une pile s'est affaissée pendant la nuit.";

    private const string Page = $"""
        <html lang="fr"><head><title>Le pont fermé</title><meta property="article:published_time" content="2024-03-12T10:00:00Z"></head>
        <body><nav><a href="/">Accueil</a></nav><article><h1>Le pont fermé</h1><p>{Prose}</p></article></body></html>
        """;

    [Fact]
    public async Task A_page_is_a_line_of_JSON_as_its_schema_says()
    {
        using var folder = new Folder();
        var extracted = await Asked.Of("extract", folder.File("pont.html", Page), "--json");
        extracted.Status.ShouldBe(0, extracted.Error);
        extracted.Output.ShouldBe($$"""{"schema":1,"name":"pont","title":"Le pont fermé","authors":[],"site":null,"url":null,"published":{"value":"2024-03-12","from":"metadata"},"language":"fr","text":"{{Prose}}","notes":[]}""" + "\n");
        JsonTests.Holds(JsonTests.PageSchema, extracted.Output);
    }

    [Fact]
    public async Task A_folder_gets_a_file_a_page_and_what_is_refused_is_named()
    {
        using var folder = new Folder();
        var extracted = await Asked.Of("extract", folder.File("pont.html", Page), folder.File("vide.html", "<html></html>"), "--json", "--out", folder["out"]);
        extracted.Status.ShouldBe(1);
        extracted.Error.ShouldContain("CLEAN-2");
        File.ReadAllText(folder["out/pont.json"]).ShouldContain(Prose);
    }

    [Fact]
    public async Task Without_JSON_the_prose_is_printed()
    {
        var extracted = await Asked.Of("extract", Path.Combine(StoryGold.Articles, "10-echo-dementi.txt"));
        extracted.Status.ShouldBe(0);
        extracted.Output.ShouldContain("\n\n");
        extracted.Output.ShouldNotContain("{");
    }
}
