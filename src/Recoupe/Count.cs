using System.Collections.Immutable;

namespace Recoupe;

/// <summary>
/// What one voice counts: one value of one measure, however many articles carry it. A value that is foretold is another count than one that
/// was counted.
/// </summary>
/// <param name="Id">A hash of its value and of the passages that give it.</param>
/// <param name="Measure">Which measure (<c>killed</c>, <c>wounded</c>); <see langword="null"/> where none is told.</param>
/// <param name="What">What is counted, as the first article that gives it words it; <see langword="null"/> where it does not say.</param>
/// <param name="Where">The place that any of its articles names, or <see langword="null"/>.</param>
/// <param name="Value">How many or how much.</param>
/// <param name="Voice">Who counts.</param>
/// <param name="AsOf">The earliest day that it is given as of, as <see cref="TimeExpression.Value"/>; <see langword="null"/> where none is
/// known.</param>
/// <param name="Kind">Whether it was counted or is foretold.</param>
/// <param name="Relations">How it stands to counts before it in the ledger's order, in that order.</param>
/// <param name="Passages">Where it is given, by day: at least once.</param>
public sealed record Count(
    string Id,
    string? Measure,
    string? What,
    string? Where,
    CountValue Value,
    CountVoice Voice,
    string? AsOf,
    CountKind Kind,
    ImmutableArray<CountRelation> Relations,
    ImmutableArray<Passage> Passages);

/// <summary>A quantity with its bounds, as a <see cref="Figure"/> has them.</summary>
/// <param name="Min">The lower bound; <see langword="null"/> where there is none.</param>
/// <param name="MinInclusive">Whether the lower bound itself is meant.</param>
/// <param name="Max">The upper bound; <see langword="null"/> where there is none.</param>
/// <param name="MaxInclusive">Whether the upper bound itself is meant.</param>
/// <param name="Approximate">Whether it is rounded.</param>
/// <param name="Unit">A currency or unit; <see langword="null"/> for a plain count.</param>
public readonly record struct CountValue(decimal? Min, bool MinInclusive, decimal? Max, bool MaxInclusive, bool Approximate, string? Unit)
{
    internal static CountValue Of(Figure figure) =>
        new(figure.Min, figure.MinInclusive, figure.Max, figure.MaxInclusive, figure.Approximate, figure.Unit);
}

/// <summary>Who gives a count.</summary>
/// <param name="Id">What tells this voice from others: a hash, the same in all of its counts.</param>
/// <param name="Name">What it is called; <see langword="null"/> for whoever is not named, and for articles that count themselves.</param>
/// <param name="Institution">The id of its institution's entity, or of the person's; <see langword="null"/> where it is none.</param>
/// <param name="IsNamed">Whether it is shown who that is: two who are not named may be one.</param>
/// <param name="IsOwn">Whether it is articles of one family that count, without a source.</param>
public sealed record CountVoice(string Id, string? Name, string? Institution, bool IsNamed, bool IsOwn);

/// <summary>What sort of number a count is.</summary>
public enum CountKind
{
    /// <summary>Of what was so when it was told.</summary>
    Count,

    /// <summary>Of what is to come.</summary>
    Forecast,
}

/// <summary>How a count stands to one before it.</summary>
/// <param name="To">The id of the count before it.</param>
/// <param name="Kind">How it stands to that.</param>
public sealed record CountRelation(string To, CountRelationKind Kind);

/// <summary>How counts stand to each other.</summary>
public enum CountRelationKind
{
    /// <summary>The same voice, later, with another value.</summary>
    Update,

    /// <summary>Another voice, with a value that cannot be true together with it.</summary>
    Disagrees,

    /// <summary>Another voice, with the same value.</summary>
    Same,
}
