using System.Collections.Immutable;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Pages;

/// <summary>
/// Gathers the figures of all articles into counts. A figure that a voice gives in ten articles is one count, and so is what an article
/// says itself where its family has it from a voice: a copy is not a second count.
/// </summary>
internal sealed class Counts
{
    // A voice that gives a value again so many days later, in another story for all that is known, counts something else.
    private const int Near = 7;

    private readonly Stories stories;
    private readonly CountVoices voices;
    private readonly Dictionary<(Value, string VoiceOrFamily), List<Gathering>> filed = [];
    private readonly List<Gathering> gathered = [];

    private Counts(DossierModel shelf, Stories stories) => (this.stories, voices) = (stories, new CountVoices(shelf, stories));

    private readonly record struct Value(
        string? Measure, string? Unit, decimal? Min, bool MinInclusive, decimal? Max, bool MaxInclusive, bool Approximate, string? What);

    private sealed record Gathering(CountVoice Voice, List<LocatedFigure> Carried)
    {
        /// <summary>The place that any of its figures names: one that names another is another count.</summary>
        public string? Place { get; set; }
    }

    /// <summary>All counts, by measure, unit and day, numbered.</summary>
    public static ImmutableArray<Count> Of(DossierModel shelf, Stories stories)
    {
        var counts = new Counts(shelf, stories);
        var figures = shelf.Figures.Select(given => (Given: given, Voice: counts.voices.Of(given)))
            .OrderBy(f => f.Voice.IsOwn).ThenBy(f => f.Given, Comparer<LocatedFigure>.Create(ByDay)).ToList();
        foreach (var (given, voice) in figures) counts.Gather(given, voice);
        return [.. counts.gathered.Select(g => g with { Carried = [.. g.Carried.Order(Comparer<LocatedFigure>.Create(ByDay))] }).Order(Comparer<Gathering>.Create(ByMeasure)).Select(counts.Numbered)];
    }

    /// <summary>Whether two figures give one value of one thing.</summary>
    public static bool AreOfOneValue(Figure a, Figure b) => ValueOf(a) == ValueOf(b);

    /// <summary>Whether nothing shows that two figures are of two places.</summary>
    public static bool AreOfOnePlace(Figure a, Figure b) => a.Place is null || b.Place is null || string.Equals(a.Place, b.Place, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether two figures of one measure count one thing.</summary>
    public static bool CountOneThing(Figure a, Figure b) => string.Equals(ValueOf(a).What, ValueOf(b).What, StringComparison.Ordinal);

    private Count Numbered(Gathering gathering, int index) =>
        new(index + 1, gathering.Voice, [.. gathering.Carried], [.. gathering.Carried.Select(given => stories.FamilyOf(given.Article.Id))]);

    private void Gather(LocatedFigure given, CountVoice voice)
    {
        var (value, family) = (ValueOf(given.Figure), stories.FamilyOf(given.Article.Id));
        var found = Under(value, voice.Key).Concat(voice.IsOwn ? Under(value, family) : []).FirstOrDefault(g => IsOfOneCount(given, g));
        if (found is null)
        {
            gathered.Add(found = new(voice, []));
            Under(value, voice.Key).Add(found);
        }

        if (!Under(value, family).Contains(found)) Under(value, family).Add(found);
        found.Carried.Add(given);
        found.Place ??= given.Figure.Place;
    }

    private List<Gathering> Under(Value value, string voiceOrFamily)
    {
        if (!filed.TryGetValue((value, voiceOrFamily), out var found)) filed[(value, voiceOrFamily)] = found = [];
        return found;
    }

    private bool IsOfOneCount(LocatedFigure given, Gathering gathering) =>
        (given.Figure.Place is null || gathering.Place is null || string.Equals(given.Figure.Place, gathering.Place, StringComparison.OrdinalIgnoreCase))
        && (AreNear(given, gathering.Carried[^1]) || stories.Tied(stories.FamilyOf(given.Article.Id)).Contains(stories.FamilyOf(gathering.Carried[^1].Article.Id)));

    private static bool AreNear(LocatedFigure a, LocatedFigure b) =>
        DayWording.Placed(a.Day) is not { } day || DayWording.Placed(b.Day) is not { } other || Math.Abs(day.DayNumber - other.DayNumber) <= Near;

    private static Value ValueOf(Figure figure) => new(
        figure.Measure, figure.Unit, figure.Min, figure.MinInclusive || figure.Min is null, figure.Max, figure.MaxInclusive || figure.Max is null, figure.Approximate,
        IsOfPeople(figure) ? null : figure.What?.ToUpperInvariant());

    // Losses of things are told by thing; of people, reporters vary the noun (dead, people, residents), and the measure says what is counted.
    private static bool IsOfPeople(Figure figure) => figure.Measure is not (null or "destroyed" or "lost" or "deployed");

    private static int ByDay(LocatedFigure a, LocatedFigure b)
    {
        var order = string.CompareOrdinal(a.Day ?? "~", b.Day ?? "~");
        if (order == 0) order = a.Article.Id.CompareTo(b.Article.Id);
        return order != 0 ? order : a.Figure.Span.CompareTo(b.Figure.Span);
    }

    private static int ByMeasure(Gathering a, Gathering b)
    {
        var (first, other) = (a.Carried[0], b.Carried[0]);
        var order = string.CompareOrdinal(first.Figure.Measure ?? "~", other.Figure.Measure ?? "~");
        if (order == 0) order = string.CompareOrdinal(first.Figure.Unit ?? "", other.Figure.Unit ?? "");
        if (order == 0 && first.Figure.Measure is null) order = string.CompareOrdinal(What(first), What(other));
        return order != 0 ? order : ByDay(first, other);
    }

    private static string What(LocatedFigure given) => given.Figure.What?.ToUpperInvariant() ?? "~";
}
