using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Utility;

namespace Recoupe.Judge.Figures;

/// <summary>A count with the figures that make it, before it is held against others.</summary>
/// <param name="Number">Its number among all counts, from 1, in the ledger's order.</param>
/// <param name="Voice">Who counts.</param>
/// <param name="Carried">The figures that give it, by day: at least one.</param>
/// <param name="Families">The families of the articles that carry it.</param>
internal sealed record GatheredCount(int Number, FigureVoice Voice, ImmutableArray<GivenFigure> Carried, ImmutableHashSet<string> Families)
{
    /// <summary>The figure that gives it first.</summary>
    public Figure Figure => Carried[0].Figure;

    public bool IsForecast => Carried[0].IsForecast;

    /// <summary>A hash of its value and of the passages that give it.</summary>
    public string Id { get; } = IdOf(Carried);

    /// <summary>The first and the last day, of those whose place on a calendar is known, that it is given as of.</summary>
    public (DateOnly First, DateOnly Last)? Days { get; } = Between(Carried);

    private static (DateOnly, DateOnly)? Between(ImmutableArray<GivenFigure> carried)
    {
        var days = carried.Select(given => CalendarDay.Of(given.Day)).OfType<DateOnly>().ToList();
        return days.Count == 0 ? null : (days.Min(), days.Max());
    }

    private static string IdOf(ImmutableArray<GivenFigure> carried)
    {
        var (first, places) = (carried[0], carried.Select(given => given.Passage).Order().Select(Text));
        return ContentHash.Id(
            ["count", first.Figure.Measure ?? "", first.IsForecast ? "forecast" : "", Text(CountValue.Of(first.Figure)), .. places]);
    }

    private static string Text(Passage place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.Article} {place.Span.Start} {place.Span.End}");

    private static string Text(CountValue value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.Min} {value.MinInclusive} {value.Max} {value.MaxInclusive} {value.Approximate} {value.Unit}");
}
