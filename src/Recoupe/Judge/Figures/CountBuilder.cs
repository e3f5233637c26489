using System.Collections.Immutable;
using Recoupe.Judge.Voices;
using Recoupe.Utility;

namespace Recoupe.Judge.Figures;

/// <summary>
/// Gathers the figures of all articles into counts. A figure that a voice gives in ten articles is one count, and so is what an article
/// says itself where its family has it from a voice: a copy is not a second count.
/// </summary>
internal sealed class CountBuilder
{
    // A voice that gives a value again so many days later, in another story for all that is known, counts something else.
    private const int Near = 7;

    private static readonly Comparer<GivenFigure> ByDay = Comparer<GivenFigure>.Create(GivenFigure.ByDay);

    private readonly Stories _stories;
    private readonly FigureVoices _voices;
    private readonly Dictionary<(CountedThing, string VoiceOrFamily), List<Gathering>> _filed = [];
    private readonly List<Gathering> _gathered = [];

    private CountBuilder(Stories stories, FigureVoices voices) => (_stories, _voices) = (stories, voices);

    private sealed record Gathering(string VoiceKey, List<(GivenFigure Given, FigureVoice Voice)> Carried)
    {
        /// <summary>The place that any of its figures names: one that names another is another count.</summary>
        public string? Place { get; set; }

        public GivenFigure First => Carried.Select(c => c.Given).Min(ByDay)!;
    }

    /// <summary>All counts, by measure, unit and day; those of one value and voice once.</summary>
    public static ImmutableArray<Count> Of(
        IReadOnlyList<FiledArticle> filed, IReadOnlyList<Family> families, IReadOnlyList<Entity> entities, IReadOnlyList<Claim> claims, IReadOnlyList<Lineage> lineage)
    {
        var byId = claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var claimsIn = (
            from claim in claims
            from position in claim.Positions
            where position.Statement is not null
            select (position.Article, claim)).ToLookup(c => c.Article, c => c.claim);
        var stories = new Stories(families, entities, article => claimsIn[article], byId.GetValueOrDefault);
        return Gathered(new GivenFigures().Follow(filed, new(new ActorReader(filed, entities), entities, stories)), stories, lineage);
    }

    /// <summary>As the other, of figures that are at hand with their voices.</summary>
    public static ImmutableArray<Count> Gathered(GivenFigures figures, Stories stories, IReadOnlyList<Lineage> lineage)
    {
        var builder = new CountBuilder(stories, figures.Voices!);
        foreach (var (given, voice) in figures.InOrder) builder.Gather(given, voice);
        return builder.Counts(lineage);
    }

    private ImmutableArray<Count> Counts(IReadOnlyList<Lineage> lineage)
    {
        var gathered = _gathered.Select(g => (Gathering: g, g.First)).OrderBy(g => g.First, Comparer<GivenFigure>.Create(ByMeasure))
            .Select(g => g.Gathering).ToList();
        var counts = gathered.Select(Numbered).ToImmutableArray();
        var relations = new CountRelations(_stories, counts, lineage);
        return [.. counts.Zip(gathered).Select(c => Listed(c.First, c.Second, relations))];
    }

    private GatheredCount Numbered(Gathering gathering, int index) => new(
        index + 1,
        gathering.Carried[0].Voice,
        [.. gathering.Carried.Select(c => c.Given).Order(ByDay)],
        [.. gathering.Carried.Select(c => _stories.FamilyOf(c.Given.ArticleId))]);

    private Count Listed(GatheredCount count, Gathering gathering, CountRelations relations) => new(
        count.Id,
        count.Figure.Measure,
        count.Figure.What,
        gathering.Place,
        CountValue.Of(count.Figure),
        _voices.Listed(
            [.. gathering.Carried.Select(c => c.Voice).Where(v => string.Equals(v.Key, gathering.VoiceKey, StringComparison.Ordinal))]),
        count.Carried[0].Day,
        count.IsForecast ? CountKind.Forecast : CountKind.Count,
        [.. relations.Of(count)],
        [.. count.Carried.Select(given => given.Passage)]);

    private void Gather(GivenFigure given, FigureVoice voice)
    {
        var (thing, family) = (CountedThing.Of(given), _stories.FamilyOf(given.ArticleId));
        var candidates = voice.IsOwn ? Under(thing, voice.Key).Concat(Under(thing, family)) : Under(thing, voice.Key);
        var found = candidates.FirstOrDefault(g => IsOfOneCount(given, g));
        if (found is null)
        {
            _gathered.Add(found = new(voice.Key, []));
            Under(thing, voice.Key).Add(found);
        }

        if (!Under(thing, family).Contains(found)) Under(thing, family).Add(found);
        found.Carried.Add((given, voice));
        found.Place ??= given.Figure.Place;
    }

    private List<Gathering> Under(CountedThing thing, string voiceOrFamily)
    {
        if (!_filed.TryGetValue((thing, voiceOrFamily), out var found)) _filed[(thing, voiceOrFamily)] = found = [];
        return found;
    }

    private bool IsOfOneCount(GivenFigure given, Gathering gathering)
    {
        var last = gathering.Carried[^1].Given;
        return CountedThing.MayBeOnePlace(given.Figure.Place, gathering.Place)
            && (AreNear(given, last) || AreTied(given.ArticleId, last.ArticleId));
    }

    private bool AreTied(ArticleId a, ArticleId b) => _stories.Tied(_stories.FamilyOf(a)).Contains(_stories.FamilyOf(b));

    private static bool AreNear(GivenFigure a, GivenFigure b) =>
        CalendarDay.Of(a.Day) is not { } day || CalendarDay.Of(b.Day) is not { } other || Math.Abs(day.DayNumber - other.DayNumber) <= Near;

    private static int ByMeasure(GivenFigure a, GivenFigure b)
    {
        var order = string.CompareOrdinal(a.Figure.Measure ?? "~", b.Figure.Measure ?? "~");
        if (order == 0) order = string.CompareOrdinal(a.Figure.Unit ?? "", b.Figure.Unit ?? "");
        if (order == 0 && a.Figure.Measure is null) order = string.CompareOrdinal(What(a), What(b));
        return order != 0 ? order : GivenFigure.ByDay(a, b);
    }

    private static string What(GivenFigure given) => given.Figure.What?.ToUpperInvariant() ?? "~";
}
