using System.Globalization;

namespace Recoupe.Link.Terms;

/// <summary>A number in words, as the term that its digits have: <c>quatre cents</c> and <c>400</c> are one.</summary>
internal static class SpelledNumber
{
    private const long Hundred = 100, Thousand = 1_000;

    // Longer runs of number words are lists.
    private const int MostWords = 8;

    /// <summary>The number that begins at a word, and how many words it takes; <see langword="null"/> where none does.</summary>
    public static (Term Term, int Words)? At(IReadOnlyList<ScannedWord> words, int at, Ideas ideas)
    {
        if (words[at].IsNumber || Part(words, at, ideas) is not { } first) return null;
        long closed = 0, open = 0;
        var end = at;
        for (var part = ((long Value, int Words)?)first; part is { } next; part = Following(words, at, end, ideas))
        {
            end += next.Words;
            if (next.Value == Thousand) (closed, open) = (closed + (Math.Max(open, 1) * Thousand), 0);
            else open = next.Value == Hundred ? Math.Max(open, 1) * Hundred : open + next.Value;
        }

        return (Term.Of(TermKind.Number, (closed + open).ToString(CultureInfo.InvariantCulture)), end - at);
    }

    // A comma between two makes two numbers of them.
    private static (long Value, int Words)? Following(IReadOnlyList<ScannedWord> words, int from, int at, Ideas ideas)
    {
        var isNear = at < words.Count && at - from < MostWords && words[at].Span.Start == words[at - 1].Span.End + 1;
        return isNear ? Part(words, at, ideas) : null;
    }

    private static (long Value, int Words)? Part(IReadOnlyList<ScannedWord> words, int at, Ideas ideas) =>
        ideas.Longest(words, at) is { Idea: { Term.Kind: TermKind.Number, Name: var name } } found && long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? (value, found.Words)
            : null;
}
