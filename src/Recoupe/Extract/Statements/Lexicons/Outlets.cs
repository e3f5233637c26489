using System.Collections.Frozen;
using Recoupe.Utility;

namespace Recoupe.Extract.Statements.Lexicons;

/// <summary>The news agencies and outlets whose names are known, in any language.</summary>
internal static class Outlets
{
    private static readonly Lazy<FrozenSet<string>> Known = new(Load);

    private static readonly Lazy<string[]> Tails = new(() => [.. LanguageFile.Entries("any/outlet-tails.txt")]);

    /// <summary>Whether a name ends as outlets' names do (<c>Norvane La 1ère</c>).</summary>
    public static bool IsSoCalled(string name) => Array.Exists(Tails.Value, t => name.EndsWith(" " + t, StringComparison.Ordinal));

    /// <summary>The end of a name with what follows it where that makes it an outlet's; where it ends itself else.</summary>
    public static int EndOf(string text, int end)
    {
        foreach (var tail in Tails.Value)
        {
            var last = end + 1 + tail.Length;
            if (last > text.Length || text[end] != ' ' || !text.AsSpan(end + 1).StartsWith(tail, StringComparison.Ordinal)) continue;
            if (last == text.Length || !char.IsLetterOrDigit(text[last])) return last;
        }

        return end;
    }

    /// <summary>The outlet that a name is, or holds as its last or first words; <see langword="null"/> where there is none.</summary>
    public static string? Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(words.Length, 4); length > 0; length--)
        {
            var last = string.Join(' ', words[^length..]);
            if (Known.Value.Contains(last)) return last;
        }

        return words.Length > 0 && Known.Value.Contains(words[0]) ? words[0] : null;
    }

    private static FrozenSet<string> Load() =>
        LanguageFile.Entries("agencies.txt").SelectMany(l => l.Split(['=', ','], StringSplitOptions.TrimEntries)).ToFrozenSet(StringComparer.Ordinal);
}
