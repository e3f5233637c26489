using Recoupe.Language;

namespace Recoupe;

/// <summary>A quantity that an article gives, with its bounds and what it counts.</summary>
/// <param name="Span">The number with its bounding words and unit.</param>
/// <param name="Min">The lower bound; <see langword="null"/> where there is none.</param>
/// <param name="MinInclusive">Whether the lower bound itself is meant (<c>au moins 30</c>, not <c>plus de 30</c>).</param>
/// <param name="Max">The upper bound; <see langword="null"/> where there is none.</param>
/// <param name="MaxInclusive">Whether the upper bound itself is meant.</param>
/// <param name="Approximate">Whether the text rounds (<c>environ</c>, <c>une dizaine</c>).</param>
/// <param name="Unit">A currency or unit (<c>EUR</c>, <c>km</c>, <c>%</c>); <see langword="null"/> for a plain count.</param>
/// <param name="What">What is counted, as the text words it.</param>
/// <param name="Measure">Which measure of it (<c>killed</c>, <c>wounded</c>); <see langword="null"/> where none is told.</param>
/// <param name="Statement">The statement that gives it; <see langword="null"/> where the article itself does.</param>
/// <param name="AsOf">The day of the count, or <see langword="null"/>.</param>
/// <param name="Place">Where, or <see langword="null"/>.</param>
public sealed record Figure(
    TextSpan Span,
    decimal? Min,
    bool MinInclusive,
    decimal? Max,
    bool MaxInclusive,
    bool Approximate,
    string? Unit,
    string? What,
    string? Measure,
    string? Statement,
    string? AsOf,
    string? Place);
