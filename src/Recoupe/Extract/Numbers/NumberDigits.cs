using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Extract.Patterns;

namespace Recoupe.Extract.Numbers;

/// <summary>Reads numbers in digits, with what multiplies or continues them: <c>30 000</c>, <c>1.458.000,00</c>, <c>1.5 million</c>, <c>3 hundred and 21</c>, <c>1 4/5</c>.</summary>
internal sealed class NumberDigits(PatternFile file, NumberWords words)
{
    // «4 thousand 3 hundred and 21» is three deep; a text that goes on so for ever is no number.
    private const int Deepest = 3;
    private const int MostGroups = 12, MostDigits = 28, MostPower = 40;

    private readonly WordClass _scale = file["scale"], _half = file["half"], _suffix = file["suffix"], _capitalSuffix = file["suffix-capital"];
    private readonly WordClass _decimal = file["decimal"], _group = file["group"], _digitHundred = file["hundred-after-digits"], _times = file["times"];
    private readonly bool _spacesGroup = file.Classes.ContainsKey("space-groups");

    /// <summary>The number that starts at digits; no length where it is none.</summary>
    public NumberMatch At(ImmutableArray<Lexeme> lexemes, int at, int depth = 0)
    {
        if (Plain(lexemes, at, _group, _decimal) is not { } plain) return default;
        // A foreign hand writes 5,00 in English and 1.5 in French; 22,24,26 is a list.
        if (IsCutShort(lexemes, at + plain.Length) && !(Lexeme.IsGlued(lexemes, at) && IsGroupMark(lexemes, at - 1, _group)) && Plain(lexemes, at, _decimal, _group) is { } foreign && foreign.Length > plain.Length
            && !IsCutShort(lexemes, at + foreign.Length)) plain = foreign;
        return Continued(lexemes, at, at + plain.Length, plain.Value, depth);
    }

    /// <summary><c>,08</c></summary>
    public NumberMatch Decimals(ImmutableArray<Lexeme> lexemes, int at) =>
        _decimal.Has(lexemes[at]) && !Lexeme.IsGlued(lexemes, at) && IsGluedDigits(lexemes, at + 1)
        && lexemes[at + 1].Key.Length < MostDigits && Parsed("0." + lexemes[at + 1].Key) is { } value ? new(2, value, false, false) : default;

    private (int Length, decimal Value)? Plain(ImmutableArray<Lexeme> lexemes, int at, WordClass group, WordClass point)
    {
        var end = GroupsEnd(lexemes, at, group);
        var digits = string.Concat(Enumerable.Range(at, end - at).Where(i => lexemes[i].Kind == LexemeKind.Digits).Select(i => lexemes[i].Key));
        if (end < lexemes.Length && point.Has(lexemes[end]) && Lexeme.IsGlued(lexemes, end) && IsGluedDigits(lexemes, end + 1) && !IsGluedDigits(lexemes, end + 2))
        {
            // A foreign hand writes 30,000 in French too: three noughts after a comma are thousands.
            var thousands = lexemes[end + 1].Key is "000" && end == at + 1;
            digits += thousands ? lexemes[end + 1].Key : "." + lexemes[end + 1].Key;
            end += 2;
        }

        return digits.Length is > 0 and <= MostDigits && Parsed(digits) is { } value ? (end - at, value) : null;
    }

    private static decimal? Parsed(string digits) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= NumberReader.Largest ? value : null;

    private int GroupsEnd(ImmutableArray<Lexeme> lexemes, int at, WordClass group)
    {
        var end = at + 1;
        if (lexemes[at].Key.Length is 0 or > 3 || lexemes[at].Key is ['0', ..]) return end;
        var lakhs = PairsEnd(lexemes, at, group);
        while (end < lexemes.Length && end - at < 2 * MostGroups)
        {
            var spaced = _spacesGroup && lexemes[end].Kind == LexemeKind.Digits && lexemes[end].Span.Start == lexemes[end - 1].Span.End + 1
                && group.Match(lexemes, end - 1).Length == 0;
            var digits = spaced ? end : end + 1;
            if (!spaced && !IsGroupMark(lexemes, end, group)) break;
            if (lexemes[digits] is not { Kind: LexemeKind.Digits, Key.Length: 3 } || IsGluedDigits(lexemes, digits + 1)) break;
            end = digits + 1;
        }

        return Math.Max(end, lakhs);
    }

    // 12,34,567: pairs, then three.
    private static int PairsEnd(ImmutableArray<Lexeme> lexemes, int at, WordClass group)
    {
        var end = at + 1;
        while (end - at < 2 * MostGroups && IsGroupMark(lexemes, end, group) && lexemes[end + 1].Key.Length == 2) end += 2;
        return end > at + 1 && IsGroupMark(lexemes, end, group) && lexemes[end + 1].Key.Length == 3 ? end + 2 : at;
    }

    private static bool IsGroupMark(ImmutableArray<Lexeme> lexemes, int at, WordClass group) =>
        at < lexemes.Length && group.Has(lexemes[at]) && Lexeme.IsGlued(lexemes, at) && IsGluedDigits(lexemes, at + 1);

    private bool IsCutShort(ImmutableArray<Lexeme> lexemes, int at) => IsGroupMark(lexemes, at, _group) || IsGroupMark(lexemes, at, _decimal);

    private static bool IsGluedDigits(ImmutableArray<Lexeme> lexemes, int at) =>
        at < lexemes.Length && lexemes[at].Kind == LexemeKind.Digits && Lexeme.IsGlued(lexemes, at);

    private NumberMatch Continued(ImmutableArray<Lexeme> lexemes, int at, int end, decimal value, int depth)
    {
        // «1 4/5» and «3/4»
        if (Slashed(lexemes, end - 1) is { } alone && end == at + 1) return new(3, alone, false, false);
        if (Slashed(lexemes, end) is { } part && part < 1) return new(end + 3 - at, value + part, false, false);
        if (Suffix(lexemes, end) is { } suffix) return new(end + 1 - at, NumberReader.Times(value, suffix), false, false);
        if (Power(lexemes, end, value) is { } power) return new(power.End - at, power.Value, false, false);
        return Scaled(lexemes, at, end, value, depth);
    }

    // «10k», «10M»; «10m» is a length.
    private decimal? Suffix(ImmutableArray<Lexeme> lexemes, int at)
    {
        if (at >= lexemes.Length || (Lexeme.IsGlued(lexemes, at + 1) && lexemes[at + 1].Kind != LexemeKind.Mark)) return null;
        return lexemes[at].Capitals && Lexeme.IsGlued(lexemes, at) && NumberWords.Value(_capitalSuffix, lexemes, at) is { } capital ? capital.Value
            : NumberWords.Value(_suffix, lexemes, at)?.Value;
    }

    // «1.1^23», «12e+14», «1.3x10^6»
    private (int End, decimal Value)? Power(ImmutableArray<Lexeme> lexemes, int at, decimal value)
    {
        if (!Lexeme.IsGlued(lexemes, at) || at + 1 >= lexemes.Length) return null;
        if (lexemes[at].Key is "^" && Exponent(lexemes, at + 1) is { } own) return Raised(value, own.Value) is { } raised ? (own.End, raised) : null;
        var tens = lexemes[at].Key is "e" ? at + 1
            : _times.Has(lexemes[at]) && at + 2 < lexemes.Length && lexemes[at + 1].Key is "10" && lexemes[at + 2].Key is "^" ? at + 3 : 0;
        if (tens == 0 || Exponent(lexemes, tens) is not { } exponent || Raised(10, exponent.Value) is not { } factor) return null;
        return value == 0 || factor <= NumberReader.Largest / value ? (exponent.End, value * factor) : null;
    }

    private static (int End, int Value)? Exponent(ImmutableArray<Lexeme> lexemes, int at)
    {
        var sign = at < lexemes.Length && lexemes[at].Key is "-" or "+" && Lexeme.IsGlued(lexemes, at) ? 1 : 0;
        if (!IsGluedDigits(lexemes, at + sign) || lexemes[at + sign].Key.Length > 2) return null;
        var value = int.Parse(lexemes[at + sign].Key, CultureInfo.InvariantCulture);
        return (at + sign + 1, sign > 0 && lexemes[at].Key is "-" ? -value : value);
    }

    private static decimal? Raised(decimal value, int power)
    {
        if (value <= 0 || Math.Abs(power) > MostPower) return null;
        var product = 1m;
        for (var i = 0; i < Math.Abs(power); i++)
        {
            if (product > NumberReader.Largest / Math.Max(1, value)) return null;
            product *= value;
        }

        return power >= 0 ? product : product == 0 ? null : 1 / product;
    }

    private NumberMatch Scaled(ImmutableArray<Lexeme> lexemes, int at, int end, decimal value, int depth)
    {
        var word = NumberWords.Value(_scale, lexemes, end) ?? NumberWords.Value(_digitHundred, lexemes, end);
        if (word is not { } scale) return new(end - at, value, false, false);
        var (total, product) = (end + scale.Length, NumberReader.Times(value, scale.Value));
        if (_half.Match(lexemes, total).Length > 0) return new(total - at, product, false, false);
        var next = words.SkipJoiner(lexemes, total);
        var rest = next >= lexemes.Length || lexemes[next].Kind != LexemeKind.Digits ? words.At(lexemes, next)
            : depth < Deepest ? At(lexemes, next, depth + 1) : default;
        return rest.Length > 0 && !rest.Bare && rest.Value > 0 && rest.Value < scale.Value
            ? new(next + rest.Length - at, product + rest.Value, false, false)
            : new(total - at, product, false, false);
    }

    private static decimal? Slashed(ImmutableArray<Lexeme> lexemes, int at) =>
        at >= 0 && at + 2 < lexemes.Length && lexemes[at + 1].Key is "/" && Lexeme.IsGlued(lexemes, at + 1) && IsGluedDigits(lexemes, at + 2)
        && lexemes[at].Key.Length is > 0 and < 4 && lexemes[at + 2].Key.Length < 4
        && int.TryParse(lexemes[at].Key, NumberStyles.None, CultureInfo.InvariantCulture, out var over)
        && int.TryParse(lexemes[at + 2].Key, NumberStyles.None, CultureInfo.InvariantCulture, out var under) && under > 0
        && !(at + 3 < lexemes.Length && lexemes[at + 3].Key is "/" && Lexeme.IsGlued(lexemes, at + 3))
            ? (decimal)over / under : null;
}
