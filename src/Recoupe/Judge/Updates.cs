using System.Collections.Immutable;

namespace Recoupe.Judge;

/// <summary>
/// Tells updates from rivals by who is heard: two values that the same voices alone give, on two days, are one series, however its
/// articles name them.
/// </summary>
internal static class Updates
{
    /// <summary>The claim, with what its own voices brought up to date no longer among what contradicts it.</summary>
    public static Claim Told(Claim claim, Func<string, Claim> claims, Func<string, ClaimVoices> heard)
    {
        var updates = claim.Contradicts.Where(o => IsUpdate(claim, claims(o.Claim), o, heard)).ToImmutableArray();
        if (updates.IsEmpty) return claim;
        var told = updates.Select(o => new Contradiction(o.Claim, [Reason.Of("UPDATES", Ends(claim, claims(o.Claim)))]));
        return claim with
        {
            Contradicts = [.. claim.Contradicts.Except(updates)],
            Bearing = [.. claim.Bearing.Concat(told).OrderBy(o => o.Claim, StringComparer.Ordinal)],
        };
    }

    private static bool IsUpdate(Claim claim, Claim other, Contradiction contradiction, Func<string, ClaimVoices> heard)
    {
        if (contradiction.Reasons.Any(r => r.Code != "FIGURES-APART") || claim.First is null || other.First is null) return false;
        if (string.Equals(claim.First, other.First, StringComparison.Ordinal)) return false;
        var (voices, others) = (Names(heard(claim.Id)), Names(heard(other.Id)));
        return voices.Count > 0 && voices.SetEquals(others);
    }

    // Nobody who is not named is known to be one.
    private static HashSet<string> Names(ClaimVoices heard) =>
        heard.For.All(v => v.IsNamed) ? [.. heard.For.Select(v => v.Name)] : [];

    // The later first: what brings up to date is where the relation starts.
    private static IEnumerable<Passage> Ends(Claim a, Claim b)
    {
        var (later, earlier) = string.CompareOrdinal(a.First, b.First) > 0 ? (a, b) : (b, a);
        return new[] { later, earlier }.Select(c => new Passage(c.Positions[0].Article, c.Positions[0].Spans[0]));
    }
}
