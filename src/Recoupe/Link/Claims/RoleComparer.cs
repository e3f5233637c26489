using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Claims;

/// <summary>Compares who does what to whom: the same words in other roles (an attack on one, attacks from one) tell of two things.</summary>
internal static class RoleComparer
{
    // Twice the shared weight over both, by how far the roles agree: the same is done to whoever is named; the same by whoever is named to the like;
    // predicate and a participant; one of them; neither.
    private const int DoneToNamed = LeastTie.Dice, DoneByNamed = 3_000, AgreeingDice = 4_000, HalfDice = 5_000, OtherDice = 6_500;

    // For a short telling within a longer one, the shared weight over the shorter's.
    private const int Within = 8_500, WithinDice = 4_000;

    // What is worded alike is one, whatever mood its teller's tense puts it in («considérait», «serait considérée»).
    private const int AlikeDice = 8_500;

    /// <summary>Whether nothing in the roles tells of two things.</summary>
    public static bool MayBeOne(StatementFingerprint s, StatementFingerprint t) => MayBeOne(s.Roles, t.Roles, s.Terms.Dice(t.Terms) >= AlikeDice);

    private static bool MayBeOne(Roles a, Roles b, bool areAlike) =>
        (a.Kind == PropositionKind.Wish) == (b.Kind == PropositionKind.Wish) &&
        (areAlike || !IsOfOtherTime(a, b)) && !AreSwapped(a, b) && !NameOthers(a.Subject, b.Subject) && !AreTwoOfOneKind(a.Object, b.Object);

    /// <summary>Whether two that are alike enough tell one thing.</summary>
    public static bool IsOneThing(StatementFingerprint s, StatementFingerprint t)
    {
        var dice = s.Terms.Dice(t.Terms);
        return dice >= NeededOf(s.Roles, t.Roles) || (dice >= WithinDice && SharesPredicate(s.Roles, t.Roles) && IsWithin(s.Terms, t.Terms));
    }

    /// <summary>Whether two tell of one matter, on which they may say contrary things.</summary>
    public static bool IsOneMatter(StatementFingerprint s, StatementFingerprint t) =>
        s.Terms.Dice(t.Terms) >= AgreeingDice && SharesParticipant(s.Roles, t.Roles);

    /// <summary>Whether what one says of a matter is the opposite of what the other does (<c>capture</c>, <c>free</c>).</summary>
    public static bool AreOpposed(Roles a, Roles b, TermDifference difference) =>
        difference.HasOpposedWords && Heads(a).Any(x => Heads(b).Any(y => BilingualLexicon.Shipped.AreOpposed(x, y)));

    private static IEnumerable<Term> Heads(Roles roles) => roles.Predicate.Terms;

    private static int NeededOf(Roles a, Roles b)
    {
        // Of what no predicate is known, the words alone tell.
        if (a.Predicate.Weight == 0 || b.Predicate.Weight == 0) return HalfDice;
        var (predicate, participant) = (SharesPredicate(a, b), SharesParticipant(a, b));
        if (!predicate || !participant) return predicate || participant ? HalfDice : OtherDice;
        if (SharesOwnName(a.Object, b.Object)) return DoneToNamed;
        return SharesOwnName(a.Subject, b.Subject) && Shares(a.Object, b.Object) ? DoneByNamed : AgreeingDice;
    }

    private static bool SharesPredicate(Roles a, Roles b) =>
        a.Predicate.Terms.Any(x => x.Kind != TermKind.Weak && b.Predicate.Terms.Any(y => AreKin(x, y)));

    private static bool AreKin(Term x, Term y) => BilingualLexicon.Shipped.Answers(x, y) || BilingualLexicon.Shipped.Answers(y, x);

    private static bool SharesParticipant(Roles a, Roles b) => Shares(a.Subject, b.Subject) || Shares(a.Object, b.Object);

    private static bool Shares(TermSet a, TermSet b) => a.Shared(b).Any(t => t.Kind != TermKind.Weak);

    private static bool IsWithin(TermSet a, TermSet b) => Ratio.Of(a.SharedWeight(b), Math.Min(a.Weight, b.Weight)) >= Within;

    // What will be is not what is or was. A conditional of hearsay («aurait été capturé») may look like what is to come: the kind tells.
    private static bool IsOfOtherTime(Roles a, Roles b) => (IsAhead(a) && IsRecord(b)) || (IsAhead(b) && IsRecord(a));

    private static bool IsRecord(Roles roles) => roles.Kind is PropositionKind.Fact or PropositionKind.Figure && roles.Tense != Tense.Future;

    private static bool IsAhead(Roles roles) => roles.Kind == PropositionKind.Forecast;

    // Who does it here suffers it there.
    private static bool AreSwapped(Roles a, Roles b) =>
        (NamesIn(a.Subject, b.Object) && !NamesIn(a.Subject, b.Subject) && !Names(b.Subject).Any(t => a.Subject.Terms.Contains(t)) && Names(b.Subject).Any()) ||
        (NamesIn(b.Subject, a.Object) && !NamesIn(a.Subject, b.Subject) && Names(a.Subject).Any());

    // States are in every report.
    private static bool SharesOwnName(TermSet a, TermSet b) => a.Shared(b).Any(t => t.Kind == TermKind.Name);

    private static bool NamesIn(TermSet a, TermSet b) => Names(a).Any(b.Terms.Contains);

    private static bool NameOthers(TermSet a, TermSet b) => Names(a).Any() && Names(b).Any() && !NamesIn(a, b);

    // Two people of one state: each is named, and what they share is the state.
    private static bool AreTwoOfOneKind(TermSet a, TermSet b) =>
        Names(a).Any(t => t.Kind == TermKind.Name && !b.Terms.Contains(t)) && Names(b).Any(t => t.Kind == TermKind.Name && !a.Terms.Contains(t));

    private static IEnumerable<Term> Names(TermSet terms) => terms.Terms.Where(t => t.Kind is TermKind.Name or TermKind.State);
}
