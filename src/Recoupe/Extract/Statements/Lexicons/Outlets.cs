using System.Collections.Frozen;
using Recoupe.Utility;

namespace Recoupe.Extract.Statements.Lexicons;

/// <summary>The news agencies and outlets whose names are known, in any language.</summary>
internal static class Outlets
{
    private static readonly Lazy<FrozenSet<string>> Known = new(Load);

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
