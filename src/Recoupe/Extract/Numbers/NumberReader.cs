using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Extract.Patterns;

namespace Recoupe.Extract.Numbers;

/// <summary>A number in a text.</summary>
/// <param name="Length">Its lexemes.</param>
/// <param name="Value">Its value.</param>
/// <param name="Rounded">Whether the word itself rounds (<c>une dizaine</c>).</param>
/// <param name="Bare">Whether it may as well count nothing: an article (<c>un</c>, <c>a</c>), a part that may order a thing (<c>a third</c>).</param>
internal readonly record struct NumberMatch(int Length, decimal Value, bool Rounded, bool Bare);

/// <summary>Reads numbers, in digits and in words, by a language's <c>numbers.txt</c>.</summary>
internal sealed class NumberReader
{
    /// <summary>The largest value read: larger ones are beyond any count, and their products beyond decimal.</summary>
    public const decimal Largest = 1_000_000_000_000_000_000m;

    private const int MostDecimals = 12;

    // Dividing by it drops them: 1.5 million is 1500000, not 1500000.0.
    private const decimal Unscaled = 1.0000000000000000000000000000m;

    private readonly NumberWords _words;
    private readonly NumberDigits _digits;
    private readonly NumberFractions _fractions;
    private readonly WordClass _unit, _point, _over, _minus, _pronoun, _beforePronoun, _notAlone, _ordinal;

    /// <summary>The numbers of a language file.</summary>
    public NumberReader(PatternFile file)
    {
        (_words, _unit, _point, _over, _minus) = (new(file), file["unit"], file["point"], file["over"], file["minus"]);
        (_digits, _fractions, _pronoun, _beforePronoun) = (new(file, _words), new(file, _words), file["pronoun"], file["before-pronoun"]);
        (_notAlone, _ordinal) = (file["not-alone"], file["ordinal-unit"]);
    }

    /// <summary>The number that starts at a lexeme; no length where there is none.</summary>
    public NumberMatch At(ImmutableArray<Lexeme> lexemes, int at)
    {
        if (at >= lexemes.Length) return default;
        var sign = Sign(lexemes, at);
        var found = Ratio(lexemes, at + sign, Unsigned(lexemes, at + sign));
        if (found.Length == 0 || IsPronoun(lexemes, at, found) || Orders(lexemes, at, found)) return default;
        if (found.Length == 1 && _notAlone.Has(lexemes[at + sign])) return found with { Bare = true };
        return sign == 0 ? found : found with { Length = found.Length + sign, Value = -found.Value, Bare = false };
    }

    /// <summary>The same as a class's match, for patterns: the value in invariant digits.</summary>
    public (int Length, string Value) Count(ImmutableArray<Lexeme> lexemes, int at) =>
        At(lexemes, at) is { Length: > 0 } found ? (found.Length, found.Value.ToString("0.############", CultureInfo.InvariantCulture)) : default;

    /// <summary>A product, no larger than <see cref="Largest"/>.</summary>
    public static decimal Times(decimal value, decimal factor) => factor == 0 || value < Largest / factor ? value * factor : Largest;

    /// <summary>A value without trailing noughts.</summary>
    public static decimal Trimmed(decimal value) => value / Unscaled;

    private NumberMatch Unsigned(ImmutableArray<Lexeme> lexemes, int at)
    {
        if (at >= lexemes.Length) return default;
        var found = lexemes[at].Kind == LexemeKind.Digits ? _digits.At(lexemes, at)
            : _words.At(lexemes, at) is { Length: > 0 } words ? WithPoint(lexemes, at, words) : _digits.Decimals(lexemes, at);
        var whole = found.Length == 0 ? _fractions.Alone(lexemes, at) : _fractions.After(lexemes, at, found);
        return whole with { Value = Trimmed(whole.Value) };
    }

    // «this one», «no one»
    private bool IsPronoun(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number) =>
        number.Length == 1 && at > 0 && _pronoun.Has(lexemes[at]) && _beforePronoun.Has(lexemes[at - 1]);

    // «the twenty-fifth anniversary»
    private bool Orders(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number) =>
        lexemes[at].Kind == LexemeKind.Letters && number.Value >= 20 && number.Value % 10 == 0
        && _ordinal.Match(lexemes, _words.SkipJoiner(lexemes, at + number.Length)).Length > 0;

    // A hyphen that touches a digit and nothing before it, or a word («minus»); after a number it is a range's.
    private int Sign(ImmutableArray<Lexeme> lexemes, int at)
    {
        if (lexemes[at].Key is not "-") return _minus.Match(lexemes, at).Length;
        return Lexeme.IsGlued(lexemes, at) || !Lexeme.IsGlued(lexemes, at + 1) || lexemes[at + 1].Kind != LexemeKind.Digits
            || (at > 0 && lexemes[at - 1].Kind == LexemeKind.Digits) ? 0 : 1;
    }

    // «two hundred point seven one»
    private NumberMatch WithPoint(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number)
    {
        var end = at + number.Length;
        if (_point.Match(lexemes, end) is not { Length: > 0 } point) return number;
        var digits = "";
        for (var next = end + point.Length; digits.Length < MostDecimals && NumberWords.Value(_unit, lexemes, next) is { Value: < 10 } unit; next += unit.Length, end = next)
            digits += unit.Value.ToString("0", CultureInfo.InvariantCulture);
        if (digits.Length == 0 && _words.At(lexemes, end + point.Length) is { Length: > 0, Value: > 0 and < 100 } tens)
            (digits, end) = (tens.Value.ToString("0", CultureInfo.InvariantCulture), end + point.Length + tens.Length);
        return digits.Length == 0 ? number : number with { Length = end - at, Value = number.Value + decimal.Parse("0." + digits, CultureInfo.InvariantCulture) };
    }

    // «un sur trois», «one in five»: what joins them tells the most of the first that it takes.
    private NumberMatch Ratio(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number)
    {
        if (number.Length == 0 || number.Value <= 0 || NumberWords.Value(_over, lexemes, at + number.Length) is not { } over || number.Value > over.Value) return number;
        var whole = Unsigned(lexemes, at + number.Length + over.Length);
        return whole.Length > 0 && !whole.Bare && whole.Value > number.Value
            ? new(number.Length + over.Length + whole.Length, number.Value / whole.Value, false, false) : number;
    }
}
