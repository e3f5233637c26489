using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Recoupe.Bench;

/// <summary>
/// A heap of any size, the same at every call: stories of twenty articles each, told with the sample story's sentences, under other names, figures, days
/// and words (a story's content words are its own: an invented stem, the ending kept). One article in five is a copy or an excerpt of an earlier one of its story.
/// </summary>
internal static partial class Heap
{
    private const int StoryLength = 20;
    private const int Words = 500;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Syllables =
        ["ba", "den", "kor", "li", "mar", "no", "pel", "ra", "sul", "tav", "ven", "zo", "gri", "hal", "jas", "fe", "du", "cas", "ber", "mo"];

    public static int Write(string[] args)
    {
        var count = int.Parse(args[0], CultureInfo.InvariantCulture);
        using var file = new StreamWriter(args[1]) { NewLine = "\n" };
        foreach (var article in Articles(count))
            file.WriteLine(JsonSerializer.Serialize(article, Plain));
        return 0;
    }

    /// <summary>The first articles of the heap.</summary>
    public static IEnumerable<object> Articles(int count)
    {
        var sentences = Sentences();
        var story = new List<string>();
        for (var i = 0; i < count; i++)
        {
            if (i % StoryLength == 0) story.Clear();
            // A fixed seed an article, so that a longer heap begins as a shorter one.
            var random = new Random(i);
            var names = new Vocabulary(i / StoryLength, sentences);
            var language = story.Count % 3 == 2 ? "en" : "fr";
            var text = story.Count % 5 == 4 ? Copy(story, random) : names.Rename(Compose(sentences[language], random), random);
            story.Add(text);
            var day = new DateOnly(2024, 1, 1).AddDays(i / StoryLength + random.Next(6));
            yield return new
            {
                id = string.Create(CultureInfo.InvariantCulture, $"heap-{i:D6}"),
                text,
                url = string.Create(CultureInfo.InvariantCulture, $"https://site{random.Next(40)}.example/{i}"),
                published = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            };
        }
    }

    private static Dictionary<string, string[]> Sentences()
    {
        var folder = Path.Combine(Root(), "samples", "story");
        string[] Of(params string[] names) =>
        [
            .. names.SelectMany(n => File.ReadAllLines(Path.Combine(folder, n))).Where(l => l.Length > 60)
                .SelectMany(l => l.Split(". ", StringSplitOptions.RemoveEmptyEntries)).Select(s => s.TrimEnd('.') + "."),
        ];
        return new(StringComparer.Ordinal)
        {
            ["fr"] = Of("01-ormel-barrage.txt", "05-gazette-reecriture.txt", "10-echo-dementi.txt", "12-gazette-bilans.txt", "15-veilleur-maire.txt"),
            ["en"] = Of("06-chronicle-translation.txt", "07-chronicle-colonel.txt", "11-tribune-denial.txt", "14-tribune-toll.txt", "16-chronicle-order.txt"),
        };
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Recoupe.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("run this from the repository");
    }

    private static string Compose(string[] sentences, Random random)
    {
        var paragraphs = new List<string>();
        for (var words = 0; words < Words;)
        {
            var paragraph = string.Join(' ', Enumerable.Range(0, 3).Select(_ => sentences[random.Next(sentences.Length)]));
            words += paragraph.Count(c => c == ' ') + 1;
            paragraphs.Add(paragraph);
        }

        return string.Join("\n\n", paragraphs);
    }

    private static string Copy(List<string> story, Random random)
    {
        var paragraphs = story[random.Next(story.Count)].Split("\n\n");
        return string.Join("\n\n", random.Next(2) == 0 ? paragraphs : paragraphs[..(paragraphs.Length / 2)]);
    }

    /// <summary>Each story's own people, places, figures and words.</summary>
    private sealed partial class Vocabulary
    {
        // Shorter words are the grammar; verbs of saying are kept, or nobody would say anything.
        private const int ShortestSwapped = 6;

        private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
        {
            "déclaré", "affirmé", "affirme", "assure", "démenti", "dément", "annoncé", "expliqué", "explique", "indiqué", "ajouté", "confirmé",
            "declared", "denied", "confirmed", "announced", "according", "reported", "claimed", "officials", "spokesman",
        };

        private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string> swaps = new(StringComparer.Ordinal);
        private readonly HashSet<string> common = new(StringComparer.Ordinal);
        private readonly Random random;

        public Vocabulary(int story, Dictionary<string, string[]> sentences)
        {
            random = new Random(1_000_000 + story);
            foreach (var pool in sentences.Values)
                Swap(pool);
        }

        /// <summary>The text with every name, figure and content word put into the story's own.</summary>
        public string Rename(string text, Random figures) => Runs().Replace(text, run => Put(run.Value, figures));

        private string Put(string run, Random figures) => run switch
        {
            [>= '0' and <= '9', ..] => figures.Next(2, 900).ToString(CultureInfo.InvariantCulture),
            _ when char.IsUpper(run[0]) && run.Length > 3 && !common.Contains(run.ToLowerInvariant()) => Renamed(run),
            _ => swaps.GetValueOrDefault(run, run),
        };

        [GeneratedRegex("[0-9]+|\\p{L}+", RegexOptions.NonBacktracking)]
        private static partial Regex Runs();

        private void Swap(string[] pool)
        {
            var words = pool.SelectMany(s => Runs().Matches(s)).Select(m => m.Value).Where(w => char.IsLower(w[0])).ToList();
            common.UnionWith(words);
            foreach (var word in words.Where(w => w.Length >= ShortestSwapped && !Kept.Contains(w)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                swaps[word] = Stem(2) + word[^3..];
        }

        private string Stem(int syllables) => string.Concat(Enumerable.Range(0, syllables).Select(_ => Syllables[random.Next(Syllables.Length)]));

        private string Renamed(string name)
        {
            if (!names.TryGetValue(name, out var other))
            {
                other = Stem(3);
                names[name] = other = char.ToUpperInvariant(other[0]) + other[1..];
            }

            return other;
        }
    }
}
