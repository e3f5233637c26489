using System.Collections.Immutable;
using Recoupe.Extract.Patterns;

namespace Recoupe.Extract.Numbers;

/// <summary>Reads what makes a number a part or a multiple: halves, fractions, dozens: <c>deux millions et demi</c>, <c>two and three fifths</c>, <c>one twenty-fifth</c>.</summary>
internal sealed class NumberFractions(PatternFile file, NumberWords words)
{
    // «100 quarters» are no twenty-five; in words, «one hundred and thirty fifths» are twenty-six.
    private const int MostInDigits = 100;

    private readonly WordClass _scale = file["scale"], _round = file["round"], _multiple = file["multiple"], _half = file["half"], _wholeHalf = file["whole-half"];
    private readonly WordClass _fraction = file["fraction"], _fractions = file["fractions"], _ordinal = file["ordinal-unit"], _ordinals = file["ordinal-units"];
    private readonly WordClass _of = file["part-of"], _ofOne = file["part-of-one"], _one = file["one"];

    /// <summary>A number with what follows it.</summary>
    public NumberMatch After(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number)
    {
        var found = Rounded(lexemes, at, number);
        return Half(lexemes, at, found) ?? Regrouped(lexemes, at, found) ?? Compound(lexemes, at, found) ?? LastTen(lexemes, at, found) ?? Parts(lexemes, at, found) ?? Mixed(lexemes, at, found) ?? found;
    }

    /// <summary>A part that no number stands before: <c>half a million</c>, <c>demi-million</c>, <c>½</c>.</summary>
    public NumberMatch Alone(ImmutableArray<Lexeme> lexemes, int at)
    {
        if (NumberWords.Value(_wholeHalf, lexemes, at) is not { } half) return default;
        return Scale(lexemes, at + half.Length) is { } scale
            ? new(half.Length + scale.Length, half.Value * scale.Value, false, false)
            : new(half.Length, half.Value, false, true);
    }

    // «une dizaine», «trois douzaines», «deux cents millions»
    private NumberMatch Rounded(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number)
    {
        var end = at + number.Length;
        if (NumberWords.Value(_round, lexemes, end) is { } round) return new(number.Length + round.Length, NumberReader.Times(number.Value, round.Value), true, false);
        if (NumberWords.Value(_multiple, lexemes, end) is { } multiple) return new(number.Length + multiple.Length, NumberReader.Times(number.Value, multiple.Value), false, false);
        return number;
    }

    // «deux millions et demi», «five and a half million», «one billion and a half million»
    private NumberMatch? Half(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number)
    {
        if (NumberWords.Value(_half, lexemes, at + number.Length) is not { } half) return null;
        var length = number.Length + half.Length;
        if (NumberWords.Value(_scale, lexemes, at + length) is not { } scale)
            return PartAt(lexemes, at + length, half.Value) is null ? new(length, number.Value + (half.Value * LastScale(lexemes, at + number.Length)), number.Rounded, false) : null;
        var value = number.Value < scale.Value ? NumberReader.Times(number.Value + half.Value, scale.Value) : number.Value + (half.Value * scale.Value);
        return new(length + scale.Length, value, number.Rounded, false);
    }

    // «vingt et un cinquième» is 20 1/5: a lone unit after «et» counts the parts.
    private NumberMatch? Regrouped(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number)
    {
        var last = at + number.Length - 1;
        if (last - 1 <= at || !words.IsAnd(lexemes, last - 1) || words.Single(lexemes, last) is not { } parts || PartAt(lexemes, last + 1, parts) is not { } part) return null;
        var whole = words.At(lexemes, at, last - 1);
        return whole.Length == last - 1 - at ? new(number.Length + part.Length, whole.Value + (parts * part.Value * LastScale(lexemes, last - 1)), number.Rounded, false) : null;
    }

    // «three twenty-firsts», «one twenty-fifth»; but «a twenty-first» and «un vingt-cinquième» may as well order a thing.
    private NumberMatch? Compound(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number)
    {
        if (number.Value >= MostInDigits || (number.Value <= 1 && _one.Match(lexemes, at).Length == 0)) return null;
        return Denominator(lexemes, at + number.Length, number.Value > 1 ? _ordinals : _ordinal) is { } under
            ? new(number.Length + under.Length, number.Value / under.Value, false, number.Bare) : null;
    }

    // «one hundred thirty-fifths»: a hyphen ties the last ten to the parts.
    private NumberMatch? LastTen(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number)
    {
        var last = at + number.Length - 1;
        if (last <= at || words.IsAnd(lexemes, last - 1) || words.Single(lexemes, last) is not >= 20 || last + 1 >= lexemes.Length || lexemes[last + 1].Key is not "-" || Denominator(lexemes, last, _ordinals) is not { } under) return null;
        var whole = words.At(lexemes, at, last);
        return whole.Length == last - at ? new(number.Length - 1 + under.Length, whole.Value / under.Value, false, false) : null;
    }

    private (int Length, decimal Value)? Denominator(ImmutableArray<Lexeme> lexemes, int at, WordClass units)
    {
        var tens = words.At(lexemes, at);
        if (tens.Length == 0 || tens.Bare || tens.Value < 20 || tens.Value % 10 != 0) return null;
        var end = words.SkipJoiner(lexemes, at + tens.Length);
        return NumberWords.Value(units, lexemes, end) is { } unit ? (end + unit.Length - at, tens.Value + unit.Value) : null;
    }

    // «deux tiers», «two thirds of a million»; «a third man» is no part.
    private NumberMatch? Parts(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number)
    {
        if (number.Value >= MostInDigits && lexemes[at].Kind == LexemeKind.Digits) return null;
        if (PartAt(lexemes, at + number.Length, number.Value) is not { } part) return null;
        var end = at + number.Length + part.Length;
        if ((Scale(lexemes, end) ?? OfScale(lexemes, end)) is { } scale)
            return new(end + scale.Length - at, number.Value * part.Value * scale.Value, number.Rounded, false);
        var orders = number.Bare && end < lexemes.Length && lexemes[end].Kind == LexemeKind.Letters && _of.Match(lexemes, end).Length == 0;
        return new(end - at, number.Value * part.Value, number.Rounded, orders);
    }

    private (int Length, decimal Value)? OfScale(ImmutableArray<Lexeme> lexemes, int at) =>
        _ofOne.Match(lexemes, at) is { Length: > 0 } of && NumberWords.Value(_scale, lexemes, at + of.Length) is { } scale ? (of.Length + scale.Length, scale.Value) : null;

    // «three and a fifth», «two and fifty-four hundredths»
    private NumberMatch? Mixed(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number)
    {
        var end = at + number.Length;
        if (!words.IsAnd(lexemes, end)) return null;
        var parts = words.At(lexemes, end + 1);
        return parts.Length > 0 && PartAt(lexemes, end + 1 + parts.Length, parts.Value) is { } part && parts.Value * part.Value < 1
            ? new(number.Length + 1 + parts.Length + part.Length, number.Value + (parts.Value * part.Value * LastScale(lexemes, end)), number.Rounded, false) : null;
    }

    // One third, two thirds: «twenty third» orders.
    private (int Length, decimal Value)? PartAt(ImmutableArray<Lexeme> lexemes, int at, decimal parts)
    {
        var hyphen = at + 1 < lexemes.Length && lexemes[at].Key is "-" ? 1 : 0;
        return NumberWords.Value(parts > 1 ? _fractions : _fraction, lexemes, at + hyphen) is { } part ? (hyphen + part.Length, part.Value) : null;
    }

    // «half a million», «half a dozen», «demi-million»
    private (int Length, decimal Value)? Scale(ImmutableArray<Lexeme> lexemes, int at)
    {
        var hyphen = at < lexemes.Length && lexemes[at].Key is "-" ? 1 : 0;
        return (NumberWords.Value(_scale, lexemes, at + hyphen) ?? NumberWords.Value(_multiple, lexemes, at + hyphen)) is { } found ? (hyphen + found.Length, found.Value) : null;
    }

    // The million of «two million and three fifths».
    private decimal LastScale(ImmutableArray<Lexeme> lexemes, int end) => NumberWords.Value(_scale, lexemes, end - 1) is { Length: 1 } scale ? scale.Value : 1;
}
