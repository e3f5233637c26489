using System.Globalization;
using System.Text.Json;
using Recoupe.Extract;
using Recoupe.Language;
using Recoupe.Link.Entities;

namespace Recoupe.Bench;

/// <summary>Gathers the gold's own mentions into entities, so that gathering is measured apart from finding: B-cubed over all of them.</summary>
internal static class GoldEntities
{
    public static int Score(string[] args)
    {
        var gold = File.ReadLines(args[0]).Select(l => JsonSerializer.Deserialize<JsonElement>(l)).GroupBy(g => g.GetProperty("doc").GetString()!, StringComparer.Ordinal);
        var filed = new List<FiledArticle>();
        var entities = new Dictionary<Passage, string>();
        foreach (var document in gold)
        {
            var text = File.ReadAllText(Path.Combine(args[1], document.Key));
            var id = ArticleId.Of(document.Key, []);
            var article = SpecArticle.Of(text, args[2], null);
            article = article with { Header = article.Header with { Id = id } };
            var names = new List<Name>();
            foreach (var g in document)
            {
                var span = new TextSpan(Units(text, g.GetProperty("start").GetInt32()), Units(text, g.GetProperty("end").GetInt32()));
                names.Add(new(span, Enum.Parse<NameType>(g.GetProperty("type").GetString()!, ignoreCase: true)));
                entities[new(id, span)] = g.GetProperty("entity").GetString()!;
            }

            var reading = new Reading(text, args[2], [], [], [], [.. names.OrderBy(n => n.Span)]);
            filed.Add(new(article, new([.. MentionFinder.Find(article, reading)], [], [], [])));
        }

        Print(entities, EntityResolver.Of(filed), filed.ToDictionary(f => f.Article.Id, f => f.Article.Text));
        return 0;
    }

    private static void Print(Dictionary<Passage, string> gold, IEnumerable<Entity> found, Dictionary<ArticleId, string> texts)
    {
        var of = found.SelectMany(e => e.Mentions.Select(m => (m, e.Id))).ToDictionary(p => p.m, p => p.Id);
        var sizes = of.GroupBy(p => (gold[p.Key], p.Value)).ToDictionary(g => g.Key, g => g.Count());
        double Average(Func<Passage, int> size) => of.Keys.Sum(m => (double)sizes[(gold[m], of[m])] / size(m)) / gold.Count;
        var (goldSizes, foundSizes) = (gold.Values.GroupBy(e => e, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal), of.Values.GroupBy(e => e, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal));
        foreach (var group in of.GroupBy(p => p.Value, StringComparer.Ordinal).Where(g => g.Select(p => gold[p.Key]).Distinct(StringComparer.Ordinal).Count() > 1))
            Console.WriteLine($"MERGED\t{string.Join(" | ", group.Select(p => $"{p.Key.Span.In(texts[p.Key.Article])} ({gold[p.Key]})").Distinct(StringComparer.Ordinal))}");
        foreach (var group in of.GroupBy(p => gold[p.Key], StringComparer.Ordinal).Where(g => g.Select(p => p.Value).Distinct(StringComparer.Ordinal).Count() > 1))
            Console.WriteLine($"SPLIT\t{group.Key}\t{string.Join(" | ", group.GroupBy(p => p.Value, StringComparer.Ordinal).Select(g => string.Join(", ", g.Select(p => p.Key.Span.In(texts[p.Key.Article]).ToString()).Distinct(StringComparer.Ordinal))))}");
        var (precision, recall) = (Average(m => foundSizes[of[m]]), Average(m => goldSizes[gold[m]]));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"entities of gold mentions, b-cubed\tP {precision:0.000}\tR {recall:0.000}\tF1 {2 * precision * recall / (precision + recall):0.000}\tof {gold.Count}"));
    }

    private static int Units(string text, int codePoints)
    {
        var at = 0;
        for (; codePoints > 0; codePoints--) at += char.IsHighSurrogate(text[at]) ? 2 : 1;
        return at;
    }
}
