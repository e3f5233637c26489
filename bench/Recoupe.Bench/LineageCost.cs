using System.Diagnostics;
using System.Globalization;
using System.Text;
using Recoupe.Language;

namespace Recoupe.Bench;

/// <summary>
/// What an article costs a growing ledger, on stored readings: pages whose articles and findings are derived here, without the parser, filed by the pipeline's own
/// path (kept, fingerprinted, indexed, compared with their candidates, tied).
/// </summary>
internal static class LineageCost
{
    private const int Window = 48;

    public static int Run(string[] args)
    {
        var count = int.Parse(args[0], CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("recoupe-cost-").FullName;
        try
        {
            Measure(count, Path.Combine(folder, "ledger.recoupe"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(int count, string path)
    {
        var readings = new StoredReadings(count);
        using var pipeline = Pipeline.Open(path, readings.Of);
        var (clock, processor) = (new Stopwatch(), Environment.CpuUsage.TotalTime);
        var derived = TimeSpan.Zero;
        var marks = new[] { 1_000, count / 10, count / 2, count }.Where(m => m <= count).Distinct().Order().ToList();
        for (var at = 0; at < count;)
        {
            // One at a time around a mark, else as a run does it.
            var isNear = marks.Exists(m => at >= m - Window && at < m);
            var until = isNear ? at + 1 : marks.Select(m => m - Window).Where(m => m > at).Append(count).Append(at + 4_096).Min();
            var start = Environment.CpuUsage.TotalTime;
            var pages = Enumerable.Range(at, until - at).Select(readings.Page).Select(p => (Outcome<Page>)p).ToList();
            derived += Environment.CpuUsage.TotalTime - start;
            var (before, cpu) = (clock.Elapsed, Environment.CpuUsage.TotalTime);
            clock.Start();
            pipeline.Add(pages, null, default);
            clock.Stop();
            if (isNear) readings.Spent(clock.Elapsed - before, Environment.CpuUsage.TotalTime - cpu);
            at = until;
            if (marks.Contains(at)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{at}\tadded in {clock.Elapsed.TotalSeconds:F1} s, {at / clock.Elapsed.TotalSeconds:F0} a second, {(Environment.CpuUsage.TotalTime - processor - derived).TotalSeconds:F1} s of processor time; the last {Window}, one a call: {readings.Around()}"));
        }

        processor = Environment.CpuUsage.TotalTime - processor - derived;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} articles: {count / clock.Elapsed.TotalSeconds:F0} a second, {count / processor.TotalSeconds:F0} a second of processor time; peak {Scale.PeakMegabytes()} MB; ledger {Scale.Megabytes(path)} MB"));
    }
}

/// <summary>
/// Articles of a few hundred words with what was found in them, the same at every call. Words follow Zipf's law over a large vocabulary; people, places and figures are a
/// story's own, and a few are everybody's. A story has twenty articles; one in five is a copy, an excerpt or a rewrite of an earlier one of its story.
/// </summary>
internal sealed class StoredReadings(int count)
{
    private const int StoryLength = 20, Words = 60_000, Sentences = 24, Tellings = 9;
    private const string Consonants = "bcdfglmnprstv", Vowels = "aeiou";

    private static readonly string[] Grammar = ["le", "la", "de", "des", "à", "en", "dans", "pour", "sur", "avec", "que", "et", "qui", "par", "une", "un", "au", "ce", "se", "ne"];

    private readonly string[] _vocabulary = [.. Enumerable.Range(0, Words).Select(i => Word(i, 2 + (i % 3)))];
    private readonly double[] _zipf = Sums(Enumerable.Range(1, Words).Select(r => 1.0 / (r + 2.7)));
    private readonly Dictionary<ArticleId, ReadArticle> _readings = [];
    private readonly List<(TimeSpan Clock, TimeSpan Processor)> _spent = [];

    public int Count { get; } = count;

    public Outcome<ReadArticle> Of(Page page)
    {
        lock (_readings)
        {
            _readings.Remove(page.Id, out var reading);
            return reading!;
        }
    }

    public void Spent(TimeSpan clock, TimeSpan processor) => _spent.Add((clock, processor));

    public string Around()
    {
        var told = string.Create(CultureInfo.InvariantCulture, $"{_spent.Average(s => s.Clock.TotalMilliseconds):F2} ms each, {_spent.Average(s => s.Processor.TotalMilliseconds):F2} ms of processor time");
        _spent.Clear();
        return told;
    }

    public Page Page(int i)
    {
        var (story, place) = (i / StoryLength, i % StoryLength);
        var told = place % 5 == 4 ? Derived(story, place, new Random(i)) : Told(story, place);
        var text = new StringBuilder();
        var (blocks, mentions, statements) = (new List<Block>(), new List<Mention>(), new List<Statement>());
        for (var s = 0; s < told.Count; s++)
        {
            if (text.Length > 0) text.Append(s % 3 == 0 ? "\n\n" : " ");
            Write(text, told[s], mentions, statements);
        }

        var whole = text.ToString();
        for (int start = 0, end; start < whole.Length; start = end + 2)
        {
            end = whole.IndexOf("\n\n", start, StringComparison.Ordinal) is >= 0 and var found ? found : whole.Length;
            blocks.Add(new(new TextSpan(start, end), BlockKind.Body));
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"cost-{i:D6}");
        var url = string.Create(CultureInfo.InvariantCulture, $"https://site{i * 7 % 60}.example/{i}");
        var page = new Page(name, name, PageKind.Text, [.. Encoding.UTF8.GetBytes(whole)], PageFacts.None with { Url = url });
        var header = new ArticleHeader(page.Id, ContentHash.OfText(whole), name, name, url, null, null, [], "fr",
            new Publication(new DateOnly(2024, 1, 1).AddDays((story / 30) + (place / 7)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), PublicationSource.Given, null, null));
        lock (_readings) _readings[page.Id] = new(new(header, whole, [.. blocks]), null, new([.. mentions], [], [], [.. statements]));
        return page;
    }

    private static void Write(StringBuilder text, Line told, List<Mention> mentions, List<Statement> statements)
    {
        if (told.Speaker is { } speaker)
        {
            var start = text.Length;
            text.Append(speaker);
            mentions.Add(new(new(start, text.Length), NameType.Person, speaker));
            text.Append(" a déclaré que ");
            var content = Content(text, told, mentions);
            statements.Add(new(ContentHash.Id("s", speaker, content.Start.ToString(CultureInfo.InvariantCulture)), null, [content], new(new(start, start + speaker.Length), speaker, SourceKind.Person), null,
                Manner.Indirect, [], Certainty.Certain, Stance.Asserts, null));
        }
        else Content(text, told, mentions);

        text.Append('.');
    }

    private static TextSpan Content(StringBuilder text, Line told, List<Mention> mentions)
    {
        var start = text.Length;
        for (var w = 0; w < told.Words.Length; w++)
        {
            if (w > 0) text.Append(' ');
            var at = text.Length;
            text.Append(told.Words[w]);
            if (char.IsUpper(told.Words[w][0])) mentions.Add(new(new(at, text.Length), NameType.Other, told.Words[w]));
        }

        return new(start, text.Length);
    }

    private List<Line> Told(int story, int place)
    {
        var random = new Random((story * StoryLength) + place);
        return [.. Enumerable.Range(0, Sentences).Select(s => Sentence(story, random, s % 3 == 1 && s / 3 < Tellings))];
    }

    private List<Line> Derived(int story, int place, Random random)
    {
        var from = Told(story, random.Next(place) is var p && p % 5 == 4 ? p - 1 : p);
        return random.Next(3) switch
        {
            0 => from,
            1 => from[..(from.Count / 2)],
            _ => [.. from.Select(s => s with { Words = [.. s.Words.Select(w => char.IsLower(w[0]) && w.Length > 3 && random.Next(6) == 0 ? Drawn(random) : w)] }).Reverse()],
        };
    }

    // Half of a sentence's words are grammar; a story has a hundred words that it uses again and again, a dozen names and a few figures.
    private Line Sentence(int story, Random random, bool isTelling)
    {
        var words = Enumerable.Range(0, random.Next(12, 26)).Select(i => i % 2 == 0 ? Grammar[random.Next(Grammar.Length)] : random.Next(20) switch
        {
            < 3 => Name(story, random),
            3 => random.Next(4) == 0 ? random.Next(2, 900).ToString(CultureInfo.InvariantCulture) : StoryFigure(story, random.Next(5)),
            < 9 => _vocabulary[Drawn(new Random((story * 131) + random.Next(100)), 0.02)],
            _ => Drawn(random),
        });
        return new(isTelling ? $"{Capital(Word((story * 4) + random.Next(4), 3))} {Capital(Word(random.Next(4_000), 3))}" : null, [.. words]);
    }

    private static string StoryFigure(int story, int which) => new Random((story * 17) + which).Next(2, 20_000).ToString(CultureInfo.InvariantCulture);

    // One name in three is one that all the news has; the better known, the more often.
    private static string Name(int story, Random random) =>
        Capital(random.Next(3) == 0 ? Word(100_000 + (int)(2_000 * Math.Pow(random.NextDouble(), 3)), 3) : Word(200_000 + (story * 12) + random.Next(12), 3));

    private string Drawn(Random random) => _vocabulary[Drawn(random, 0)];

    private int Drawn(Random random, double least)
    {
        var at = Array.BinarySearch(_zipf, (least + ((1 - least) * random.NextDouble())) * _zipf[^1]);
        return Math.Min(at < 0 ? ~at : at, Words - 1);
    }

    private static double[] Sums(IEnumerable<double> weights)
    {
        var sum = 0.0;
        return [.. weights.Select(w => sum += w)];
    }

    private static string Word(int seed, int syllables)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, syllables).Select(_ => $"{Consonants[random.Next(Consonants.Length)]}{Vowels[random.Next(Vowels.Length)]}")) + Consonants[random.Next(Consonants.Length)];
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private sealed record Line(string? Speaker, string[] Words);
}
