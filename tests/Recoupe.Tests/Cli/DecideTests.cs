using System.Text.Json;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Cli;

public sealed class DecideTests : IDisposable
{
    private static readonly string[] Pages =
        [.. new[] { "07-chronicle-colonel.txt", "09-veilleur-rumeur.md", "10-echo-dementi.txt" }.Select(n => Path.Combine(StoryGold.Articles, n))];

    private readonly Folder folder = new();

    private string Ledger => folder["l.recoupe"];

    private string Log => Ledger + ".decisions.jsonl";

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Claims_that_an_analyst_merges_stay_merged_in_a_ledger_made_anew_and_come_apart_when_he_takes_it_back()
    {
        await Fill();
        var before = await Export();
        var (english, french) = (ClaimOf(before, "A Norvanian army colonel"), ClaimOf(before, "Le colonel norvanien"));
        Id(english).Equals(Id(french), StringComparison.Ordinal).ShouldBeFalse();
        (await Asked.Of("decide", Ledger, "merge", Id(english), Id(french), "--by", "anna", "--note", "one rumour")).Status.ShouldBe(0);

        File.Delete(Ledger);
        await Fill();
        var anew = await Export();
        anew.GetProperty("claims").GetArrayLength().ShouldBe(before.GetProperty("claims").GetArrayLength() - 1);
        var decision = anew.GetProperty("decisions")[0];
        (decision.GetProperty("state").GetString(), decision.GetProperty("by").GetString(), decision.GetProperty("note").GetString()).ShouldBe(("applied", "anna", "one rumour"));

        (await Asked.Of("undo", Ledger, decision.GetProperty("id").GetString()![..6])).Status.ShouldBe(0);
        var after = await Export();
        after.GetProperty("claims").GetRawText().ShouldBe(before.GetProperty("claims").GetRawText());
        after.GetProperty("decisions")[0].GetProperty("state").GetString().ShouldBe("undone");
    }

    [Fact]
    public async Task A_claim_can_be_split_reworded_rated_and_dismissed_and_a_statement_moved_to_the_other_side()
    {
        await Fill();
        var claim = ClaimOf(await Export(), "A Norvanian army colonel");
        var statements = claim.GetProperty("statements").EnumerateArray().Select(s => s.GetProperty("statement").GetString()!).ToList();
        statements.Count.ShouldBeGreaterThan(1);
        (await Asked.Of("decide", Ledger, "reword", Id(claim), "--to", "A colonel was captured")).Status.ShouldBe(0);
        (await Asked.Of("decide", Ledger, "rate", Id(claim), "--to", "5", "--note", "The photograph is of another year")).Status.ShouldBe(0);
        var reworded = ClaimOf(await Export(), "A colonel was captured");
        reworded.GetProperty("credibility").GetProperty("value").GetInt32().ShouldBe(5);
        reworded.GetProperty("credibility").GetProperty("reasons")[0].GetProperty("code").GetString().ShouldBe("DECIDED");

        var denial = claim.GetProperty("statements").EnumerateArray().First(s => s.GetProperty("position").GetString() == "against").GetProperty("statement").GetString()!;
        (await Asked.Of("decide", Ledger, "side", denial, "--to", "uncommitted")).Status.ShouldBe(0);
        ClaimOf(await Export(), "A colonel was captured").GetProperty("independent").GetProperty("against").GetInt32().ShouldBe(0);

        (await Asked.Of("decide", Ledger, "split", Id(claim), denial)).Status.ShouldBe(0);
        ClaimOf(await Export(), "A colonel was captured").GetProperty("statements").GetArrayLength().ShouldBe(statements.Count - 1);

        (await Asked.Of("decide", Ledger, "dismiss", denial)).Status.ShouldBe(0);
        (await Export()).GetProperty("claims").GetRawText().ShouldNotContain(denial);
        (await Asked.Of("verify", Ledger)).Status.ShouldBe(0);
    }

    [Fact]
    public async Task A_decision_on_a_text_that_has_changed_waits_for_review_and_is_not_dropped()
    {
        await Fill();
        var claim = ClaimOf(await Export(), "A Norvanian army colonel");
        (await Asked.Of("decide", Ledger, "rate", Id(claim), "--to", "2", "--note", "seen")).Status.ShouldBe(0);
        File.WriteAllText(Log, File.ReadAllText(Log).Replace("\"textHash\":\"", "\"textHash\":\"0", StringComparison.Ordinal));
        var after = await Export();
        after.GetProperty("decisions")[0].GetProperty("state").GetString().ShouldBe("review");
        ClaimOf(after, "A Norvanian army colonel").GetProperty("credibility").GetRawText().ShouldBe(claim.GetProperty("credibility").GetRawText());
        (await Asked.Of("decisions", Ledger, "--lang", "en")).Output.ShouldContain("[to be reviewed]");
    }

    [Fact]
    public async Task What_cannot_be_decided_is_refused_with_a_code()
    {
        await Fill();
        var id = Id(ClaimOf(await Export(), "A Norvanian army colonel"));
        (await Asked.Of("decide", Ledger, "rate", "ffffffffffffffff", "--to", "2", "--note", "x")).Error.ShouldStartWith("DECIDE-1: ");
        (await Asked.Of("decide", Ledger, "rate", id, "--to", "2")).Error.ShouldStartWith("DECIDE-3: ");
        (await Asked.Of("decide", Ledger, "rate", id, "--to", "7", "--note", "x")).Error.ShouldStartWith("DECIDE-3: ");
        (await Asked.Of("decide", Ledger, "merge", id)).Error.ShouldStartWith("DECIDE-3: ");
        (await Asked.Of("decide", Ledger, "undo", id)).Status.ShouldBe(2);
        (await Asked.Of("undo", Ledger, "abcd")).Error.ShouldStartWith("DECIDE-1: ");
        File.Exists(Log).ShouldBeFalse();
        File.WriteAllText(Log, "{\"id\":1}\n");
        (await Asked.Of("decisions", Ledger)).Error.ShouldStartWith("STORE-10: ");
    }

    [Fact]
    public async Task A_forgotten_article_leaves_neither_in_the_ledger_nor_in_the_log_a_word_and_is_refused_when_it_comes_again()
    {
        await Fill();
        var claim = ClaimOf(await Export(), "A Norvanian army colonel");
        var article = claim.GetProperty("wording")[0].GetProperty("article").GetString()!;
        (await Asked.Of("decide", Ledger, "rate", Id(claim), "--to", "2", "--note", "seen")).Status.ShouldBe(0);
        (await Asked.Of("forget", Ledger, article, "--lang", "en")).Output.ShouldStartWith("Forgotten: 07-chronicle-colonel.");
        File.ReadAllText(Log).ShouldNotContain("Norvanian");
        System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(Ledger)).ShouldNotContain("Zarovich");
        (await Export()).GetProperty("decisions")[0].GetProperty("state").GetString().ShouldBe("review");
        var again = await Asked.Of("add", Ledger, Pages[0]);
        again.Status.ShouldBe(1);
        again.Error.ShouldStartWith("STORE-12: ");
        (await Asked.Of("verify", Ledger)).Status.ShouldBe(0);
    }

    [Fact]
    public async Task A_line_that_was_cut_short_does_not_swallow_the_next_decision()
    {
        await Fill();
        var id = Id(ClaimOf(await Export(), "A Norvanian army colonel"));
        (await Asked.Of("decide", Ledger, "rate", id, "--to", "2", "--note", "seen")).Status.ShouldBe(0);
        File.WriteAllText(Log, File.ReadAllText(Log).TrimEnd('\n'));
        (await Asked.Of("decide", Ledger, "rate", id, "--to", "3", "--note", "seen again")).Status.ShouldBe(0);
        var export = await Export();
        export.GetProperty("decisions").GetArrayLength().ShouldBe(2);
        ClaimOf(export, "A Norvanian army colonel").GetProperty("credibility").GetProperty("value").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_dossier_that_leaves_the_house_names_no_analyst_and_shows_no_note()
    {
        await Fill();
        var id = Id(ClaimOf(await Export(), "A Norvanian army colonel"));
        (await Asked.Of("decide", Ledger, "rate", id, "--to", "2", "--note", "told us on the phone", "--by", "anna.martin")).Status.ShouldBe(0);
        (await Asked.Of("dossier", Ledger, "--out", folder["home"])).Status.ShouldBe(0);
        (await Asked.Of("dossier", Ledger, "--share", "--out", folder["away"])).Status.ShouldBe(0);
        Told("home").ShouldContain("anna.martin");
        Told("away").ShouldNotContain("anna.martin");
        Told("away").ShouldNotContain("on the phone");

        string Told(string name) => string.Concat(Directory.EnumerateFiles(folder[name], "*.html").Select(File.ReadAllText));
    }

    [Fact]
    public async Task An_explanation_says_what_would_change_a_rating()
    {
        await Fill();
        var claim = ClaimOf(await Export(), "A Norvanian army colonel");
        var told = await Asked.Of("explain", Ledger, Id(claim)[..8], "--lang", "en");
        told.Status.ShouldBe(0);
        told.Output.ShouldContain("4  doubtful");
        told.Output.ShouldContain("If nobody said that it is not so: 6.");
        told.Output.ShouldContain("10-echo-dementi: ");
    }

    [Fact]
    public async Task The_users_own_lists_of_questions_and_sources_are_read_beside_the_ledger()
    {
        folder.File("questions.yaml", "- Le colonel Zarovitch a-t-il été capturé ?\n- question: Who holds the dam?\n");
        folder.File("sources.yaml", "- source: Norvanian defence ministry\n  grade: d\n  since: 2024-03-14\n  note: denied the strike of 2019\n");
        await Fill();
        var export = await Export();
        export.GetProperty("questions").EnumerateArray().Select(q => q.GetProperty("text").GetString()).ShouldContain("Who holds the dam?", StringComparer.Ordinal);
        var grade = export.GetProperty("reliability")[0];
        (grade.GetProperty("grade").GetString(), grade.GetProperty("since").GetString()).ShouldBe(("D", "2024-03-14"));
        folder.File("sources.yaml", "- source: X\n  grade: Z\n");
        (await Asked.Of("export", Ledger)).Error.ShouldStartWith("STORE-11: ");
        folder.File("sources.yaml", "[[[[");
        (await Asked.Of("export", Ledger)).Error.ShouldStartWith("STORE-11: ");
    }

    private async Task Fill() => (await Asked.Of(["add", Ledger, .. Pages, "--quiet"])).Status.ShouldBe(0);

    private async Task<JsonElement> Export() => JsonDocument.Parse((await Asked.Of("export", Ledger)).Output).RootElement;

    private static JsonElement ClaimOf(JsonElement export, string start) =>
        export.GetProperty("claims").EnumerateArray().Single(c => c.GetProperty("text").GetString()!.StartsWith(start, StringComparison.Ordinal));

    private static string Id(JsonElement claim) => claim.GetProperty("id").GetString()!;
}
