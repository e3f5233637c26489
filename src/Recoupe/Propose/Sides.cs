namespace Recoupe.Propose;

/// <summary>The side that a telling takes on what it tells.</summary>
internal static class Sides
{
    /// <summary>By its certainty; a demand is for what it demands, a refusal to say is neither.</summary>
    public static Side Of(Certainty certainty, Stance stance) => (certainty, stance) switch
    {
        (_, Stance.Denies) when certainty is not (Certainty.Certain or Certainty.Probable or Certainty.Possible) => Side.Against,
        (Certainty.CertainlyNot or Certainty.ProbablyNot or Certainty.PossiblyNot, _) => Side.Against,
        (Certainty.Uncommitted, _) => Side.Uncommitted,
        _ => Side.For,
    };
}
