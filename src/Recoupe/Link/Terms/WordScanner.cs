using Recoupe.Language;

namespace Recoupe.Link.Terms;

/// <summary>A word as linking sees it: a run of letters, or a number with its separators.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Folded">Folded letters; for a number its plain value (<c>30000</c> for <c>30 000</c>, <c>27.5</c> for <c>27,5</c>).</param>
/// <param name="IsNumber">Whether it is written in digits.</param>
/// <param name="IsCapital">Whether its first letter is a capital.</param>
internal readonly record struct ScannedWord(TextSpan Span, string Folded, bool IsNumber, bool IsCapital)
{
    /// <summary>Whether folding took marks from its letters, so that it is another word than its letters alone: <c>né</c> is not <c>ne</c>.</summary>
    public bool HasMarks { get; init; }

    /// <summary>Whether a hyphen ties it to a word beside it: <c>Pas-de-Calais</c>, <c>no-fly</c>.</summary>
    public bool IsTied { get; init; }
}

/// <summary>Cuts text into words by characters alone, so that texts of any language can be compared.</summary>
internal static class WordScanner
{
    public static List<ScannedWord> Scan(string text, TextSpan within)
    {
        var words = new List<ScannedWord>();
        for (var i = within.Start; i < within.End;)
        {
            if (char.IsAsciiDigit(text[i])) words.Add(Number(text, i, within.End));
            else if (char.IsLetter(text[i])) words.Add(Letters(text, i, within.End));
            else
            {
                i++;
                continue;
            }

            i = words[^1].Span.End;
        }

        return words;
    }

    private static ScannedWord Letters(string text, int start, int limit)
    {
        var end = start + 1;
        while (end < limit && (char.IsLetter(text[end]) || IsMark(text[end]))) end++;
        var folded = Fold.Of(text.AsSpan(start, end - start));
        return new(new(start, end), folded, false, char.IsUpper(text[start]))
        {
            HasMarks = !text.AsSpan(start, end - start).Equals(folded, StringComparison.OrdinalIgnoreCase),
            IsTied = IsTie(text, start - 1, start - 2) || IsTie(text, end, end + 1),
        };
    }

    private static bool IsTie(string text, int hyphen, int beyond) =>
        hyphen >= 0 && hyphen < text.Length && text[hyphen] is '-' or '\u2010' or '\u2011' && beyond >= 0 && beyond < text.Length && char.IsLetter(text[beyond]);

    private static bool IsMark(char c) => c is >= '\u0300' and <= '\u036f';

    private static ScannedWord Number(string text, int start, int limit)
    {
        var value = new System.Text.StringBuilder();
        var end = start;
        while (true)
        {
            var run = end;
            while (end < limit && char.IsAsciiDigit(text[end])) end++;
            value.Append(text, run, end - run);
            var next = DigitsAfter(text, end, limit);
            if (next == 0) break;
            if (!IsGroup(text[end], next)) value.Append('.');
            end++;
        }

        return new(new(start, end), value.ToString(), true, false);
    }

    /// <summary>How many digits follow a separator at <paramref name="at"/>; 0 where the number ends there.</summary>
    private static int DigitsAfter(string text, int at, int limit)
    {
        if (at >= limit || !IsSeparator(text[at])) return 0;
        var end = at + 1;
        while (end < limit && char.IsAsciiDigit(text[end])) end++;
        var digits = end - at - 1;
        return IsSpace(text[at]) && digits != 3 ? 0 : digits;
    }

    // Three digits after a separator are a group of thousands in French and in English; fewer or more are decimals.
    private static bool IsGroup(char separator, int digits) => IsSpace(separator) || digits == 3;

    private static bool IsSeparator(char c) => c is '.' or ',' || IsSpace(c);

    private static bool IsSpace(char c) => c is ' ' or '\u00a0' or '\u202f' or '\u2009';
}
