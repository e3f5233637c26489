using System.Text;
using System.Text.Json;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Cli;

public sealed class RunTests
{
    private const string Question = "Le colonel Zarovitch a-t-il été capturé ?";

    [Fact]
    public async Task A_run_writes_a_ledger_and_a_dossier_and_says_what_it_found()
    {
        using var folder = new Folder();
        var run = await Asked.Of("run", StoryGold.Articles, "--out", folder.Path, "--question", Question, "--lang", "fr");
        run.Status.ShouldBe(0, run.Error);
        File.Exists(folder["ledger.recoupe"]).ShouldBeTrue();
        File.ReadAllText(Path.Combine(folder.Path, "dossier", "index.html")).ShouldContain(Question);
        var lines = run.Output.Split(Environment.NewLine);
        lines[0].ShouldBe("22 articles ajoutés.");
        run.Output.ShouldContain("       22  articles (1 dans une langue non lue ici)");
        run.Output.ShouldContain("textes indépendants");
        run.Output.ShouldContain($"Registre  {folder["ledger.recoupe"]}");
        (await Asked.Of("verify", folder["ledger.recoupe"], "--lang", "en")).Output.ShouldStartWith("Whole");
    }

    [Fact]
    public async Task Pages_are_left_out_of_the_ledger_where_that_is_asked_for()
    {
        using var folder = new Folder();
        var page = folder.File("pont.html", $"<h1>Le pont fermé</h1><p>{string.Join(' ', Enumerable.Repeat("Le maire d'Orvec a annoncé lundi la fermeture du pont.", 4))}</p><!-- {Convert.ToHexString(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 4_000))))} -->");
        (await Asked.Of("add", folder["with"], page, "--quiet")).Status.ShouldBe(0);
        (await Asked.Of("add", folder["without"], page, "--quiet", "--no-pages")).Status.ShouldBe(0);
        new FileInfo(folder["without"]).Length.ShouldBeLessThan(new FileInfo(folder["with"]).Length);
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_drops_the_pages_of_the_first()
    {
        using var folder = new Folder();
        var story = Path.Combine(StoryGold.Articles, "01-ormel-barrage.txt");
        await Asked.Of("run", story, "--out", folder.Path, "--quiet");
        var stale = folder.File("dossier/claim-0000000000000000.html", "");
        var kept = folder.File("dossier/my-notes.html", "");
        var again = await Asked.Of("run", story, "--out", folder.Path, "--lang", "en");
        again.Output.ShouldStartWith("0 articles added, 1 already there.");
        File.Exists(stale).ShouldBeFalse();
        File.Exists(kept).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_refused_is_told_on_standard_error_with_what_to_do_and_the_rest_is_done()
    {
        using var folder = new Folder();
        var run = await Asked.Of("run", folder["no-such-file"], Path.Combine(StoryGold.Articles, "01-ormel-barrage.txt"), "--out", folder["out"], "--lang", "en");
        run.Status.ShouldBe(1);
        run.Error.ShouldContain($"INGEST-1: {folder["no-such-file"]}: ");
        run.Error.ShouldContain("  Check the path and the permissions of the folders above it.");
        run.Output.ShouldStartWith("1 article added, 1 refused.");
    }

    [Fact]
    public async Task Quiet_is_quiet()
    {
        using var folder = new Folder();
        var run = await Asked.Of("run", Path.Combine(StoryGold.Articles, "01-ormel-barrage.txt"), "--out", folder.Path, "--quiet");
        run.ShouldBe(new Asked(0, "", ""));
    }

    [Fact]
    public async Task A_program_reads_the_summary_as_JSON()
    {
        using var folder = new Folder();
        var run = await Asked.Of("run", Path.Combine(StoryGold.Articles, "01-ormel-barrage.txt"), folder["none"], "--out", folder.Path, "--json", "--no-dossier");
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("added").GetInt32().ShouldBe(1);
        json.RootElement.GetProperty("refused")[0].GetProperty("code").GetString().ShouldBe("INGEST-1");
        json.RootElement.GetProperty("dossier").ValueKind.ShouldBe(JsonValueKind.Null);
        Directory.Exists(folder["dossier"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Articles_added_one_by_one_export_as_those_of_one_run()
    {
        using var folder = new Folder();
        var paths = new[] { "21-ormel-corrige.txt", "01-ormel-barrage.txt", "09-veilleur-rumeur.md" }.Select(p => Path.Combine(StoryGold.Articles, p)).ToArray();
        await Asked.Of(["add", folder["whole.recoupe"], "--question", Question, "--quiet", .. paths]);
        foreach (var path in paths.Reverse()) await Asked.Of("add", folder["grown.recoupe"], path, "--quiet", "--question", Question);
        var whole = await Asked.Of("export", folder["whole.recoupe"]);
        whole.Output.ShouldStartWith("{\n  \"schema\": 1,");
        (await Asked.Of("export", folder["grown.recoupe"])).ShouldBe(whole);
    }
}
