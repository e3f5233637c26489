using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Recoupe.Link.Terms;

/// <summary>Words and phrases to look for; <c>*</c> ends a stem, or, within a phrase, begins an ending, <c>…</c> stands for up to four words, <c>^</c> before a phrase holds it to the beginning.</summary>
internal sealed class PhraseList
{
    private const int Gap = 4;
    private const string Any = "…";
    private const char Beginning = '^';
    private readonly FrozenDictionary<string, string[][]> _byFirst, _opening;
    private readonly ImmutableArray<string[]> _byStem;
    private readonly int _longest;

    public PhraseList(IEnumerable<string> entries)
    {
        var phrases = entries.Select(e => e.Split([' ', '\'', '’', '-'], StringSplitOptions.RemoveEmptyEntries).Select(w => Fold.Of(w)).ToArray()).ToList();
        _byFirst = ByFirst(phrases.Where(p => !p[0].EndsWith('*') && !p[0].StartsWith(Beginning)));
        _opening = ByFirst(phrases.Where(p => !p[0].EndsWith('*') && p[0].StartsWith(Beginning)).Select(p => p.Select(w => w.TrimStart(Beginning)).ToArray()));
        _byStem = [.. phrases.Where(p => p[0].EndsWith('*'))];
        _longest = phrases.Count == 0 ? 0 : phrases.Max(p => p.Length);
    }

    /// <summary>Whether there are none to look for.</summary>
    public bool IsEmpty => _byFirst.Count == 0 && _opening.Count == 0 && _byStem.IsEmpty;

    /// <summary>The indexes of the words at which one begins.</summary>
    public IEnumerable<int> In(IReadOnlyList<ScannedWord> words)
    {
        for (var i = 0; i < words.Count; i++)
            if (BeginsAt(words, i)) yield return i;
    }

    /// <summary>Whether one begins at this word.</summary>
    public bool BeginsAt(IReadOnlyList<ScannedWord> words, int at)
    {
        var first = words[at].Folded;
        if (_byFirst.TryGetValue(first, out var phrases) && AnyMatches(phrases, words, at)) return true;
        if (at == 0 && _opening.TryGetValue(first, out phrases) && AnyMatches(phrases, words, at)) return true;
        foreach (var phrase in _byStem)
            if (IsWord(phrase[0], first) && Matches(phrase, 1, words, at + 1)) return true;
        return false;
    }

    /// <summary>Whether one begins at this word, or began before it and reaches it; those with a gap must begin at it.</summary>
    public bool Covers(IReadOnlyList<ScannedWord> words, int at)
    {
        if (BeginsAt(words, at)) return true;
        for (var length = 2; length <= _longest && length <= at + 1; length++)
        {
            var first = at + 1 - length;
            if (_byFirst.TryGetValue(words[first].Folded, out var phrases) && Reaches(phrases, words, first, length)) return true;
            foreach (var phrase in _byStem)
                if (IsWord(phrase[0], words[first].Folded) && Reaches([phrase], words, first, length)) return true;
        }

        return false;
    }

    private static bool Reaches(string[][] phrases, IReadOnlyList<ScannedWord> words, int first, int length)
    {
        foreach (var phrase in phrases)
            if (phrase.Length >= length && Array.IndexOf(phrase, Any) < 0 && Matches(phrase, 1, words, first + 1)) return true;
        return false;
    }

    /// <summary>Whether one ends with the last word.</summary>
    public bool EndsIn(IReadOnlyList<ScannedWord> words) =>
        _byFirst.Values.SelectMany(p => p).Any(p => p.Length <= words.Count && p.Index().All(w => IsWord(w.Item, words[words.Count - p.Length + w.Index].Folded)));

    private static FrozenDictionary<string, string[][]> ByFirst(IEnumerable<string[]> phrases) =>
        phrases.GroupBy(p => p[0], StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    private static bool AnyMatches(string[][] phrases, IReadOnlyList<ScannedWord> words, int at)
    {
        foreach (var phrase in phrases)
            if (Matches(phrase, 1, words, at + 1)) return true;
        return false;
    }

    private static bool Matches(string[] phrase, int from, IReadOnlyList<ScannedWord> words, int at)
    {
        for (var i = from; i < phrase.Length; i++, at++)
        {
            if (phrase[i] is Any) return MatchesWithin(phrase, i + 1, words, at);
            if (at >= words.Count || !IsWord(phrase[i], words[at].Folded)) return false;
        }

        return true;
    }

    private static bool MatchesWithin(string[] phrase, int from, IReadOnlyList<ScannedWord> words, int at)
    {
        for (var gap = 0; gap <= Gap; gap++)
            if (Matches(phrase, from, words, at + gap)) return true;
        return false;
    }

    private static bool IsWord(string pattern, string folded) =>
        pattern.StartsWith('*') ? folded.AsSpan().EndsWith(pattern.AsSpan(1), StringComparison.Ordinal)
        : pattern.EndsWith('*') ? folded.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal) : string.Equals(folded, pattern, StringComparison.Ordinal);
}
