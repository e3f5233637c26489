using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Claims;

/// <summary>Finds tellings of two articles (or of one) that put forward one proposition, and those that cannot be true together.</summary>
internal static class StatementComparer
{
    // Where only states are named, whose deeds are many.
    private const int LeastSharedDeeds = 2;

    // Of two reports that may tell one story, tellings must be alike in more; in most, where the reports share no name.
    private const int FaintDice = 6_000, FaintDeeds = 2, NamelessDice = 7_000, NamelessTerms = 4;

    // What is told at some length in the same words is one, of whatever day.
    private const int AnyDayDice = 9_500, AnyDayTerms = 5;

    // Characters of "the unconfirmed reports according to which".
    private const int LongestHead = 60;

    public static ImmutableArray<StatementTie> Compare(Fingerprint a, Fingerprint b)
    {
        var ties = ImmutableArray.CreateBuilder<StatementTie>();
        var story = StoryComparer.Of(a, b);
        foreach (var (i, j) in ComparedStatements.Pairs(a.Statements, b.Statements, isOne: ReferenceEquals(a, b)))
        {
            if (Relate(new(a, a.Statements[i]), new(b, b.Statements[j]), story) is { } tie) ties.Add(tie);
        }

        return ties.ToImmutable();
    }

    private static StatementTie? Relate(TellingEnd s, TellingEnd t, Story story)
    {
        if (BearingComparer.Compare(s, t) is { } bearing) return bearing;
        if (BearingComparer.AreOfTwoSorts(s, t)) return null;
        if (AreAlternatives(s, t)) return s.Tied(t, StatementTieKind.Contradicts, Ratio.One, "OTHER-EXPLANATION");
        if (IsHeaded(s, t) || IsHeaded(t, s)) return s.Tied(t, StatementTieKind.Same, Ratio.One, "SAME-TERMS");
        if (IsOverlapping(s, t)) return null;
        if (s.Print.IsFrame != t.Print.IsFrame) return story == Story.One && RoleComparer.MayBeOne(s.Print, t.Print) && !AreOfOtherDays(s.Print, t.Print) ? ByRoles(s, t) : null;
        if (s.Print.Wording != 0 && s.Print.Wording == t.Print.Wording) return s.Tied(t, StatementTieKind.Same, Ratio.One, s.Print.IsOwn ? "SAME-TERMS" : "SAME-QUOTE");
        // That somebody tells says little of what he tells: only the same words are one.
        if (s.Print.IsFrame) return null;
        if (story == Story.One && DoerComparer.Compare(s, t) is { } apart) return apart;
        if (!RoleComparer.MayBeOne(s.Print, t.Print)) return null;
        if (s.Print.IsPartial != t.Print.IsPartial) return story == Story.One ? BearingComparer.OfPart(s, t) : null;
        if (CauseComparer.AreApart(s, t)) return story == Story.One ? CauseComparer.Compare(s, t) : null;
        return ByFigures(s, t, story) ?? ByTerms(s, t, story);
    }

    // Fifteen dead here and forty there contradict nothing unless the two articles tell of one thing.
    // A number that chance seldom gives twice makes one thing of less.
    private static StatementTie? ByFigures(TellingEnd s, TellingEnd t, Story story) =>
        story == Story.One ? FigureComparer.Compare(s, t)
        : SharesName(s.Whole.Terms, t.Whole.Terms) && FigureComparer.GiveOneTellingNumber(s, t) ? FigureComparer.Compare(s, t)
        : null;

    private static StatementTie? ByTerms(TellingEnd s, TellingEnd t, Story story)
    {
        TermSet a = s.Print.Terms, b = t.Print.Terms;
        // Of two counts, the numbers tell whether they are one.
        if (AreOfOtherDays(s.Print, t.Print) || FigureComparer.AreCounts(s, t)) return null;
        if (story == Story.One && IsAlikeThroughout(a, b)) return s.Tied(t, StatementTieKind.Same, a.Dice(b), "SAME-TERMS");
        if (story == Story.One && ByRoles(s, t) is { } one) return one;
        if (!a.MayShare(b, LeastTie.Terms)) return null;
        if (a.SharedWeight(b) < LeastTie.Weight || !MayBeOneThing(a, b, story)) return null;
        var difference = TermDifference.Of(a, b);
        if (difference.HasOtherNumbers) return null;
        var dice = a.Dice(b);
        // Whoever denies the one says the other.
        if (RoleComparer.AreOpposed(s.Print.Roles, t.Print.Roles, difference))
        {
            var areContrary = s.Print.Sign == t.Print.Sign && RoleComparer.IsOneMatter(s.Print, t.Print);
            return areContrary ? s.Tied(t, StatementTieKind.Contradicts, dice, "OPPOSED-WORDS") : null;
        }

        return SharesDeed(a, b) && RoleComparer.IsOneThing(s.Print, t.Print) ? s.Tied(t, StatementTieKind.Same, dice, "SAME-TERMS") : null;
    }

    private static StatementTie? ByRoles(TellingEnd s, TellingEnd t)
    {
        TermSet a = s.Print.Terms, b = t.Print.Terms;
        if (!RoleComparer.AgreeInRoles(s.Print, t.Print)) return null;
        var difference = TermDifference.Of(a, b);
        if (difference.HasOtherNumbers || difference.HasOpposedWords || FigureComparer.AreCounts(s, t)) return null;
        return s.Tied(t, StatementTieKind.Same, a.Dice(b), "SAME-TERMS");
    }

    // Few words ("the sirens had worked") are one thing in one story where nearly all are the same.
    private static bool IsAlikeThroughout(TermSet a, TermSet b) =>
        a.MayShare(b, LeastTie.AlikeTerms)
        && a.Dice(b) >= LeastTie.AlikeDice
        && a.Shared(b).Count(t => t.Kind != TermKind.Weak) >= LeastTie.AlikeTerms
        && !TermDifference.Of(a, b).HasOpposedWords;

    private static bool MayBeOneThing(TermSet a, TermSet b, Story story) =>
        story == Story.One || SharesName(a, b) || (story == Story.Perhaps && AreFaintlyOne(a, b)) || AreOneWithoutNames(a, b, story);

    // The same states and people can do many things: what they do must be shared too, and more of it where only states are named.
    private static bool SharesDeed(TermSet s, TermSet t)
    {
        var shared = s.Shared(t).ToList();
        var deeds = shared.Count(x => x.Kind is TermKind.Word or TermKind.Rare);
        return shared.Count >= LeastTie.Terms && deeds >= (shared.Exists(x => x.Kind is TermKind.Name or TermKind.Number) ? 1 : LeastSharedDeeds);
    }

    private static bool AreFaintlyOne(TermSet s, TermSet t) => s.Dice(t) >= FaintDice && s.Shared(t).Count(x => x.Kind is TermKind.Word or TermKind.Rare) >= FaintDeeds;

    private static bool AreOneWithoutNames(TermSet s, TermSet t, Story story)
    {
        var (dice, terms) = story == Story.Nameless ? (NamelessDice, NamelessTerms) : (AnyDayDice, AnyDayTerms);
        return s.Dice(t) >= dice && s.Shared(t).Count(x => x.Kind != TermKind.Weak) >= terms;
    }

    private static bool SharesName(TermSet s, TermSet t) => s.Shared(t).Any(x => x.Kind is TermKind.Name or TermKind.State);

    private static bool AreOfOtherDays(StatementFingerprint s, StatementFingerprint t) => s.When is not null && t.When is not null && !string.Equals(s.When, t.When, StringComparison.Ordinal);

    private static bool IsOverlapping(TellingEnd s, TellingEnd t) =>
        s.Article == t.Article && s.Print.Content.Any(c => t.Print.Content.Any(c.Overlaps));

    // «Les allégations selon lesquelles les troupes ont attaqué» and «les troupes ont attaqué»: whoever denies or looks into the first takes a side on the second.
    private static bool IsHeaded(TellingEnd s, TellingEnd t)
    {
        if (s.Article != t.Article) return false;
        var (whole, inner) = (Whole(s), Whole(t));
        // Who says that she doubts it, or denies it, does not say it.
        if (t.Print.Sign < 0) return false;
        // Who looks into it, or thinks it, does something of her own.
        var (does, told) = (s.Print.Roles, t.Print.Roles);
        if (does.Predicate.Weight > 0 && told.Predicate.Weight > 0 && !RoleComparer.TellOneDeed(does, told)) return false;
        if (whole.End != inner.End || whole.Start > inner.Start || inner.Start - whole.Start > LongestHead) return false;
        var head = s.Print.Terms.Terms.Except(t.Print.Terms.Terms).Where(x => x.Kind != TermKind.Weak).ToList();
        return head.Count <= 1 && head.TrueForAll(x => x.Kind is TermKind.Word or TermKind.Rare);
    }

    private static TextSpan Whole(TellingEnd end) => new(end.Print.Content[0].Start, end.Print.Content[^1].End);

    // The two that one source lays out.
    private static bool AreAlternatives(TellingEnd s, TellingEnd t) =>
        s.Article == t.Article && string.Equals(s.Print.Statement, t.Print.Statement, StringComparison.Ordinal) &&
        s.Print.Alternative > 0 && t.Print.Alternative > 0 && s.Print.Alternative != t.Print.Alternative;
}

/// <summary>One end of a comparison: a telling in its article.</summary>
internal readonly record struct TellingEnd(Fingerprint Whole, StatementFingerprint Print)
{
    public ArticleId Article => Whole.Article;

    public TellingKey Key => new(Article, Print.Id);

    /// <summary>The tie of two ends, the lesser first.</summary>
    public StatementTie Tied(TellingEnd other, StatementTieKind kind, int score, string code, ImmutableArray<Passage> settling = default)
    {
        // What bears on another has a direction: from the first passage to the second.
        var isDirected = kind == StatementTieKind.Bears && settling.IsDefault;
        return isDirected ? Tied(other, kind, score, code, [First, other.First], inOrder: true) : Tied(other, kind, score, code, settling, inOrder: false);
    }

    private Passage First => new(Article, Print.Content[0]);

    private StatementTie Tied(
        TellingEnd other, StatementTieKind kind, int score, string code, ImmutableArray<Passage> settling, bool inOrder)
    {
        var (lesser, greater) = Key.CompareTo(other.Key) < 0 ? (this, other) : (other, this);
        return new(lesser.Key, greater.Key, kind, score, code, settling.IsDefault ? [] : inOrder ? settling : [.. settling.Order()]);
    }
}
