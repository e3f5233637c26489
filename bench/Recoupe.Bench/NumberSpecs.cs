using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Recoupe.Extract.Figures;
using Recoupe.Extract.Patterns;

namespace Recoupe.Bench;

/// <summary>
/// Scores numbers, percentages, quantities with units and ranges on Recognizers-Text: a case is right where all that the specification names is found, and
/// nothing more, with its words, its value and its unit. A unit that no number stands beside is asked for too, and never found: Recoupe reads quantities.
/// </summary>
internal static class NumberSpecs
{
    public static int Score(string[] args)
    {
        var scan = FigureScan.For(args[0]);
        var total = new Tally();
        foreach (var path in args[1..])
        {
            var tally = new Tally();
            foreach (var spec in Specs.Supported(path)) Judge(scan, spec, path, tally);
            Console.WriteLine($"{Path.GetFileNameWithoutExtension(path)}\t{tally}");
            total.Add(tally);
        }

        Console.WriteLine($"{args[0]}\tall\t{total}");
        return 0;
    }

    private static void Judge(FigureScan scan, JsonElement spec, string path, Tally tally)
    {
        var gold = spec.GetProperty("Results").EnumerateArray().ToList();
        var input = spec.GetProperty("Input").GetString()!;
        var isRange = Path.GetFileNameWithoutExtension(path) is "NumberRangeModel";
        var found = isRange ? Ranges(scan, input) : Found(scan, input, path);
        var right = gold.Count == found.Count && gold.TrueForAll(g => found.Exists(f => isRange ? IsRightRange(g, f) : IsRight(g, f)));
        tally.Count(right, gold.Exists(g => Text(g, "value") is null));
        if (!right) Console.WriteLine($"MISS\t{Path.GetFileNameWithoutExtension(path)}\t{input.ReplaceLineEndings("\\n")}\tgold {string.Join("; ", gold.Select(g => $"{g.GetProperty("Text")}={Text(g, "value")} {Text(g, "unit")}"))}\tfound {string.Join("; ", found.Select(f => $"{f.Text}={f.Value} {f.Unit}"))}");
    }

    /// <summary>How many cases were asked and how many were right; of those wrong, how many ask for a unit without a number.</summary>
    private sealed class Tally
    {
        private int _cases, _right, _bare;

        public void Count(bool right, bool asksBareUnit) => (_cases, _right, _bare) = (_cases + 1, _right + (right ? 1 : 0), _bare + (asksBareUnit && !right ? 1 : 0));

        public void Add(Tally other) => (_cases, _right, _bare) = (_cases + other._cases, _right + other._right, _bare + other._bare);

        public override string ToString() => _cases == 0 ? "none" : $"{_right} of {_cases}\t{100.0 * _right / _cases:0.0} %\tunits without a number asked for in {_bare}";
    }

    private readonly record struct Answer(string Text, string Value, string? Unit);

    // Quantities whose words bound them: what the specification calls a range.
    private static List<Answer> Ranges(FigureScan scan, string input) =>
    [
        .. scan.In(Lexeme.Split(input), []).Where(q => q.Min != q.Max)
            .Select(q => new Answer(q.Span.In(input).ToString(), Interval(q), null)),
    ];

    private static string Interval(Quantity q) => string.Create(
        CultureInfo.InvariantCulture, $"{(q.MinInclusive && q.Min is not null ? '[' : '(')}{q.Min:0.##########},{q.Max:0.##########}{(q.MaxInclusive && q.Max is not null ? ']' : ')')}");

    // The specification leaves the upper end of «between 10 and 20» out; either is right.
    private static bool IsRightRange(JsonElement gold, Answer found)
    {
        var value = Text(gold, "value")!;
        return IsText(gold, found.Text) && (string.Equals(value, found.Value, StringComparison.Ordinal)
            || (value[0] == '[' && value[^2] != ',' && string.Equals(value[..^1], found.Value[..^1], StringComparison.Ordinal)));
    }

    // Every number, those that Figures passes over included: an article that also counts, but in French alone, as the specification has it.
    private static List<Answer> Found(FigureScan scan, string input, string path)
    {
        var lexemes = Lexeme.Split(input);
        var kind = Path.GetFileNameWithoutExtension(path);
        var (found, floor) = (new List<Answer>(), 0);
        for (var at = 0; at < lexemes.Length;)
        {
            var number = scan.Numbers.At(lexemes, at);
            if (number.Length == 0 || (number.Bare && input[lexemes[at].Span.Start] is 'a' or 'A') || IsPartOfWord(scan, lexemes, at))
            {
                at += Math.Max(1, number.Length);
                continue;
            }

            var plain = new Measured(at, at + number.Length, number.Value, null, UnitKind.Measure);
            var measured = scan.Measured(lexemes, at, number, floor);
            var shown = kind is "NumberModel" ? plain : measured;
            if (kind is "NumberModel" ? !IsPartOfWord(lexemes, at + number.Length) || measured.Unit is "%" or "dollar" : IsOfKind(measured, kind))
                found.Add(new(input[lexemes[shown.From].Span.Start..lexemes[shown.To - 1].Span.End], shown.Value.ToString(CultureInfo.InvariantCulture), shown.Unit));
            at = floor = shown.To;
        }

        return found;
    }

    // Each file is about one kind of unit; those of another kind are not asked for there.
    private static bool IsOfKind(Measured measured, string kind) => kind switch
    {
        "PercentModel" => measured.Unit is "%",
        "CurrencyModel" => measured.Kind == UnitKind.Money || measured.Unit is "pound",
        "TemperatureModel" => IsTemperature(measured),
        "AgeModel" => measured.Kind == UnitKind.Age,
        _ => measured is { Kind: UnitKind.Measure, Unit: not (null or "%") } && (measured.Unit is "°" || !IsTemperature(measured)),
    };

    private static bool IsTemperature(Measured measured) => measured.Unit is "°" or "°C" or "°F" or "K";

    private static bool IsPartOfWord(FigureScan scan, ImmutableArray<Lexeme> lexemes, int at) =>
        lexemes[at].Kind == LexemeKind.Digits && scan.IsName(lexemes, at) && Lexeme.IsGlued(lexemes, at);

    private static bool IsPartOfWord(ImmutableArray<Lexeme> lexemes, int at) => Lexeme.IsGlued(lexemes, at) && lexemes[at].Kind == LexemeKind.Letters;

    private static bool IsRight(JsonElement gold, Answer found) =>
        IsText(gold, found.Text) && (found.Unit is "%" || UnitNames.Same(found.Unit, Text(gold, "unit")))
        && decimal.TryParse(Text(gold, "value")?.TrimEnd('%').Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && Math.Abs(value - decimal.Parse(found.Value, CultureInfo.InvariantCulture)) <= Math.Abs(value) / 1_000_000;

    private static bool IsText(JsonElement gold, string found) => string.Equals(gold.GetProperty("Text").GetString(), found, StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonElement gold, string name) =>
        gold.TryGetProperty("Resolution", out var r) && r.ValueKind == JsonValueKind.Object && r.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text and not "null" ? text : null;
}
