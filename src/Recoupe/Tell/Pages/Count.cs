using System.Collections.Immutable;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Pages;

/// <summary>What one voice counts: one value of one measure, however many articles carry it.</summary>
/// <param name="Number">Its number in the list of all counts, from 1.</param>
/// <param name="Voice">Who counts.</param>
/// <param name="Carried">Where it is given, by day: at least once.</param>
/// <param name="Families">The families of the articles that carry it.</param>
internal sealed record Count(int Number, CountVoice Voice, ImmutableArray<LocatedFigure> Carried, ImmutableHashSet<string> Families)
{
    /// <summary>Where it is given first.</summary>
    public LocatedFigure First => Carried[0];

    public Figure Figure => First.Figure;

    /// <summary>The earliest day it is given as of; <see langword="null"/> where none is known.</summary>
    public string? Day => First.Day;

    /// <summary>The first and the last day, of those whose place on a calendar is known, that it is given as of.</summary>
    public (DateOnly First, DateOnly Last)? Days { get; } = Between(Carried);

    /// <summary>Where a page shows it.</summary>
    public string Anchor => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"n-{Number}");

    public int Articles => Carried.Select(given => given.Article.Id).Distinct().Count();

    private static (DateOnly, DateOnly)? Between(ImmutableArray<LocatedFigure> carried)
    {
        var days = carried.Select(given => Recoupe.Tell.DayWording.Placed(given.Day)).OfType<DateOnly>().ToList();
        return days.Count == 0 ? null : (days.Min(), days.Max());
    }
}

/// <summary>Who gives a count.</summary>
/// <param name="Key">What tells this voice from others.</param>
/// <param name="Name">Its name, where it has one.</param>
/// <param name="IsNamed">Whether it is shown who that is: two who are not named may be one.</param>
/// <param name="IsOwn">Whether it is articles of one family that count, without a source.</param>
internal sealed record CountVoice(string Key, string? Name, bool IsNamed, bool IsOwn);

/// <summary>How a count stands to one before it.</summary>
internal enum CountRelation
{
    /// <summary>The same voice, later, with another value.</summary>
    Update,

    /// <summary>Another voice, with a value that cannot be true together with it.</summary>
    Disagrees,

    /// <summary>Another voice, with the same value.</summary>
    Agrees,
}

/// <summary>A count's relation to one before it.</summary>
internal readonly record struct CountStanding(CountRelation Relation, Count Other);
