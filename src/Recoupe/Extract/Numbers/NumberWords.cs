using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Extract.Patterns;

namespace Recoupe.Extract.Numbers;

/// <summary>Reads numbers in words: <c>quatre-vingt-dix-neuf mille trois cent vingt et un</c>. A word that cannot continue the number ends it.</summary>
internal sealed class NumberWords(PatternFile file)
{
    private const int MostWords = 24;

    private readonly WordClass _unit = file["unit"], _ten = file["ten"], _tenAndTeens = file["ten-and-teens"], _hundred = file["hundred"];
    private readonly WordClass _scale = file["scale"], _joiner = file["joiner"], _lateJoiner = file["late-joiner"], _article = file["article"], _half = file["half"];

    /// <summary>A class's number at a lexeme.</summary>
    public static (int Length, decimal Value)? Value(WordClass words, ImmutableArray<Lexeme> lexemes, int at) =>
        words.Match(lexemes, at) is { Length: > 0 } found && decimal.TryParse(found.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? (found.Length, value) : null;

    /// <summary>The number that starts at a lexeme and ends before another; no length where there is none.</summary>
    public NumberMatch At(ImmutableArray<Lexeme> lexemes, int at, int before = int.MaxValue)
    {
        var sum = new NumberSum();
        var (end, count, bare) = (at, 0, true);
        for (var next = at; count < MostWords && next < before; count++, next = SkipJoiner(lexemes, end))
        {
            var joins = next == end || count == 0 || (_half.Match(lexemes, end).Length == 0 && MayJoin(lexemes, end, next, sum));
            var (length, isArticle) = joins ? Take(lexemes, next, count == 0, ref sum) : default;
            if (length == 0 || next + length > before) break;
            (end, bare) = (next + length, bare && isArticle);
            sum.Keep();
        }

        return count == 0 || sum.IsEmpty ? default : new(end - at, sum.Kept, false, bare);
    }

    /// <summary>Past a hyphen or a word that joins the parts of a number.</summary>
    public int SkipJoiner(ImmutableArray<Lexeme> lexemes, int at) => IsJoiner(lexemes, at) ? at + 1 : at;

    /// <summary>Whether a hyphen or a word that joins the parts of a number stands there.</summary>
    public bool IsJoiner(ImmutableArray<Lexeme> lexemes, int at) => at >= 0 && at < lexemes.Length && (lexemes[at].Key is "-" || IsAnd(lexemes, at));

    /// <summary>Whether a word that joins the parts of a number stands there (<c>et</c>, <c>and</c>).</summary>
    public bool IsAnd(ImmutableArray<Lexeme> lexemes, int at) => at >= 0 && at < lexemes.Length && (_joiner.Has(lexemes[at]) || _lateJoiner.Has(lexemes[at]));

    /// <summary>The unit or ten that is one lexeme, or nothing.</summary>
    public decimal? Single(ImmutableArray<Lexeme> lexemes, int at) =>
        at >= 0 && (Value(_unit, lexemes, at) ?? Value(_ten, lexemes, at)) is { Length: 1 } found ? found.Value : null;

    private bool MayJoin(ImmutableArray<Lexeme> lexemes, int end, int next, NumberSum sum) =>
        next == end + 1 && (lexemes[end].Key is "-" || _joiner.Has(lexemes[end]) || (_lateJoiner.Has(lexemes[end]) && sum.EndsOnHundred));

    private (int Length, bool IsArticle) Take(ImmutableArray<Lexeme> lexemes, int at, bool first, ref NumberSum sum)
    {
        if (Value(_tenAndTeens, lexemes, at) is { } both && sum.AddTen(both.Value, true)) return (both.Length, false);
        if (Value(_ten, lexemes, at) is { } ten && sum.AddTen(ten.Value, false)) return (ten.Length, false);
        if (Value(_hundred, lexemes, at) is { } hundred && sum.Hundred(hundred.Value)) return (hundred.Length, false);
        if (Value(_scale, lexemes, at) is { } scale && sum.Scale(scale.Value)) return (scale.Length, false);
        if (Value(_unit, lexemes, at) is { } unit && sum.AddUnit(unit.Value)) return (unit.Length, _article.Match(lexemes, at).Length > 0);
        if (first && Value(_article, lexemes, at) is { } article && sum.AddUnit(article.Value)) return (article.Length, true);
        return default;
    }
}

/// <summary>The running value of a number in words: what is complete, and the group under a thousand that is being said.</summary>
internal struct NumberSum
{
    private decimal _total, _group, _lastScale;
    private bool _teensFit, _any;

    /// <summary>The value when <see cref="Keep"/> was last called.</summary>
    public decimal Kept { get; private set; }

    /// <summary>Whether no word has been taken.</summary>
    public readonly bool IsEmpty => !_any;

    /// <summary>Whether the last word was a hundred or more.</summary>
    public readonly bool EndsOnHundred => _any && _group % 100 == 0;

    /// <summary>Keeps the value as it stands.</summary>
    public void Keep() => Kept = _total + _group;

    /// <summary>Adds a ten, where one fits; after some, eleven to nineteen fit too.</summary>
    public bool AddTen(decimal value, bool teensFit)
    {
        if (_group % 100 != 0 || (_any && _group == 0 && _total == 0)) return false;
        (_group, _teensFit, _any) = (_group + value, teensFit, true);
        return true;
    }

    /// <summary>Adds a number below twenty, where one fits.</summary>
    public bool AddUnit(decimal value)
    {
        var below = _group % 100;
        var fits = below == 0 || (below % 10 == 0 && below >= 20 && value is > 0 and < 10) || (_teensFit && below is 60 or 80 && value is >= 10 and < 20);
        if (!fits || (_any && _group == 0 && _total == 0)) return false;
        (_group, _teensFit, _any) = (_group + value, false, true);
        return true;
    }

    /// <summary>Multiplies the group by a hundred, where that fits.</summary>
    public bool Hundred(decimal value)
    {
        if (_group is >= 100) return false;
        (_group, _any) = ((_group == 0 ? 1 : _group) * value, true);
        return true;
    }

    /// <summary>Closes the group with a thousand, a million…, where that fits.</summary>
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
        if (_total > NumberReader.Largest / value) return false;
        (_total, _lastScale) = (_total * value, value);
        return true;
    }
}
