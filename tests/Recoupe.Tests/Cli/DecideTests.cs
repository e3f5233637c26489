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
        var (english, french) = (ClaimOf(before, "Colonel Andrei Zarovich"), ClaimOf(before, "The border was calm"));
        Id(english).Equals(Id(french), StringComparison.Ordinal).ShouldBeFalse();
        var merged = await Asked.Of("decide", Ledger, "merge", Id(english), Id(french), "--by", "anna", "--note", "one rumour");
        merged.Status.ShouldBe(0);
        merged.Output.ShouldContain("now in: " + Ids(await Export()).Except(Ids(before), StringComparer.Ordinal).ShouldHaveSingleItem());

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
        var claim = ClaimOf(await Export(), "Colonel Andrei Zarovich");
        var statements = claim.GetProperty("statements").EnumerateArray().Select(s => s.GetProperty("statement").GetString()).ToList();
        statements.Count.ShouldBeGreaterThan(1);
        (await Asked.Of("decide", Ledger, "reword", Id(claim), "--to", "A colonel was captured")).Status.ShouldBe(0);
        (await Asked.Of("decide", Ledger, "rate", Id(claim), "--to", "5", "--note", "The photograph is of another year")).Status.ShouldBe(0);
        var reworded = ClaimOf(await Export(), "A colonel was captured");
        reworded.GetProperty("credibility").GetProperty("value").GetInt32().ShouldBe(5);
        reworded.GetProperty("credibility").GetProperty("reasons")[0].GetProperty("code").GetString().ShouldBe("DECIDED");

        var denial = claim.GetProperty("statements").EnumerateArray().First(s => s.GetProperty("position").GetString() == "against").GetProperty("statement").GetString()!;
        (await Asked.Of("decide", Ledger, "side", denial, "--to", "uncommitted")).Status.ShouldBe(0);
        ClaimOf(await Export(), "A colonel was captured").GetProperty("independent").GetProperty("against").GetInt32().ShouldBe(claim.GetProperty("independent").GetProperty("against").GetInt32() - 1);

        (await Asked.Of("decide", Ledger, "split", Id(claim), denial)).Status.ShouldBe(0);
        ClaimOf(await Export(), "A colonel was captured").GetProperty("statements").GetArrayLength().ShouldBe(statements.Count(s => s != denial));

        (await Asked.Of("decide", Ledger, "dismiss", denial)).Status.ShouldBe(0);
        (await Export()).GetProperty("claims").GetRawText().ShouldNotContain(denial);
        (await Asked.Of("verify", Ledger)).Status.ShouldBe(0);
    }

    [Fact]
    public async Task A_decision_on_a_text_that_has_changed_waits_for_review_and_is_not_dropped()
    {
        await Fill();
        var claim = ClaimOf(await Export(), "Colonel Andrei Zarovich");
        (await Asked.Of("decide", Ledger, "rate", Id(claim), "--to", "2", "--note", "seen")).Status.ShouldBe(0);
        File.WriteAllText(Log, File.ReadAllText(Log).Replace("\"textHash\":\"", "\"textHash\":\"0", StringComparison.Ordinal));
        var after = await Export();
        after.GetProperty("decisions")[0].GetProperty("state").GetString().ShouldBe("review");
        ClaimOf(after, "Colonel Andrei Zarovich").GetProperty("credibility").GetRawText().ShouldBe(claim.GetProperty("credibility").GetRawText());
        (await Asked.Of("decisions", Ledger, "--lang", "en")).Output.ShouldContain("[to be reviewed]");
    }

    [Fact]
    public async Task What_cannot_be_decided_is_refused_with_a_code()
    {
        await Fill();
        var id = Id(ClaimOf(await Export(), "Colonel Andrei Zarovich"));
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
    public async Task A_decision_that_gives_way_to_another_says_to_which()
    {
        await Fill();
        var before = await Export();
        var (english, french) = (ClaimOf(before, "Colonel Andrei Zarovich"), ClaimOf(before, "The border was calm"));
        var denial = english.GetProperty("statements").EnumerateArray().First(s => s.GetProperty("position").GetString() == "against").GetProperty("statement").GetString()!;
        var (one, other) = (Told(english), Told(french));
        await Decided("rate", Id(english), "--to", "2", "--note", "seen");
        await Decided("rate", Id(english), "--to", "3", "--note", "seen again");
        await Decided("merge", one, other);
        await Decided("split", one, other);
        await Decided("side", denial, "--to", "uncommitted");
        States(await Export()).ShouldBe(["blocked", "applied", "blocked", "applied", "applied"]);
        await Decided("dismiss", denial);
        var after = (await Export()).GetProperty("decisions");
        after.EnumerateArray().Select(d => d.GetProperty("state").GetString()).ShouldBe(["blocked", "applied", "blocked", "applied", "blocked", "applied"]);
        By(after, 0).ShouldBe(IdAt(after, 1));
        By(after, 2).ShouldBe(IdAt(after, 3));
        By(after, 4).ShouldBe(IdAt(after, 5));
        (await Asked.Of("decisions", Ledger, "--lang", "en")).Output.ShouldContain($"gives way to {IdAt(after, 1)}");
        (await Asked.Of("decisions", Ledger, "--lang", "fr")).Output.ShouldContain($"cède à {IdAt(after, 1)}");

        (await Asked.Of("undo", Ledger, IdAt(after, 1))).Status.ShouldBe(0);
        States(await Export())[..2].ShouldBe(["applied", "undone"]);

        string Told(JsonElement claim) => claim.GetProperty("statements").EnumerateArray().First(s => s.GetProperty("position").GetString() == "for").GetProperty("statement").GetString()!;
        string By(JsonElement decisions, int at) => decisions[at].GetProperty("blockedBy").GetString()!;
        string IdAt(JsonElement decisions, int at) => decisions[at].GetProperty("id").GetString()!;
    }

    [Fact]
    public async Task Names_that_an_analyst_joins_or_parts_stay_so_in_a_ledger_made_anew_and_until_he_takes_it_back()
    {
        await FillNames();
        Names(await Export()).ShouldContain("Brescu|Ilan Brescu", StringComparer.Ordinal);
        await Decided("different-entity", "Ilan Brescu", "Brescu");
        await Decided("same-entity", "Radu Morin", "Jeanne Duval");
        File.Delete(Ledger);
        await FillNames();
        var anew = await Export();
        Names(anew).ShouldBe(["Brescu", "Ilan Brescu", "Jeanne Duval|Radu Morin"], ignoreOrder: true);
        anew.GetProperty("suggestions").GetArrayLength().ShouldBe(0);
        anew.GetProperty("decisions")[1].GetProperty("entities").GetArrayLength().ShouldBe(1);
        (await Asked.Of("verify", Ledger)).Status.ShouldBe(0);

        await Decided("same-entity", "Brescu", "Ilan Brescu");
        States(await Export()).ShouldBe(["blocked", "applied", "applied"]);
        (await Asked.Of("undo", Ledger, anew.GetProperty("decisions")[1].GetProperty("id").GetString()!)).Status.ShouldBe(0);
        Names(await Export()).ShouldBe(["Brescu|Ilan Brescu", "Jeanne Duval", "Radu Morin"], ignoreOrder: true);

        (await Asked.Of("decide", Ledger, "same-entity", "Ilan Brescu", "Nobody At All")).Error.ShouldStartWith("DECIDE-1: ");
        (await Asked.Of("decide", Ledger, "different-entity", "Ilan Brescu", "ilan brescu")).Error.ShouldStartWith("DECIDE-3: ");
    }

    [Fact]
    public async Task A_name_that_is_forgotten_is_shown_nowhere_until_that_is_taken_back()
    {
        await FillNames();
        var claim = (await Export()).GetProperty("claims").EnumerateArray().First(c => c.GetProperty("text").GetString()!.Contains("barrage", StringComparison.Ordinal));
        await Decided("rate", Id(claim), "--to", "2", "--note", "Ilan Brescu himself was asked");
        var told = await Asked.Of("forget", Ledger, "Ilan Brescu", "--lang", "en", "--note", "Ilan Brescu asked for it");
        told.Status.ShouldBe(0, told.Error);
        told.Output.ShouldStartWith("The name is shown nowhere");
        (await Asked.Of("add", Ledger, folder.File("later.txt", "Le colonel Ilan Brescu a déclaré jeudi que le pont de Montrel était fermé. Brescu a ajouté que la route de Montrel était ouverte."), "--quiet")).Status.ShouldBe(0);
        (await Asked.Of("export", Ledger, "--articles", folder["articles"])).Output.ShouldNotContain("Brescu");
        foreach (var file in Directory.EnumerateFiles(folder["articles"])) File.ReadAllText(file).ShouldNotContain("Brescu");
        File.ReadAllText(Log).ShouldNotContain("Brescu");
        (await Asked.Of("dossier", Ledger, "--out", folder["dossier"])).Status.ShouldBe(0);
        foreach (var page in Directory.EnumerateFiles(folder["dossier"], "*", SearchOption.AllDirectories)) File.ReadAllText(page).ShouldNotContain("Brescu");
        (await Asked.Of("check", "Le pont de Montrel est fermé", Ledger)).Output.ShouldNotContain("Brescu");
        (await Asked.Of("verify", Ledger)).Status.ShouldBe(0);
        States(await Export()).ShouldBe(["applied", "applied"]);

        var mask = (await Export()).GetProperty("decisions")[1].GetProperty("id").GetString()!;
        (await Asked.Of("undo", Ledger, mask)).Status.ShouldBe(0);
        Names(await Export()).ShouldContain("Brescu|Ilan Brescu", StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_is_decided_after_a_name_was_masked_brings_it_back_nowhere()
    {
        await FillNames();
        (await Asked.Of("forget", Ledger, "Ilan Brescu")).Status.ShouldBe(0);
        var claims = (await Export()).GetProperty("claims").EnumerateArray().ToList();
        foreach (var claim in claims) await Decided("rate", Id(claim), "--to", "2", "--note", "Ilan Brescu himself was asked");
        await Decided("reword", Id(claims[0]), "--to", "Ilan Brescu speaks");
        await Decided("same-entity", "Radu Morin", "Jeanne Duval");
        (await Asked.Of("undo", Ledger, (await Export()).GetProperty("decisions")[1].GetProperty("id").GetString()!, "--note", "Brescu said no")).Status.ShouldBe(0);
        File.ReadAllText(Log).ShouldNotContain("Bres");
        File.ReadAllText(Log).ShouldContain("█████ speaks");
        var after = await Export();
        after.GetRawText().ShouldNotContain("Bres");
        States(after).ShouldNotContain("review", StringComparer.Ordinal);
        (await Asked.Of("decisions", Ledger)).Output.ShouldNotContain("Bres");
        (await Asked.Of("verify", Ledger)).Status.ShouldBe(0);
    }

    [Fact]
    public async Task A_masked_name_is_in_no_note_of_an_article_in_no_byline_and_in_no_question()
    {
        await FillNames();
        folder.File("three.meta.json", """{"title":"Le barrage vu par Ilan Brescu","authors":["Ilan Brescu"]}""");
        var page = folder.File("three.txt", "Le pont de Montrel est fermé\n\nPar Jeanne Duval\n\nLe pont de Montrel est fermé depuis mardi, selon la mairie de Montrel. Les camions passent par Kaltrova.");
        (await Asked.Of("add", Ledger, page, "--quiet")).Status.ShouldBe(0);
        folder.File("questions.yaml", "- Ilan Brescu a-t-il fermé le barrage ?\n");
        (await Export()).GetProperty("articles").EnumerateArray().SelectMany(a => a.GetProperty("notes").EnumerateArray()).ShouldContain(n => n.GetRawText().Contains("Brescu", StringComparison.Ordinal));
        (await Asked.Of("forget", Ledger, "Ilan Brescu")).Status.ShouldBe(0);
        var after = await Export();
        after.GetRawText().ShouldNotContain("Brescu");
        after.GetProperty("questions")[0].GetProperty("text").GetString().ShouldBe("████ ██████ a-t-il fermé le barrage ?");
    }

    [Fact]
    public async Task A_mask_that_cannot_reword_the_log_is_not_added_to_it_and_can_be_made_later()
    {
        await FillNames();
        await Decided("rate", Id((await Export()).GetProperty("claims")[0]), "--to", "2", "--note", "Ilan Brescu himself was asked");
        var before = File.ReadAllText(Log);
        Directory.CreateDirectory(Log + ".new");
        using (var pipeline = Pipeline.Open(Ledger)) Should.Throw<LedgerException>(() => pipeline.Mask("Ilan Brescu", null, "anna")).Code.ShouldBe("STORE-5");
        File.ReadAllText(Log).ShouldBe(before);
        Directory.Delete(Log + ".new");
        (await Asked.Of("forget", Ledger, "Ilan Brescu")).Status.ShouldBe(0);
        File.ReadAllText(Log).ShouldNotContain("Brescu");
    }

    [Fact]
    public async Task A_masked_name_is_in_no_article_of_a_language_that_is_not_read()
    {
        await FillNames();
        folder.File("tres.meta.json", """{"title":"Brescu y la presa","authors":["Ilan Brescu"]}""");
        var spanish = "El coronel Ilan Brescu dijo el martes que la presa de Kaltrova estaba cerrada, pero los vecinos no lo creen. El alcalde del pueblo habló ayer con los periodistas. Para Brescu, la presa no puede abrirse.";
        (await Asked.Of("add", Ledger, folder.File("tres.txt", spanish), "--quiet")).Status.ShouldBe(0);
        (await Export()).GetProperty("articles").EnumerateArray().Select(a => a.GetProperty("language").GetString()).ShouldContain("es", StringComparer.Ordinal);
        (await Asked.Of("forget", Ledger, "Ilan Brescu")).Status.ShouldBe(0);
        (await Asked.Of("export", Ledger, "--out", folder["told/ledger.json"], "--articles", folder["told/articles"])).Status.ShouldBe(0);
        (await Asked.Of("dossier", Ledger, "--out", folder["told/dossier"])).Status.ShouldBe(0);
        foreach (var file in Directory.EnumerateFiles(folder["told"], "*", SearchOption.AllDirectories)) File.ReadAllText(file).ShouldNotContain("Bresc", customMessage: file);
        File.ReadAllText(folder["told/articles/tres.json"]).ShouldContain("Para ██████, la presa");
        (await Asked.Of("verify", Ledger)).Status.ShouldBe(0);
    }

    [Theory]
    [InlineData("07-chronicle-colonel")]
    [InlineData("07-chronicle-colonel.txt")]
    public async Task An_article_is_forgotten_by_its_name_or_its_files(string name)
    {
        await Fill();
        (await Asked.Of("trace", Ledger, name)).Status.ShouldBe(0);
        (await Asked.Of("forget", Ledger, name, "--lang", "en")).Output.ShouldStartWith("Forgotten: 07-chronicle-colonel.");
        (await Export()).GetProperty("articles").GetArrayLength().ShouldBe(Pages.Length - 1);
    }

    [Fact]
    public async Task What_may_be_an_article_or_a_name_erases_neither()
    {
        await FillNames();
        (await Asked.Of("add", Ledger, folder.File("Ilan Brescu.txt", "Le pont de Montrel est fermé depuis mardi, selon la mairie de Montrel."), "--quiet")).Status.ShouldBe(0);
        var name = (await Export()).GetProperty("articles").EnumerateArray().Single(a => a.GetProperty("path").GetString()!.EndsWith("Ilan Brescu.txt", StringComparison.Ordinal)).GetProperty("name").GetString()!;
        name.ShouldBe("Ilan Brescu");
        var asked = await Asked.Of("forget", Ledger, name, "--lang", "fr");
        (asked.Status, asked.Error.Split(':')[0]).ShouldBe((2, "DECIDE-2"));
        asked.Error.ShouldContain("Un article et un nom");
        (await Export()).GetProperty("articles").GetArrayLength().ShouldBe(3);
        (await Asked.Of("forget", Ledger, "Ilan Brescu.txt")).Status.ShouldBe(0);
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_is_told_as_such()
    {
        await FillNames();
        Directory.CreateDirectory(Log + ".lock");
        var asked = await Asked.Of("decide", Ledger, "same-entity", "Radu Morin", "Jeanne Duval", "--lang", "en");
        (asked.Status, asked.Error.Split('\n')[0]).ShouldBe((2, $"STORE-5: {Log} cannot be opened for writing."));
    }

    [Fact]
    public async Task A_name_that_two_bear_is_refused_as_such_and_not_as_unknown()
    {
        await FillNames();
        await Decided("different-entity", "Ilan Brescu", "Brescu");
        (await Asked.Of("add", Ledger, folder.File("four.txt", "Vera Brescu a déclaré jeudi que la route de Kaltrova était ouverte. Brescu a démenti jeudi."), "--quiet")).Status.ShouldBe(0);
        var all = (await Export()).GetProperty("entities").EnumerateArray().SelectMany(e => e.GetProperty("variants").EnumerateArray().Select(v => v.GetString()!)).ToList();
        var shared = all.GroupBy(v => v, StringComparer.OrdinalIgnoreCase).First(g => g.Count() > 1).Key;
        (await Asked.Of("forget", Ledger, shared)).Error.ShouldStartWith("DECIDE-2: ");
        (await Asked.Of("forget", Ledger, "Nobody At All")).Error.ShouldStartWith("DECIDE-1: ");
    }

    [Fact]
    public async Task Decisions_made_at_once_are_all_kept()
    {
        await Fill();
        var id = Id(ClaimOf(await Export(), "Colonel Andrei Zarovich"));
        await Task.WhenAll(Enumerable.Range(1, 6).Select(n => Task.Run(() => Asked.Of("decide", Ledger, "rate", id, "--to", n.ToString(System.Globalization.CultureInfo.InvariantCulture), "--note", "seen"))));
        (await Export()).GetProperty("decisions").GetArrayLength().ShouldBe(6);
    }

    [Fact]
    public async Task A_forgotten_article_leaves_neither_in_the_ledger_nor_in_the_log_a_word_and_is_refused_when_it_comes_again()
    {
        await Fill();
        var claim = ClaimOf(await Export(), "Colonel Andrei Zarovich");
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
        var id = Id(ClaimOf(await Export(), "Colonel Andrei Zarovich"));
        (await Asked.Of("decide", Ledger, "rate", id, "--to", "2", "--note", "seen")).Status.ShouldBe(0);
        File.WriteAllText(Log, File.ReadAllText(Log).TrimEnd('\n'));
        (await Asked.Of("decide", Ledger, "rate", id, "--to", "3", "--note", "seen again")).Status.ShouldBe(0);
        var export = await Export();
        export.GetProperty("decisions").GetArrayLength().ShouldBe(2);
        ClaimOf(export, "Colonel Andrei Zarovich").GetProperty("credibility").GetProperty("value").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_dossier_that_leaves_the_house_names_no_analyst_and_shows_no_note()
    {
        await Fill();
        var id = Id(ClaimOf(await Export(), "Colonel Andrei Zarovich"));
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
        var claim = ClaimOf(await Export(), "Colonel Andrei Zarovich");
        var told = await Asked.Of("explain", Ledger, Id(claim)[..8], "--lang", "en");
        told.Status.ShouldBe(0);
        told.Output.ShouldContain("If nobody said that it is not so: 6."); // two soldiers are nobody named
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

    private static List<string?> States(JsonElement export) => [.. export.GetProperty("decisions").EnumerateArray().Where(d => d.GetProperty("act").GetString() != "undo").Select(d => d.GetProperty("state").GetString())];

    private static List<string> Names(JsonElement export) =>
        [.. export.GetProperty("entities").EnumerateArray().Where(e => e.GetProperty("type").GetString() == "person").Select(e => string.Join('|', e.GetProperty("variants").EnumerateArray().Select(v => v.GetString())))];

    private async Task Decided(params string[] what)
    {
        var asked = await Asked.Of(["decide", Ledger, .. what]);
        asked.Status.ShouldBe(0, asked.Error);
    }

    private async Task FillNames() => (await Asked.Of(
        "add",
        Ledger,
        folder.File("one.txt", "Le colonel Ilan Brescu a déclaré mardi que le barrage de Kaltrova était fermé. Selon Radu Morin, le maire de Kaltrova, personne n'a été blessé."),
        folder.File("two.txt", "Brescu a déclaré mercredi que le barrage de Kaltrova était intact. Jeanne Duval, la préfète de Kaltrova, a démenti mercredi."),
        "--quiet")).Status.ShouldBe(0);

    private async Task Fill() => (await Asked.Of(["add", Ledger, .. Pages, "--quiet"])).Status.ShouldBe(0);

    private async Task<JsonElement> Export() => JsonDocument.Parse((await Asked.Of("export", Ledger)).Output).RootElement;

    private static IEnumerable<string> Ids(JsonElement export) => export.GetProperty("claims").EnumerateArray().Select(Id);

    private static JsonElement ClaimOf(JsonElement export, string start) =>
        export.GetProperty("claims").EnumerateArray().Single(c => c.GetProperty("text").GetString()!.StartsWith(start, StringComparison.Ordinal));

    private static string Id(JsonElement claim) => claim.GetProperty("id").GetString()!;
}
