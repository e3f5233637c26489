using System.Collections.Immutable;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Pages;

/// <summary>All counts of a ledger in lots of a page, with how they stand to one another.</summary>
internal sealed class CountList
{
    // A page of some hundred kilobytes.
    private const int OnPage = 400;

    private readonly Dictionary<string, CountView> _byId = new(StringComparer.Ordinal);

    public CountList(DossierModel shelf)
    {
        var figures = shelf.Figures.ToLookup(given => new Passage(given.Article.Id, given.Figure.Span));
        ImmutableArray<CountView> counts = [.. shelf.Ledger.Counts.Select((count, i) => new CountView(count, i + 1, [.. count.Passages.Select(place => Given(figures[place], count))]))];
        foreach (var count in counts) _byId[count.Count.Id] = count;
        Lots = Pager.Chunks(counts, OnPage);
    }

    public ImmutableArray<ImmutableArray<CountView>> Lots { get; }

    /// <summary>How a count stands to others, and which those are.</summary>
    public IEnumerable<(CountRelationKind Kind, CountView Other)> StandingsOf(CountView count) =>
        count.Count.Relations.Select(r => (r.Kind, _byId[r.To]));

    public static string Address(CountView count) => $"{Pager.Page("figures", (count.Number - 1) / OnPage)}#{count.Anchor}";

    // Two figures may stand in one place: a number of dead and wounded.
    private static LocatedFigure Given(IEnumerable<LocatedFigure> there, Count count) =>
        there.OrderByDescending(given => string.Equals(given.Figure.Measure, count.Measure, StringComparison.Ordinal))
            .ThenByDescending(given => CountValue.Of(given.Figure) == count.Value).First();
}
