using System.Collections.Frozen;
using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Judge;

/// <summary>Tells whether a source speaks for a state, and for which: a head of government, his cabinet and his prefect do not bear each other out.</summary>
internal sealed class Officials
{
    /// <summary>Officials of a state that is not told: they may be of any.</summary>
    public const string OfSomeState = "";

    /// <summary>What the camp of a body of no state begins with: organs of the United Nations are one, and no government's.</summary>
    public const char NoState = '~';

    // Names of a state and of its people begin alike (Karvélie, karvélien, Karvelian).
    private const int Beginning = 4;

    private static readonly ImmutableArray<string> Marks = [.. LanguageFile.Entries("officials.txt").Select(Mark).Distinct(StringComparer.Ordinal)];

    // Countries and capitals: when one speaks, its government does.
    private static readonly FrozenSet<string> Governments = LanguageFile.Entries("places.txt")
        .Where(e => e.StartsWith("country/", StringComparison.Ordinal) || e.StartsWith("capital/", StringComparison.Ordinal))
        .SelectMany(e => e[(e.IndexOf('=', StringComparison.Ordinal) + 1)..].Split('|')).Select(name => Spaced(name).Trim()).ToFrozenSet(StringComparer.Ordinal);

    private readonly HashSet<string> _states;

    public Officials(IEnumerable<Entity> entities) => _states =
        [.. entities.Where(e => e.Type == NameType.Place).SelectMany(e => e.Variants).Select(v => v.ToLowerInvariant()).Where(v => v.Length >= Beginning).Select(v => v[..Beginning])];

    /// <summary>A key of the state that the words of a name and its roles speak for; <see cref="OfSomeState"/> where it is not told; <see langword="null"/> for whoever is no official.</summary>
    /// <param name="wordings">The name, and what articles call whoever bears it.</param>
    /// <param name="isBody">Whether an institution speaks: where that is called by nothing but a place's name, the place's government speaks.</param>
    public string? StateOf(IEnumerable<string> wordings, bool isBody = false)
    {
        var words = wordings.Select(Spaced).ToList();

        // Which capital is whose is not known here.
        if (words.Exists(w => Governments.Contains(w.Trim()))) return OfSomeState;
        if (isBody && words.Exists(IsPlaceAlone)) return OfSomeState;
        if (!words.Exists(w => Marks.Any(m => w.Contains(m, StringComparison.Ordinal)))) return null;
        return words.SelectMany(w => w.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length >= Beginning).Select(w => w[..Beginning])
            .Where(_states.Contains).Order(StringComparer.Ordinal).FirstOrDefault() ?? OfSomeState;
    }

    // «la Karvélie»: where a place speaks, its government does.
    private bool IsPlaceAlone(string wording)
    {
        var words = wording.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 2 || words[^1].Length < Beginning) return false;
        return (words.Length == 1 || words[0].Length < Beginning) && _states.Contains(words[^1][..Beginning]);
    }

    private static string Mark(string entry) => entry.EndsWith('*') ? Spaced(entry[..^1]).TrimEnd() : Spaced(entry);

    private static string Spaced(string words) =>
        " " + string.Join(' ', string.Concat(words.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)) + " ";
}
