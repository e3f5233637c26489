using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Claims;

/// <summary>Compares who does what to whom: the same words in other roles (an attack on one, attacks from one) tell of two things.</summary>
internal static class RoleComparer
{
    // Twice the shared weight over both, by how far the roles agree: the same is done to whoever is named; the same by whoever is named to the like;
    // predicate and a participant; one of them; neither.
    private const int DoneToNamed = LeastTie.Dice, DoneByNamed = 3_000, AgreeingDice = 4_000, HalfDice = 5_000, OtherDice = 6_500;

    // Where predicate and participants agree and nothing speaks against it, this much of both, in at least so many terms that say something.
    private const int RolesDice = 4_500, LeastInRoles = 2;

    // Of the shorter of two cores, what the other tells, in ten-thousandths.
    private const int CoreWithin = 7_500;

    // For a short telling within a longer one, the shared weight over the shorter's.
    private const int Within = 8_500, WithinDice = 4_000;

    // What is worded alike is one, be it a wish here; and what may be is then what is.
    private const int AlikeDice = 8_500, SupposedDice = 6_000;

    /// <summary>Whether nothing in the roles tells of two things.</summary>
    public static bool MayBeOne(StatementFingerprint s, StatementFingerprint t)
    {
        Roles a = s.Roles, b = t.Roles;
        if (AreSwapped(a, b) || AreCrossed(a, b) || AreTwoOfOneKind(a.Object, b.Object)) return false;
        if (NameOthers(a.Subject, b.Subject) && !IsNamedBeside(s, b.Subject) && !IsNamedBeside(t, a.Subject)) return false;
        var dice = s.Terms.Dice(t.Terms);
        return (dice >= AlikeDice || AreBothWished(a, b)) && !IsOfOtherTime(a, b, dice >= SupposedDice);
    }

    private static bool AreBothWished(Roles a, Roles b) => (a.Kind == PropositionKind.Wish) == (b.Kind == PropositionKind.Wish);

    /// <summary>Whether two that are alike enough tell one thing.</summary>
    public static bool IsOneThing(StatementFingerprint s, StatementFingerprint t)
    {
        var dice = s.Terms.Dice(t.Terms);
        if (dice < AlikeDice && TellNeitherDeed(s, t)) return false;
        return dice >= NeededOf(s, t) || (dice >= WithinDice && SharesPredicate(s.Roles, t.Roles) && IsWithin(s.Terms, t.Terms));
    }

    // Whatever they name alike, what the one does the other does not tell.
    private static bool TellNeitherDeed(StatementFingerprint s, StatementFingerprint t)
    {
        if (!Says(s.Roles.Predicate) || !Says(t.Roles.Predicate)) return false;
        return !TellOne(s.Roles.Predicate, t.Terms) && !TellOne(t.Roles.Predicate, s.Terms);
    }

    /// <summary>Whether two, however short, tell one deed or state of one participant at least, and none of another.</summary>
    public static bool AgreeInRoles(StatementFingerprint s, StatementFingerprint t)
    {
        Roles a = s.Roles, b = t.Roles;
        if (!TellOneDeed(a, b)) return false;
        if (Conflict(BesideDeed(a, a.Subject), BesideDeed(b, b.Subject)) && !IsBroughtAbout(a, b) && !IsBroughtAbout(b, a)) return false;
        if (Conflict(BesideDeed(a, a.Object), BesideDeed(b, b.Object))) return false;
        // So many of them is not all of them.
        if (!IsNone(s, t) && (!AreNumbersTold(Core(a), t.Terms) || !AreNumbersTold(Core(b), s.Terms))) return false;
        var shared = s.Terms.Shared(t.Terms).Count(x => x.Kind != TermKind.Weak);
        return (shared >= LeastShared(a, b) && s.Terms.Dice(t.Terms) >= RolesDice) || IsCoreWithin(s, t);
    }

    // «aucun habitant n'a été blessé», "three residents were injured": whoever says that none was denies it of any number.
    private static bool IsNone(StatementFingerprint s, StatementFingerprint t) =>
        s.Sign * t.Sign < 0 && !(s.Sign < 0 ? s : t).Terms.Terms.Any(TermDifference.IsNumber);

    // «deux barrages ont cédé» and all else that another tells beside it: what is done, and who and what takes part, stand in both.
    private static bool IsCoreWithin(StatementFingerprint s, StatementFingerprint t)
    {
        if (!SharedParticipants(s.Roles, t.Roles).Exists(x => x.Kind != TermKind.State)) return false;
        if (AreOthers(Complements(s.Roles), Complements(t.Roles))) return false;
        TermSet one = Core(s.Roles), other = Core(t.Roles);
        var (small, whole) = one.Weight <= other.Weight ? (one, t.Terms) : (other, s.Terms);
        return Ratio.Of(small.Terms.Where(x => IsTold(x, whole)).Sum(x => x.Weight), small.Weight) >= CoreWithin;
    }

    // «la tempête a entraîné la rupture du barrage», «le barrage s'est rompu»: what it is done to here does it there.
    private static bool IsBroughtAbout(Roles by, Roles itself) => Shares(BesideDeed(by, by.Object), itself.Subject);

    private static bool AreNumbersTold(TermSet core, TermSet told) => core.Terms.Where(TermDifference.IsNumber).All(told.Terms.Contains);

    private static bool AreOthers(TermSet a, TermSet b) => Says(a) && Says(b) && !TellOne(a, b);

    private static bool IsTold(Term term, TermSet told) => told.Terms.Any(x => BilingualLexicon.Shipped.AreOneDeed(term, x));

    private static TermSet Core(Roles roles) =>
        new(roles.Predicate.Terms.Concat(roles.Subject.Terms).Concat(roles.Object.Terms).Where(t => t.Kind != TermKind.Weak));

    private static TermSet Complements(Roles roles) =>
        new(roles.Object.Terms.Concat(roles.Other.Terms).Where(t => t.Kind != TermKind.Weak && !roles.Predicate.Terms.Contains(t)));

    // Of participants that are states, which are in every report, another word must tell.
    private static int LeastShared(Roles a, Roles b)
    {
        var shared = SharedParticipants(a, b);
        return shared.Exists(t => t.Kind != TermKind.State) ? LeastInRoles : shared.Count > 0 ? LeastInRoles + 1 : int.MaxValue;
    }

    /// <summary>Whether both tell one deed or state, of whomever.</summary>
    public static bool TellOneDeed(Roles a, Roles b) =>
        TellOne(a.Predicate, b.Predicate);

    // Who does it here may be what it is done to there: trees mistake them, and languages differ («le barrage a cédé», «the dam was breached»).
    private static List<Term> SharedParticipants(Roles a, Roles b) =>
        [.. Participants(a).Except(a.Predicate.Terms).Intersect(Participants(b).Except(b.Predicate.Terms))];

    private static IEnumerable<Term> Participants(Roles roles) =>
        roles.Subject.Terms.Concat(roles.Object.Terms).Concat(roles.Other.Terms).Where(t => t.Kind is not (TermKind.Weak or TermKind.Number));

    // Of «received no warning» the warning is what is done, and no participant.
    private static TermSet BesideDeed(Roles roles, TermSet part) => new(part.Terms.Where(t => !roles.Predicate.Terms.Contains(t)));

    // Two things that are both told by common words, or both by names, and have none in common.
    private static bool Conflict(TermSet a, TermSet b) => Says(a) && Says(b) && Names(a).Any() == Names(b).Any() && !TellOne(a, b);

    private static bool TellOne(TermSet a, TermSet b) =>
        a.Terms.Any(x => x.Kind != TermKind.Weak && b.Terms.Any(y => BilingualLexicon.Shipped.AreOneDeed(x, y)));

    private static bool Says(TermSet terms) => terms.Terms.Any(t => t.Kind is not (TermKind.Weak or TermKind.Number));

    /// <summary>Whether two tell of one matter, on which they may say contrary things.</summary>
    public static bool IsOneMatter(StatementFingerprint s, StatementFingerprint t) =>
        s.Terms.Dice(t.Terms) >= AgreeingDice && SharesParticipant(s.Roles, t.Roles);

    /// <summary>Whether what one says of a matter is the opposite of what the other does (<c>capture</c>, <c>free</c>).</summary>
    public static bool AreOpposed(Roles a, Roles b, TermDifference difference) =>
        difference.HasOpposedWords && Heads(a).Any(x => Heads(b).Any(y => BilingualLexicon.Shipped.AreOpposed(x, y)));

    private static IEnumerable<Term> Heads(Roles roles) => roles.Predicate.Terms;

    // «said two dams burst»: its own predicate says nothing, and what the other does stands in it.
    private static bool TellsBeside(StatementFingerprint s, StatementFingerprint t) => !Says(s.Roles.Predicate) && TellOne(t.Roles.Predicate, s.Terms);

    private static int NeededOf(StatementFingerprint s, StatementFingerprint t)
    {
        Roles a = s.Roles, b = t.Roles;
        if (TellsBeside(s, t) || TellsBeside(t, s)) return HalfDice;
        // Of what no predicate is known, the words alone tell.
        if (a.Predicate.Weight == 0 || b.Predicate.Weight == 0) return HalfDice;
        var (predicate, participant) = (SharesPredicate(a, b), SharesParticipant(a, b));
        // Whoever and whatever takes part may do many things.
        if (!predicate) return participant && TellOneDeed(a, b) ? HalfDice : OtherDice;
        if (!participant) return HalfDice;
        if (SharesOwnName(a.Object, b.Object)) return DoneToNamed;
        return SharesOwnName(a.Subject, b.Subject) && Shares(a.Object, b.Object) ? DoneByNamed : AgreeingDice;
    }

    private static bool SharesPredicate(Roles a, Roles b) =>
        a.Predicate.Terms.Any(x => x.Kind != TermKind.Weak && b.Predicate.Terms.Any(y => AreKin(x, y)));

    private static bool AreKin(Term x, Term y) => BilingualLexicon.Shipped.Answers(x, y) || BilingualLexicon.Shipped.Answers(y, x);

    private static bool SharesParticipant(Roles a, Roles b) => Shares(a.Subject, b.Subject) || Shares(a.Object, b.Object);

    private static bool Shares(TermSet a, TermSet b) => a.Shared(b).Any(t => t.Kind != TermKind.Weak);

    private static bool IsWithin(TermSet a, TermSet b) => Ratio.Of(a.SharedWeight(b), Math.Min(a.Weight, b.Weight)) >= Within;

    // What will be is not what is or was; what may be is either, where it is worded as the other is.
    private static bool IsOfOtherTime(Roles a, Roles b, bool areAlike) =>
        (IsRecord(a) && IsToCome(b, areAlike)) || (IsRecord(b) && IsToCome(a, areAlike));

    private static bool IsRecord(Roles roles) => roles.Kind is PropositionKind.Fact or PropositionKind.Figure && roles.Outlook == Outlook.Record;

    private static bool IsToCome(Roles roles, bool areAlike) => roles.Outlook == Outlook.Ahead || (roles.Outlook == Outlook.Supposed && !areAlike);

    // Who does it here suffers it there.
    private static bool AreSwapped(Roles a, Roles b) =>
        (NamesIn(a.Subject, b.Object) && !NamesIn(a.Subject, b.Subject) && !Names(b.Subject).Any(t => a.Subject.Terms.Contains(t)) && Names(b.Subject).Any()) ||
        (NamesIn(b.Subject, a.Object) && !NamesIn(a.Subject, b.Subject) && Names(a.Subject).Any());

    // Named or not, each does it to the other.
    private static bool AreCrossed(Roles a, Roles b) =>
        Shares(a.Subject, b.Object) && Shares(b.Subject, a.Object) && !Shares(a.Subject, b.Subject) && !Shares(a.Object, b.Object);

    // States are in every report.
    private static bool SharesOwnName(TermSet a, TermSet b) => a.Shared(b).Any(t => t.Kind == TermKind.Name);

    private static bool NamesIn(TermSet a, TermSet b) => Names(a).Any(b.Terms.Contains);

    // «Norland's president Ana Lisk»: whoever does it is named beside whoever was taken for it.
    private static bool IsNamedBeside(StatementFingerprint told, TermSet subject) =>
        Names(subject).Any(t => told.Terms.Terms.Contains(t) && !told.Roles.Object.Terms.Contains(t) && !told.Roles.Other.Terms.Contains(t) && !told.Roles.Place.Terms.Contains(t));

    private static bool NameOthers(TermSet a, TermSet b) => Names(a).Any() && Names(b).Any() && !NamesIn(a, b);

    // Two people of one state: each is named, and what they share is the state.
    private static bool AreTwoOfOneKind(TermSet a, TermSet b) =>
        Names(a).Any(t => t.Kind == TermKind.Name && !b.Terms.Contains(t)) && Names(b).Any(t => t.Kind == TermKind.Name && !a.Terms.Contains(t));

    private static IEnumerable<Term> Names(TermSet terms) => terms.Terms.Where(t => t.Kind is TermKind.Name or TermKind.State);
}
