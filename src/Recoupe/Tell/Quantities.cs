namespace Recoupe.Tell;

/// <summary>Figures as people read them.</summary>
internal static class Quantities
{
    /// <summary>A figure's bounds as a value: <c>70</c>, <c>&gt; 70</c>, <c>≥ 30</c>, <c>10–15</c>, <c>≈ 1 000</c>.</summary>
    public static string Told(Words words, Figure figure)
    {
        var bounds = (figure.Min, figure.Max) switch
        {
            (null, null) => "–",
            ({ } min, null) => (figure.MinInclusive ? "≥ " : "> ") + words.Number(min),
            (null, { } max) => (figure.MaxInclusive ? "≤ " : "< ") + words.Number(max),
            var (min, max) when min == max => words.Number(min!.Value),
            var (min, max) => words.Number(min!.Value) + "–" + words.Number(max!.Value),
        };
        var unit = figure.Unit is { } named ? " " + named : "";
        return (figure.Approximate ? "≈ " : "") + bounds + unit;
    }
}
