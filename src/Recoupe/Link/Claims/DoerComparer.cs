using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Claims;

/// <summary>One act has one doer: of two who are said to have done what is done once, or claim it, one has not.</summary>
internal static class DoerComparer
{
    // Of what two deeds are told to be, doers apart: as much of the shorter, in ten-thousandths.
    private const int SameDeed = 7_500, LeastSharedWeight = 4;

    public static StatementTie? Compare(TellingEnd s, TellingEnd t)
    {
        if (!TellsDeed(s.Print) || !TellsDeed(t.Print)) return null;
        if (AreOfOtherDays(s.Print, t.Print) || !AreOthers(s.Print.Roles.Subject, t.Print.Roles.Subject)) return null;
        TermSet one = Deed(s.Print), other = Deed(t.Print);
        if (!one.Shared(other).Any(BilingualLexicon.Shipped.IsDone)) return null;
        var shared = one.SharedWeight(other);
        var alike = Ratio.Of(shared, Math.Min(one.Weight, other.Weight));
        return alike >= SameDeed && shared >= LeastSharedWeight ? s.Tied(t, StatementTieKind.Contradicts, alike, "DOERS-APART") : null;
    }

    // What is used in a raid is not what the raid was.
    private static bool TellsDeed(StatementFingerprint print) => print.Sign > 0 && print.Roles.Predicate.Terms.Any(BilingualLexicon.Shipped.IsDone);

    private static bool AreOfOtherDays(StatementFingerprint s, StatementFingerprint t) => s.When is not null && t.When is not null && !string.Equals(s.When, t.When, StringComparison.Ordinal);

    // Two states, or two names; of a name and a state, the one may be the other's.
    private static bool AreOthers(TermSet one, TermSet other)
    {
        if (one.Shared(other).Any(IsNamed)) return false;
        return (one.Terms.Any(IsState) && other.Terms.Any(IsState)) || (IsNamedOnly(one) && IsNamedOnly(other));
    }

    private static bool IsNamedOnly(TermSet terms) => terms.Terms.Any(t => t.Kind == TermKind.Name) && !terms.Terms.Any(IsState);

    private static TermSet Deed(StatementFingerprint print) =>
        new(print.Terms.Terms.Where(t => !BilingualLexicon.Shipped.IsTakingPart(t) && !print.Roles.Subject.Terms.Contains(t)));

    private static bool IsNamed(Term term) => term.Kind is TermKind.Name or TermKind.State;

    private static bool IsState(Term term) => term.Kind == TermKind.State;
}
