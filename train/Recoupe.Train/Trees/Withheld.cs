using System.Globalization;
using Recoupe.Language.Learning;

namespace Recoupe.Train.Trees;

/// <summary>
/// Texts that are for measuring, so that nothing may be trained on them. <c>withheld.txt</c> holds the key of the first eight words of each of their lines;
/// only keys, no text.
/// </summary>
internal static class Withheld
{
    private const int Window = 8;
    private static readonly HashSet<ulong> _keys = [.. Lines().Select(l => ulong.Parse(l, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    /// <summary>Whether eight words in a row begin a withheld line.</summary>
    public static bool Holds(string text)
    {
        string[] words = [.. Plain(text)];
        return Enumerable.Range(0, Math.Max(0, words.Length - Window + 1)).Any(i => _keys.Contains(KeyOf(words.AsSpan(i, Window))));
    }

    /// <summary><c>train withhold OUT FILE…</c>: makes the list from CoNLL-U files (their <c># text</c>) and from plain texts (their lines).</summary>
    public static int Run(string[] args)
    {
        var lines = args[1..].SelectMany(LinesOf).Select(l => Plain(l).ToArray()).Where(w => w.Length >= Window).Select(w => KeyOf(w.AsSpan(0, Window)));
        File.WriteAllLines(args[0], lines.Distinct().Order().Select(k => k.ToString("x16", CultureInfo.InvariantCulture)));
        return 0;
    }

    private static IEnumerable<string> LinesOf(string path) =>
        path.EndsWith(".conllu", StringComparison.Ordinal)
            ? File.ReadLines(path).Where(l => l.StartsWith("# text = ", StringComparison.Ordinal)).Select(l => l[9..])
            : File.ReadLines(path);

    // Only letters and digits count, so that tokenisation and quotes do not matter.
    private static IEnumerable<string> Plain(string line) =>
        new string([.. line.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static ulong KeyOf(ReadOnlySpan<string> words)
    {
        var key = 0UL;
        foreach (var word in words)
            key = FeatureKey.With(key, FeatureKey.Of(word));
        return key;
    }

    private static string[] Lines()
    {
        using var stream = typeof(Withheld).Assembly.GetManifestResourceStream("withheld.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
