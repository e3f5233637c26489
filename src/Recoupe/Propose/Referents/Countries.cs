using System.Collections.Frozen;
using Recoupe.Language;
using Recoupe.Propose.Words;
using Recoupe.Utility;

namespace Recoupe.Propose.Referents;

/// <summary>Which country <c>le pays</c>, <c>the country</c> is: the only one named in the sentences before.</summary>
internal sealed class Countries(Prose prose)
{
    private const int Sentences = 3; // farther back, another may be meant
    private const string Kind = "country/";
    private const int Stem = 4; // letters by which an adjective (russe, French) may be of a country

    private static readonly FrozenSet<string> Names = LanguageFile.Entries("places.txt")
        .Where(line => line.StartsWith(Kind, StringComparison.Ordinal))
        .SelectMany(line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Split('|', StringSplitOptions.TrimEntries))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Stems = Names
        .Where(name => name.Length >= Stem)
        .Select(StemOf).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The country that a bare noun stands for; <see langword="null"/> for another noun, and where two are near or none is.
    /// </summary>
    public Mention? Of(int word)
    {
        if (!prose.Words.Has("country nouns", prose.Lemma(word)) || prose.Trees[word].Features.Has("Number", "Plur")) return null;
        var near = Before(word).DistinctBy(m => m.Name, StringComparer.OrdinalIgnoreCase).Take(2).ToList();
        return near.Count == 1 && !IsOtherNear(word, near[0].Name) ? near[0] : null;
    }

    private IEnumerable<Mention> Before(int word) =>
        prose.MentionsIn(new(prose.Trees[FirstOf(word)].Span.Start, prose.Trees[word].Span.Start)).Where(m => Names.Contains(m.Name));

    // «les soldats russes»: another country is near, by its adjective.
    private bool IsOtherNear(int word, string name)
    {
        for (var at = FirstOf(word); at < word; at++)
        {
            if (prose.Trees[at].Tag is not (PartOfSpeech.Adj or PartOfSpeech.Propn) || prose.Trees[at].Form.Length < Stem) continue;
            var stem = StemOf(prose.Trees[at].Form);
            if (Stems.Contains(stem) && !name.StartsWith(stem, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private int FirstOf(int word)
    {
        var first = prose.Trees.Sentence(word).FirstWord;
        for (var back = 0; back < Sentences && first > 0; back++) first = prose.Trees.Sentence(first - 1).FirstWord;
        return first;
    }

    private static string StemOf(string word) => word[..Stem];
}
