using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recoupe.Ingest;
using Recoupe.Language;
using Recoupe.Link;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.TextReuse;

namespace Recoupe.Bench;

/// <summary>Finds the lineage of a heap by keys and comparison alone, a paragraph a block, and writes what <c>eval/lineage/score.py</c> reads.</summary>
internal static class LineageBench
{
    public static int Run(string[] args)
    {
        var articles = Intake.Pages([args[0]]).Select(p => p.Value).OfType<Page>().Select(Read).OrderBy(a => a.Id).ToList();
        var watch = Stopwatch.StartNew();
        var prints = articles.Select(a => Linker.Fingerprint(a, null, Findings.None)).ToList();
        var made = watch.Elapsed;
        var pairs = Candidates(prints);
        watch.Restart();
        var near = Near(prints, pairs);
        var looked = watch.Elapsed;
        watch.Restart();
        var lineage = near.SelectMany(p => Linker.Compare(prints[p.A], prints[p.B]).Lineage).ToList();
        Console.WriteLine($"articles {articles.Count}, bytes a fingerprint {prints.Average(p => p.ToBytes().Length):F0}, keys an article {prints.Average(p => Linker.Keys(p).Count()):F0}");
        Console.WriteLine($"fingerprints {made.TotalSeconds:F2} s, pairs offered {pairs.Count}, looked at in {looked.TotalSeconds:F2} s; compared {near.Count} in {watch.Elapsed.TotalSeconds:F2} s, {watch.Elapsed.TotalMicroseconds / Math.Max(1, near.Count):F1} µs each");
        File.WriteAllText(args[1], Told(articles, lineage, FamilyBuilder.Of(prints.Select(Signature.Of), lineage)));
        return 0;
    }

    /// <summary>An article made of a page, a line a block.</summary>
    public static Article Read(Page page)
    {
        var text = System.Text.Encoding.UTF8.GetString(page.Bytes.AsSpan());
        var language = page.Given.Language ?? LanguageIdentifier.Identify(text).Language;
        var published = page.Given.Published is { } day ? new Publication(day, PublicationSource.Given, null, null) : null;
        return new(new(page.Id, ContentHash.OfText(text), page.Name, page.Path, page.Given.Url, page.Given.Site, page.Given.Title, [], language, published), text, Blocks(text));
    }

    private static ImmutableArray<Block> Blocks(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (!string.IsNullOrWhiteSpace(text[start..end])) blocks.Add(new(new TextSpan(start, end), BlockKind.Body));
            start = end + 1;
        }

        return blocks.ToImmutable();
    }

    private static List<(int A, int B)> Candidates(List<Fingerprint> prints) =>
    [
        .. from bucket in prints.SelectMany((p, i) => Linker.Keys(p).Select(k => (Key: k, Index: i))).GroupBy(k => k.Key, k => k.Index)
           let members = bucket.Distinct().ToList()
           where members.Count > 1 && members.Count <= bucket.Key.Limit
           from i in members
           from j in members
           where i < j
           group 0 by (i, j) into pair
           orderby pair.Key
           select pair.Key,
    ];

    private static List<(int A, int B)> Near(List<Fingerprint> prints, List<(int A, int B)> pairs)
    {
        var sketches = prints.Select(p => Linker.Sketch(p, Linker.Keys(p))).ToList();
        var looks = sketches.Select(s => new CandidateFilter(s)).ToList();
        return [.. pairs.Where(p => looks[p.A].MayTie(sketches[p.B]))];
    }

    private static string Told(List<Article> articles, List<Lineage> lineage, FamilyTree tree)
    {
        var texts = articles.ToDictionary(a => a.Id, a => a.Text);
        return new JsonObject
        {
            ["articles"] = new JsonArray([.. articles.Select(a => new JsonObject { ["id"] = a.Id.Value, ["name"] = a.Header.Name })]),
            ["lineage"] = new JsonArray([.. lineage.Select(t => new JsonObject
            {
                ["from"] = t.From,
                ["to"] = t.To.Value,
                ["kind"] = t.Kind.ToString().ToLowerInvariant(),
                ["direction"] = t.Direction.ToString().ToLowerInvariant(),
                ["score"] = t.Score,
                ["passages"] = new JsonArray([.. t.Reasons.Where(r => r.Code.StartsWith("SENTENCES", StringComparison.Ordinal)).SelectMany(r => r.Passages).Select(p => JsonValue.Create(p.Span.In(texts[p.Article]).ToString()))]),
            })]),
            ["families"] = new JsonArray([.. tree.Families.Select(f => new JsonObject
            {
                ["id"] = f.Id,
                ["members"] = new JsonArray([.. f.Members.Select(m => JsonValue.Create(m.Value))]),
                ["origin"] = f.Origin,
            })]),
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
