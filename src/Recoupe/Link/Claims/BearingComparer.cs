using Recoupe.Link.Terms;

namespace Recoupe.Link.Claims;

/// <summary>Ties what is said of a telling (that it was never made, that it is taken back) to that telling, and to no other.</summary>
internal static class BearingComparer
{
    /// <summary>From the one that is about the other; <see langword="null"/> where neither is.</summary>
    public static StatementTie? Compare(TellingEnd s, TellingEnd t)
    {
        if (s.Article != t.Article) return null;
        return Of(s, t) ?? Of(t, s);
    }

    /// <summary>Whether one is about a telling and the other is not, or about one in another way: they are never one claim.</summary>
    public static bool AreOfTwoSorts(TellingEnd s, TellingEnd t) => s.Print.Bears?.Kind != t.Print.Bears?.Kind;

    /// <summary>From a part to its whole («seuls deux des trois ponts»); <see langword="null"/> where they tell of two things.</summary>
    public static StatementTie? OfPart(TellingEnd s, TellingEnd t)
    {
        var (part, whole) = s.Print.IsPartial ? (s, t) : (t, s);
        if (part.Print.Sign <= 0 || whole.Print.Sign <= 0 || !RoleComparer.IsOneThing(part.Print, whole.Print)) return null;
        // Whatever number the whole has stands in the part too.
        if (whole.Print.Terms.Terms.Where(TermDifference.IsNumber).Any(n => !part.Print.Terms.Terms.Contains(n))) return null;
        return part.Tied(whole, StatementTieKind.Bears, part.Print.Terms.Dice(whole.Print.Terms), "PARTIAL");
    }

    private static StatementTie? Of(TellingEnd from, TellingEnd to)
    {
        if (from.Print.Bears is not { } bearing || !string.Equals(bearing.Proposition, to.Print.Id, StringComparison.Ordinal)) return null;
        return from.Tied(to, StatementTieKind.Bears, Ratio.One, bearing.Kind == RelationKind.Disowns ? "DISOWNS" : "RETRACTS");
    }
}
