using System.Text;
using System.Text.Json;
using Json.Schema;
using Recoupe.Language;
using Recoupe.Tell;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Tell;

public sealed class JsonTests
{
    internal static readonly JsonSchema ArticleSchema = Schema("article");
    internal static readonly JsonSchema LedgerSchema = Schema("ledger");
    internal static readonly JsonSchema PageSchema = Schema("page");

    public static TheoryData<string> Ledgers => ["story", "hostile"];

    [Theory]
    [MemberData(nameof(Ledgers))]
    public void A_ledger_is_as_its_schema_says(string which) => Holds(LedgerSchema, Written(Get(which).Ledger));

    [Theory]
    [MemberData(nameof(Ledgers))]
    public void An_article_is_as_its_schema_says(string which)
    {
        var (ledger, filed) = Get(which);
        foreach (var article in ledger.Articles) Holds(ArticleSchema, Written(filed(article.Id), null, EntityIndex.Of(ledger)));
    }

    [Fact]
    public void Tokens_are_written_on_demand_with_their_words()
    {
        var filed = HostileLedger.Filed;
        var word = new Word(new TextSpan(0, 2), "de", "de", PartOfSpeech.Adp, Features.None, 1, "case");
        var reading = new Reading(filed.Article.Text, "en", [new Sentence(new TextSpan(0, 2), 0, 2)], [new Token(new TextSpan(0, 2), 0, 2)], [word, word with { Form = "le", Head = -1 }], []);
        var json = Written(filed, reading, EntityIndex.Empty, tokens: true);
        Holds(ArticleSchema, json);
        json.ShouldContain("\"tokens\":[{\"start\":0,\"end\":2,\"words\":[{\"index\":0,\"form\":\"de\",\"lemma\":\"de\",\"tag\":\"ADP\",\"features\":\"_\",\"head\":1,\"relation\":\"case\"}");
        json.ShouldContain("\"head\":null");
    }

    [Fact]
    public void An_article_of_a_ledger_bears_the_ledgers_entities()
    {
        var (ledger, filed) = Get("story");
        var article = filed(StoryLedger.Id("10-echo-dementi"));
        using var json = JsonDocument.Parse(Written(article, null, EntityIndex.Of(ledger)));
        var zarovich = ledger.Entities.Single(e => e.Name == "Andreï Zarovitch").Id;
        json.RootElement.GetProperty("mentions").EnumerateArray().ShouldContain(m => m.GetProperty("entity").GetString() == zarovich);
        using var alone = JsonDocument.Parse(Written(article, null, EntityIndex.Empty));
        alone.RootElement.GetProperty("mentions").EnumerateArray().ShouldAllBe(m => m.GetProperty("entity").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public void An_article_alone_is_one_line() => Written(HostileLedger.Filed, null, EntityIndex.Empty).ShouldNotContain('\n');

    [Fact]
    public void Bytes_are_UTF8_without_mark_with_line_feeds_and_fixed_numbers()
    {
        var json = Written(HostileLedger.Ledger);
        json.ShouldStartWith("{\n  \"schema\": 1,\n");
        json.ShouldEndWith("}\n");
        json.ShouldNotContain('\r');
        json.ShouldContain("\"score\": 0.5000");
        json.ShouldContain("\"decisions\": []");
        Written(StoryLedger.Whole.Ledger).ShouldContain("Karvélie");
    }

    private static (Ledger Ledger, Func<ArticleId, FiledArticle> Filed) Get(string which) => which == "story"
        ? (StoryLedger.Whole.Ledger, StoryLedger.Whole.Filed)
        : (HostileLedger.Ledger, _ => HostileLedger.Filed);

    private static string Written(Ledger ledger)
    {
        using var bytes = new MemoryStream();
        LedgerJson.Write(bytes, ledger);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string Written(FiledArticle filed, Reading? reading, EntityIndex entities, bool tokens = false)
    {
        using var bytes = new MemoryStream();
        ArticleJson.Write(bytes, filed, reading, entities, tokens);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    internal static void Holds(JsonSchema schema, string json)
    {
        using var document = JsonDocument.Parse(json);
        var result = schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        result.IsValid.ShouldBeTrue(string.Join('\n', (result.Details ?? []).Where(d => d.Errors is not null).Take(5).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}")));
    }

    private static JsonSchema Schema(string name) =>
        JsonSchema.FromText(File.ReadAllText(Path.Combine(StoryGold.Articles, "..", "..", "docs", "schema", name + ".schema.json")));
}
