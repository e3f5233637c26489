using System.Text.Json;
using Recoupe.Extract.Times;
using Recoupe.Language;

namespace Recoupe.Bench;

/// <summary>Scores times on the DateTimeModel cases of Recognizers-Text that its .NET version supports and whose value is one TIMEX.</summary>
internal static class TimeSpecs
{
    public static int Score(string language, string path)
    {
        var reader = Reader.Load(language);
        var (cases, right, wrong, expected) = (0, 0, 0, 0);
        foreach (var spec in Specs.Supported(path))
        {
            var gold = spec.GetProperty("Results").EnumerateArray().ToList();
            if (gold.Exists(g => !IsOneTimex(g))) continue;
            var input = spec.GetProperty("Input").GetString()!;
            var found = TimeFinder.Find(SpecArticle.Of(input, language, Reference(spec)), reader.Read(input)).ToList();
            cases++;
            expected += gold.Count;
            var matched = gold.Count(g => found.Exists(f => IsRight(g, f, input)));
            if (matched == gold.Count && found.Count == gold.Count) right++;
            else Console.WriteLine($"MISS\t{input.ReplaceLineEndings("\\n")}\t{Reference(spec)}\tgold {string.Join("; ", gold.Select(Show))}\tfound {string.Join("; ", found.Select(f => $"{f.Span.In(input)}={f.Value}"))}");
            wrong += found.Count - matched;
        }

        Console.WriteLine($"{language}\tcases {cases}\twholly right {right} ({100.0 * right / cases:0.0} %)\texpressions {expected}\tfound and wrong {wrong}");
        return 0;
    }

    private static string? Reference(JsonElement spec) =>
        spec.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var at) ? at.GetString()![..10] : null;

    private static IEnumerable<JsonElement> Values(JsonElement gold) =>
        gold.TryGetProperty("Resolution", out var r) && r.ValueKind == JsonValueKind.Object && r.TryGetProperty("values", out var values) ? values.EnumerateArray() : [];

    private static string Timex(JsonElement value) => value.TryGetProperty("timex", out var timex) ? timex.GetString()! : "";

    private static bool IsOneTimex(JsonElement gold) => Values(gold).Any() && Values(gold).All(v => !Timex(v).StartsWith('('));

    private static bool IsRight(JsonElement gold, TimeExpression found, string input) =>
        string.Equals(gold.GetProperty("Text").GetString(), found.Span.In(input).ToString(), StringComparison.OrdinalIgnoreCase)
        && Values(gold).Any(v => string.Equals(Timex(v), found.Value, StringComparison.Ordinal) || IsResolved(v, found.Value));

    // A weekday or a day without its year has two days in the specification, the one before and the one after: either is right.
    private static bool IsResolved(JsonElement gold, string value)
    {
        var (day, clock) = Split(Timex(gold));
        var (ourDay, ourClock) = Split(value);
        if (ourDay.Length < 4 || !day.StartsWith("XXXX", StringComparison.Ordinal) || !string.Equals(clock, ourClock, StringComparison.Ordinal)) return false;
        var days = ((string[])["value", "start", "end"]).Where(p => gold.TryGetProperty(p, out _)).Select(p => gold.GetProperty(p).GetString()!).ToList();
        return days.Exists(d => d.StartsWith(ourDay, StringComparison.Ordinal))
            || (string.Equals(day[4..], ourDay[4..], StringComparison.Ordinal) && days.Exists(d => d.StartsWith(ourDay[..4], StringComparison.Ordinal)));
    }

    private static (string Day, string Clock) Split(string value) =>
        value.IndexOf('T', StringComparison.Ordinal) is >= 0 and var at ? (value[..at], value[at..]) : (value, "");

    private static string Show(JsonElement gold) => $"{gold.GetProperty("Text").GetString()}={string.Join("|", Values(gold).Select(Timex).Distinct(StringComparer.Ordinal))}";
}
