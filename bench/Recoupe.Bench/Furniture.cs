using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Recoupe.Clean;

namespace Recoupe.Bench;

/// <summary>
/// How well the site's lines are told from the article's on pages that have lost their HTML: the visible lines of the pages of
/// article-extraction-benchmark. A line is content when 80 % of its 3-grams are in the article; what is scored are words kept and dropped.
/// </summary>
internal static partial class Furniture
{
    private const int Gram = 3;

    public static int Score(string[] args)
    {
        var (kept, all) = (new Tally(), new Tally());
        var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(args[0], "ground-truth.json"))).RootElement;
        foreach (var page in gold.EnumerateObject())
        {
            var lines = VisibleLines.Of(PageOf(args[0], page.Name));
            var grams = Grams(Words(page.Value.GetProperty("articleBody").GetString()!));
            var content = lines.Select(l => IsContent(Words(l), grams)).ToArray();
            kept.Add(lines, content, Kept(lines));
            all.Add(lines, content, [.. lines.Select(_ => true)]);
        }

        Console.WriteLine($"nothing done\t{all}");
        Console.WriteLine($"furniture dropped\t{kept}");
        return 0;
    }

    /// <summary>The text of a page, unpacked.</summary>
    public static string PageOf(string folder, string name)
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "html", name + ".html.gz")), CompressionMode.Decompress));
        return file.ReadToEnd();
    }

    private static bool[] Kept(List<string> lines)
    {
        var text = string.Join('\n', lines);
        var page = new Page("page.txt", "page", PageKind.Text, [.. Encoding.UTF8.GetBytes(text)], PageFacts.None);
        if (Cleaner.Clean(page).Value is not { } article) return new bool[lines.Count];
        var furniture = article.Blocks.Where(b => b.Kind is BlockKind.Furniture).Select(b => b.Span.Start).ToHashSet();
        var at = 0;
        return [.. lines.Select(l =>
        {
            var start = at;
            at += l.Length + 1;
            return !furniture.Contains(start);
        })];
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant())];

    private static HashSet<string> Grams(string[] words) =>
        [.. Enumerable.Range(1, Gram).SelectMany(n => Grams(words, n))];

    private static IEnumerable<string> Grams(string[] words, int n) =>
        Enumerable.Range(0, Math.Max(0, words.Length - n + 1)).Select(i => string.Join(' ', words, i, n));

    private static bool IsContent(string[] words, HashSet<string> grams)
    {
        var own = Grams(words, Math.Min(Gram, words.Length)).ToArray();
        return words.Length > 0 && own.Count(grams.Contains) >= 0.8 * own.Length;
    }

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    private sealed class Tally
    {
        private int pages;
        private double sum;
        private long right;
        private long wrong;
        private long missed;

        public void Add(List<string> lines, bool[] content, bool[] kept)
        {
            var (tp, fp, fn) = (0, 0, 0);
            for (var i = 0; i < lines.Count; i++)
            {
                var words = Words(lines[i]).Length;
                if (content[i] && kept[i]) tp += words;
                else if (content[i]) fn += words;
                else if (kept[i]) fp += words;
            }

            pages++;
            sum += tp + fp + fn == 0 ? 1 : 2.0 * tp / ((2.0 * tp) + fp + fn);
            right += tp;
            wrong += fp;
            missed += fn;
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"word F1 {2.0 * right / ((2 * right) + wrong + missed):F4}\tP {(double)right / (right + wrong):F4}\tR {(double)right / (right + missed):F4}\tmean of pages {sum / pages:F4}");
    }
}
