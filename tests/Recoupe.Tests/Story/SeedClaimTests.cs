using System.Text.Json;
using Recoupe.Tests.Cli;

namespace Recoupe.Tests.Story;

/// <summary>What is claimed in the pages of the design, held by spans and values; each with a twin that always runs.</summary>
public sealed class SeedClaimTests
{
    private static readonly string? Seeds = Environment.GetEnvironmentVariable("RECOUPE_SEEDS");

    [Fact]
    public async Task A_rumour_is_rated_otherwise_once_it_is_denied()
    {
        Assert.SkipWhen(Seeds is null, "RECOUPE_SEEDS names no folder.");
        using var folder = new Folder();
        var ledger = folder["l.recoupe"];
        (await Asked.Of("add", ledger, Directory.GetFiles(Seeds!, "000_*.txt").Single(), "--quiet")).Status.ShouldBe(0);
        var rumour = ClaimOf(await Export(ledger), "000_");
        Value(rumour).ShouldBeOneOf(4, 6);

        var denial = folder.File("denial.txt", "WASHINGTON, 7 avril 2022 – Le général américain Roger Cloutier, commandant de l’Allied Land Command, n’a pas été capturé à Marioupol, en Ukraine, a déclaré jeudi le porte-parole du Pentagone, John Kirby. Le général est à son poste à Izmir, en Turquie, a-t-il ajouté.");
        (await Asked.Of("add", ledger, denial, "--quiet")).Status.ShouldBe(0);
        var denied = ClaimOf(await Export(ledger), "000_");
        denied.GetProperty("statements").EnumerateArray().Select(s => s.GetProperty("position").GetString()).ShouldContain("against", StringComparer.Ordinal);
        denied.GetProperty("independent").GetProperty("against").GetInt32().ShouldBe(1);
        Value(denied).ShouldBe(4);
        var told = await Asked.Of("explain", ledger, denied.GetProperty("id").GetString()!, "--lang", "en");
        told.Output.ShouldContain("denial: ");
        told.Output.ShouldContain("If nobody said that it is not so");
    }

    [Fact]
    public async Task One_warning_of_one_government_in_two_articles_is_one_claim_of_two_voices_and_one_camp()
    {
        Assert.SkipWhen(Seeds is null, "RECOUPE_SEEDS names no folder.");
        await Holds([.. Directory.GetFiles(Seeds!, "*.txt").Where(f => Path.GetFileName(f)[..3] is "000" or "004")]);
    }

    [Fact]
    public async Task One_warning_of_one_government_in_two_invented_articles_is_one_claim_of_two_voices_and_one_camp()
    {
        using var folder = new Folder();
        await Holds(
            folder.File("a.txt", "Le porte-parole du gouvernement karvélien, Milo Dorn, a déclaré que le soutien de la Karvélie à Ostrava était « absolu » et que la Karvélie considérait toute attaque contre la Norvanie comme équivalente à une attaque contre la Karvélie."),
            folder.File("b.txt", "La ministre karvélienne de la Défense, Lidia Maresch, a averti vendredi que toute agression contre la Norvanie serait considérée comme une attaque contre la Karvélie."));
    }

    [Fact]
    public async Task Three_parties_versions_of_one_raid_stand_against_each_other()
    {
        Assert.SkipWhen(Seeds is null, "RECOUPE_SEEDS names no folder.");
        await Raid(Directory.GetFiles(Seeds!, "002_*.txt").Single(), "véhicules militaires", "incursion", "implication", "plus de 70");
    }

    [Fact]
    public async Task Three_parties_versions_of_one_invented_raid_stand_against_each_other()
    {
        using var folder = new Folder();
        await Raid(
            folder.File(
                "a.txt",
                """
                La Brigade de Kaltrova a revendiqué lundi un raid dans la région karvélienne de Kaltrova depuis la Norvanie. La Karvélie a déclaré mercredi avoir repoussé la brigade, tuant plus de 40 personnes et détruisant des blindés militaires fabriqués en Lorvanie.

                Le porte-parole de l'armée lorvanienne, Milo Dorn, a exprimé des doutes sur les images semblant montrer des blindés fabriqués en Lorvanie.

                La Norvanie a nié toute implication dans l'attaque, affirmant que la brigade n'est composée que de citoyens karvéliens.
                """),
            "blindés", "raid", "implication", "plus de 40");
    }

    [Fact]
    public async Task A_letter_that_may_be_genuine_or_staged_makes_two_claims_each_against_the_other()
    {
        Assert.SkipWhen(Seeds is null, "RECOUPE_SEEDS names no folder.");
        await Letter(Directory.GetFiles(Seeds!, "003_*.txt").Single(), "signé une lettre", "authentique", "mis en scène");
    }

    [Fact]
    public async Task An_invented_letter_that_may_be_genuine_or_staged_makes_two_claims_each_against_the_other()
    {
        using var folder = new Folder();
        await Letter(
            folder.File(
                "a.txt",
                """
                Milo Dorn shared an image of the letter, writing: "A group of officers of the Norvanian army would appear to have signed an open letter to Radu Zarovich against the war in Karvelia.

                "It may be that the letter is genuine, but there is another possibility.

                "It could easily have been staged by Zarovich to show Karvelia why he cannot join the war."
                """),
            "signed an open letter", "genuine", "staged");
    }

    // What the raid was made with is contested by two, and enquired into by nobody's word; who made it is told by those who claim it and denied by another.
    private static async Task Raid(string article, string vehicles, string raid, string denial, string count)
    {
        using var folder = new Folder();
        var ledger = folder["l.recoupe"];
        (await Asked.Of("add", ledger, article, "--quiet")).Status.ShouldBe(0);
        var export = await Export(ledger);
        var contested = export.GetProperty("claims").EnumerateArray().Single(c => c.GetProperty("independent").GetProperty("for").GetInt32() > 0 && c.GetProperty("independent").GetProperty("against").GetInt32() > 0);
        contested.GetProperty("text").GetString()!.ShouldContain(vehicles);
        contested.GetProperty("independent").GetProperty("against").GetInt32().ShouldBe(1);
        Value(contested).ShouldBe(4);
        Told(contested, article).ShouldContain(t => t.Contains(count, StringComparison.Ordinal));
        export.GetProperty("claims").EnumerateArray().Count(c => Told(c, article).Any(t => t.Contains(count, StringComparison.Ordinal))).ShouldBe(1);

        var (claimed, denied) = (Worded(export, raid), Worded(export, denial));
        denied.GetProperty("independent").GetProperty("against").GetInt32().ShouldBe(1);
        (await Asked.Of("verify", ledger)).Status.ShouldBe(0);
        Against(claimed, denied).ShouldBe("DOERS-APART");
        Against(denied, claimed).ShouldBe("DOERS-APART");

        List<string> Told(JsonElement claim, string path)
        {
            var text = File.ReadAllText(path);
            return [.. claim.GetProperty("credibility").GetProperty("reasons").EnumerateArray().SelectMany(r => r.GetProperty("passages").EnumerateArray()).Select(p => text[p.GetProperty("start").GetInt32()..p.GetProperty("end").GetInt32()])];
        }
    }

    private static async Task Letter(string article, string letter, string genuine, string staged)
    {
        using var folder = new Folder();
        var ledger = folder["l.recoupe"];
        (await Asked.Of("add", ledger, article, "--quiet")).Status.ShouldBe(0);
        var export = await Export(ledger);
        var (one, other) = (Worded(export, genuine), Worded(export, staged));
        Against(one, other).ShouldBe("OTHER-EXPLANATION");
        Against(other, one).ShouldBe("OTHER-EXPLANATION");
        foreach (var claim in new[] { one, other, Worded(export, letter) })
        {
            claim.GetProperty("independent").GetProperty("for").GetInt32().ShouldBe(1);
            Value(claim).ShouldBe(6);
            claim.GetProperty("statements")[0].GetProperty("certainty").GetString().ShouldBe("PS+");
        }

        (await Asked.Of("verify", ledger)).Status.ShouldBe(0);
        (await Asked.Of("decide", ledger, "rate", one.GetProperty("id").GetString()!, "--to", "4", "--note", "seen")).Status.ShouldBe(0);
        var decided = await Export(ledger);
        Value(Worded(decided, genuine)).ShouldBe(4);
        Value(Worded(decided, staged)).ShouldBe(6);
    }

    private static JsonElement Worded(JsonElement export, string words) =>
        export.GetProperty("claims").EnumerateArray().Single(c => c.GetProperty("text").GetString()!.Contains(words, StringComparison.Ordinal));

    private static string Against(JsonElement claim, JsonElement other) =>
        claim.GetProperty("contradicts").EnumerateArray().Single(c => c.GetProperty("claim").GetString() == other.GetProperty("id").GetString()).GetProperty("reasons")[0].GetProperty("code").GetString()!;

    private static async Task Holds(params string[] articles)
    {
        using var folder = new Folder();
        var ledger = folder["l.recoupe"];
        (await Asked.Of(["add", ledger, .. articles, "--quiet"])).Status.ShouldBe(0);
        var claim = (await Export(ledger)).GetProperty("claims").EnumerateArray()
            .Single(c => c.GetProperty("statements").EnumerateArray().Select(s => s.GetProperty("article").GetString()).Distinct(StringComparer.Ordinal).Count() == 2);
        claim.GetProperty("independent").GetProperty("for").GetInt32().ShouldBe(2);
        Value(claim).ShouldBe(3);
        claim.GetProperty("when").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static async Task<JsonElement> Export(string ledger) => JsonDocument.Parse((await Asked.Of("export", ledger)).Output).RootElement;

    // The claim of an article's first statement that its own hedged voice makes.
    private static JsonElement ClaimOf(JsonElement export, string article)
    {
        var id = export.GetProperty("articles").EnumerateArray().Single(a => a.GetProperty("name").GetString()!.StartsWith(article, StringComparison.Ordinal)).GetProperty("id").GetString();
        return export.GetProperty("claims").EnumerateArray()
            .First(c => c.GetProperty("text").GetString()!.Contains("Cloutier", StringComparison.Ordinal) && c.GetProperty("statements").EnumerateArray().Any(s => string.Equals(s.GetProperty("article").GetString(), id, StringComparison.Ordinal)));
    }

    private static int Value(JsonElement claim) => claim.GetProperty("credibility").GetProperty("value").GetInt32();
}
