using System.Text.Json;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Cli;

public sealed class ReadTests
{
    private static readonly string Denial = Path.Combine(StoryGold.Articles, "10-echo-dementi.txt");

    [Fact]
    public async Task Without_json_an_article_is_shown_to_people()
    {
        var read = await Asked.Of("read", Denial, "--lang", "fr");
        read.Status.ShouldBe(0);
        read.Output.ShouldStartWith("La Norvanie dément la capture d'un de ses colonels");
        read.Output.ShouldContain("L'Écho des Rives · 13 mars 2024 · français");
        read.Output.ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task An_object_a_line_in_the_order_given()
    {
        var read = await Asked.Of("read", Denial, Path.Combine(StoryGold.Articles, "01-ormel-barrage.txt"), "--json");
        var names = read.Output.TrimEnd('\n').Split('\n').Select(Name);
        names.ShouldBe(["10-echo-dementi", "01-ormel-barrage"]);
    }

    [Fact]
    public async Task Files_of_one_name_are_told_apart()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["a"]);
        Directory.CreateDirectory(folder["b"]);
        folder.File("a/same.txt", "Le maire a démenti la nouvelle mardi à Orvec.");
        folder.File("b/same.txt", "La maire a confirmé la nouvelle mercredi à Orvec.");
        (await Asked.Of("read", folder["a"], folder["b"], "--out", folder["out"], "--tokens")).Status.ShouldBe(0);
        Name(File.ReadAllText(folder["out/same.json"])).ShouldBe("same");
        File.Exists(folder["out/same-2.json"]).ShouldBeTrue();
        File.ReadAllText(folder["out/same.json"]).ShouldContain("\"lemma\"");
    }

    [Fact]
    public async Task CoNLL_U_covers_the_text_and_keeps_given_words()
    {
        using var folder = new Folder();
        var path = folder.File("a.txt", "Le maire a démenti la nouvelle mardi à Orvec.\n");
        var conllu = await Asked.Of("read", path, "--conllu");
        conllu.Output.ShouldContain("# text = Le maire a démenti la nouvelle mardi à Orvec.");
        var words = folder.File("a.conllu", "1\tLe\t_\t_\t_\t_\t_\t_\t_\t_\n2\tmaire\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
        var kept = await Asked.Of("read", path, "--conllu", "--words", words);
        kept.Status.ShouldBe(0, kept.Error);
        kept.Output.Split('\n').Count(line => line.Contains('\t')).ShouldBe(2);
    }

    [Fact]
    public async Task A_hostile_text_does_not_steer_the_terminal()
    {
        using var folder = new Folder();
        var path = folder.File("a.txt", "Le maire a démenti \u001b[2J la \u202Enouvelle mardi à Orvec, a dit la mairie.\n");
        var read = await Asked.Of("read", path);
        read.Output.ShouldNotContain("\u001b");
        read.Output.ShouldNotContain("\u202E");
        read.Output.ShouldContain("[U+202E]");
    }

    private static string Name(string json)
    {
        using var article = JsonDocument.Parse(json);
        return article.RootElement.GetProperty("name").GetString()!;
    }
}
