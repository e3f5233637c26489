using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Extract.Patterns;

/// <summary>A run of letters, a run of digits, or one other character that is not white space: what patterns are matched against.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="Key">What it is compared by: lower case, one apostrophe and one hyphen, and no accents from four letters on (<c>derniere</c>).</param>
/// <param name="Kind">Which of the three.</param>
/// <param name="Capitals">Whether it is letters, all of them capitals (<c>USD</c>).</param>
internal readonly record struct Lexeme(TextSpan Span, string Key, LexemeKind Kind, bool Capitals = false)
{
    // Below four letters accents tell words apart (à, a; dès, des; été); above, they are what hurried writers leave out.
    private const int UnaccentedFrom = 4;

    // No word of a pattern is longer; a longer run matches none, and is not copied.
    private const int Longest = 40;

    /// <summary>The lexemes of a stretch of text, in order.</summary>
    public static ImmutableArray<Lexeme> Split(string text, TextSpan within)
    {
        var lexemes = ImmutableArray.CreateBuilder<Lexeme>();
        for (var i = within.Start; i < within.End;)
        {
            var end = EndOf(text, i, within.End);
            if (!char.IsWhiteSpace(text[i])) lexemes.Add(Of(text, new TextSpan(i, end)));
            i = end;
        }

        return lexemes.ToImmutable();
    }

    /// <summary>The lexemes of a whole text.</summary>
    public static ImmutableArray<Lexeme> Split(string text) => Split(text, new TextSpan(0, text.Length));

    /// <summary>Whether the lexeme at <paramref name="at"/> touches the one before it.</summary>
    public static bool IsGlued(ImmutableArray<Lexeme> lexemes, int at) =>
        at > 0 && at < lexemes.Length && lexemes[at].Span.Start == lexemes[at - 1].Span.End;

    private static int EndOf(string text, int start, int limit)
    {
        var end = start + 1;
        if (char.IsAsciiDigit(text[start]))
            while (end < limit && char.IsAsciiDigit(text[end])) end++;
        else if (IsLetter(text[start]))
            while (end < limit && IsLetter(text[end])) end++;
        return end;
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static Lexeme Of(string text, TextSpan span)
    {
        if (char.IsAsciiDigit(text[span.Start])) return new(span, span.Length > Longest ? "" : text[span.Start..span.End], LexemeKind.Digits);
        return IsLetter(text[span.Start])
            ? new(span, span.Length > Longest ? "" : Fold(text[span.Start..span.End]), LexemeKind.Letters, IsCapitals(text.AsSpan(span.Start, span.Length)))
            : new(span, Plain(text[span.Start]), LexemeKind.Mark);
    }

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsUpper(c)) return false;
        return true;
    }

    private static string Fold(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Ascii.IsValid(lower)) return lower;
        var composed = lower.Normalize(NormalizationForm.FormC);
        return composed.Length < UnaccentedFrom ? composed : Unaccented(composed);
    }

    private static string Unaccented(string word) =>
        Accents.Without(word).Replace("œ", "oe", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal);

    private static string Plain(char c) => c switch
    {
        '’' or '‘' or 'ʼ' => "'",
        '‐' or '‑' or '‒' or '–' or '—' or '−' => "-",
        _ => c.ToString(),
    };
}

/// <summary>The kinds of lexeme.</summary>
internal enum LexemeKind : byte
{
    /// <summary>Letters with their marks.</summary>
    Letters,

    /// <summary>The digits 0 to 9.</summary>
    Digits,

    /// <summary>One character of any other kind.</summary>
    Mark,
}
