using System.Collections.Frozen;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>The outlets and agencies of <c>Languages/agencies.txt</c>, to be met in a text.</summary>
internal static class KnownOutlets
{
    // Of short names the letters' case tells: PA is an agency, pa is none.
    private const int ShortName = 4;

    private static readonly (string Written, string Name)[] Written =
    [
        .. LanguageFile.Entries("agencies.txt").Select(e => e.Split('=', StringSplitOptions.TrimEntries))
            .SelectMany(e => e[1].Split(',', StringSplitOptions.TrimEntries).Prepend(e[0]).Select(n => (Written: n, Name: e[0]))),
    ];

    private static readonly FrozenDictionary<string, string> Names =
        Written.DistinctBy(e => e.Written, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(e => e.Written, e => e.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<char, string[]> ByFirst = Written.Select(w => w.Written).Distinct(StringComparer.Ordinal).GroupBy(n => char.ToUpperInvariant(n[0]))
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).ToArray());

    /// <summary>The name that an outlet is known by; <see langword="null"/> for what is none.</summary>
    public static string? Find(string written) => Names.GetValueOrDefault(written);

    /// <summary>The length of the longest name that begins at a place, as a word of its own; 0 where none does.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int at)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1])) return 0;
        foreach (var name in ByFirst.GetValueOrDefault(char.ToUpperInvariant(text[at]), []))
        {
            var end = at + name.Length;
            if (end > text.Length || (end < text.Length && char.IsLetterOrDigit(text[end]))) continue;
            var written = text[at..end];
            var isSame = name.Length <= ShortName ? written.SequenceEqual(name) : written.Equals(name, StringComparison.OrdinalIgnoreCase) && IsNameLike(written);
            if (isSame) return name.Length;
        }

        return 0;
    }

    // «le monde» is the world.
    private static bool IsNameLike(ReadOnlySpan<char> written) => char.IsUpper(written[0]) || char.IsUpper(written[^1]) || written.IndexOf(' ') < 0;
}
