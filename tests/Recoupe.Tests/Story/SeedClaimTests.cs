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
            .First(c => c.GetProperty("text").GetString()!.Contains("captur", StringComparison.Ordinal)
                && c.GetProperty("statements").EnumerateArray().Any(s =>
                    string.Equals(s.GetProperty("article").GetString(), id, StringComparison.Ordinal)));
    }

    private static int Value(JsonElement claim) => claim.GetProperty("credibility").GetProperty("value").GetInt32();
}
