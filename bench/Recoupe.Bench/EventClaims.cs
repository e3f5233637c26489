using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Recoupe.Extract;
using Recoupe.Extract.Figures;
using Recoupe.Language;
using Recoupe.Link;
using Recoupe.Link.Claims;
using Recoupe.Propose;
using Recoupe.Read;

namespace Recoupe.Bench;

/// <summary>
/// ECB+ (Cybulska and Vossen 2014): sentences of reports by different outlets, each taken for a statement of its article's own, gathered into claims. Two sentences
/// belong together where an event mention of one corefers with one of the other across documents. Scored are pairs of annotated sentences of one topic.
/// </summary>
internal static class EventClaims
{
    public static int Score(string[] args)
    {
        var (hits, found, gold) = (0L, 0L, 0L);
        foreach (var topic in Directory.GetDirectories(args[0]).Order(StringComparer.Ordinal))
        {
            var reports = Directory.GetFiles(topic, "*.xml").Order(StringComparer.Ordinal).Select(Report).Where(r => r.Sentences.Count > 0).ToList();
            var claimOf = Claimed(reports);
            var sentences = reports.SelectMany(r => r.Sentences).ToList();
            for (var i = 0; i < sentences.Count; i++)
                for (var j = i + 1; j < sentences.Count; j++)
                {
                    var isGold = sentences[i].Events.Overlaps(sentences[j].Events);
                    var isFound = claimOf.TryGetValue(sentences[i].Key, out var one) && claimOf.TryGetValue(sentences[j].Key, out var other) && one == other;
                    if (isGold) gold++;
                    if (isFound) found++;
                    if (isGold && isFound) hits++;
                }
        }

        var (precision, recall) = (hits / (double)Math.Max(1, found), hits / (double)Math.Max(1, gold));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pairs gold {gold}, found {found}; P {precision:F3} R {recall:F3} F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):F3}"));
        return 0;
    }

    private static Dictionary<(ArticleId, string), string> Claimed(List<ReportOnEvents> reports)
    {
        var filed = reports.Select(r => r.Filed).OrderBy(f => f.Article.Id).ToList();
        var prints = filed.Select(f => Linker.Fingerprint(f.Article, ArticleReader.Read(f.Article), f.Findings)).ToList();
        var ties = from i in Enumerable.Range(0, prints.Count) from j in Enumerable.Range(i, prints.Count - i) from tie in Linker.Compare(prints[i], prints[j]).Statements select tie;
        var told = from claim in ClaimBuilder.Of(filed, [.. ties], Rulings.None)
                   from position in claim.Positions
                   where position.Statement is not null
                   select (Key: (position.Article, position.Statement!), claim.Id);
        // A sentence that puts several propositions forward is held by the first claim that has one of them.
        return told.GroupBy(t => t.Key).ToDictionary(g => g.Key, g => g.First().Id);
    }

    private static ReportOnEvents Report(string path)
    {
        var xml = XDocument.Load(path).Root!;
        var tokens = xml.Elements("token").Select(t => (Id: t.Attribute("t_id")!.Value, Sentence: int.Parse(t.Attribute("sentence")!.Value, CultureInfo.InvariantCulture), t.Value)).ToList();
        var lines = tokens.GroupBy(t => t.Sentence).OrderBy(g => g.Key).Select(g => (Sentence: g.Key, Text: string.Join(' ', g.Select(t => t.Value)))).ToList();
        var article = LineageBench.Read(new Page(path, Path.GetFileNameWithoutExtension(path), PageKind.Text, [.. System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(l => l.Text)))], PageFacts.None));
        var events = EventsBySentence(xml, tokens.ToDictionary(t => t.Id, t => t.Sentence, StringComparer.Ordinal));
        var (start, sentences, statements) = (0, new List<((ArticleId, string) Key, HashSet<string> Events)>(), ImmutableArray.CreateBuilder<Statement>());
        foreach (var (sentence, text) in lines)
        {
            if (events.TryGetValue(sentence, out var chains))
            {
                var id = ContentHash.Id(article.Id.Value, sentence.ToString(CultureInfo.InvariantCulture));
                statements.Add(new(id, null, [new TextSpan(start, start + text.Length)], new(null, null, SourceKind.Article), null, Manner.Indirect, [], Certainty.Certain, Stance.Asserts, null));
                sentences.Add(((article.Id, id), chains));
            }

            start += text.Length + 1;
        }

        return new(new FiledArticle(article, Told(article, statements.ToImmutable())), sentences);
    }

    private static Findings Told(Article article, ImmutableArray<Statement> statements)
    {
        if (ArticleReader.Read(article) is not { } reading) return Findings.None with { Statements = statements };
        var findings = Extractor.Extract(article, reading, out var trees);
        var figures = FigureFinder.Find(article, reading, findings.Times, statements);
        return Proposer.Propose(article, trees, findings with { Statements = statements, Figures = figures });
    }

    private static Dictionary<int, HashSet<string>> EventsBySentence(XElement xml, Dictionary<string, int> sentenceOf)
    {
        var mentions = xml.Element("Markables")!.Elements().Where(m => m.Name.LocalName.Contains("ACTION", StringComparison.Ordinal) && m.Elements("token_anchor").Any())
            .ToDictionary(m => m.Attribute("m_id")!.Value, m => sentenceOf[m.Element("token_anchor")!.Attribute("t_id")!.Value], StringComparer.Ordinal);
        var events = new Dictionary<int, HashSet<string>>();
        foreach (var chain in xml.Element("Relations")!.Elements("CROSS_DOC_COREF"))
            foreach (var source in chain.Elements("source"))
            {
                if (!mentions.TryGetValue(source.Attribute("m_id")!.Value, out var sentence)) continue;
                if (!events.TryGetValue(sentence, out var chains)) events[sentence] = chains = new(StringComparer.Ordinal);
                chains.Add(chain.Attribute("note")!.Value);
            }

        return events;
    }

    private sealed record ReportOnEvents(FiledArticle Filed, List<((ArticleId, string) Key, HashSet<string> Events)> Sentences);
}
