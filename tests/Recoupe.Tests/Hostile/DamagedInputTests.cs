using System.Text;
using Recoupe.Formats;
using Recoupe.Ingest.Fetch;
using Recoupe.Ingest.Files;
using Recoupe.Tests.Cli;

namespace Recoupe.Tests.Hostile;

/// <summary>One bad input never ends a run: it is named with a code, and what came beside it is kept.</summary>
public sealed class DamagedInputTests
{
    private const string Head = "---\ntitle: Pont\n";

    public static TheoryData<string, string, string> Refused => new()
    {
        { "flow.md", $"{Head}authors: [s: [Irène Costal, 'B. Val']\n---\n\n{IntakeForms.Bridge}", "INGEST-13" },
        { "brace.md", $"{Head}site: {{a: {{b]\n---\n\n{IntakeForms.Bridge}", "INGEST-13" },
        { "deep.md", $"{Head}site: {new string('[', 400)}\n---\n\n{IntakeForms.Bridge}", "INGEST-13" },
        { "twice.wacz.gz", "no archive", "INGEST-15" },
        { "none.wacz", "PK\u0005\u0006 and no more", "INGEST-15" },
        { "cut.xml", "<rss><channel><item><title>Le pont", "INGEST-16" },
    };

    public static TheoryData<string, string> Read => new()
    {
        { "control.atom", Atom("&#x1F;") },
        { "half.atom", Atom("&#xD83D;") },
        { "namespace.atom", Atom("<b xmlns=\"urn:&#xD83D;\" xmlns:x=\"urn:&#x1F;\" x:y=\"z\">a</b>") },
        { "attribute.atom", Atom("<b title=\"&#x2;&#xFFFF;\">a</b>") },
        { "utf7.eml", $"Subject: Pont\nContent-Type: text/plain; charset=utf-7\n\n{IntakeForms.Bridge}" },
        { "utf7.html", $"<html><head><meta charset=\"utf-7\"></head><body><p>{IntakeForms.Bridge}</p>" },
        { "utf7.xml", $"<?xml version=\"1.0\" encoding=\"utf-7\"?><rss><channel><item><description>{IntakeForms.Bridge} {IntakeForms.Bridge} {IntakeForms.Bridge} {IntakeForms.Bridge}</description></item></channel></rss>" },
        { "wide.html", $"<html><head><meta charset=\"utf-16\"></head><body><p>\u00E9\u00E9 {IntakeForms.Bridge}</p>" },
        { "entity.html", $"<html><body><p>minis&#2327re karv&#233;lien, &eacutet&eacute, &amp &ltb {IntakeForms.Bridge}</p><p>&#xE9 {IntakeForms.Bridge} &#8212" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_damaged_input_is_named_and_what_came_beside_it_is_kept(string name, string text, string code)
    {
        var ran = await RunBesideGood(name, Encoding.UTF8.GetBytes(text));
        ran.Status.ShouldBe(1);
        ran.Error.ShouldContain($"{code}: ");
        ran.Error.ShouldContain(name);
    }

    [Theory]
    [MemberData(nameof(Read))]
    public async Task An_odd_input_is_read(string name, string text)
    {
        var latin = name is "wide.html" or "entity.html"; // bytes that are no UTF-8
        var ran = await RunBesideGood(name, latin ? [.. Encoding.Latin1.GetBytes(text.Replace('’', '\'').Replace("…", "...", StringComparison.Ordinal)), 0xE9] : Encoding.UTF8.GetBytes(text));
        (ran.Status, ran.Error).ShouldBe((0, ""));
    }

    [Fact]
    public void No_encoding_that_a_page_may_name_ends_its_reading()
    {
        var noise = new byte[4096];
        new Random(7).NextBytes(noise);
        var names = Encoding.GetEncodings().Select(e => e.Name).Concat(CodePagesEncodingProvider.Instance.GetEncodings().Select(e => e.Name)).Concat(["utf-7", "unicode-1-1-utf-7", "x-none", ""]).ToList();
        names.Count.ShouldBeGreaterThan(100);
        foreach (var name in names) PageText.In(name, noise).ShouldNotBeNull(name);
    }

    [Theory]
    [InlineData("NaN", 0)]
    [InlineData("Infinity", 0)]
    [InlineData("-3", 0)]
    [InlineData("2", 2)]
    [InlineData("99999999999999999999999", 30)]
    public void A_delay_that_is_no_number_of_seconds_is_passed_over(string delay, int seconds) =>
        Robots.Of($"User-agent: *\nCrawl-delay: {delay}\n", "Recoupe").Delay.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void What_was_read_before_a_fault_stands_and_the_fault_names_its_input()
    {
        static IEnumerable<Outcome<Page>> Broken()
        {
            yield return new Page("a.txt", "a", PageKind.Text, [65], PageFacts.None);
            throw new InvalidOperationException("broken\nin two");
        }

        var outcomes = IngestGate.Guarded("heap.bin", Broken).ToList();
        outcomes.Count.ShouldBe(2);
        outcomes[0].Value!.Path.ShouldBe("a.txt");
        outcomes[1].Rejection!.ShouldSatisfyAllConditions(r => r.Code.ShouldBe("INGEST-29"), r => r.Input.ShouldBe("heap.bin"), r => r.Message.ShouldContain("broken in two"));
    }

    [Fact]
    public void A_stop_and_a_ledger_that_cannot_be_used_end_the_run()
    {
        static IEnumerable<Outcome<Page>> Failing(Exception fault) => throw fault;
        Should.Throw<OperationCanceledException>(() => IngestGate.Guarded("a", () => Failing(new OperationCanceledException())).ToList());
        Should.Throw<LedgerException>(() => IngestGate.Guarded("a", () => Failing(new LedgerException("STORE-3", "full", "free some"))).ToList());
    }

    private static string Atom(string odd) =>
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>Pont</title><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{IntakeForms.Bridge} {odd}</p></div></content></entry></feed>";

    // The good article must be in the ledger, and the ledger whole.
    private static async Task<Asked> RunBesideGood(string name, byte[] bytes)
    {
        using var folder = new Folder();
        var good = folder.File("good.txt", "Le bac d'Orvec ne passe plus, a annoncé la préfecture mardi. Le maire Pavel Ormel a démenti.");
        File.WriteAllBytes(folder[name], bytes);
        var ran = await Asked.Of("run", folder[name], good, "--out", folder["out"], "--no-dossier", "--quiet");
        var told = await Asked.Of("export", folder["out/ledger.recoupe"]);
        told.Output.ShouldContain("good.txt");
        (await Asked.Of("verify", folder["out/ledger.recoupe"])).ShouldSatisfyAllConditions(v => v.Error.ShouldBe(""), v => v.Status.ShouldBe(0));
        return ran;
    }
}
