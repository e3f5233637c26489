using System.Collections.Immutable;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Claims;

/// <summary>Finds statements of two articles (or of one) that tell one proposition, and those that cannot be true together.</summary>
internal static class StatementComparer
{
    // Two names, or a name and two words of weight: less is a shared subject, not a shared proposition.
    private const int LeastSharedTerms = 3, LeastSharedWeight = 6, LeastSharedDeeds = 2;

    // Twice the shared weight over both; and, for a short statement within a longer one, the shared weight over the shorter's.
    private const int SameDice = 5_000, SameWithin = 8_500, WithinDice = 4_000;

    // Figures of one measure count one event where the statements share what they are about.
    private const int FigureDice = 3_000, HourDice = 4_000;

    // Words of weight in a statement that is about a count and little else.
    private const int MostOfToll = 8;

    // So great a number is seldom given twice by chance.
    private const int LongNumber = 1_000;

    // Of what two deeds are told to be, doers apart: as much of the shorter, in ten-thousandths.
    private const int SameDeed = 8_000;

    // Characters of "the unconfirmed reports according to which".
    private const int LongestHead = 60;

    // Articles tell one story where they share names. The same few words said of two stories ("there were no orders") are two propositions.
    private const int LeastSharedNames = 3;

    // Short reports of one week that share but a name may tell one story: their statements must be alike in more.
    private const int DaysOfOneStory = 7, FaintDice = 6_000, FaintDeeds = 2;

    public static ImmutableArray<StatementTie> Compare(Fingerprint a, Fingerprint b)
    {
        var ties = ImmutableArray.CreateBuilder<StatementTie>();
        var story = StoryOf(a, b);
        for (var i = 0; i < a.Statements.Length; i++)
            for (var j = ReferenceEquals(a, b) ? i + 1 : 0; j < b.Statements.Length; j++)
                if (Relate(new(a.Article, a.Statements[i]), new(b.Article, b.Statements[j]), story) is { } tie) ties.Add(tie);
        return ties.ToImmutable();
    }

    private static StatementTie? Relate(End s, End t, Story story)
    {
        if (AreAlternatives(s, t)) return Tie(s, t, StatementTieKind.Contradicts, Ratio.One, "OTHER-EXPLANATION");
        if (IsHeaded(s, t) || IsHeaded(t, s)) return Tie(s, t, StatementTieKind.Same, Ratio.One, "SAME-TERMS");
        if (s.Print.IsFrame != t.Print.IsFrame || IsOverlapping(s, t)) return null;
        if (s.Print.Wording != 0 && s.Print.Wording == t.Print.Wording) return Tie(s, t, StatementTieKind.Same, Ratio.One, "SAME-QUOTE");
        return ByFigures(s, t, story) ?? ByTerms(s, t, story);
    }

    // Fifteen dead here and forty there contradict nothing unless the two articles tell of one thing.
    private static StatementTie? ByFigures(End s, End t, Story story) =>
        story != Story.One || s.Print.Figures.IsEmpty || t.Print.Figures.IsEmpty ? null : DoersOf(s, t) ?? FiguresOf(s, t) ?? HoursOf(s, t);

    // What tells several things is alike where one of them is.
    private static StatementTie? ByTerms(End s, End t, Story story)
    {
        if (AreOfOtherDays(s.Print, t.Print)) return null;
        foreach (var a in s.Print.Tellings)
            foreach (var b in t.Print.Tellings)
                if (a.MayShare(b, LeastSharedTerms) && ByTerms(s, t, a, b, story) is { } tie) return tie;
        return null;
    }

    private static StatementTie? ByTerms(End s, End t, TermSet a, TermSet b, Story story)
    {
        var shared = a.SharedWeight(b);
        if (shared < LeastSharedWeight || !MayBeOneThing(a, b, story) || !IsAlike(a, b, shared)) return null;
        var difference = TermDifference.Of(a, b);
        var opposed = difference.HasOpposedWords;
        if (difference.HasOtherNumbers || !(opposed || SharesDeed(a, b))) return null;
        return opposed
            ? Tie(s, t, StatementTieKind.Contradicts, a.Dice(b), "OPPOSED-WORDS")
            : Tie(s, t, StatementTieKind.Same, a.Dice(b), "SAME-TERMS");
    }

    private static bool MayBeOneThing(TermSet a, TermSet b, Story story) =>
        story == Story.One || SharesName(a, b) || (story == Story.Perhaps && AreFaintlyOne(a, b));

    // The same states and people can do many things: what they do must be shared too, and more of it where only states are named.
    private static bool SharesDeed(TermSet s, TermSet t)
    {
        var shared = s.Shared(t).ToList();
        var deeds = shared.Count(x => x.Kind is TermKind.Word or TermKind.Rare);
        return shared.Count >= LeastSharedTerms && deeds >= (shared.Exists(x => x.Kind is TermKind.Name or TermKind.Number) ? 1 : LeastSharedDeeds);
    }

    private static bool IsAlike(TermSet s, TermSet t, int shared)
    {
        var dice = Ratio.Of(2 * shared, s.Weight + t.Weight);
        return dice >= SameDice || (dice >= WithinDice && Ratio.Of(shared, Math.Min(s.Weight, t.Weight)) >= SameWithin);
    }

    private static bool AreFaintlyOne(TermSet s, TermSet t) => s.Dice(t) >= FaintDice && s.Shared(t).Count(x => x.Kind is TermKind.Word or TermKind.Rare) >= FaintDeeds;

    private static Story StoryOf(Fingerprint a, Fingerprint b)
    {
        if (ReferenceEquals(a, b)) return Story.One;
        var names = a.Terms.Shared(b.Terms).Count(t => t.Kind == TermKind.Name);
        return names >= LeastSharedNames ? Story.One : names > 0 && PartialDates.AreWithin(a.Day, b.Day, DaysOfOneStory) ? Story.Perhaps : Story.Other;
    }

    private static bool SharesName(TermSet s, TermSet t) => s.Shared(t).Any(x => x.Kind is TermKind.Name or TermKind.State);

    // What both give alike settles it, whatever else they give (15 dead; from 12 to 15 dead).
    private static StatementTie? FiguresOf(End s, End t)
    {
        var dice = s.Print.Terms.Dice(t.Print.Terms);
        var pairs = (from f in s.Print.Figures from g in t.Print.Figures where f.IsCount && f.Counted == g.Counted select (F: f, G: g)).ToList();
        // A toll told for its own sake is one with any other of the story; one told in passing, among much else, is of what is told there.
        if (dice < FigureDice && !(pairs.Exists(p => p.F.IsMeasured) && IsToll(s.Print) && IsToll(t.Print))) return null;
        var alike = pairs.FindIndex(p => p.F.Min == p.G.Min && p.F.Max == p.G.Max);
        if (alike >= 0) return dice >= FigureDice ? Figures(s, t, StatementTieKind.Same, dice, "SAME-FIGURE", pairs[alike]) : null;
        if (AgreeInOne(s.Print, t.Print, pairs) || (dice < SameDice && TermDifference.Of(s.Print.Terms, t.Print.Terms).HasOtherNames)) return null;
        var apart = pairs.FindIndex(p => AreApart(p.F, p.G));
        return apart < 0 ? null : Figures(s, t, StatementTieKind.Contradicts, dice, "FIGURES-APART", pairs[apart]);
    }

    // One act has one hour; two acts told in the like words have each their own.
    private static StatementTie? HoursOf(End s, End t)
    {
        // Whoever gives another hour later has corrected himself.
        if ((s.Print.Source != 0 && s.Print.Source == t.Print.Source) || s.Print.Terms.Dice(t.Print.Terms) is not (>= HourDice and var dice) || !SharesDeed(s.Print.Terms, t.Print.Terms)) return null;
        var pairs = (from f in s.Print.Figures from g in t.Print.Figures where f.Counted == FigureFingerprinter.Clock && f.Counted == g.Counted select (F: f, G: g)).ToList();
        return pairs.Count == 0 || pairs.Exists(p => p.F.Min == p.G.Min) ? null : Figures(s, t, StatementTieKind.Contradicts, dice, "HOURS-APART", pairs[0]);
    }

    // One act has one doer: whoever claims it, is said to have done it, or denies that he did.
    private static StatementTie? DoersOf(End s, End t)
    {
        if (AreOfOtherDays(s.Print, t.Print)) return null;
        List<FigureFingerprint> doers = [.. s.Print.Figures.Where(IsDoer)], others = [.. t.Print.Figures.Where(IsDoer)];
        if (doers.Count == 0 || others.Count == 0 || !AreOthers(doers, others, isDenied: s.Print.Sign < 0 || t.Print.Sign < 0)) return null;
        TermSet one = Deed(s.Print.Terms, doers), other = Deed(t.Print.Terms, others);
        var shared = one.SharedWeight(other);
        var isOneDeed = one.Shared(other).Any(BilingualLexicon.Shipped.IsDone) && Ratio.Of(shared, Math.Min(one.Weight, other.Weight)) >= SameDeed && (s.Article == t.Article || shared >= LeastSharedWeight);
        return isOneDeed ? Figures(s, t, StatementTieKind.Contradicts, Ratio.Of(shared, Math.Min(one.Weight, other.Weight)), "DOERS-APART", (doers[0], others[0])) : null;
    }

    // Who gives a range and its end, an offer and the one before, or a sum in two currencies, contradicts neither of them.
    private static bool AgreeInOne(StatementFingerprint s, StatementFingerprint t, List<(FigureFingerprint F, FigureFingerprint G)> pairs) =>
        pairs.Exists(p => p.F.Min <= p.G.Max && p.G.Min <= p.F.Max) ||
        s.Figures.Where(IsLong).Any(f => t.Figures.Where(IsLong).Any(g => f.Min <= g.Max && g.Min <= f.Max));

    private static bool IsLong(FigureFingerprint figure) => figure.Counted != FigureFingerprinter.Clock && !IsDoer(figure) && figure.Min >= LongNumber && figure.Max < decimal.MaxValue;

    private static bool IsToll(StatementFingerprint print) => print.Terms.Terms.Count(t => t.Kind is TermKind.Word or TermKind.Rare) <= MostOfToll;

    private static bool IsDoer(FigureFingerprint figure) => figure.Counted == Agents.Doer;

    // The army of a state and its capital are one doer, and so are two wordings that share a name.
    private static bool AreOthers(List<FigureFingerprint> doers, List<FigureFingerprint> others, bool isDenied)
    {
        HashSet<uint> one = [.. doers.Select(d => (uint)d.Min)], other = [.. others.Select(d => (uint)d.Min)];
        if (one.Any(d => other.Contains(d) && new Term(d).Kind == TermKind.Name)) return false;
        one.RemoveWhere(d => new Term(d).Kind != TermKind.State);
        other.RemoveWhere(d => new Term(d).Kind != TermKind.State);
        if (isDenied) return one.Count + other.Count == 0 || !one.SetEquals(other);
        // Of two that are said to have done it, a ship and the state whose it may be are not told apart.
        return one.Count == 0 == (other.Count == 0) && (one.Count == 0 || !one.Overlaps(other));
    }

    private static TermSet Deed(TermSet terms, List<FigureFingerprint> doers) =>
        new(terms.Terms.Where(t => !BilingualLexicon.Shipped.IsTakingPart(t) && !doers.Exists(d => d.Min == t.Value)));

    private static StatementTie Figures(End s, End t, StatementTieKind kind, int score, string code, (FigureFingerprint F, FigureFingerprint G) pair) =>
        Tie(s, t, kind, score, code, [new(s.Article, pair.F.Span), new(t.Article, pair.G.Span)]);

    // A later count is an update, not a contradiction.
    private static bool AreApart(FigureFingerprint f, FigureFingerprint g) =>
        (f.Max < g.Min || g.Max < f.Min) &&
        (f.AsOf is null || g.AsOf is null || string.Equals(f.AsOf, g.AsOf, StringComparison.Ordinal));

    private static bool AreOfOtherDays(StatementFingerprint s, StatementFingerprint t) => s.When is not null && t.When is not null && !string.Equals(s.When, t.When, StringComparison.Ordinal);

    private static bool IsOverlapping(End s, End t) =>
        s.Article == t.Article && s.Print.Content.Any(c => t.Print.Content.Any(c.Overlaps));

    // «Les allégations selon lesquelles les troupes ont attaqué» and «les troupes ont attaqué»: whoever denies or looks into the first takes a side on the second.
    private static bool IsHeaded(End s, End t)
    {
        if (s.Article != t.Article || s.Print.Content is not [var whole] || t.Print.Content is not [var inner]) return false;
        // Who says that she doubts it, or denies it, does not say it.
        if (t.Print.Sign < 0) return false;
        if (whole.End != inner.End || whole.Start >= inner.Start || inner.Start - whole.Start > LongestHead) return false;
        var head = s.Print.Terms.Terms.Except(t.Print.Terms.Terms).Where(x => x.Kind != TermKind.Weak).ToList();
        return head.Count <= 1 && head.TrueForAll(x => x.Kind is TermKind.Word or TermKind.Rare);
    }

    // The two that one source lays out.
    private static bool AreAlternatives(End s, End t) =>
        s.Article == t.Article && StatementPart.Of(s.Print.Id) is { Alternative: > 0 } a && StatementPart.Of(t.Print.Id) is { Alternative: > 0 } b && string.Equals(a.Statement, b.Statement, StringComparison.Ordinal);

    private static StatementTie Tie(End s, End t, StatementTieKind kind, int score, string code, ImmutableArray<Passage> settling = default)
    {
        var (lesser, greater) = s.Key.CompareTo(t.Key) < 0 ? (s, t) : (t, s);
        return new(lesser.Key, greater.Key, kind, score, code, settling.IsDefault ? [] : [.. settling.Order()]);
    }

    private enum Story
    {
        Other,
        Perhaps,
        One,
    }

    private readonly record struct End(ArticleId Article, StatementFingerprint Print)
    {
        public StatementKey Key => new(Article, Print.Id);
    }
}
