using System.Collections.Immutable;

namespace Recoupe.Clean.Metadata;

/// <summary>What one place on a page, or beside it, says of the article.</summary>
/// <param name="Value">A headline, a name, a day, an address, a language.</param>
/// <param name="Where">The place: the name of an element (<c>og:title</c>), or a word of <c>words.LANGUAGE.txt</c> (<c>page</c>,
/// <c>address</c>, <c>given</c>).</param>
internal readonly record struct Metadatum(string Value, string Where)
{
    private const int MostNotes = 3; // a fact: more would be a list and no note
    private const int LongestValue = 300; // characters: enough to see what disagrees

    /// <summary>What is told, or nothing where the place is empty.</summary>
    public static ImmutableArray<Metadatum> Of(string? value, string where) =>
        string.IsNullOrWhiteSpace(value) ? [] : [new(value.Trim(), where)];

    /// <summary>A note for each of these that says something else than the first, which is followed; each other thing once.</summary>
    public static IEnumerable<Reason> Notes(string code, IEnumerable<Metadatum> all, Func<string, string, bool> agree)
    {
        var kept = new List<Metadatum>();
        foreach (var told in all)
        {
            if (kept.Count > MostNotes) break;
            if (kept.TrueForAll(k => !agree(k.Value, told.Value))) kept.Add(told);
        }

        return kept.Skip(1).Select(other => Reason.Of(
            code, [("taken", Short(kept[0].Value)), ("takenWhere", kept[0].Where), ("value", Short(other.Value)), ("where", other.Where)]));
    }

    /// <summary>Whether one is the other, which may be cut short or have the site's name after it.</summary>
    public static bool AreAlike(string a, string b)
    {
        var (one, other) = (Letters(a), Letters(b));
        return one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // Cut between letters, not inside one that takes two units.
    private static string Short(string value)
    {
        if (value.Length <= LongestValue) return value;
        var end = char.IsHighSurrogate(value[LongestValue - 1]) ? LongestValue - 1 : LongestValue;
        return value[..end] + "…";
    }
}
