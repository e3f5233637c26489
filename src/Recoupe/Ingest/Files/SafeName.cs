using System.Globalization;
using System.Text;

namespace Recoupe.Ingest.Files;

/// <summary>Names that any file system takes and no path can hide in.</summary>
internal static class SafeName
{
    private const int Longest = 100; // UTF-16 units; at most 300 bytes of UTF-8 would pass the usual 255, so bytes are bounded too
    private const int LongestInBytes = 200; // file systems take 255, and an ending is added
    private const string Nameless = "article";

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10)
            .SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>The name with <c>_</c> for what is unsafe, no dot or space at either end, not too long, never empty.</summary>
    public static string Of(string name)
    {
        var safe = new StringBuilder();
        var bytes = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            var kept = IsSafe(rune) ? rune : new Rune('_');
            bytes += kept.Utf8SequenceLength;
            if (bytes > LongestInBytes || safe.Length + kept.Utf16SequenceLength > Longest) break;
            safe.Append(kept.ToString());
        }

        var trimmed = safe.ToString().Trim(' ', '.');
        if (trimmed.Length == 0) return Nameless;
        return Reserved.Contains(trimmed.Split('.')[0].TrimEnd()) ? "_" + trimmed : trimmed;
    }

    private static bool IsSafe(Rune rune) =>
        rune.Value is not ('/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or 0xFFFD)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
