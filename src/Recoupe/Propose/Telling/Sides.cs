namespace Recoupe.Propose.Telling;

/// <summary>The side that a telling takes on what it tells.</summary>
internal static class Sides
{
    /// <summary>By its certainty; a refusal to say and an inquiry are neither. A demand is for what it demands: what is told as one takes that side where it is worded.</summary>
    public static Side Of(Statement statement) => statement.Certainty switch
    {
        Certainty.CertainlyNot or Certainty.ProbablyNot or Certainty.PossiblyNot => Side.Against,
        Certainty.Uncommitted => Side.Uncommitted,
        _ => Side.For,
    };
}
