using Recoupe.Language;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Referents;

/// <summary>A noun with words that tell which one is meant.</summary>
/// <param name="Head">The noun.</param>
/// <param name="Words">What tells it.</param>
/// <param name="IsName">Whether that is the name of whatever the noun is said of, beside it.</param>
/// <param name="HasName">Whether a name is among it.</param>
/// <param name="Called">What the bearer of the name is called beside it; <see langword="null"/> where the words are no name.</param>
internal sealed record Fuller(int Head, Stretch Words, bool IsName, bool HasName, Stretch? Called);

/// <summary>What tells which one a noun means: a name beside it, or what is said of it.</summary>
internal sealed class Additions(Prose prose)
{
    private const int Longest = 7; // words
    private const int ShortestNoun = 3; // letters: less is a piece of a name

    private DependencyTrees Trees => prose.Trees;

    /// <summary>Whether a noun stands with words of its own, whatever they tell: the next of that noun may be another.</summary>
    public bool IsSaidMore(int head) => Trees.Children(head).Any(c => Trees.IsAny(c, "nmod", "acl", "amod", "compound", "nummod", "conj"));

    /// <summary>
    /// Of a noun where it stands with such words; <see langword="null"/> where it stands alone or with words that anything may bear.
    /// </summary>
    public Fuller? Of(int head)
    {
        if (prose.IsTimeAt(head) || (Phrases.Of(prose, head) ?? BeforeConjunct(head)) is not { } phrase) return null;
        if (Named(head, phrase) is { } named) return named;
        if (phrase.Last - phrase.First > Longest) return null;
        var first = phrase.First;
        while (first < head && Trees[first].Tag is PartOfSpeech.Det or PartOfSpeech.Num or PartOfSpeech.Adp) first++;
        if (first == head && phrase.Last > head) return After(head, new(head + 1, phrase.Last));
        return first < head && phrase.Last == head && AreSaidOf(first, head) ? Fuller(head, new(first, head - 1)) : null;
    }

    // «le ministre de la Pêche Marc Dol et le ministre de la Pêche Paul Roche»: each is told alone.
    private Stretch? BeforeConjunct(int head) =>
        Trees.Child(head, "conj") is var other && other > head ? Phrases.Of(prose, head, Trees.First(other)) : null;

    // «le ministre de la Pêche Marc Dol», «the ship, Alba Star»: who is called so stands beside it.
    private Fuller? Named(int head, Stretch phrase)
    {
        var name = Trees.Children(head).FirstOrDefault(c => c > head && IsNameBeside(c), -1);
        if (name < 0 || prose.MentionAt(name) is not { } mention) return null;
        var first = Trees.WordAt(mention.Span.Start);
        var last = Trees.WordAt(mention.Span.End) - 1;
        if (first <= head || last < first || !IsWord(head)) return null;
        var opening = phrase.First;
        while (opening < head && prose.Is(opening, "articles")) opening++;
        var called = new Stretch(opening, Math.Min(first - 1, Math.Max(head, phrase.Last)));
        while (called.Last > head && !prose.IsWord(called.Last)) called = called with { Last = called.Last - 1 };
        return Adjoins(called.Last, first) ? new(head, new(first, last), true, true, called) : null;
    }

    // Nothing between the two but a comma: «de droite, le RPR» is another.
    private bool Adjoins(int last, int first) => first == last + 1 || (first == last + 2 && Trees[last + 1].Form is ",");

    private bool IsWord(int head) => Trees[head].Form.Length >= ShortestNoun && char.IsLower(Trees[head].Form[0]);

    private bool IsNameBeside(int word) =>
        Trees.IsAny(word, "appos", "flat", "nmod") && !Trees.HasChild(word, "case") && Trees[word].Tag == PartOfSpeech.Propn;

    private Fuller? After(int head, Stretch words) =>
        Trees[head + 1].Tag != PartOfSpeech.Verb && prose.IsWord(head + 1) ? Fuller(head, words) : null;

    private Fuller? Fuller(int head, Stretch words)
    {
        var hasName = Each(words).Any(IsOfName);
        return hasName || Tells(words) ? new(head, words, false, hasName, null) : null;
    }

    private bool AreSaidOf(int first, int head) =>
        Each(new(first, head - 1)).All(w => Trees[w].Tag is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn && prose.IsWord(w));

    // Adjectives alone, a number («de 50 ans»), or a kind («motion de censure»): not what only a pronoun or another article would explain.
    private bool Tells(Stretch words)
    {
        if (Each(words).All(w => IsAdjective(w) && !prose.Words.Has("plain adjectives", Trees[w].Lemma))) return true;
        var isOf = prose.Words.Has("of", Trees[words.First].Lemma);
        return isOf
            && Each(words).Skip(1).All(w => Trees[w].Tag is PartOfSpeech.Noun or PartOfSpeech.Num or PartOfSpeech.Adj
                && !prose.IsContracted(w));
    }

    /// <summary>Whether a word is an adjective, whatever the tagger makes of <c>pro-ukrainiens</c>.</summary>
    public bool IsAdjective(int word)
    {
        if (Trees[word].Tag == PartOfSpeech.Adj) return true;
        var hyphen = Trees[word].Form.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && prose.Words.Has("adjective prefixes", Trees[word].Form[..hyphen]);
    }

    private bool IsOfName(int word) =>
        Trees[word].Tag == PartOfSpeech.Propn || prose.MentionAt(word) is not null || char.IsUpper(Trees[word].Form[0]);

    private static IEnumerable<int> Each(Stretch words) => Enumerable.Range(words.First, words.Last - words.First + 1);
}
