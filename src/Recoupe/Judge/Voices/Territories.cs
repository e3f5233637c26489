using System.Collections.Frozen;
using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Judge.Voices;

/// <summary>Tells the state or town that words name: by a country, its people, its capital (<c>ideas.txt</c>), or by a place of the ledger and the people named after it.</summary>
internal sealed class Territories
{
    // Karvélie, karvélien: names of a place and of its people begin alike, and go on by an ending of peoples.
    private const int LeastBeginning = 4, Dropped = 2;

    // Alliances, courts and continents, which ideas.txt has among the states.
    private static readonly FrozenSet<string> NoStates = FrozenSet.Create(StringComparer.Ordinal, "nato", "eu", "un", "osce", "csto", "imf", "pentagon", "interpol", "icc", "euroreg", "africa", "asia", "europe");

    private static readonly PhraseTable States = new(LanguageFile.Entries("ideas.txt").Where(e => e[0] == '@').SelectMany(StateWords).Where(s => !NoStates.Contains(s.State)));

    private static readonly FrozenSet<string> PeopleEndings = FrozenSet.Create(
        StringComparer.Ordinal,
        "", "a", "e", "ie", "ia", "ien", "ienne", "iens", "iennes", "en", "enne", "ens", "ennes", "ais", "aise", "aises", "ois", "oise", "oises", "ain", "aine", "ains", "aines", "an", "ane", "ans", "ian", "ians", "ese", "ish", "i", "is", "ite", "ites");

    private readonly Dictionary<string, List<(ImmutableArray<string> Words, string Id)>> _places = new(StringComparer.Ordinal);

    public Territories(IEnumerable<Entity> entities)
    {
        var named =
            from entity in entities
            where entity.Type == NameType.Place
            from variant in entity.Variants.Append(entity.Name).Distinct(StringComparer.Ordinal)
            let words = FoldedWords.Of(variant)
            where words.Length > 0 && words[0].Length >= LeastBeginning
            select (Words: words, entity.Id);
        foreach (var (words, id) in named.OrderByDescending(n => n.Words.Length).ThenBy(n => n.Id, StringComparer.Ordinal))
        {
            var beginning = words[0][..LeastBeginning];
            if (!_places.TryGetValue(beginning, out var known)) _places.Add(beginning, known = []);
            known.Add((words, id));
        }
    }

    /// <summary>The first state that some words name, or else the first place; <see langword="null"/> where they name none.</summary>
    public string? StateIn(ImmutableArray<string> words) => FirstState(words) ?? FirstPlace(words, towns: false);

    /// <summary>The first place that some words name and that is no state.</summary>
    public string? TownIn(ImmutableArray<string> words) => FirstPlace(words, towns: true);

    /// <summary>The state that all the words name, or a place of the ledger in those words.</summary>
    public string? Whole(ImmutableArray<string> words)
    {
        if (words.IsEmpty) return null;
        var (length, state) = States.At(words, 0);
        return length == words.Length ? state : null;
    }

    private static string? FirstState(ImmutableArray<string> words) =>
        Enumerable.Range(0, words.Length).Select(at => States.At(words, at)).Where(s => s.Words > 0).Select(s => s.Value).FirstOrDefault();

    private string? FirstPlace(ImmutableArray<string> words, bool towns)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (towns && States.At(words, at).Words > 0) continue;
            if (PlaceAt(words, at) is { } id) return "place " + id;
        }

        return null;
    }

    private string? PlaceAt(ImmutableArray<string> words, int at)
    {
        if (words[at].Length < LeastBeginning || !_places.TryGetValue(words[at][..LeastBeginning], out var known)) return null;
        return known.Where(p => IsNamed(p.Words, words, at)).Select(p => p.Id).FirstOrDefault();
    }

    private static bool IsNamed(ImmutableArray<string> place, ImmutableArray<string> words, int at)
    {
        if (at + place.Length <= words.Length && place.AsSpan().SequenceEqual(words.AsSpan(at, place.Length))) return true;
        return place.Length == 1 && IsPeopleOf(place[0], words[at]);
    }

    private static bool IsPeopleOf(string place, string word)
    {
        var beginning = Math.Max(LeastBeginning, place.Length - Dropped);
        return beginning < place.Length && word.Length > beginning && word.AsSpan(0, beginning).SequenceEqual(place.AsSpan(0, beginning))
            && PeopleEndings.Contains(word[beginning..]);
    }

    // @norway = norvèg* norvégien* oslo | norway norwegian* oslo
    private static IEnumerable<(string Phrase, string State)> StateWords(string entry)
    {
        var sides = entry.Split('=', 2, StringSplitOptions.TrimEntries);
        return sides[1].Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries).Select(word => (word.Replace('_', ' '), sides[0][1..]));
    }
}
