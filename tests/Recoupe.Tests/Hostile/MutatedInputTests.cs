using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Recoupe.Ingest;
using Recoupe.Ingest.Fetch;
using Recoupe.Store;
using Recoupe.Tell;
using Recoupe.Tests.Cli;

namespace Recoupe.Tests.Hostile;

/// <summary>
/// Inputs of every form, damaged by chance from a seed, go through filing, export and verification: none brings out a fault, and the ledger is whole.
/// <c>RECOUPE_FUZZ=1000</c> makes a long run of so many mutants a form; what ever failed is kept in <c>Corpus/</c>.
/// </summary>
public sealed class MutatedInputTests
{
    private const int AtOnce = 50;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10); // of the processors' time, for a page of some hundred bytes

    private static readonly int Mutants = Tries.Mutants;

    public static TheoryData<string> Forms => [.. IntakeForms.All.Keys, .. IntakeForms.Leading.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_mutant_of_any_form_is_read_or_refused_by_name(string form)
    {
        var (name, bytes) = IntakeForms.Of(form)[0];
        for (var from = 0; from < Mutants; from += AtOnce)
        {
            using var folder = new Folder();
            IntakeForms.Write(folder.Path, form);
            File.Delete(folder[name]);
            var paths = Enumerable.Range(from, Math.Min(AtOnce, Mutants - from)).Select(seed =>
            {
                var path = folder[string.Create(CultureInfo.InvariantCulture, $"m{seed}-{name}")];
                File.WriteAllBytes(path, Mutation.Of(bytes, seed));
                return path;
            }).ToList();
            ShouldBeReadOrRefused(folder, paths);
        }
    }

    [Fact]
    public void What_stands_beside_a_page_may_be_damaged()
    {
        var beside = "{ \"site\": \"Le Fil du Val\", \"url\": \"https://fil.example/2\", \"title\": \"Le pont\", \"authors\": [\"Irène Costal\"], \"date\": \"2024-03-12\", \"language\": \"fr\" }"u8.ToArray();
        for (var from = 0; from < Mutants; from += AtOnce)
        {
            using var folder = new Folder();
            ShouldBeReadOrRefused(folder, [.. Enumerable.Range(from, Math.Min(AtOnce, Mutants - from)).Select(seed =>
            {
                File.WriteAllBytes(folder[string.Create(CultureInfo.InvariantCulture, $"m{seed}.meta.json")], Mutation.Of(beside, seed));
                return folder.File(string.Create(CultureInfo.InvariantCulture, $"m{seed}.txt"), IntakeForms.Bridge);
            })]);
        }
    }

    [Fact]
    public void What_ever_failed_is_read_or_refused_by_name()
    {
        using var folder = new Folder();
        var corpus = Directory.GetFiles(Corpus()).Order(StringComparer.Ordinal).ToList();
        corpus.ShouldNotBeEmpty();
        ShouldBeReadOrRefused(folder, corpus);
    }

    [Fact]
    public void Lists_rules_and_logs_that_are_damaged_are_read_or_told()
    {
        using var folder = new Folder();
        var sources = "- source: Le Fil du Val\n  grade: C\n- {source: Ormel, grade: a, note: [x, {y: z}]}\n"u8.ToArray();
        var rules = "User-agent: *\nDisallow: /a*b$\nCrawl-delay: 2\nAllow: /%C3%A9\n"u8.ToArray();
        var log = Encoding.UTF8.GetBytes(
            "{\"id\":\"0123456789abcdef\",\"at\":\"2024-03-12T10:00:00Z\",\"by\":\"a\",\"act\":\"dismiss\",\"anchors\":[{\"article\":\"0123456789abcdef\",\"textHash\":\"00\",\"start\":1,\"end\":4,\"quotation\":\"abc\",\"before\":\"\",\"after\":\"\"}],\"value\":null,\"note\":\"why\"}\n");
        for (var seed = 0; seed < Mutants * 20; seed++)
        {
            File.WriteAllBytes(folder["sources.yaml"], Mutation.Of(sources, seed));
            File.WriteAllBytes(folder["questions.yaml"], Mutation.Of(sources, seed));
            File.WriteAllBytes(folder["l.decisions.jsonl"], Mutation.Of(log, seed));
            Told(() => SourceList.Beside(folder.Path));
            Told(() => QuestionList.Beside(folder.Path));
            Told(() => new DecisionLog(folder["l"]).Read());
            Robots.Of(Encoding.UTF8.GetString(Mutation.Of(rules, seed)), "Recoupe").Allows("/abab/é?q").ShouldBeOneOf(true, false);
        }
    }

    private static void ShouldBeReadOrRefused(Folder folder, List<string> paths)
    {
        var good = folder.File("good.text", "Le bac d'Orvec ne passe plus, a annoncé la préfecture mardi. Le maire Pavel Ormel a démenti.");
        using var pipeline = Pipeline.Open(folder["l.recoupe"]);
        var before = Environment.CpuUsage.TotalTime;
        var run = pipeline.Add([.. paths, good]);
        (Environment.CpuUsage.TotalTime - before).ShouldBeLessThan(Longest * (paths.Count + 1));
        run.Refused.Where(r => r.Code is "READ-1" or "INGEST-29").Select(r => $"{r.Input}: {r.Message}").ShouldBeEmpty();
        using var export = new MemoryStream();
        LedgerJson.Write(export, pipeline.Ledger());
        Encoding.UTF8.GetString(export.ToArray()).ShouldContain("good.text");
        pipeline.Verify().Select(f => $"{f.Code} {f.Where}: {f.Message}").ShouldBeEmpty();
    }

    private static void Told<T>(Func<T> read)
    {
        try
        {
            read();
        }
        catch (LedgerException fault)
        {
            fault.Code.ShouldStartWith("STORE-");
        }
    }

    private static string Corpus([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Corpus");
}
