
namespace Recoupe.Link;

/// <summary>Makes figures ready for comparison.</summary>
internal static class FigurePrinter
{
    public static FigurePrint Of(Article article, Figure figure) => new(
        Counted(article, figure), figure.Measure is not null, Least(figure), Most(figure), figure.AsOf, figure.Span);

    // The measure (killed, wounded) says more than the thing counted (people, persons, residents), which reporters vary.
    private static ulong Counted(Article article, Figure figure)
    {
        if (figure.Measure is { } measure) return StableHash.Of(measure);
        if (figure.What is null && figure.Unit is null) return 0;
        var words = WordScanner.Scan(figure.What ?? "", new(0, figure.What?.Length ?? 0));
        var terms = new TermSet(Vocabulary.Of(article.Header.Language).Terms(words, _ => false).Select(t => t.Term));
        return terms.Terms.Aggregate(StableHash.Of(figure.Unit ?? ""), (hash, term) => StableHash.Of(hash, term.Value));
    }

    private static decimal Least(Figure figure) => figure.Min is not { } min ? decimal.MinValue : figure.Approximate ? min * 0.9m : min;

    private static decimal Most(Figure figure) => figure.Max is not { } max ? decimal.MaxValue : figure.Approximate ? max * 1.1m : max;
}
