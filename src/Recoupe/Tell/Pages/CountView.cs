using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Tell.Pages.Model;
using Recoupe.Utility;

namespace Recoupe.Tell.Pages;

/// <summary>A count as a page shows it.</summary>
/// <param name="Count">The count.</param>
/// <param name="Number">Its number in the list of all counts, from 1.</param>
/// <param name="Carried">Where it is given, by day: at least once.</param>
internal sealed record CountView(Count Count, int Number, ImmutableArray<LocatedFigure> Carried)
{
    /// <summary>Where it is given first.</summary>
    public LocatedFigure First => Carried[0];

    public Figure Figure => First.Figure;

    /// <summary>The first of the days on a calendar that it is given as of.</summary>
    public DateOnly? FirstDay { get; } = Carried.Select(given => CalendarDay.Of(given.Day)).Min();

    /// <summary>Where a page shows it.</summary>
    public string Anchor => string.Create(CultureInfo.InvariantCulture, $"n-{Number}");

    public int Articles => Carried.Select(given => given.Article.Id).Distinct().Count();
}
