using System.Collections.Immutable;
using System.Globalization;

namespace Recoupe.Extract;

/// <summary>A number in a text.</summary>
/// <param name="Length">Its lexemes.</param>
/// <param name="Value">Its value.</param>
/// <param name="Rounded">Whether the word itself rounds (<c>une dizaine</c>).</param>
/// <param name="Bare">Whether it is but an article that also counts (<c>un</c>, <c>a</c>).</param>
internal readonly record struct NumberMatch(int Length, decimal Value, bool Rounded, bool Bare);

/// <summary>Reads numbers, in digits and in words, by a language's <c>numbers.txt</c>.</summary>
internal sealed class Numbers(PatternFile file)
{
    // Larger values are beyond any count, and their products beyond decimal.
    private const decimal Largest = 1_000_000_000_000_000_000m;
    private const int MostWords = 24;

    // «4 thousand 3 hundred and 21» is three deep; a text that goes on so for ever is no number.
    private const int Deepest = 3;

    // Dividing by it drops trailing noughts: 1.5 million is 1500000, not 1500000.0.
    private const decimal Unscaled = 1.0000000000000000000000000000m;

    private readonly WordClass _unit = file["unit"], _ten = file["ten"], _tenAndTeens = file["ten-and-teens"], _hundred = file["hundred"];
    private readonly WordClass _scale = file["scale"], _joiner = file["joiner"], _lateJoiner = file["late-joiner"], _article = file["article"];
    private readonly WordClass _round = file["round"], _decimal = file["decimal"], _group = file["group"], _multiple = file["multiple"];
    private readonly WordClass _half = file["half"], _fraction = file["fraction"], _ordinal = file["ordinal"], _point = file["point"];
    private readonly WordClass _suffix = file["suffix"], _wholeHalf = file["whole-half"], _over = file["over"], _minus = file["minus"], _digitHundred = file["hundred-after-digits"];

    /// <summary>The number that starts at a lexeme; no length where there is none.</summary>
    public NumberMatch At(ImmutableArray<Lexeme> lexemes, int at)
    {
        if (at >= lexemes.Length) return default;
        var sign = Sign(lexemes, at);
        var found = Ratio(lexemes, at + sign, Unsigned(lexemes, at + sign));
        if (found.Length == 0) return default;
        return sign == 0 ? found : found with { Length = found.Length + sign, Value = -found.Value, Bare = false };
    }

    private NumberMatch Unsigned(ImmutableArray<Lexeme> lexemes, int at)
    {
        if (at >= lexemes.Length) return default;
        var found = lexemes[at].Kind == LexemeKind.Digits ? Digits(lexemes, at) : Words(lexemes, at) is { Length: > 0 } words ? WithPoint(lexemes, at, words) : BareDecimal(lexemes, at);
        var whole = found.Length == 0 ? Fraction(lexemes, at) : WithHalf(lexemes, at, WithRound(lexemes, at, found));
        return whole with { Value = whole.Value / Unscaled };
    }

    // A hyphen that touches a digit and nothing before it, or a word («minus»).
    private int Sign(ImmutableArray<Lexeme> lexemes, int at)
    {
        if (lexemes[at].Key is "-") return IsGlued(lexemes, at) || !IsGlued(lexemes, at + 1) || lexemes[at + 1].Kind != LexemeKind.Digits ? 0 : 1;
        return _minus.Match(lexemes, at).Length;
    }

    // «,08»
    private NumberMatch BareDecimal(ImmutableArray<Lexeme> lexemes, int at) =>
        _decimal.Has(lexemes[at]) && !IsGlued(lexemes, at) && IsGlued(lexemes, at + 1) && lexemes[at + 1] is { Kind: LexemeKind.Digits, Key.Length: < 28 }
        && decimal.TryParse("0." + lexemes[at + 1].Key, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new(2, value, false, false) : default;

    // «two hundred point seven one»
    private NumberMatch WithPoint(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number)
    {
        var end = at + number.Length;
        if (_point.Match(lexemes, end) is not { Length: > 0 } point) return number;
        var digits = "";
        for (var next = end + point.Length; digits.Length < 12 && Value(_unit, lexemes, next) is { Value: < 10 } unit; next += unit.Length, end = next)
            digits += unit.Value.ToString("0", CultureInfo.InvariantCulture);
        if (digits.Length == 0 && Words(lexemes, end + point.Length) is { Length: > 0, Value: > 0 and < 100 } tens)
            (digits, end) = (tens.Value.ToString("0", CultureInfo.InvariantCulture), end + point.Length + tens.Length);
        return digits.Length == 0 ? number : number with { Length = end - at, Value = number.Value + decimal.Parse("0." + digits, CultureInfo.InvariantCulture) };
    }

    // «un sur trois»
    private NumberMatch Ratio(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number)
    {
        if (number.Length == 0 || _over.Match(lexemes, at + number.Length) is not { Length: > 0 } over) return number;
        var whole = Unsigned(lexemes, at + number.Length + over.Length);
        return whole.Length > 0 && !whole.Bare && whole.Value > number.Value && number.Value > 0
            ? new(number.Length + over.Length + whole.Length, number.Value / whole.Value, false, false) : number;
    }

    /// <summary>The same as a class's match, for patterns: the value in invariant digits.</summary>
    public (int Length, string Value) Count(ImmutableArray<Lexeme> lexemes, int at) =>
        At(lexemes, at) is { Length: > 0 } found ? (found.Length, found.Value.ToString("0.############", CultureInfo.InvariantCulture)) : default;

    // Digits: 30 000; 1.458.000,00; 1.5 million; 3 hundred and 21.
    private NumberMatch Digits(ImmutableArray<Lexeme> lexemes, int at, int depth = 0)
    {
        var end = GroupsEnd(lexemes, at);
        var digits = string.Concat(Enumerable.Range(at, end - at).Where(i => lexemes[i].Kind == LexemeKind.Digits).Select(i => lexemes[i].Key));
        if (end + 1 < lexemes.Length && _decimal.Has(lexemes[end]) && IsGlued(lexemes, end) && IsGlued(lexemes, end + 1)
            && lexemes[end + 1].Kind == LexemeKind.Digits && !IsGluedDigits(lexemes, end + 2))
        {
            // A foreign hand writes 30,000 in French too: three noughts after a comma are thousands.
            var thousands = lexemes[end + 1].Key is "000" && end == at + 1;
            digits += thousands ? lexemes[end + 1].Key : "." + lexemes[end + 1].Key;
            end += 2;
        }

        if (digits.Length is 0 or > 28 || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > Largest)
            return default;
        return Multiplied(lexemes, at, end, value, depth);
    }

    private int GroupsEnd(ImmutableArray<Lexeme> lexemes, int at)
    {
        var end = at + 1;
        if (lexemes[at].Key.Length is 0 or > 3 || lexemes[at].Key is ['0', ..]) return end;
        while (end < lexemes.Length && end - at < MostWords)
        {
            var spaced = lexemes[end].Kind == LexemeKind.Digits && lexemes[end].Span.Start == lexemes[end - 1].Span.End + 1;
            var marked = end + 1 < lexemes.Length && _group.Has(lexemes[end]) && IsGlued(lexemes, end) && IsGlued(lexemes, end + 1);
            var digits = spaced ? end : end + 1;
            if (!(spaced && _group.Match(lexemes, end - 1).Length == 0 && file.Classes.ContainsKey("space-groups")) && !marked) return end;
            if (lexemes[digits] is not { Kind: LexemeKind.Digits, Key.Length: 3 } || IsGluedDigits(lexemes, digits + 1)) return end;
            end = digits + 1;
        }

        return end;
    }

    private static bool IsGlued(ImmutableArray<Lexeme> lexemes, int at) => at > 0 && at < lexemes.Length && lexemes[at].Span.Start == lexemes[at - 1].Span.End;

    private static bool IsGluedDigits(ImmutableArray<Lexeme> lexemes, int at) =>
        at < lexemes.Length && lexemes[at].Kind == LexemeKind.Digits && IsGlued(lexemes, at);

    private NumberMatch Multiplied(ImmutableArray<Lexeme> lexemes, int at, int end, decimal value, int depth)
    {
        // «1 4/5» and «3/4»
        if (Slashed(lexemes, end - 1) is { } alone && end == at + 1) return new(3, alone, false, false);
        if (end < lexemes.Length && Slashed(lexemes, end) is { } part && part < 1) return new(end + 3 - at, value + part, false, false);
        if (_suffix.Match(lexemes, end) is { Length: > 0 } letter && !(IsGlued(lexemes, end + letter.Length) && end + letter.Length < lexemes.Length
            && lexemes[end + letter.Length].Kind != LexemeKind.Mark))
            return new(end + letter.Length - at, Times(value, letter.Value), false, false);
        var word = _scale.Match(lexemes, end) is { Length: > 0 } scale ? scale : _digitHundred.Match(lexemes, end);
        if (word.Length == 0) return new(end - at, value, false, false);
        var product = Times(value, word.Value);
        var total = end + word.Length;
        if (_half.Match(lexemes, total).Length > 0) return new(total - at, product, false, false);
        var next = SkipJoiner(lexemes, total);
        var rest = next >= lexemes.Length || lexemes[next].Kind != LexemeKind.Digits ? Words(lexemes, next)
            : depth < Deepest ? Digits(lexemes, next, depth + 1) : default;
        if (rest.Length > 0 && !rest.Bare && rest.Value < decimal.Parse(word.Value, CultureInfo.InvariantCulture))
            return new(next + rest.Length - at, product + rest.Value, false, false);
        return new(total - at, product, false, false);
    }

    private static decimal? Slashed(ImmutableArray<Lexeme> lexemes, int at) =>
        at >= 0 && at + 2 < lexemes.Length && lexemes[at + 1].Key is "/" && IsGlued(lexemes, at + 1) && IsGlued(lexemes, at + 2)
        && lexemes[at].Key.Length is > 0 and < 4 && lexemes[at + 2] is { Kind: LexemeKind.Digits, Key.Length: > 0 and < 4 }
        && int.TryParse(lexemes[at].Key, NumberStyles.None, CultureInfo.InvariantCulture, out var over)
        && int.TryParse(lexemes[at + 2].Key, NumberStyles.None, CultureInfo.InvariantCulture, out var under) && under > 0
        && !(at + 3 < lexemes.Length && lexemes[at + 3].Key is "/" && IsGlued(lexemes, at + 3))
            ? (decimal)over / under : null;

    private static decimal Times(decimal value, string factor)
    {
        var by = decimal.Parse(factor, NumberStyles.Number, CultureInfo.InvariantCulture);
        return by == 0 || value < Largest / by ? value * by : Largest;
    }

    // Words: quatre-vingt-dix-neuf mille trois cent vingt et un. A word that cannot continue the number ends it.
    private NumberMatch Words(ImmutableArray<Lexeme> lexemes, int at)
    {
        var sum = new Sum();
        var (end, count, bare) = (at, 0, true);
        for (var next = at; count < MostWords; count++, next = SkipJoiner(lexemes, end))
        {
            var (length, isArticle) = Take(lexemes, next, count == 0, ref sum);
            if (length == 0 || (next > end && count > 0 && (_half.Match(lexemes, end).Length > 0 || !MayJoin(lexemes, end, next, sum)))) break;
            (end, bare) = (next + length, bare && isArticle);
            sum.Keep();
        }

        return count == 0 || sum.IsEmpty ? default : new(end - at, sum.Kept, false, bare);
    }

    private bool MayJoin(ImmutableArray<Lexeme> lexemes, int end, int next, Sum sum) =>
        next == end + 1 && (lexemes[end].Key is "-" || _joiner.Has(lexemes[end]) || (_lateJoiner.Has(lexemes[end]) && sum.IsPastHundred));

    private int SkipJoiner(ImmutableArray<Lexeme> lexemes, int at) =>
        at < lexemes.Length && (lexemes[at].Key is "-" || _joiner.Has(lexemes[at]) || _lateJoiner.Has(lexemes[at])) ? at + 1 : at;

    private (int Length, bool IsArticle) Take(ImmutableArray<Lexeme> lexemes, int at, bool first, ref Sum sum)
    {
        if (Value(_tenAndTeens, lexemes, at) is { } both && sum.AddTen(both.Value, true)) return (both.Length, false);
        if (Value(_ten, lexemes, at) is { } ten && sum.AddTen(ten.Value, false)) return (ten.Length, false);
        if (Value(_hundred, lexemes, at) is { } hundred && sum.Hundred(hundred.Value)) return (hundred.Length, false);
        if (Value(_scale, lexemes, at) is { } scale && sum.Scale(scale.Value)) return (scale.Length, false);
        if (Value(_unit, lexemes, at) is { } unit && sum.AddUnit(unit.Value)) return (unit.Length, _article.Match(lexemes, at).Length > 0);
        if (first && Value(_article, lexemes, at) is { } article && sum.AddUnit(article.Value)) return (article.Length, true);
        return default;
    }

    private static (int Length, decimal Value)? Value(WordClass words, ImmutableArray<Lexeme> lexemes, int at) =>
        words.Match(lexemes, at) is { Length: > 0 } found && decimal.TryParse(found.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? (found.Length, value) : null;

    // «une dizaine», «trois douzaines», «deux cents millions»
    private NumberMatch WithRound(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number)
    {
        var end = at + number.Length;
        if (Value(_round, lexemes, end) is { } round) return new(number.Length + round.Length, number.Value * round.Value, true, false);
        if (Value(_multiple, lexemes, end) is { } multiple) return new(number.Length + multiple.Length, number.Value * multiple.Value, false, false);
        return number;
    }

    // «deux millions et demi», «un demi-million», «deux tiers»
    private NumberMatch WithHalf(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number)
    {
        var end = at + number.Length;
        if (Value(_half, lexemes, end) is { } half)
        {
            var last = _scale.Match(lexemes, end - 1) is { Length: 1 } scale ? decimal.Parse(scale.Value, CultureInfo.InvariantCulture) : 1;
            return new(number.Length + half.Length, number.Value + (half.Value * last), number.Rounded, false);
        }

        var hyphen = end + 1 < lexemes.Length && lexemes[end].Key is "-" ? 1 : 0;
        if (Value(_fraction, lexemes, end + hyphen) is { } fraction && number.Value < 100)
        {
            var scaled = Scaled(lexemes, end + hyphen + fraction.Length);
            return new(number.Length + hyphen + fraction.Length + (scaled?.Length ?? 0), number.Value * fraction.Value * (scaled?.Value ?? 1), number.Rounded, false);
        }

        return number;
    }

    private NumberMatch Fraction(ImmutableArray<Lexeme> lexemes, int at) =>
        Value(_wholeHalf, lexemes, at) is { } half
            ? Scaled(lexemes, at + half.Length) is { } scale
                ? new(half.Length + scale.Length, half.Value * scale.Value, false, false)
                : new(half.Length, half.Value, false, true)
            : default;

    // «half a million», «half a dozen», «demi-million»
    private (int Length, decimal Value)? Scaled(ImmutableArray<Lexeme> lexemes, int at)
    {
        var hyphen = at < lexemes.Length && lexemes[at].Key is "-" ? 1 : 0;
        return (Value(_scale, lexemes, at + hyphen) ?? Value(_multiple, lexemes, at + hyphen)) is { } found ? (hyphen + found.Length, found.Value) : null;
    }

    /// <summary>The running value of a number in words: what is complete, and the group under a thousand that is being said.</summary>
    private struct Sum
    {
        private decimal _total, _group, _lastScale;
        private bool _teensFit, _any;

        public decimal Kept { get; private set; }

        public readonly bool IsEmpty => !_any;

        public readonly bool IsPastHundred => _total > 0 || _group >= 100;

        public void Keep() => Kept = _total + _group;

        public bool AddTen(decimal value, bool teensFit)
        {
            if (_group % 100 != 0 || (_any && _group == 0 && _total == 0)) return false;
            (_group, _teensFit, _any) = (_group + value, teensFit, true);
            return true;
        }

        public bool AddUnit(decimal value)
        {
            var below = _group % 100;
            var fits = below == 0 || (below % 10 == 0 && below >= 20 && value is > 0 and < 10) || (_teensFit && below is 60 or 80 && value is >= 10 and < 20);
            if (!fits || (_any && _group == 0 && _total == 0)) return false;
            (_group, _teensFit, _any) = (_group + value, false, true);
            return true;
        }

        public bool Hundred(decimal value)
        {
            if (_group is >= 100) return false;
            (_group, _any) = ((_group == 0 ? 1 : _group) * value, true);
            return true;
        }

        public bool Scale(decimal value)
        {
            if (_lastScale != 0 && value >= _lastScale && _total + _group < value && _group == 0) return Raise(value);
            if (_lastScale != 0 && value >= _lastScale) return false;
            if (!_any && value > 1000) return false;
            _total += (_group == 0 ? 1 : _group) * value;
            (_group, _lastScale, _any) = (0, value, true);
            return true;
        }

        // «cent mille milliards»
        private bool Raise(decimal value)
        {
            if (_total > Largest / value) return false;
            (_total, _lastScale) = (_total * value, value);
            return true;
        }
    }
}
