using System.Collections.Frozen;
using System.Collections.Immutable;
using Recoupe.Extract.Numbers;
using Recoupe.Extract.Patterns;

namespace Recoupe.Extract.Figures;

/// <summary>A number with its unit.</summary>
/// <param name="From">The first lexeme.</param>
/// <param name="To">One past the last.</param>
/// <param name="Value">The value in that unit.</param>
/// <param name="Unit">The unit, or <see langword="null"/>.</param>
/// <param name="Kind">What the unit measures.</param>
internal readonly record struct Measured(int From, int To, decimal Value, string? Unit, UnitKind Kind);

/// <summary>What a unit measures.</summary>
internal enum UnitKind : byte
{
    /// <summary>A length, a weight, a share, a degree.</summary>
    Measure,

    /// <summary>Money.</summary>
    Money,

    /// <summary>How old someone or something is.</summary>
    Age,
}

/// <summary>Reads the units beside numbers by a language's <c>units.txt</c> and the currencies of all.</summary>
internal sealed class FigureUnits
{
    // A code after M is in millions: 30 MUSD.
    private const int CodeLength = 3;
    private const decimal Million = 1_000_000m;
    private const int LongestBefore = 5;
    private const string Hundredth = "cent";

    private readonly NumberReader _numbers;
    private readonly FrozenSet<string> _ageUnits;
    private readonly WordClass _units, _currencies, _codes, _before, _of, _scales, _suffixes, _rates, _and, _smaller, _smallerUnits, _open, _close, _ages, _ageBefore;

    public FigureUnits(string language, PatternFile numbers, NumberReader reader, WordClass of)
    {
        var file = PatternFile.Load(language + "/units.txt", "any/currencies.txt");
        (_numbers, _of, _scales) = (reader, of, numbers["scale"]);
        (_units, _currencies, _codes, _before) = (file["unit"], file["currency"], file["code"], file["unit-before"]);
        (_suffixes, _rates, _and, _smaller, _smallerUnits) = (file["money-suffix"], file["rate"], file["and"], file["smaller"], file["smaller-unit"]);
        (_open, _close, _ages, _ageBefore) = (file["bracket-open"], file["bracket-close"], file["age"], file["age-before"]);
        _ageUnits = _ages.Values.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>A number with its unit, and with what a smaller unit adds to it (<c>5 ft 2 in</c>); nothing before <paramref name="floor"/> is its own.</summary>
    public Measured Of(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number, int floor)
    {
        var measured = WithSmaller(lexemes, One(lexemes, at, number, floor));
        return measured with { Value = NumberReader.Trimmed(measured.Value) };
    }

    /// <summary>A number with its one unit.</summary>
    public Measured One(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number, int floor)
    {
        var (to, value) = (at + number.Length, number.Value);
        if (at > floor && NamedAge(lexemes, at - 1) is { } age) return new(at - 1, to, value, age, UnitKind.Age);
        if (Before(lexemes, at, floor) is not { Unit: not null } before) return After(lexemes, at, to, value);
        var suffix = NumberWords.Value(_suffixes, lexemes, to) is { } found && !IsGluedWord(lexemes, to + found.Length) ? found : (0, 1);
        return new(before.From, to + suffix.Item1, NumberReader.Times(NumberReader.Times(value, suffix.Item2), before.Factor), before.Unit, UnitKind.Money);
    }

    /// <summary>Whether a unit, or what multiplies money, stands there.</summary>
    public bool StandsAt(ImmutableArray<Lexeme> lexemes, int at) =>
        _units.Match(lexemes, at).Length + _currencies.Match(lexemes, at).Length + _ages.Match(lexemes, at).Length + _suffixes.Match(lexemes, at).Length > 0 || Code(lexemes, at).Unit is not null;

    /// <summary>Whether a unit ends right ahead of a number.</summary>
    public bool StandsBefore(ImmutableArray<Lexeme> lexemes, int at) => Before(lexemes, at, 0).Unit is not null;

    /// <summary>How many lexemes of a unit stand there, ahead of a number.</summary>
    public int LengthBefore(ImmutableArray<Lexeme> lexemes, int at) => _before.Match(lexemes, at).Length;

    /// <summary>Whether a unit tells how old.</summary>
    public bool IsAge(string? unit) => unit is not null && _ageUnits.Contains(unit);

    // «a man of age 87»
    private string? NamedAge(ImmutableArray<Lexeme> lexemes, int at) => _ageBefore.Match(lexemes, at) is { Length: 1 } found ? found.Value : null;

    private (int From, string? Unit, decimal Factor) Before(ImmutableArray<Lexeme> lexemes, int at, int floor)
    {
        for (var length = Math.Min(LongestBefore, at - floor); length > 0; length--)
            if (_before.Match(lexemes, at - length) is { } found && found.Length == length) return (at - length, found.Value, 1);
        return at > floor && Code(lexemes, at - 1) is { Unit: not null } code ? (at - 1, code.Unit, code.Factor) : default;
    }

    private (string? Unit, decimal Factor) Code(ImmutableArray<Lexeme> lexemes, int at)
    {
        if (at >= lexemes.Length || !lexemes[at].Capitals) return default;
        if (_codes.Has(lexemes[at])) return (lexemes[at].Key.ToUpperInvariant(), 1);
        var key = lexemes[at].Key;
        return key.Length == CodeLength + 1 && key[0] == 'm' && _codes.Has(lexemes[at] with { Key = key[1..] }) ? (key[1..].ToUpperInvariant(), Million) : default;
    }

    private Measured After(ImmutableArray<Lexeme> lexemes, int from, int to, decimal value)
    {
        var none = new Measured(from, to, value, null, UnitKind.Measure);
        if (to >= lexemes.Length) return none;
        return Millions(lexemes, none) ?? Named(lexemes, none) ?? Named(lexemes, none with { To = Joined(lexemes, to) }) ?? Bracketed(lexemes, none) ?? none;
    }

    // «5m euros», «3,5 M€», «10 M d'euros»
    private Measured? Millions(ImmutableArray<Lexeme> lexemes, Measured number) =>
        NumberWords.Value(_suffixes, lexemes, number.To) is { } suffix
        && Named(lexemes, number with { To = Joined(lexemes, number.To + suffix.Length), Value = NumberReader.Times(number.Value, suffix.Value) }) is { Kind: UnitKind.Money } money ? money : null;

    // «20 (kg)»
    private Measured? Bracketed(ImmutableArray<Lexeme> lexemes, Measured number) =>
        _open.Has(lexemes[number.To]) && Named(lexemes, number with { To = number.To + 1 }) is { } inner && inner.To < lexemes.Length && _close.Has(lexemes[inner.To])
            ? inner with { To = inner.To + 1 } : null;

    // Past a hyphen or «de», «d'».
    private int Joined(ImmutableArray<Lexeme> lexemes, int at)
    {
        if (at >= lexemes.Length) return at;
        if (lexemes[at].Key is "-") return Lexeme.IsGlued(lexemes, at) ? at + 1 : at;
        if (!_of.Has(lexemes[at])) return at;
        return at + 1 < lexemes.Length && lexemes[at + 1].Key is "'" ? at + 2 : at + 1;
    }

    // The unit that starts where a number ends: money with its millions («75 USD million»), a measure with what it is per.
    private Measured? Named(ImmutableArray<Lexeme> lexemes, Measured number)
    {
        var at = number.To;
        var (unit, money) = (_units.Match(lexemes, at), _currencies.Match(lexemes, at));
        if (_ages.Match(lexemes, at) is { Length: > 0 } age && age.Length > unit.Length) return number with { To = at + age.Length, Unit = age.Value, Kind = UnitKind.Age };
        if (unit.Length == 0 && money.Length == 0 && Code(lexemes, at) is { Unit: not null } code) return IsNextNumbers(lexemes, at) ? null : Money(lexemes, number, at + 1, code.Unit, code.Factor);
        if (money.Length > unit.Length) return IsNextNumbers(lexemes, at + money.Length - 1) ? null : Money(lexemes, number, at + money.Length, money.Value, 1);
        if (unit.Length == 0 || (unit.Value is "%" && IsGluedWord(lexemes, at + unit.Length))) return null;
        var rate = _rates.Match(lexemes, at + unit.Length);
        return number with { To = at + unit.Length + rate.Length, Unit = unit.Value + rate.Value };
    }

    private Measured Money(ImmutableArray<Lexeme> lexemes, Measured number, int end, string unit, decimal factor)
    {
        var scale = NumberWords.Value(_scales, lexemes, end) ?? (0, 1);
        return number with { To = end + scale.Length, Value = NumberReader.Times(NumberReader.Times(number.Value, scale.Value), factor), Unit = unit, Kind = UnitKind.Money };
    }

    // «1 $10 note», «3 USD50 cards»: a sign that touches the next number and not this one is the next one's.
    private static bool IsNextNumbers(ImmutableArray<Lexeme> lexemes, int at) =>
        !Lexeme.IsGlued(lexemes, at) && Lexeme.IsGlued(lexemes, at + 1) && lexemes[at + 1].Kind == LexemeKind.Digits;

    private static bool IsGluedWord(ImmutableArray<Lexeme> lexemes, int at) => Lexeme.IsGlued(lexemes, at) && lexemes[at].Kind != LexemeKind.Mark;

    // «5 feet and 2 inches», «15 dollars 50»
    private Measured WithSmaller(ImmutableArray<Lexeme> lexemes, Measured whole)
    {
        if (whole.Unit is null || whole.To >= lexemes.Length) return whole;
        var at = _and.Has(lexemes[whole.To]) ? whole.To + 1 : whole.To;
        var number = _numbers.At(lexemes, at);
        if (number.Length == 0 || number.Bare || number.Value <= 0) return whole;
        var end = at + number.Length;
        var unit = _units.Match(lexemes, end) is { Length: > 0 } named ? named : _currencies.Match(lexemes, end) is { Length: > 0 } money ? money : _smallerUnits.Match(lexemes, end);
        if (unit.Length == 0 && !(whole.Kind == UnitKind.Money && EndsClause(lexemes, end) && number.Value is >= 10 and < 100)) return whole;
        if (Ratio(whole.Unit, unit.Length == 0 ? Hundredth : unit.Value) is not { } ratio || number.Value * ratio >= 1) return whole;
        return whole with { To = end + unit.Length, Value = whole.Value + (number.Value * ratio) };
    }

    private decimal? Ratio(string whole, string part) => NumberWords.Value(_smaller, Lexeme.Split(whole + " " + part), 0)?.Value;

    private static bool EndsClause(ImmutableArray<Lexeme> lexemes, int at) =>
        at >= lexemes.Length || (lexemes[at].Key is "." or "," or ";" or ")" && !Lexeme.IsGlued(lexemes, at + 1));
}
