using System.Collections.Immutable;
using Recoupe.Link.Fingerprints;

namespace Recoupe.Link.TextReuse;

/// <summary>Which of two tied articles came first, and what shows it.</summary>
internal sealed record FoundDirection(Fingerprint From, Fingerprint To, LineageDirection Direction, ImmutableArray<Reason> Reasons);

/// <summary>Finds which of two tied articles came first: by what one credits, by believed dates, by which contains the other.</summary>
internal static class DirectionFinder
{
    // One must hold that much more of the other than the reverse.
    private const int Contains = 1_500;

    public static FoundDirection Find(Fingerprint a, Fingerprint b, LineageKind kind, TextOverlap? overlap) =>
        ByCredit(a, b) ?? ByCredit(b, a) ?? ByDay(a, b) ?? ByDay(b, a) ?? ByCorrection(a, b, kind) ?? ByCorrection(b, a, kind)
            ?? (AreSiblings(a, b) ? null : ByContent(a, b, kind, overlap)) ?? new(a, b, LineageDirection.Unknown, []);

    // Where one credits a third, both may be made from that: which holds more of the other tells nothing.
    private static bool AreSiblings(Fingerprint a, Fingerprint b) =>
        a.Credits.Any(c => c.IsKnown && !a.Outlet.Is(c.Key) && !b.Outlet.Is(c.Key)) || b.Credits.Any(c => c.IsKnown && !b.Outlet.Is(c.Key) && !a.Outlet.Is(c.Key));

    private static FoundDirection? ByCredit(Fingerprint from, Fingerprint to)
    {
        if (to.Credits.FirstOrDefault(c => from.Outlet.Is(c.Key)) is not { } credit || from.Outlet.IsSame(to.Outlet)) return null;
        if (from.Credits.Any(c => to.Outlet.Is(c.Key))) return null;
        return new(from, to, LineageDirection.Known, [Reason.Of("CREDITS", [("name", credit.Name)], new Passage(to.Article, credit.Span))]);
    }

    private static FoundDirection? ByDay(Fingerprint from, Fingerprint to) =>
        from.Day is not null && to.Day is not null && string.CompareOrdinal(from.Day, to.Day) < 0
            ? new(from, to, LineageDirection.Known, [Reason.Of("EARLIER-DAY", [("from", from.Day), ("to", to.Day)])])
            : null;

    private static FoundDirection? ByCorrection(Fingerprint from, Fingerprint to, LineageKind kind) =>
        kind == LineageKind.Version && to.IsCorrected && !from.IsCorrected ? new(from, to, LineageDirection.Known, [Reason.Of("SAYS-CORRECTED")]) : null;

    private static FoundDirection? ByContent(Fingerprint a, Fingerprint b, LineageKind kind, TextOverlap? overlap)
    {
        if (kind != LineageKind.Excerpt || overlap is null) return null;
        var more = overlap.VerbatimA - overlap.VerbatimB;
        if (Math.Abs(more) < Contains) return null;
        var (from, to) = more < 0 ? (a, b) : (b, a);
        return new(from, to, LineageDirection.Presumed, [Reason.Of("CONTAINS")]);
    }
}
