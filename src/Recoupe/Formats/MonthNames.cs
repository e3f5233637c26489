using System.Collections.Frozen;
using Recoupe.Utility;

namespace Recoupe.Formats;

/// <summary>The names of the months in every language whose <c>furniture.txt</c> lists them.</summary>
internal static class MonthNames
{
    // Twelve lines a language, in the order of the year.
    private static readonly FrozenDictionary<string, int> Months = LanguageFile.Named("furniture.txt")
        .SelectMany(LanguageFile.Sections)
        .Where(s => s.Heading is "month")
        .SelectMany((line, i) => line.Entry.Split(' ').Select(name => (name, month: (i % 12) + 1)))
        .DistinctBy(m => m.name, StringComparer.Ordinal)
        .ToFrozenDictionary(m => m.name, m => m.month, StringComparer.Ordinal);

    /// <summary>The number of the month that the word, in lower case, names; 0 where it names none.</summary>
    public static int NumberOf(string word) => Months.GetValueOrDefault(word);
}
