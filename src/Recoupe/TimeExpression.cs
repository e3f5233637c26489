using Recoupe.Language;

namespace Recoupe;

/// <summary>A time expression, valued as TIMEX3 (ISO 24617-1).</summary>
/// <param name="Span">The words of it.</param>
/// <param name="Type">What kind of time.</param>
/// <param name="Value"><c>2022-04-07</c>, <c>XXXX-04-07</c>, <c>2022-03</c>, <c>2023-W29</c>, <c>P3D</c>, <c>2022-04-07T14:30</c>.</param>
/// <param name="Modifier">START, MID, END, APPROX, BEFORE or AFTER; <see langword="null"/> where there is none.</param>
/// <param name="Anchor">The value it was reckoned from; <see langword="null"/> where it stands alone.</param>
public sealed record TimeExpression(TextSpan Span, TimeType Type, string Value, string? Modifier, string? Anchor);

/// <summary>The TIMEX3 types.</summary>
public enum TimeType
{
    /// <summary>A day, week, month, season, year.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A recurring time.</summary>
    Set,
}
