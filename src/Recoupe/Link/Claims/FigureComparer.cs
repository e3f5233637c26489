using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Claims;

/// <summary>
/// Compares what two tellings count, each by its chief figure. Values meet where they are of one measure, place and time: of two days, the later is an update;
/// a part is no rival of the whole; a forecast is none of a count; what no day is known of meets nothing.
/// </summary>
internal static class FigureComparer
{
    // What is told beside a number may differ where the number is told for its own sake; else the tellings must share what they are about.
    private const int FigureDice = 3_000, DeedDice = LeastTie.Dice, HourDice = 4_000, SameDice = 5_000;

    // In one story two give so great a number for one measure, on days that do not differ, seldom by chance.
    private const int SeldomChance = 100;

    // Words of weight in a telling that is about a count and little else.
    private const int MostOfToll = 8;

    // Of two counts of one population the greater is hardly ever ten times the less.
    private const int MostOfOneCount = 10;

    // Days: the dead of a moving story are counted anew each day, and counts of two days are of two states of it.
    private const int DaysOfOneCount = 0;

    public static StatementTie? Compare(TellingEnd s, TellingEnd t) =>
        s.Print.Figures.IsEmpty || t.Print.Figures.IsEmpty ? null : Counts(s, t) ?? Hours(s, t);

    /// <summary>Whether both are about a count, of one measure or of two, so that the counts alone tell whether they are one.</summary>
    public static bool AreCounts(TellingEnd s, TellingEnd t) => IsCount(s) && IsCount(t);

    private static bool IsCount(TellingEnd end) => Chief(end.Print) is { IsMeasured: true };

    /// <summary>Whether both give one number of one measure that is seldom given by chance.</summary>
    public static bool GiveOneTellingNumber(TellingEnd s, TellingEnd t) =>
        Chief(s.Print) is { IsMeasured: true } f && Chief(t.Print) is { IsMeasured: true } g && f.Counted == g.Counted && f.Stated == g.Stated && f.IsTelling;

    private static StatementTie? Counts(TellingEnd s, TellingEnd t)
    {
        if (Chief(s.Print) is not { } f || Chief(t.Print) is not { } g || f.Counted != g.Counted) return null;
        var dice = s.Print.Terms.Dice(t.Print.Terms);
        if (!AreOfOneEvent(s, t, f, g, dice)) return null;
        if (f.Stated == g.Stated) return IsForeseenOnce(s, t) ? null : Settled(s, t, StatementTieKind.Same, Math.Max(dice, FigureDice), "SAME-FIGURE", f, g);
        if (Later(s, t, f, g) is { } later) return later.From.Tied(later.To, StatementTieKind.Bears, dice, "UPDATES");
        return AreRivals(s, t, f, g) ? Settled(s, t, StatementTieKind.Contradicts, dice, "FIGURES-APART", f, g) : null;
    }

    // One source's series is one line of updates.
    private static (TellingEnd From, TellingEnd To)? Later(TellingEnd s, TellingEnd t, FigureFingerprint f, FigureFingerprint g)
    {
        var isOneSource = s.Print.Source != 0 && s.Print.Source == t.Print.Source;
        if (!isOneSource || f.IsPart || !IsCounted(s) || !IsCounted(t)) return null;
        if (!AreApart(f with { AsOf = null }, g with { AsOf = null })) return null;
        var (day, other) = (f.AsOf ?? s.Whole.Day, g.AsOf ?? t.Whole.Day);
        if (day is null || other is null || string.Equals(day, other, StringComparison.Ordinal)) return null;
        return string.CompareOrdinal(day, other) > 0 ? (s, t) : (t, s);
    }

    // The first that is measured; else the first that counts a known thing.
    private static FigureFingerprint? Chief(StatementFingerprint print)
    {
        foreach (var figure in print.Figures)
            if (figure is { IsMeasured: true, IsCount: true }) return figure;
        foreach (var figure in print.Figures)
            if (figure.IsCount) return figure;
        return null;
    }

    private static bool AreOfOneEvent(TellingEnd s, TellingEnd t, FigureFingerprint f, FigureFingerprint g, int dice)
    {
        if (AreOfOtherPlaces(s.Print, t.Print)) return false;
        var isOneNumber = f.Stated == g.Stated;
        if (f.IsMeasured && isOneNumber && f.IsTelling) return true;
        if (f.IsPart != g.IsPart) return false;
        if (!f.IsMeasured) return dice >= SameDice || (isOneNumber && dice >= DeedDice && RoleComparer.TellOneDeed(s.Print.Roles, t.Print.Roles));
        // A toll told for its own sake is one with any other of the story; one told in passing, among much else, is of what is told there.
        return dice >= FigureDice || (isOneNumber && f.Stated >= SeldomChance) || (IsToll(s.Print) && IsToll(t.Print));
    }

    private static bool AreRivals(TellingEnd s, TellingEnd t, FigureFingerprint f, FigureFingerprint g)
    {
        if (f.IsPart || !IsCounted(s) || !IsCounted(t) || !AreOfOneTime(s, t)) return false;
        // Whoever gives another number later has brought his own up to date.
        var isOneSource = s.Print.Source != 0 && s.Print.Source == t.Print.Source;
        return !isOneSource && AreApart(f, g);
    }

    // Whoever says that another gives a number counts nothing.
    private static bool IsCounted(TellingEnd end) => !end.Print.IsFrame && end.Print.Roles is { Outlook: Outlook.Record, Kind: not PropositionKind.Wish };

    // One number, counted here and foreseen there, is told of two things.
    private static bool IsForeseenOnce(TellingEnd s, TellingEnd t) => IsToCome(s) != IsToCome(t) && s.Print.Roles.Outlook != Outlook.Open && t.Print.Roles.Outlook != Outlook.Open;

    private static bool IsToCome(TellingEnd end) => end.Print.Roles.Outlook is Outlook.Supposed or Outlook.Ahead;

    // One act has one hour; two acts told in the like words have each their own.
    private static StatementTie? Hours(TellingEnd s, TellingEnd t)
    {
        // Whoever gives another hour later has corrected himself.
        if (s.Print.Source != 0 && s.Print.Source == t.Print.Source) return null;
        var dice = s.Print.Terms.Dice(t.Print.Terms);
        if (dice < HourDice || !s.Print.Terms.Shared(t.Print.Terms).Any(x => x.Kind is TermKind.Word or TermKind.Rare)) return null;
        var pairs = (from f in s.Print.Figures from g in t.Print.Figures where f.Counted == FigureFingerprinter.Clock && f.Counted == g.Counted select (F: f, G: g)).ToList();
        return pairs.Count == 0 || pairs.Exists(p => p.F.Min == p.G.Min) ? null : Settled(s, t, StatementTieKind.Contradicts, dice, "HOURS-APART", pairs[0].F, pairs[0].G);
    }

    // Within one article that sets them side by side, or in articles of the same few days; what no day is known of meets nothing.
    private static bool AreOfOneTime(TellingEnd s, TellingEnd t) => s.Article == t.Article || PartialDates.AreWithin(s.Whole.Day, t.Whole.Day, DaysOfOneCount);

    private static bool AreOfOtherPlaces(StatementFingerprint s, StatementFingerprint t) =>
        s.Roles.Place.Terms.Any(IsName) && t.Roles.Place.Terms.Any(IsName) && s.Roles.Place.SharedWeight(t.Roles.Place) == 0;

    // A state holds many places, and which is not known here.
    private static bool IsName(Term term) => term.Kind == TermKind.Name;

    private static bool IsToll(StatementFingerprint print) => print.Terms.Terms.Count(t => t.Kind is TermKind.Word or TermKind.Rare) <= MostOfToll;

    private static bool AreApart(FigureFingerprint f, FigureFingerprint g) =>
        (IsBelow(f, g) || IsBelow(g, f)) &&
        (f.AsOf is null || g.AsOf is null || string.Equals(f.AsOf, g.AsOf, StringComparison.Ordinal));

    // «Plus de 10 généraux» and «30.000 soldats»: so far above an open bound another population is counted.
    private static bool IsBelow(FigureFingerprint f, FigureFingerprint g) =>
        f.Max < g.Min && (!f.IsOpen || g.Stated < MostOfOneCount * f.Stated);

    private static StatementTie Settled(TellingEnd s, TellingEnd t, StatementTieKind kind, int score, string code, FigureFingerprint f, FigureFingerprint g) =>
        s.Tied(t, kind, score, code, [new(s.Article, f.Span), new(t.Article, g.Span)]);
}
