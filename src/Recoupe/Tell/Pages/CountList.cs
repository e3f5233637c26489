using System.Collections.Immutable;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Pages;

/// <summary>All counts of a ledger in lots of a page, with how they stand to one another.</summary>
internal sealed class CountList
{
    private const int OnPage = 400;

    private readonly CountStandings standings;

    public CountList(DossierModel shelf)
    {
        var stories = new Stories(shelf);
        var counts = Counts.Of(shelf, stories);
        standings = new CountStandings(shelf, stories, counts);
        Lots = Pager.Chunks(counts, OnPage);
    }

    public ImmutableArray<ImmutableArray<Count>> Lots { get; }

    public ImmutableArray<CountStanding> StandingsOf(Count count) => standings.Of(count);

    public static string Address(Count count) => $"{Pager.Page("figures", (count.Number - 1) / OnPage)}#{count.Anchor}";
}
