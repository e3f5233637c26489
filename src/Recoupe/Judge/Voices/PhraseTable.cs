using System.Collections.Immutable;

namespace Recoupe.Judge.Voices;

/// <summary>Phrases with what each stands for, to be met in a row of folded words; the longest goes first.</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<string, List<(ImmutableArray<string> Words, string Value)>> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<(string Stem, ImmutableArray<string> Words, string Value)>> _stems = [];

    /// <summary>A table of phrases; a star at the end of a word stands for any ending.</summary>
    public PhraseTable(IEnumerable<(string Phrase, string Value)> phrases)
    {
        foreach (var (phrase, value) in phrases.OrderByDescending(p => p.Phrase.Length).ThenBy(p => p.Phrase, StringComparer.Ordinal))
            Add(Words(phrase), value);
    }

    /// <summary>The longest phrase that begins at a word; no words where none does.</summary>
    public (int Words, string Value) At(ImmutableArray<string> words, int at)
    {
        var best = (Words: 0, Value: "");
        foreach (var (phrase, value) in _whole.GetValueOrDefault(words[at], []))
        {
            if (phrase.Length > best.Words && Stands(words, at, phrase)) best = (phrase.Length, value);
        }

        foreach (var (stem, phrase, value) in _stems.GetValueOrDefault(words[at][0], []))
        {
            if (phrase.Length > best.Words && words[at].StartsWith(stem, StringComparison.Ordinal) && Stands(words, at, phrase)) best = (phrase.Length, value);
        }

        return best;
    }

    /// <summary>Whether a phrase begins at a word.</summary>
    public bool IsAt(ImmutableArray<string> words, int at) => at >= 0 && at < words.Length && At(words, at).Words > 0;

    private void Add(ImmutableArray<string> words, string value)
    {
        if (words.IsEmpty) return;
        if (words[0].EndsWith('*')) AddStem(words, value);
        else if (_whole.TryGetValue(words[0], out var same)) same.Add((words, value));
        else _whole.Add(words[0], [(words, value)]);
    }

    private void AddStem(ImmutableArray<string> words, string value)
    {
        if (!_stems.TryGetValue(words[0][0], out var same)) _stems.Add(words[0][0], same = []);
        same.Add((words[0][..^1], words, value));
    }

    private static ImmutableArray<string> Words(string phrase) =>
        [.. phrase.Split([' ', '_', '-'], StringSplitOptions.RemoveEmptyEntries).Select(w => string.Concat(FoldedWords.Of(w)) + (w.EndsWith('*') ? "*" : ""))];

    private static bool Stands(ImmutableArray<string> words, int at, ImmutableArray<string> phrase)
    {
        if (at + phrase.Length > words.Length) return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (!Is(words[at + i], phrase[i])) return false;
        }

        return true;
    }

    private static bool Is(string word, string pattern) => pattern.EndsWith('*')
        ? word.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal)
        : string.Equals(word, pattern, StringComparison.Ordinal);
}
