using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Recoupe.Extract;

namespace Recoupe.Bench;

/// <summary>
/// Scores numbers, percentages and quantities with units on Recognizers-Text: the span is the specification's, and the value its own.
/// A unit is right where every case of one of ours bears one of theirs, whatever each calls it.
/// </summary>
internal static class NumberSpecs
{
    public static int Score(string[] args)
    {
        var scan = FigureScan.For(args[0]);
        var (all, allRight) = (0, 0);
        foreach (var path in args[1..])
        {
            var (cases, right) = (0, 0);
            foreach (var spec in Specs.Supported(path))
            {
                var gold = spec.GetProperty("Results").EnumerateArray().Where(g => Value(g) is not null).ToList();
                var input = spec.GetProperty("Input").GetString()!;
                var found = Found(scan, input, path);
                cases++;
                if (gold.Count == found.Count && gold.TrueForAll(g => found.Exists(f => IsRight(g, f)))) right++;
                else Console.WriteLine($"MISS\t{Path.GetFileNameWithoutExtension(path)}\t{input.ReplaceLineEndings("\\n")}\tgold {string.Join("; ", gold.Select(g => $"{g.GetProperty("Text")}={Value(g)}"))}\tfound {string.Join("; ", found.Select(f => $"{f.Text}={f.Value}"))}");
            }

            Console.WriteLine($"{Path.GetFileNameWithoutExtension(path)}\t{right} of {cases}\t{100.0 * right / cases:0.0} %");
            (all, allRight) = (all + cases, allRight + right);
        }

        Console.WriteLine($"{args[0]}\tall\t{allRight} of {all}\t{100.0 * allRight / all:0.0} %");
        return 0;
    }

    // Every number, those that Figures passes over included: an article that also counts, but in French alone, as the specification has it.
    private static List<(string Text, decimal Value)> Found(FigureScan scan, string input, string path)
    {
        var lexemes = Lexeme.Split(input);
        var kind = Path.GetFileNameWithoutExtension(path);
        var (found, floor) = (new List<(string, decimal)>(), 0);
        for (var at = 0; at < lexemes.Length;)
        {
            var number = scan.Numbers.At(lexemes, at);
            if (number.Length == 0 || (number.Bare && input[lexemes[at].Span.Start] is 'a' or 'A') || IsPartOfWord(scan, lexemes, at))
            {
                at += Math.Max(1, number.Length);
                continue;
            }

            var plain = new Measured(at, at + number.Length, number.Value, null, false);
            var measured = scan.Measured(lexemes, at, number, floor);
            var shown = kind is "NumberModel" ? plain : measured;
            if (kind is "NumberModel" ? !IsPartOfWord(lexemes, at + number.Length) || measured.Unit is "%" or "dollar" : IsOfKind(measured, kind))
                found.Add((input[lexemes[shown.From].Span.Start..lexemes[shown.To - 1].Span.End], shown.Value));
            at = floor = shown.To;
        }

        return found;
    }

    // Each file is about one kind of unit; those of another kind are not asked for there.
    private static bool IsOfKind(Measured measured, string kind) => kind switch
    {
        "PercentModel" => measured.Unit is "%",
        "CurrencyModel" => measured.IsCurrency || measured.Unit is "pound",
        "TemperatureModel" => measured.Unit is "°" or "°C" or "°F" or "K",
        _ => measured is { IsCurrency: false, Unit: not (null or "%" or "°C" or "°F" or "K") },
    };

    private static bool IsPartOfWord(FigureScan scan, ImmutableArray<Lexeme> lexemes, int at) =>
        lexemes[at].Kind == LexemeKind.Digits && scan.IsName(lexemes, at) && Lexeme.IsGlued(lexemes, at);

    private static bool IsPartOfWord(ImmutableArray<Lexeme> lexemes, int at) => Lexeme.IsGlued(lexemes, at) && lexemes[at].Kind == LexemeKind.Letters;

    private static bool IsRight(JsonElement gold, (string Text, decimal Value) found) =>
        string.Equals(gold.GetProperty("Text").GetString(), found.Text, StringComparison.OrdinalIgnoreCase)
        && decimal.TryParse(Value(gold)!.TrimEnd('%').Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && Math.Abs(value - found.Value) <= Math.Abs(value) / 1_000_000;

    private static string? Value(JsonElement gold) =>
        gold.TryGetProperty("Resolution", out var r) && r.ValueKind == JsonValueKind.Object && r.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text and not "null" ? text : null;
}
