using Recoupe.Language;
using Recoupe.Propose.Wordings;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Referents;

/// <summary>
/// Definite short forms that mean nothing alone (<c>l'hôpital</c>, <c>the flag</c>): where the article has told before which one is meant, and tells of no other, they get
/// the words that tell it.
/// </summary>
internal sealed class ShortForms
{
    private const int LongestAddition = 7; // words
    private const int MostTold = 30; // of one noun: an article that tells of more tells of several things
    private const int MostAdditions = 2; // a clause with more of them is read with the article or not at all

    private readonly Prose _prose;
    private readonly Dictionary<string, List<(int Head, Stretch Words)>> _told = new(StringComparer.Ordinal);

    public ShortForms(Prose prose)
    {
        _prose = prose;
        for (var word = 0; word < prose.Trees.Count; word++)
        {
            if (prose.Trees[word].Tag != PartOfSpeech.Noun || Addition(word) is not { } words) continue;
            if (!_told.TryGetValue(prose.Lemma(word), out var list)) _told[prose.Lemma(word)] = list = [];
            list.Add((word, words));
        }
    }

    /// <summary>Completes the short forms of a stretch, from its first word on.</summary>
    public void Complete(Stretch words, Edits edits)
    {
        var added = 0;
        for (var word = words.First; word <= words.Last && added < MostAdditions; word++)
        {
            if (!IsBare(word, words) || (word < words.Last && _prose.Trees[word].Span == _prose.Trees[word + 1].Span) || Full(word) is not { } full || edits.Touches(word, word)) continue;
            var text = Phrases.Flat(_prose.Trees.Span(full.Words.First, full.Words.Last).In(_prose.Text));
            if (full.Words.First > full.Head) edits.Insert(word, text, _prose.Trees.Span(full.Words.First, full.Words.Last));
            else edits.Insert(word - 1, text, _prose.Trees.Span(full.Words.First, full.Words.Last));
            added++;
        }
    }

    // The one thing told before of that noun that has words to tell it by.
    private (int Head, Stretch Words)? Full(int word)
    {
        if (!_told.TryGetValue(_prose.Lemma(word), out var list)) return null;
        var plural = _prose.Trees[word].Features.Has("Number", "Plur");
        var before = list.Take(MostTold).Where(t => t.Head < word && _prose.Trees[t.Head].Features.Has("Number", "Plur") == plural).ToList();
        var named = before.Where(t => HasName(t.Words)).ToList();
        return Only(named.Count > 0 ? named : before);
    }

    private (int Head, Stretch Words)? Only(List<(int Head, Stretch Words)> told) =>
        told.Count > 0 && told.TrueForAll(t => Same(t.Words, told[0].Words)) ? told[0] : null;

    private bool Same(Stretch a, Stretch b) =>
        string.Equals(Text(a), Text(b), StringComparison.OrdinalIgnoreCase);

    private string Text(Stretch words) => Phrases.Flat(_prose.Trees.Span(words.First, words.Last).In(_prose.Text));

    private bool IsBare(int word, Stretch words)
    {
        var trees = _prose.Trees;
        if (trees[word].Tag != PartOfSpeech.Noun || word == words.First || _prose.MentionAt(word) is not null || _prose.IsTimeAt(word) || _prose.Words.Has("plain nouns", trees[word].Lemma)) return false;
        return trees[word - 1].Head == word && _prose.Is(word - 1, "definites") && trees.Children(word).All(c => c < word || !trees.IsAny(c, "nmod", "amod", "acl", "appos", "flat", "compound", "nummod"))
            && !(word < words.Last && trees[word + 1].Tag is PartOfSpeech.Adj or PartOfSpeech.Propn);
    }

    // What tells which one: after the noun, or before it where the language puts it there.
    private Stretch? Addition(int head)
    {
        var trees = _prose.Trees;
        if (_prose.IsTimeAt(head) || Phrases.Of(_prose, head) is not { } phrase || phrase.Last - phrase.First > LongestAddition) return null;
        var first = phrase.First;
        while (first < head && trees[first].Tag is PartOfSpeech.Det or PartOfSpeech.Num or PartOfSpeech.Adp) first++;
        if (phrase.Last > head && first == head && trees[head + 1].Tag != PartOfSpeech.Verb && _prose.IsWord(head + 1) && Named(new(head + 1, phrase.Last))) return new(head + 1, phrase.Last);
        return first < head && phrase.Last == head && AreSaidOf(first, head) && Named(new(first, head - 1)) ? new(first, head - 1) : null;
    }

    private bool AreSaidOf(int first, int head) =>
        Enumerable.Range(first, head - first).All(w => _prose.Trees[w].Tag is PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn && _prose.IsWord(w));

    // A name in it, or what is said of it in adjectives alone.
    private bool Named(Stretch words) =>
        HasName(words) || Enumerable.Range(words.First, words.Last - words.First + 1).All(w => _prose.Trees[w].Tag == PartOfSpeech.Adj && !_prose.Words.Has("plain adjectives", _prose.Trees[w].Lemma));

    private bool HasName(Stretch words) => Enumerable.Range(words.First, words.Last - words.First + 1)
        .Any(w => _prose.Trees[w].Tag == PartOfSpeech.Propn || _prose.MentionAt(w) is not null || char.IsUpper(_prose.Trees[w].Form[0]));
}
