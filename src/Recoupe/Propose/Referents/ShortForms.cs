using Recoupe.Language;
using Recoupe.Propose.Wordings;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Referents;

/// <summary>
/// Definite short forms that mean nothing alone (<c>l'hôpital</c>, <c>the flag</c>, <c>le ministre de la Pêche</c>): where the article has
/// told which one is meant, and tells
/// of no other, they get the words that tell it.
/// </summary>
internal sealed class ShortForms
{
    private const int MostTold = 30; // of one noun: an article that tells of more tells of several things
    private const int Near = 4; // words: a name so near after a phrase is that of whoever it is
    private const int Reach = 10; // sentences: what was told once and farther back is not what is spoken of
    private const int MostAdditions = 2; // a clause with more of them is read with the article or not at all

    private readonly Prose _prose;
    private readonly Additions _additions;
    private readonly Dictionary<string, List<Fuller>> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Fuller>> _alike = new(StringComparer.Ordinal); // with a name, by what nouns are alike
    private readonly Dictionary<string, List<int>> _others = new(StringComparer.Ordinal); // with words that do not tell which one

    public ShortForms(Prose prose)
    {
        _prose = prose;
        _additions = new Additions(prose);
        for (var word = 0; word < prose.Trees.Count; word++)
        {
            if (prose.Trees[word].Tag != PartOfSpeech.Noun) continue;
            if (_additions.Of(word) is { } fuller) Tell(word, fuller);
            else if (_additions.IsSaidMore(word)) Add(_others, prose.Lemma(word), word);
        }
    }

    private void Tell(int word, Fuller fuller)
    {
        Add(_told, _prose.Lemma(word), fuller);
        if (fuller.IsName && _prose.Words.ClassOf(_prose.Lemma(word)) is { } alike) Add(_alike, alike, fuller);
    }

    private static void Add<T>(Dictionary<string, List<T>> lists, string key, T item)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(item);
    }

    /// <summary>Completes the short forms of a stretch, from its first word on.</summary>
    public void Complete(Stretch words, Edits edits)
    {
        var added = 0;
        for (var word = words.First; word <= words.Last && added < MostAdditions; word++)
        {
            if (!IsDefinite(word, words) || edits.Touches(word, word) || Full(word, words) is not { } full) continue;
            var span = _prose.Trees.Span(full.Words.First, full.Words.Last);
            edits.Insert(PlaceOf(word, words, full), Phrases.Flat(span.In(_prose.Text)), span);
            PointNoMore(word, words, edits);
            added++;
        }
    }

    // «cette lettre»: with the words that tell which one, it is «la lettre».
    private void PointNoMore(int word, Stretch words, Edits edits)
    {
        var opener = OpenerOf(word, words);
        if (!_prose.Is(opener, "pointing determiners")) return;
        if (_prose.Words.Forms.Changed("definite", _prose.Form(opener), plural: false) is not { } definite) return;
        edits.Replace(opener, opener, definite.TrimEnd('_'), null);
    }

    /// <summary>A bare short form that is given as a subject, with the words that tell which one it is.</summary>
    public string Completed(int head, Stretch phrase, string words)
    {
        var isBare = phrase.Last == head && phrase.First == head - 1;
        if (!isBare || !IsDefinite(head, phrase) || Full(head, phrase) is not { } full) return words;
        var more = Text(full.Words);
        if (full.Words.First > full.Head || full.IsName) return words + " " + more;
        return words.Insert(words.Length - _prose.Trees[head].Form.Length, more + " ");
    }

    // The one thing told before of that noun that has words to tell it by; the name of whoever the whole phrase names elsewhere.
    private Fuller? Full(int word, Stretch words)
    {
        if (!_told.TryGetValue(_prose.Lemma(word), out var list)) return IsBare(word, words) ? Alike(word) : null;
        var plural = IsPlural(word);
        var told = list.Take(MostTold).Where(t => IsPlural(t.Head) == plural).ToList();
        if (!IsBare(word, words)) return Named(word, words, told) ?? Longer(word, words, told);
        var before = told.Where(t => t.Head < word).ToList();
        before.RemoveAll(t => IsFar(t, word, before));
        var named = before.Where(t => t.HasName).ToList();
        if (named.Count > 0) return Only(named);
        return IsOtherBefore(word) ? null : Only(before);
    }

    // «la compagnie» where the article has called one alone a group: «le groupe Norland Air».
    private Fuller? Alike(int word)
    {
        if (_prose.Words.ClassOf(_prose.Lemma(word)) is not { } alike || !_alike.TryGetValue(alike, out var named) || IsPlural(word)) return null;
        return IsOtherBefore(word) ? null : Only([.. named.Where(t => t.Head < word)]);
    }

    private bool IsFar(Fuller told, int word, List<Fuller> all)
    {
        if (told.IsName || _prose.Trees.SentenceOf(word) - _prose.Trees.SentenceOf(told.Head) <= Reach) return false;
        return all.Count(t => string.Equals(Text(t.Words), Text(told.Words), StringComparison.OrdinalIgnoreCase)) < 2;
    }

    private bool IsOtherBefore(int word) => _others.TryGetValue(_prose.Lemma(word), out var others) && others[0] < word;

    // «le ministre de la Pêche»: the one who is called so beside his name.
    private Fuller? Named(int word, Stretch words, List<Fuller> told)
    {
        if (PhraseOf(word, words) is not { } phrase || HasName(phrase) || IsNamedNext(phrase.Last)) return null;
        var called = Text(phrase);
        var same = told.Where(t => t.IsName
            && t.Called is { } title
            && string.Equals(Text(title), called, StringComparison.OrdinalIgnoreCase)).ToList();
        return Only(same);
    }

    // «groupes paramilitaires», of which the article told «groupes paramilitaires russes».
    private Fuller? Longer(int word, Stretch words, List<Fuller> told)
    {
        if (PhraseOf(word, words) is not { } phrase || phrase.Last == word || phrase.First != word) return null;
        var said = Text(new(word + 1, phrase.Last)) + " ";
        var longer = told.Where(t => t.Head < word
            && t.Words.First == t.Head + 1
            && Text(t.Words).StartsWith(said, StringComparison.OrdinalIgnoreCase)
            && Enumerable.Range(t.Words.First, t.Words.Last - t.Words.First + 1).All(_additions.IsAdjective)).ToList();
        return Only(longer) is { } full ? full with { Words = full.Words with { First = full.Words.First + phrase.Last - word } } : null;
    }

    private Fuller? Only(List<Fuller> told) =>
        told.Count > 0 && told.TrueForAll(t => string.Equals(Text(t.Words), Text(told[0].Words), StringComparison.OrdinalIgnoreCase))
            ? told[0]
            : null;

    private bool IsPlural(int word) => _prose.Trees[word].Features.Has("Number", "Plur");

    private string Text(Stretch words) => Phrases.Flat(_prose.Trees.Span(words.First, words.Last).In(_prose.Text));

    private bool HasName(Stretch words) =>
        Enumerable.Range(words.First, words.Last - words.First + 1).Any(w => _prose.MentionAt(w) is { Type: NameType.Person });

    private bool IsDefinite(int word, Stretch words)
    {
        var trees = _prose.Trees;
        if (trees[word].Tag != PartOfSpeech.Noun || word == words.First || _prose.MentionAt(word) is not null) return false;
        if (_prose.IsTimeAt(word) || _prose.Words.Has("plain nouns", trees[word].Lemma) || IsWrittenAsOne(word, words)) return false;
        var article = OpenerOf(word, words);
        return trees[article].Head == word && _prose.Is(article, "definites");
    }

    // What stands before a noun and the adjectives before it.
    private int OpenerOf(int word, Stretch words)
    {
        var trees = _prose.Trees;
        var opener = word - 1;
        while (opener > words.First && trees[opener].Head == word && trees[opener].Tag is PartOfSpeech.Adj or PartOfSpeech.Noun)
            opener--;
        return opener;
    }

    private bool IsWrittenAsOne(int word, Stretch words) => word < words.Last && _prose.Trees[word].Span == _prose.Trees[word + 1].Span;

    private bool IsBare(int word, Stretch words)
    {
        var trees = _prose.Trees;
        var isAlone = _prose.Is(word - 1, "definites")
            && trees.Children(word).All(c => c < word
                || _prose.Is(c, "asides")
                || !trees.IsAny(c, "nmod", "amod", "acl", "appos", "flat", "compound", "nummod"));
        var isBeforeQuality = word < words.Last && trees[word + 1].Tag is PartOfSpeech.Adj or PartOfSpeech.Propn;
        return isAlone && !(isBeforeQuality && !_prose.Is(word + 1, "asides"));
    }

    // The noun with what is said of it, without its article; within the stretch.
    private Stretch? PhraseOf(int word, Stretch words)
    {
        if (Phrases.Of(_prose, word) is not { } phrase || phrase.Last > words.Last) return null;
        var first = phrase.First;
        while (first < word && _prose.Is(first, "definites")) first++;
        return new(first, phrase.Last);
    }

    // After a bare noun, or after its whole phrase; before it where the language says it so.
    private int PlaceOf(int word, Stretch words, Fuller full)
    {
        if (full.Words.First < full.Head && !full.IsName) return word - 1;
        return IsBare(word, words) ? word : PhraseOf(word, words)?.Last ?? word;
    }

    // «le ministre, Marc Dol»: the name stands there already.
    private bool IsNamedNext(int last)
    {
        for (var word = last + 1; word <= Math.Min(last + Near, _prose.Trees.Count - 1); word++)
        {
            if (_prose.MentionAt(word) is { Type: NameType.Person }) return true;
        }

        return false;
    }
}
