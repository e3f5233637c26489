using System.Text;
using System.Xml.Linq;
using Recoupe.Extract.Times;
using Recoupe.Language;

namespace Recoupe.Bench;

/// <summary>Scores times on MEANTIME: overlapping spans, and among all, those whose value is gold's too.</summary>
internal static class Meantime
{
    // MEANTIME marks the headline and the first five sentences alone.
    private const int LastAnnotated = 5;

    public static int Score(string folder)
    {
        var reader = Reader.Load("en");
        var (gold, found, spans, foundSpans, values) = (0, 0, 0, 0, 0);
        foreach (var path in Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var (text, expected, created) = Read(path);
            var times = TimeFinder.Find(SpecArticle.Of(text, "en", created), reader.Read(text));
            gold += expected.Count;
            found += times.Length;
            foundSpans += times.Count(t => expected.Exists(e => e.Span.Overlaps(t.Span)));
            foreach (var (span, value) in expected)
            {
                var over = times.Where(t => t.Span.Overlaps(span)).ToList();
                if (over.Count > 0) spans++;
                if (over.Exists(t => string.Equals(t.Value, value, StringComparison.Ordinal))) values++;
                else Console.WriteLine($"MISS\t{created}\t{span.In(text)}\t{value}\t{string.Join("; ", over.Select(t => $"{t.Span.In(text)}={t.Value}"))}");
            }

            foreach (var extra in times.Where(t => !expected.Exists(e => e.Span.Overlaps(t.Span))))
                Console.WriteLine($"EXTRA\t{created}\t{extra.Span.In(text)}\t{extra.Value}\t{text[Math.Max(0, extra.Span.Start - 30)..Math.Min(text.Length, extra.Span.End + 20)]}");
        }

        Print("span (overlap)", (double)foundSpans / found, (double)spans / gold);
        Print("value", (double)values / found, (double)values / gold);
        return 0;
    }

    private static void Print(string what, double precision, double recall) =>
        Console.WriteLine($"{what}\tP {precision:0.000}\tR {recall:0.000}\tF1 {2 * precision * recall / (precision + recall):0.000}");

    private static (string Text, List<(TextSpan Span, string Value)> Gold, string? Created) Read(string path)
    {
        var root = XDocument.Load(path).Root!;
        var spans = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        var text = new StringBuilder();
        var sentence = "0";
        foreach (var token in root.Elements("token").Where(t => (int)t.Attribute("sentence")! <= LastAnnotated))
        {
            var breaks = !string.Equals((string?)token.Attribute("sentence"), sentence, StringComparison.Ordinal);
            sentence = (string)token.Attribute("sentence")!;
            if (text.Length > 0) text.Append(breaks ? '\n' : ' ');
            spans.Add((string)token.Attribute("t_id")!, new(text.Length, text.Length + token.Value.Length));
            text.Append(token.Value);
        }

        var timexes = root.Descendants("TIMEX3").ToList();
        var created = timexes.Where(t => (string?)t.Attribute("functionInDocument") is "CREATION_TIME").Select(t => (string?)t.Attribute("value")).FirstOrDefault();
        var gold = timexes.Select(t => (Tokens: t.Elements("token_anchor").Select(a => spans[(string)a.Attribute("t_id")!]).ToList(), Value: (string)t.Attribute("value")!))
            .Where(t => t.Tokens.Count > 0).Select(t => (new TextSpan(t.Tokens.Min(s => s.Start), t.Tokens.Max(s => s.End)), t.Value)).ToList();
        return (text.ToString(), gold, created);
    }
}
