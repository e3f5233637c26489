using System.Text;
using Recoupe.Store;
using Recoupe.Tell;
using Recoupe.Tests.Cli;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Hostile;

/// <summary>Damage is told: no ledger that tells something else than it was given calls itself whole, and none brings out a fault of the program's own.</summary>
public sealed class DamagedLedgerTests : IDisposable
{
    private static readonly int Damages = Tries.Of(few: 60, many: 500);

    private static readonly string[] Articles = ["01-ormel-barrage.txt", "02-echo-copie.txt", "10-echo-dementi.txt"];

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_ledger_that_tells_something_else_never_calls_itself_whole()
    {
        var whole = Whole();
        (await Asked.Of("decide", whole, "rate", Claim(whole), "--to", "3", "--note", "vu")).Status.ShouldBe(0);
        var log = File.ReadAllText(whole + ".decisions.jsonl");
        var (bytes, told) = (File.ReadAllBytes(whole), Told(whole));
        told.ShouldNotBeNull();
        var random = new Random(20260711);
        for (var i = 0; i < Damages; i++)
        {
            var path = folder[$"hurt-{i}.recoupe"];
            File.WriteAllBytes(path, Hurt(bytes, random, i % 3));
            File.WriteAllText(path + ".decisions.jsonl", log);
            var verified = await Asked.Of("verify", path, "--lang", "en");
            verified.Status.ShouldBeInRange(0, 2, $"{i}: {verified.Error}");
            if (verified.Status == 0) Told(path).ShouldBe(told, $"damage {i}");
            (await Asked.Of("export", path)).Status.ShouldBeInRange(0, 2, $"{i}");
        }
    }

    [Fact]
    public async Task Of_a_ledger_that_does_not_open_it_is_told_what_can_be_read()
    {
        var bytes = File.ReadAllBytes(Whole());
        for (var at = bytes.Length / 3; at < (bytes.Length / 3) + 6000; at++) bytes[at] ^= 0x5a;
        File.WriteAllBytes(folder["hurt.recoupe"], bytes);
        var hurt = await Asked.Of("verify", folder["hurt.recoupe"], "--lang", "en");
        hurt.Status.ShouldBeInRange(1, 2);
        (hurt.Output + hurt.Error).ShouldMatch("Can still be read: [0-9]+ articles|VERIFY-");
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("salvage")]
    public async Task Of_half_a_ledger_nobody_is_sent_round_in_a_circle(string verb)
    {
        var bytes = File.ReadAllBytes(Whole());
        File.WriteAllBytes(folder["half.recoupe"], bytes[..(bytes.Length / 2)]);
        string[] asked = verb is "verify" ? [verb, folder["half.recoupe"]] : [verb, folder["half.recoupe"], "--out", folder["saved.recoupe"]];
        var told = await Asked.Of([.. asked, "--lang", "en"]);
        told.Status.ShouldBe(2);
        told.Error.ShouldContain("so damaged that nothing of it can be read");
        told.Error.ShouldNotContain("salvage`");
        File.Exists(folder["saved.recoupe"]).ShouldBeFalse();
    }

    [Fact]
    public async Task What_can_be_read_is_saved_and_what_is_lost_is_named()
    {
        var whole = Whole();
        (await Asked.Of("decide", whole, "dismiss", Claim(whole))).Status.ShouldBe(0);
        File.AppendAllText(whole + ".decisions.jsonl", "no decision\n");
        var first = FirstPageBytes(whole);
        var bytes = File.ReadAllBytes(whole);
        var at = bytes.AsSpan().IndexOf(first.AsSpan(0, 24));
        at.ShouldBeGreaterThan(0);
        bytes[at + 12] ^= 0x40;
        File.WriteAllBytes(whole, bytes);
        (await Asked.Of("verify", whole)).ShouldSatisfyAllConditions(v => v.Status.ShouldBe(1), v => v.Error.ShouldContain("VERIFY-6"));

        var saved = await Asked.Of("salvage", whole, "--out", folder["saved.recoupe"], "--lang", "en");

        saved.Status.ShouldBe(1);
        saved.Error.ShouldContain("STORE-16");
        saved.Output.ShouldContain($"Saved: {Articles.Length - 1} articles, 1 questions, 1 decisions. Lost: 1 pages, 1 lines");
        (await Asked.Of("verify", folder["saved.recoupe"])).Status.ShouldBe(0);
        (await Asked.Of("salvage", whole, "--out", folder["saved.recoupe"])).Error.ShouldContain("STORE-15");
    }

    [Fact]
    public void A_whole_ledger_is_saved_whole()
    {
        var whole = Whole();
        var saved = Pipeline.Salvage(whole, folder["saved.recoupe"]);
        (saved.Run.Added, saved.Run.Refused.IsEmpty, saved.Questions).ShouldBe((Articles.Length, true, 1));
        Told(folder["saved.recoupe"]).ShouldBe(Told(whole));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(11)]
    public void A_seal_holds_for_what_was_written_and_for_nothing_else(int turned)
    {
        var whole = Seal.Of([1, 2, 3, 4], "row 7");
        Seal.Open(whole, "row 7").ToArray().ShouldBe([1, 2, 3, 4]);
        Should.Throw<InvalidDataException>(() => Seal.Open(whole, "row 8").ToArray());
        whole[turned] ^= 1;
        Should.Throw<InvalidDataException>(() => Seal.Open(whole, "row 7").ToArray());
        Should.Throw<InvalidDataException>(() => Seal.Open(whole[..turned]).ToArray());
    }

    private static byte[] Hurt(byte[] bytes, Random random, int how)
    {
        var hurt = bytes.ToArray();
        if (how == 0) hurt[random.Next(hurt.Length)] ^= (byte)(1 << random.Next(8));
        if (how == 1) return hurt[..random.Next(1, hurt.Length)];
        if (how == 2) random.NextBytes(hurt.AsSpan(random.Next(hurt.Length - 64), random.Next(1, 64)));
        return hurt;
    }

    private static string? Told(string ledger)
    {
        using var pipeline = Pipeline.OpenToRead(ledger);
        using var export = new MemoryStream();
        var told = pipeline.Ledger();
        LedgerJson.Write(export, told);
        return Encoding.UTF8.GetString(export.ToArray()) + string.Concat(told.Articles.Select(a => pipeline.Required(a.Id).Article.Text));
    }

    private static string Claim(string ledger)
    {
        using var pipeline = Pipeline.OpenToRead(ledger);
        return pipeline.Ledger().Claims[0].Id;
    }

    private static byte[] FirstPageBytes(string ledger)
    {
        using var file = LedgerFile.ToRead(ledger);
        return Blob.Pack(file.Page(file.PageIds()[0])!.Bytes.AsSpan());
    }

    private string Whole()
    {
        var path = folder["whole.recoupe"];
        using var pipeline = Pipeline.Open(path);
        pipeline.Add([.. Articles.Select(name => Path.Combine(StoryGold.Articles, name))]).Refused.ShouldBeEmpty();
        pipeline.Ask("Le barrage a-t-il cédé ?");
        return path;
    }
}
