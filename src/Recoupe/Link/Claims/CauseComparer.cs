using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Claims;

/// <summary>Holds apart what one thing is said to have come of: the rain here, poor upkeep there.</summary>
internal static class CauseComparer
{
    // Of what came of it, in ten-thousandths: the same thing, told with more or less.
    private const int OneThing = 6_000;

    /// <summary>Whether both tell what a thing came of, and of nothing that both name.</summary>
    public static bool AreApart(TellingEnd s, TellingEnd t) =>
        IsOneTongue(s, t) && Says(s.Print.Cause) && Says(t.Print.Cause) && !Shares(s.Print.Cause, t.Print.Cause);

    /// <summary>The contradiction of two that give one thing two causes; <see langword="null"/> where it is not one thing.</summary>
    public static StatementTie? Compare(TellingEnd s, TellingEnd t)
    {
        if (s.Print.Sign <= 0 || t.Print.Sign <= 0) return null;
        TermSet one = Outcome(s.Print), other = Outcome(t.Print);
        var alike = one.Dice(other);
        return Shares(one, other) && alike >= OneThing ? s.Tied(t, StatementTieKind.Contradicts, alike, "OTHER-CAUSE") : null;
    }

    private static TermSet Outcome(StatementFingerprint print) => new(print.Terms.Terms.Where(t => !print.Cause.Terms.Contains(t)));

    // Of two languages, other words may be the same thing.
    private static bool IsOneTongue(TellingEnd s, TellingEnd t) =>
        string.Equals(s.Whole.Language, t.Whole.Language, StringComparison.Ordinal);

    private static bool Says(TermSet terms) => terms.Terms.Any(t => t.Kind is not (TermKind.Weak or TermKind.Number));

    private static bool Shares(TermSet one, TermSet other) =>
        one.Terms.Where(x => x.Kind is not (TermKind.Weak or TermKind.Number)).Any(x => other.Terms.Any(y => BilingualLexicon.Shipped.AreOneDeed(x, y)));
}
