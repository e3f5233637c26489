using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Recoupe.Judge.Figures;
using Recoupe.Language;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Tell;

/// <summary>The ledger that a careful reader would write of the sample story: built from what was written down by hand, by no stage.</summary>
internal sealed class StoryLedger
{
    private readonly Dictionary<ArticleId, FiledArticle> filed;

    private StoryLedger()
    {
        filed = StoryGold.Table("articles").Where(row => TextOf(row["article"]) is not null).Select(File).ToDictionary(f => f.Article.Id);
        var articles = filed.Values.Select(f => f.Article.Header).OrderBy(h => h.Id).ToImmutableArray();
        var claims = Claims();
        var lineage = Ties();
        var (families, entities) = (Families(articles, lineage), Entities());
        Ledger = new Ledger(articles, [], lineage, families, entities, claims, Questions(claims))
        {
            Counts = CountBuilder.Of([.. filed.Values], families, entities, claims, lineage),
        };
    }

    public static StoryLedger Whole { get; } = new();

    public Ledger Ledger { get; }

    public FiledArticle Filed(ArticleId article) => filed[article];

    public static ArticleId Id(string name) => new(ContentHash.Id("story", name));

    private static string? TextOf(string name) =>
        StoryGold.RawTexts().TryGetValue(name, out var text) && !text.StartsWith('<') ? text : null;

    private static FiledArticle File(IReadOnlyDictionary<string, string> row)
    {
        var (name, text) = (row["article"], TextOf(row["article"])!);
        var meta = Meta(name);
        var published = row["published"].Length == 0
            ? null
            : new Publication(row["published"], PublicationSource.Metadata, row["doubted"] == "true" ? Reason.Of("DATE-LONE") : null, null);
        var header = new ArticleHeader(
            Id(name), ContentHash.OfText(text), name, $"samples/story/{name}.txt",
            Field(meta, "url"), Field(meta, "site"), Field(meta, "title"), [], row["language"], published);
        return new FiledArticle(new Article(header, text, Blocks(name, text)), new Findings(Mentions(text), [], Figures(name, text), Statements(name, text)));
    }

    private static ImmutableArray<Block> Blocks(string name, string text)
    {
        var furniture = StoryGold.Table("furniture").Where(f => f["article"] == name).Select(f => f["line"].Trim()).ToHashSet(StringComparer.Ordinal);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start) is var found && found < 0 ? text.Length : found;
            var line = text[start..end];
            if (!string.IsNullOrWhiteSpace(line))
                blocks.Add(new Block(new TextSpan(start, end), furniture.Contains(line.Trim()) ? BlockKind.Furniture : BlockKind.Body));
        }

        return blocks.ToImmutable();
    }

    private static ImmutableArray<Statement> Statements(string name, string text) =>
    [
        .. StoryGold.Statements().Where(s => s.Article == name).Select((gold, i) =>
        {
            var content = Parts(text, gold.Content, gold.Nth);
            return new Statement(
                ContentHash.Id(name, i.ToString(CultureInfo.InvariantCulture)), null, content,
                new Source(Near(text, gold.Source, content[0].Start), gold.SourceName.Length == 0 ? null : gold.SourceName, Enum.Parse<SourceKind>(gold.SourceKind, ignoreCase: true)),
                Near(text, gold.Cue, content[0].Start), Enum.Parse<Manner>(gold.Manner, ignoreCase: true), [.. gold.Via],
                Certainty(gold.Certainty), Enum.Parse<Stance>(gold.Stance, ignoreCase: true), null);
        }),
    ];

    private static Certainty Certainty(string code) => code switch
    {
        "CT+" => Recoupe.Certainty.Certain,
        "PR+" => Recoupe.Certainty.Probable,
        "PS+" => Recoupe.Certainty.Possible,
        "CT-" => Recoupe.Certainty.CertainlyNot,
        "PR-" => Recoupe.Certainty.ProbablyNot,
        "PS-" => Recoupe.Certainty.PossiblyNot,
        _ => Recoupe.Certainty.Uncommitted,
    };

    private static ImmutableArray<TextSpan> Parts(string text, string[] parts, int nth)
    {
        var at = -1;
        for (var i = 0; i <= nth; i++) at = text.IndexOf(parts[0], at + 1, StringComparison.Ordinal);
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var part in parts)
        {
            at = text.IndexOf(part, at, StringComparison.Ordinal);
            spans.Add(new TextSpan(at, at + part.Length));
            at += part.Length;
        }

        return spans.ToImmutable();
    }

    private static TextSpan? Near(string text, string words, int place)
    {
        if (words.Length == 0) return null;
        var after = text.IndexOf(words, place, StringComparison.Ordinal);
        var before = text[..place].LastIndexOf(words, StringComparison.Ordinal);
        var at = before < 0 || (after >= 0 && after - place < place - before) ? after : before;
        return at < 0 ? null : new TextSpan(at, at + words.Length);
    }

    private static ImmutableArray<Mention> Mentions(string text) =>
    [
        .. StoryGold.Table("entities").SelectMany(e => All(text, e["wording"]).Select(span => new Mention(span, Type(e["type"]), e["wording"]))).OrderBy(m => m.Span),
    ];

    private static ImmutableArray<Figure> Figures(string name, string text) =>
    [
        .. StoryGold.Table("figures").Where(f => f["article"] == name).Select(f => new Figure(
            All(text, f["words"]).First(), Number(f["min"]), !f["words"].Contains("more than"), Number(f["max"]), true, f["approximate"] == "true",
            null, f["words"], f["measure"].Length == 0 ? null : f["measure"], null, null, null)),
    ];

    private ImmutableArray<Claim> Claims()
    {
        var sided = StoryGold.Table("sides").Where(s => filed.ContainsKey(Id(s["article"]))).Select(s => (Proposition: s["proposition"], Side: Enum.Parse<Side>(s["side"], ignoreCase: true), Told: At(s["article"], s["words"]))).Where(s => s.Told.Statement is not null).ToList();
        var taken = sided.Select(s => s.Told.Statement!.Id).ToHashSet(StringComparer.Ordinal);
        var several = sided.GroupBy(s => s.Proposition, StringComparer.Ordinal).Select(p => Claim([.. p.Select(s => (s.Told.Article, s.Told.Statement!, s.Side))]));
        var alone = from f in filed.Values
                    from statement in f.Findings.Statements
                    where !taken.Contains(statement.Id)
                    select Claim([(f, statement, Side.For)]);
        return [.. Contradict([.. several, .. alone]).OrderBy(c => c.Id, StringComparer.Ordinal)];
    }

    private IEnumerable<Claim> Contradict(ImmutableArray<Claim> claims)
    {
        var pairs = StoryGold.Table("tolls").Where(t => t["relation"] == "contradicts")
            .Select(t => (A: Holder(t["articleA"], t["wordsA"]), B: Holder(t["articleB"], t["wordsB"]))).Where(p => p.A is not null && p.B is not null && p.A != p.B).ToList();
        return claims.Select(c => c with
        {
            Contradicts = [.. pairs.Where(p => p.A == c.Id || p.B == c.Id).Select(p => new Contradiction(p.A == c.Id ? p.B! : p.A!, [Reason.Of("FIGURES-APART")]))],
        });

        string? Holder(string article, string words) => At(article, words).Statement is { } told
            ? claims.FirstOrDefault(c => c.Positions.Any(p => p.Statement == told.Id))?.Id
            : null;
    }

    private static Claim Claim(ImmutableArray<(FiledArticle Article, Statement Statement, Side Side)> told)
    {
        var first = told[0];
        var days = told.Select(t => t.Article.Article.Header.Published?.Value).OfType<string>().Order(StringComparer.Ordinal).ToList();
        return new Claim(
            ContentHash.Id([.. told.Select(t => t.Statement.Id)]),
            string.Join(" … ", first.Statement.Content.Select(s => new string(s.In(first.Article.Article.Text)))),
            [.. first.Statement.Content.Select(s => new Passage(first.Article.Article.Id, s))],
            first.Article.Article.Header.Language, null, null,
            [.. told.Select(t => new Position(t.Article.Article.Id, t.Statement.Id, "p" + t.Statement.Id, t.Side) { Spans = t.Statement.Content, Certainty = t.Statement.Certainty })],
            new VoiceCount(Voices(told, Side.For), Voices(told, Side.Against)), [],
            new Credibility(told.Length > 1 ? 4 : 6, [Reason.Of(told.Length > 1 ? "CONTESTED" : "ONE-VOICE", first.Statement.Content.Select(s => new Passage(first.Article.Article.Id, s)))]),
            days.FirstOrDefault(), days.LastOrDefault());
    }

    private static int Voices(ImmutableArray<(FiledArticle Article, Statement Statement, Side Side)> told, Side side) =>
        told.Where(t => t.Side == side).Select(t => t.Statement.Source.Name ?? "").Distinct(StringComparer.Ordinal).Count();

    private (FiledArticle Article, Statement? Statement) At(string article, string words)
    {
        if (!filed.TryGetValue(Id(article), out var found)) return (null!, null);
        var span = All(found.Article.Text, words).First();
        return (found, found.Findings.Statements.Where(s => s.Content.Any(c => c.Overlaps(span))).MinBy(s => s.Content[0].Length));
    }

    private ImmutableArray<Lineage> Ties() =>
    [
        .. StoryGold.Table("lineage").Where(t => t["from"].Length > 0 && filed.ContainsKey(Id(t["from"])) && filed.ContainsKey(Id(t["to"])))
            .Select(t => new Lineage(
                Id(t["from"]).Value, Id(t["to"]), Enum.Parse<LineageKind>(t["kind"], ignoreCase: true), Enum.Parse<LineageDirection>(t["direction"], ignoreCase: true), 0.9m,
                [Reason.Of("SAME-WORDS", [("share", "92 %")], Heads(t)), Reason.Of("CHANGED-NUMBER", Heads(t))]))
            .OrderBy(t => t.From, StringComparer.Ordinal).ThenBy(t => t.To),
    ];

    private static Passage[] Heads(IReadOnlyDictionary<string, string> tie) =>
        [new(Id(tie["from"]), new TextSpan(0, 40)), new(Id(tie["to"]), new TextSpan(0, 40))];

    private static ImmutableArray<Family> Families(ImmutableArray<ArticleHeader> articles, ImmutableArray<Lineage> ties)
    {
        var origin = articles.ToDictionary(a => a.Id, a => Root(a.Id));
        return [.. articles.GroupBy(a => origin[a.Id]).Select(f => new Family(ContentHash.Id("family", f.Key.Value), [.. f.Select(a => a.Id)], f.Key.Value)).OrderBy(f => f.Id, StringComparer.Ordinal)];

        ArticleId Root(ArticleId id) => ties.FirstOrDefault(t => t.To == id) is { } tie ? Root(new ArticleId(tie.From)) : id;
    }

    private ImmutableArray<Entity> Entities() =>
    [
        .. StoryGold.Table("entities").GroupBy(e => e["entity"], StringComparer.Ordinal).Select(rows => new Entity(
            ContentHash.Id("entity", rows.Key), Type(rows.First()["type"]), rows.First()["wording"],
            [.. rows.Select(r => r["wording"]).Order(StringComparer.Ordinal)], [],
            [.. filed.Values.SelectMany(f => rows.SelectMany(r => All(f.Article.Text, r["wording"])).Select(s => new Passage(f.Article.Id, s))).Order()]))
            .OrderBy(e => e.Id, StringComparer.Ordinal),
    ];

    private static ImmutableArray<Question> Questions(ImmutableArray<Claim> claims) =>
    [
        new Question(ContentHash.Id("question"), "Le colonel Zarovitch a-t-il été capturé ?", [.. claims.Where(c => c.Positions.Length > 1).Select(c => c.Id)]),
    ];

    private static IEnumerable<TextSpan> All(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.Ordinal))
            yield return new TextSpan(at, at + words.Length);
    }

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static NameType Type(string text) => Enum.Parse<NameType>(text, ignoreCase: true);

    private static JsonElement? Meta(string name)
    {
        var file = Path.Combine(StoryGold.Articles, name + ".meta.json");
        return System.IO.File.Exists(file) ? JsonDocument.Parse(System.IO.File.ReadAllText(file)).RootElement : null;
    }

    private static string? Field(JsonElement? meta, string name) =>
        meta is { } known && known.TryGetProperty(name, out var value) ? value.GetString() : null;
}
