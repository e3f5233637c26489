namespace Recoupe.Propose.Telling;

/// <summary>The side that a telling takes on what it tells.</summary>
internal static class Sides
{
    /// <summary>
    /// By its certainty; a refusal to say and an inquiry are neither. A demand is for what it demands: what is told as one takes that side
    /// where it is worded.
    /// </summary>
    public static Side Of(Statement statement) => statement.Certainty.Sign() switch
    {
        < 0 => Side.Against,
        0 => Side.Uncommitted,
        _ => Side.For,
    };
}
