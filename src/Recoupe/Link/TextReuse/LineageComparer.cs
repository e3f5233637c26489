using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.TextReuse;

/// <summary>Tells whether one of two articles was made from the other, and how.</summary>
internal static class LineageComparer
{
    // Sentences are held to tell the same above these shares of weight: a translation loses what the lexicon lacks.
    private const int SameLanguageDice = 5_000, TranslatedDice = 4_000;

    // Shares that make a kind, in ten-thousandths.
    private const int Verbatim = 6_500, PartVerbatim = 2_500, Retold = 4_500, Translated = 3_300;

    // Articles that credit one agency need share less: both hold parts of its wire.
    private const int RetoldOfOneWire = 2_500;

    // Two sentences translated show it where they are long and make up half of a text.
    private const int LeastLines = 3, FewLines = 2, FewTranslated = 5_000, FewShared = 30;

    // A change is told where two sentences stand for each other, and not where they share half of what they tell.
    private const int Aligned = 7_000, AlignedTranslated = 5_500;

    // What is shown of the alignment: enough to judge by.
    private const int ShownPairs = 6;

    public static ImmutableArray<Lineage> Compare(Fingerprint a, Fingerprint b, ImmutableArray<StatementTie> statements) =>
        Made(a, b) is { } made ? [made] : [.. Citations.Between(a, b, statements)];

    private static Lineage? Made(Fingerprint a, Fingerprint b)
    {
        var translated = AreOfTwoLanguages(a, b);
        var overlap = TextOverlap.Of(a, b, translated ? TranslatedDice : SameLanguageDice);
        var kind = a.Address is not null && string.Equals(a.Address, b.Address, StringComparison.Ordinal) ? LineageKind.Version
            : overlap is null ? null
            : translated ? Translation(overlap)
            : Kind(a, b, overlap);
        if (kind is not { } found) return null;
        var direction = DirectionFinder.Find(a, b, found, overlap);
        return new(
            direction.From.Article.Value,
            direction.To.Article,
            found,
            direction.Direction,
            Score(overlap),
            [.. Evidence(a, b, found, overlap, direction), .. direction.Reasons]);
    }

    private static bool AreOfTwoLanguages(Fingerprint a, Fingerprint b) =>
        !string.Equals(a.Language, b.Language, StringComparison.Ordinal) && Vocabulary.Has(a.Language) && Vocabulary.Has(b.Language);

    private static LineageKind? Translation(TextOverlap overlap) =>
        (overlap.Lines.Length >= LeastLines && overlap.MostTold >= Translated) ||
        (overlap.Lines.Length >= FewLines && overlap.MostTold >= FewTranslated && overlap.Lines.Sum(l => l.SharedWeight) >= FewShared)
            ? LineageKind.Translation
            : null;

    private static LineageKind? Kind(Fingerprint a, Fingerprint b, TextOverlap overlap)
    {
        if (overlap.MostVerbatim >= PartVerbatim && IsMostlyVerbatim(overlap))
            return Rewording.IsReworded(overlap.Lines) ? LineageKind.Rewrite : overlap.LeastVerbatim >= Verbatim ? LineageKind.Copy : LineageKind.Excerpt;
        if (overlap.Lines.Length < LeastLines) return null;
        return overlap.MostTold >= (CreditOneSource(a, b) ? RetoldOfOneWire : Retold) ? LineageKind.Rewrite : null;
    }

    // What is shared is shared word for word: parts were taken, the rest is the taker's own.
    private static bool IsMostlyVerbatim(TextOverlap overlap) => overlap.MostVerbatim * 10 >= overlap.MostTold * 7;

    private static bool CreditOneSource(Fingerprint a, Fingerprint b) => a.Credits.Any(c => b.Credits.Any(d => c.Key == d.Key));

    private static decimal Score(TextOverlap? overlap) => (overlap is null ? 0 : Math.Max(overlap.MostVerbatim, overlap.MostTold)) / (decimal)Ratio.One;

    private static IEnumerable<Reason> Evidence(Fingerprint a, Fingerprint b, LineageKind kind, TextOverlap? overlap, FoundDirection direction)
    {
        if (kind == LineageKind.Version) yield return Reason.Of("SAME-URL");
        if (overlap is null) yield break;
        yield return Reason.Of(
            kind == LineageKind.Translation ? "SENTENCES-TRANSLATED" : "SENTENCES-SHARED",
            [("lines", overlap.Lines.Length.ToString(CultureInfo.InvariantCulture)), ("share", (overlap.MostTold / 100).ToString(CultureInfo.InvariantCulture))],
            overlap.Lines.OrderByDescending(l => l.Dice).ThenBy(l => l.A.Span).Take(ShownPairs).OrderBy(l => l.A.Span).SelectMany(l => Both(a, b, l)));
        foreach (var reason in Changes(a, b, overlap, direction))
            yield return reason;
    }

    private static IEnumerable<Reason> Changes(Fingerprint a, Fingerprint b, TextOverlap overlap, FoundDirection direction) =>
        from change in new (string Code, Func<AlignedLines, bool> Is)[]
        {
            ("CHANGED-POLARITY", Rewording.IsTurned),
            ("LOST-HEDGE", l => IsHedgeLost(l, a, direction)),
            ("CHANGED-HEDGE", l => IsHedged(l.A) != IsHedged(l.B) && !IsHedgeLost(l, a, direction)),
            ("CHANGED-NAME", l => !AreOfTwoLanguages(a, b) && TermDifference.Of(l.A.Terms, l.B.Terms).HasOtherNames),
            ("CHANGED-NUMBER", l => TermDifference.Of(l.A.Terms, l.B.Terms).HasOtherNumbers),
        }
        let least = AreOfTwoLanguages(a, b) ? AlignedTranslated : Aligned
        let lines = overlap.Lines.Where(l => l.Dice >= least && change.Is(l)).Take(ShownPairs).ToList()
        where lines.Count > 0
        select Reason.Of(change.Code, lines.SelectMany(l => Both(a, b, l)));

    private static bool IsHedged(FingerprintLine line) => line.Traits.HasFlag(LineTraits.Hedged);

    // Only where it is known which came first can it be told from a hedge that was put in.
    private static bool IsHedgeLost(AlignedLines lines, Fingerprint a, FoundDirection direction) =>
        direction.Direction != LineageDirection.Unknown && (ReferenceEquals(direction.From, a) ? IsHedged(lines.A) && !IsHedged(lines.B) : IsHedged(lines.B) && !IsHedged(lines.A));

    private static IEnumerable<Passage> Both(Fingerprint a, Fingerprint b, AlignedLines lines) =>
        [new(a.Article, lines.A.Span), new(b.Article, lines.B.Span)];
}
