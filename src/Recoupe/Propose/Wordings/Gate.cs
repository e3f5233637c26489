using Recoupe.Propose.Words;

namespace Recoupe.Propose.Wordings;

/// <summary>Lets through what can be read alone.</summary>
internal static class Gate
{
    private const int Fewest = 2; // words: less says nothing
    private const int LongWord = 4; // letters: shorter ones tie others together
    private static readonly char[] Marks = [' ', '\'', '’', '[', ']', '«', '»', '"', '“', '”', '.', ','];

    /// <summary>Whether a wording opens with somebody or something, leaves nobody unnamed who speaks, and balances its marks.</summary>
    public static bool Passes(Prose prose, string text)
    {
        if (text.Count(c => c == ' ') + 1 < Fewest || !HasLongWord(text) || !Balance.Holds(text)) return false;
        var pronouns = Pronouns.Of(prose.Trees.Reading.Language);
        var outside = Outside(text);
        return !outside.Any(word => pronouns.Subject(word) is { Person: not 3 }
            || pronouns.Possessive(word) is { Person: not 3 }
            || pronouns.Object(word) is { Person: not 3 });
    }

    // «Il y a»: small words alone say nothing.
    private static bool HasLongWord(string text) => text.Split(Marks, StringSplitOptions.RemoveEmptyEntries).Any(word => word.Length >= LongWord);

    // The words that stand in no brackets and in no quotation.
    private static IEnumerable<string> Outside(string text)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var ends = !char.IsLetterOrDigit(c) && c is not ('-' or '#' or '.');
            if (ends && i > start && depth == 0) yield return text[start..(c is '\'' or '’' ? i + 1 : i)];
            if (c is '[' or '«' or '“') depth++;
            if (c is ']' or '»' or '”') depth--;
            if (ends) start = i + 1;
        }
    }
}
