namespace Recoupe.Judge.Figures;

/// <summary>
/// A measure, its value and the thing it counts (<c>killed, 12</c>; <c>destroyed, 5, TANKS</c>): two figures of one voice that are equal in
/// these are one count.
/// </summary>
/// <param name="Measure">The measure, where one is told.</param>
/// <param name="Value">The quantity; of an open bound it does not matter whether it is meant.</param>
/// <param name="What">The thing counted, in capitals; <see langword="null"/> of people, whom reporters name by many nouns (dead, people,
/// residents): there the measure says it.</param>
/// <param name="IsForecast">Whether it is foretold.</param>
internal readonly record struct CountedThing(string? Measure, CountValue Value, string? What, bool IsForecast)
{
    public static CountedThing Of(GivenFigure given)
    {
        var (figure, value) = (given.Figure, CountValue.Of(given.Figure));
        value = value with { MinInclusive = value.MinInclusive || value.Min is null, MaxInclusive = value.MaxInclusive
            || value.Max is null };
        return new(figure.Measure, value, IsOfPeople(figure) ? null : figure.What?.ToUpperInvariant(), given.IsForecast);
    }

    /// <summary>Whether nothing shows that two places are two.</summary>
    public static bool MayBeOnePlace(string? a, string? b) =>
        a is null || b is null || string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether two of one measure are of one thing, both counted or both foretold.</summary>
    public bool IsOfWhat(CountedThing other) => IsForecast == other.IsForecast && string.Equals(What, other.What, StringComparison.Ordinal);

    // Losses of things are told by thing.
    private static bool IsOfPeople(Figure figure) => figure.Measure is not (null or "destroyed" or "lost" or "deployed");
}
