using System.Globalization;
using System.Text.Json;
using Recoupe.Language;

namespace Recoupe.Bench;

/// <summary>
/// The claims of a labelled story (<c>bench/claims/story.md</c>), from texts to claims as a user gets them. B-cubed (Bagga and Baldwin 1998) over
/// the labelled sentences: a sentence in which no statement is found stands alone. A position is right where the statement takes the labelled side.
/// </summary>
internal static class ClaimStory
{
    public static int Score(string[] args)
    {
        var articles = Articles(args[0]).ToList();
        var folder = Directory.CreateTempSubdirectory("recoupe-claims-").FullName;
        try
        {
            using var pipeline = Pipeline.Open(Path.Combine(folder, "ledger.recoupe"));
            var heap = Path.Combine(folder, "heap.jsonl");
            File.WriteAllLines(heap, articles.Select(a => JsonSerializer.Serialize(new { id = a.Id, text = a.Text, site = a.Site, published = a.Day, language = a.Language })));
            pipeline.Add([heap]);
            Tell([.. Told(articles, pipeline, pipeline.Ledger())], args.Contains("--show", StringComparer.Ordinal));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Tell(List<ToldLine> lines, bool show)
    {
        var (precision, recall) = (Shared(lines, l => l.Found, l => l.Line.Claim), Shared(lines, l => l.Line.Claim, l => l.Found));
        var found = lines.Where(l => l.Side is not null).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines.Count} sentences, {Many(lines, l => l.Line.Claim)} claims, {Many(lines, l => l.Line.Article)} articles; a statement found in {found.Count}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"B-cubed P {precision:F3} R {recall:F3} F1 {2 * precision * recall / (precision + recall):F3}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"position right {found.Count(l => l.Side == l.Line.Side) / (double)found.Count:F3} of those found"));
        if (!show) return;
        foreach (var claim in lines.GroupBy(l => l.Line.Claim, StringComparer.Ordinal))
        {
            Console.WriteLine($"\n{claim.Key}");
            foreach (var line in claim)
                Console.WriteLine($"  {line.Found[..Math.Min(6, line.Found.Length)],-6} {(line.Side is null ? "missed" : line.Side == line.Line.Side ? "" : "SIDE " + line.Side),-12} {line.Line.Text}");
        }
    }

    private static int Many(List<ToldLine> lines, Func<ToldLine, string> key) => lines.Select(key).Distinct(StringComparer.Ordinal).Count();

    // The mean share of a line's group that is in its other group too.
    private static double Shared(List<ToldLine> lines, Func<ToldLine, string> group, Func<ToldLine, string> other)
    {
        var groups = lines.ToLookup(group, StringComparer.Ordinal);
        return lines.Average(l => groups[group(l)].Count(o => string.Equals(other(o), other(l), StringComparison.Ordinal)) / (double)groups[group(l)].Count());
    }

    private static IEnumerable<ToldLine> Told(List<LabelledArticle> articles, Pipeline pipeline, Ledger ledger)
    {
        var told = ledger.Claims.SelectMany(c => c.Positions.Select(p => (Position: p, c.Id))).ToLookup(t => t.Position.Article);
        var ids = ledger.Articles.ToDictionary(a => a.Name, a => a.Id, StringComparer.Ordinal);
        foreach (var article in articles)
        {
            var filed = pipeline.Filed(ids[article.Id])!;
            foreach (var line in article.Lines)
            {
                var span = new TextSpan(line.Start, line.Start + line.Text.Length);
                var within = told[filed.Article.Id].Where(t => t.Position.Statement is not null && t.Position.Spans.Any(span.Overlaps));
                var (position, claim) = within.OrderByDescending(t => t.Position.Spans.Sum(s => s.Length)).ThenBy(t => t.Id, StringComparer.Ordinal).FirstOrDefault();
                yield return position is null ? new(line, $"missed {article.Id} {line.Start}", null) : new(line, claim, position.Side);
            }
        }
    }

    private static IEnumerable<LabelledArticle> Articles(string path)
    {
        LabelledArticle? article = null;
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (article is not null) yield return article;
                var head = line.Split(' ');
                article = new(head[1], head[2], string.Join(' ', head[3..^1]), head[^1]);
            }
            else if (article is not null && line.Split(' ', 3) is [var claim, "+" or "-" or "?", var text])
            {
                article.Add(claim, line.Split(' ')[1], text);
            }
        }

        if (article is not null) yield return article;
    }

    private sealed record LabelledLine(string Article, string Claim, Side Side, string Text, int Start);

    private sealed record ToldLine(LabelledLine Line, string Found, Side? Side);

    private sealed record LabelledArticle(string Id, string Language, string Site, string Day)
    {
        public List<LabelledLine> Lines { get; } = [];

        public string Text { get; private set; } = "";

        public void Add(string claim, string side, string text)
        {
            if (Text.Length > 0) Text += "\n\n";
            Lines.Add(new(Id, claim, side switch { "+" => Side.For, "-" => Side.Against, _ => Side.Uncommitted }, text, Text.Length));
            Text += text;
        }
    }
}
