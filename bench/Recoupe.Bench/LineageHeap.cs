using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Recoupe.Bench;

/// <summary>
/// A labelled heap made of <c>bench/lineage/stories.md</c>: each story with its translation, rewrite and other report, all by hand, and what is derived of them here:
/// copied, cut, reordered, spun with synonyms, changed in figures or polarity, merged from two. The same at every call.
/// </summary>
internal sealed partial class LineageHeap
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<Dictionary<string, object?>> _articles = [];
    private readonly List<string> _gold = ["from\tto\tkind\tdirection\tfamily"];
    private readonly ILookup<string, (string Word, string Substitute)> _synonyms = Synonyms().ToLookup(s => s.Language, s => (s.Word, s.Substitute), StringComparer.Ordinal);
    private int _stories;

    public static int Write(string[] args)
    {
        var heap = new LineageHeap();
        var stories = Stories().GroupBy(s => s.Story, StringComparer.Ordinal).Select(g => g.ToDictionary(s => s.Part, s => (s.Text, s.Language), StringComparer.Ordinal)).ToList();
        var names = Stories().Select(s => s.Story).Distinct(StringComparer.Ordinal).ToList();
        for (var i = 0; i < stories.Count; i++)
            heap.Tell(names[i], stories[i]);
        for (var i = 0; i + 1 < 8; i += 2)
            heap.Merge((names[i], stories[i]), (names[i + 1], stories[i + 1]));
        File.WriteAllLines(args[0], heap._articles.Select(a => JsonSerializer.Serialize(a, Plain)));
        File.WriteAllLines(args[1], heap._gold);
        Console.WriteLine($"{heap._articles.Count} articles");
        return 0;
    }

    private void Tell(string story, Dictionary<string, (string Text, string Language)> parts)
    {
        var random = new Random(_stories++);
        var (original, language) = parts["original"];
        var (translation, other) = parts["translation"];
        var (root, translated) = (story + "-original", story + "-translation");
        Add(root, original, language, 0, null, null);
        Add(translated, translation, other, 1, root, "translation");
        Derive(story, root, original, language, random);
        Add(story + "-translation-copy", Dressed(translation, other), other, 3, translated, "copy");
        Add(story + "-translation-part", Half(translation, 1), other, 4, translated, "excerpt");
        Add(story + "-translation-half", Half(translation, 0), other, 2, root, "translation");
        Add(story + "-translation-reordered", Reordered(translation, random), other, 3, translated, "rewrite");
        Add(story + "-translation-spun", Spun(translation, other, random), other, null, translated, "rewrite", isKnown: false);
        if (parts.TryGetValue("rewrite", out var rewrite)) Add(story + "-rewrite", rewrite.Text, language, 0, root, "rewrite", isKnown: false);
        if (parts.TryGetValue("other", out var report)) Add(story + "-other", report.Text, language, 2, null, null);
    }

    private void Derive(string story, string root, string original, string language, Random random)
    {
        Add(story + "-copy", Dressed(original, language), language, 1, root, "copy");
        Add(story + "-credited", $"{original}\n\n(Agence {Site(root)})", language, null, root, "copy");
        Add(story + "-touched", Touched(original, random), language, null, root, "copy", isKnown: false);
        Add(story + "-figures", Digits().Replace(original, m => (int.Parse(m.Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)), language, 1, root, "copy");
        Add(story + "-part", $"{Half(original, 0)}\n\nLire la suite de l'article sur {Host(root)}", language, null, root, "excerpt");
        Add(story + "-end", Half(original, 1), language, null, root, "excerpt");
        Add(story + "-reordered", Reordered(original, random), language, 1, root, "rewrite");
        Add(story + "-spun", Spun(original, language, random), language, null, root, "rewrite", isKnown: false);
    }

    /// <summary>The first half of each, in French.</summary>
    private void Merge(params (string Story, Dictionary<string, (string Text, string Language)> Parts)[] both)
    {
        var french = both.Select(b => (b.Story, Version: b.Parts.First(p => p.Key is "original" or "translation" && p.Value.Language is "fr"))).ToList();
        var (first, second) = (french[0], french[1]);
        var name = $"{first.Story}-{second.Story}-merged";
        Add(name, $"{Half(first.Version.Value.Text, 0)}\n\n{Half(second.Version.Value.Text, 0)}", "fr", 5, $"{first.Story}-{first.Version.Key}", "excerpt");
        _gold.Add($"{second.Story}-{second.Version.Key}\t{name}\texcerpt\tknown\t");
    }

    private void Add(string name, string text, string language, int? day, string? from, string? kind, bool isKnown = true)
    {
        _articles.Add(new(StringComparer.Ordinal)
        {
            ["id"] = name,
            ["text"] = text,
            ["language"] = language,
            ["url"] = $"https://{Host(name)}/{name}",
            ["site"] = "Agence " + Site(name),
            ["published"] = day is null ? null : new DateOnly(2031, 3, 1).AddDays(_stories * 10 + day.Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
        _gold.Add($"{from}\t{name}\t{kind}\t{(from is null ? "" : isKnown ? "known" : "unknown")}\t");
    }

    private static string Host(string name) => name + ".example";

    private static string Site(string name) => string.Concat(name.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    private static string Dressed(string text, string language) => language is "fr"
        ? $"Accueil\n\nÀ la une : ce qu'il faut retenir\n\n{text}\n\nPartager sur Facebook\n\nLaisser un commentaire"
        : $"Home\n\nWhat you need to know today\n\n{text}\n\nShare on Facebook\n\nLeave a comment";

    private static string Half(string text, int which)
    {
        var paragraphs = text.Split("\n\n");
        return string.Join("\n\n", which == 0 ? paragraphs[..(paragraphs.Length / 2)] : paragraphs[(paragraphs.Length / 2)..]);
    }

    /// <summary>A word in twenty dropped, the small ones that bear the grammar kept.</summary>
    private static string Touched(string text, Random random) =>
        string.Join("\n\n", text.Split("\n\n").Select(p => string.Join(' ', p.Split(' ').Where(w => w.Length < 5 || random.Next(20) != 0))));

    private static string Reordered(string text, Random random) => string.Join("\n\n", text.Split("\n\n").Reverse().Select(p =>
    {
        var sentences = p.Replace(". ", ".\n", StringComparison.Ordinal).Split('\n');
        random.Shuffle(sentences);
        return string.Join(' ', sentences);
    }));

    private string Spun(string text, string language, Random random)
    {
        foreach (var (word, substitute) in _synonyms[language])
            text = Regex.Replace(text, $@"\b{word}\b", m => random.Next(5) == 0 ? m.Value : Cased(substitute, m.Value), RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
        return text;
    }

    private static string Cased(string substitute, string like) => char.IsUpper(like[0]) ? char.ToUpperInvariant(substitute[0]) + substitute[1..] : substitute;

    private static IEnumerable<(string Language, string Word, string Substitute)> Synonyms() =>
        from line in File.ReadLines(Path.Combine(Heap.Root(), "bench", "lineage", "synonyms.md")).Skip(2)
        let parts = line[3..].Split(" : ")
        select (line[..2], parts[0], parts[1]);

    private static IEnumerable<(string Story, string Part, string Language, string Text)> Stories()
    {
        var sections = File.ReadAllText(Path.Combine(Heap.Root(), "bench", "lineage", "stories.md"), Encoding.UTF8).Split("\n## ").Skip(1);
        foreach (var section in sections)
        {
            var end = section.IndexOf('\n');
            var head = section[..end].Split(' ');
            yield return (head[0], head[1], head[2], section[(end + 1)..].Trim());
        }
    }

    [GeneratedRegex(@"\b[0-9]{2,3}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
