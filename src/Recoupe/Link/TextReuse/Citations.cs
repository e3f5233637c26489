using System.Collections.Immutable;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.TextReuse;

/// <summary>Finds articles that name another as their source without taking its text.</summary>
internal static class Citations
{
    // To cite an outlet is to cite this article of it only where both tell the same story.
    private const int SameStory = 2_500;

    public static IEnumerable<Lineage> Between(Fingerprint a, Fingerprint b, ImmutableArray<StatementTie> statements) =>
        new[] { Cites(a, b, statements), Cites(b, a, statements) }.OfType<Lineage>();

    private static Lineage? Cites(Fingerprint from, Fingerprint to, ImmutableArray<StatementTie> statements)
    {
        if (from.Outlet.IsSame(to.Outlet)) return null;
        var told = to.Statements.Where(s => from.Outlet.Is(s.Source) && IsTied(new(to.Article, s.Id), statements)).SelectMany(s => s.Content);
        var passages = told.Concat(Credited(from, to)).Select(s => new Passage(to.Article, s)).ToList();
        return passages.Count == 0 ? null : new(
            from.Article.Value, to.Article, LineageKind.Cites, LineageDirection.Known, 1m, [Reason.Of("NAMES-AS-SOURCE", passages)]);
    }

    private static IEnumerable<Recoupe.Language.TextSpan> Credited(Fingerprint from, Fingerprint to) =>
        Ratio.Of(from.Terms.SharedWeight(to.Terms), Math.Min(from.Terms.Weight, to.Terms.Weight)) >= SameStory
            ? to.Credits.Where(c => from.Outlet.Is(c.Key)).Select(c => c.Span)
            : [];

    private static bool IsTied(TellingKey key, ImmutableArray<StatementTie> statements) =>
        statements.Any(t => t.Kind == StatementTieKind.Same && (t.A == key || t.B == key));
}
