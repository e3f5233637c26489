using System.Collections.Immutable;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Pages;

/// <summary>
/// Tells how a count stands to those of its measure before it: an update, a disagreement, or another voice that agrees. Only counts in
/// articles of one story are compared: of one family, tied by a claim, or naming the same. What can be neither told nor excluded is left without a label.
/// </summary>
internal sealed class CountStandings
{
    // A story that hundreds count is looked at from its latest counts.
    private const int MostCompared = 200;

    private readonly DossierModel shelf;
    private readonly Dictionary<(string? Measure, string? Unit, string Family), List<Count>> byFamily = [];
    private readonly Stories stories;
    private readonly HashSet<Count> parts;

    public CountStandings(DossierModel shelf, Stories stories, ImmutableArray<Count> counts)
    {
        (this.shelf, this.stories) = (shelf, stories);
        foreach (var count in counts.Where(c => c.Figure.Measure is not null))
            foreach (var family in count.Families)
                Under(count, family).Add(count);
        parts = [.. counts.Where(c => c.Figure.Measure is not null && c.Carried.All(given => IsPart(c, given)))];
    }

    /// <summary>A count's standings, in the order of the counts it stands to.</summary>
    public ImmutableArray<CountStanding> Of(Count count)
    {
        if (count.Figure.Measure is null || parts.Contains(count)) return [];
        var before = Before(count).ToList();
        var updated = before.LastOrDefault(other => IsUpdate(count, other));
        var standings = before.Where(other => AreTwoVoices(count, other))
            .Select(other => Relation(count, other) is { } relation ? new CountStanding(relation, other) : default)
            .Where(standing => standing.Other is not null);
        return [.. (updated is null ? [] : new[] { new CountStanding(CountRelation.Update, updated) }).Concat(standings)];
    }

    private List<Count> Under(Count count, string family)
    {
        var key = (count.Figure.Measure, count.Figure.Unit, family);
        if (!byFamily.TryGetValue(key, out var counts)) byFamily[key] = counts = [];
        return counts;
    }

    private IEnumerable<Count> Before(Count count) => count.Families.SelectMany(stories.Of).Distinct(StringComparer.Ordinal)
        .SelectMany(family => byFamily.GetValueOrDefault((count.Figure.Measure, count.Figure.Unit, family)) ?? [])
        .Where(other => other.Number < count.Number && !parts.Contains(other) && Counts.AreOfOnePlace(count.Figure, other.Figure) && Counts.CountOneThing(count.Figure, other.Figure))
        .Distinct().OrderByDescending(other => other.Number).Take(MostCompared).Reverse();

    // «48 wounded, six of them badly»: one voice gives a part beside its whole.
    private bool IsPart(Count count, LocatedFigure given) =>
        Under(count, stories.FamilyOf(given.Article.Id)).Take(MostCompared)
            .Any(other => !ReferenceEquals(other, count) && string.Equals(other.Voice.Key, count.Voice.Key, StringComparison.Ordinal)
                && other.Carried.Take(MostCompared).Any(whole => whole.Article.Id == given.Article.Id && string.Equals(whole.Day, given.Day, StringComparison.Ordinal) && Range.Of(given.Figure).IsBelow(Range.Of(whole.Figure))));

    private bool IsUpdate(Count count, Count other) =>
        AreOneVoice(count, other)
        && (IsLater(count, other) || count.Carried.Any(given => SaysSo(given.Article.Id, other)));

    private static bool IsLater(Count count, Count other) => count.Days is { } days && other.Days is { } before && days.First > before.First;

    // A later version of an article, or one that says that it corrects.
    private bool SaysSo(ArticleId article, Count other) => shelf.TiesOf(article.Value)
        .Any(tie => tie.To == article && other.Carried.Any(given => string.Equals(given.Article.Id.Value, tie.From, StringComparison.Ordinal))
            && (tie.Reasons.Any(r => r.Code is "SAYS-CORRECTED") || tie is { Kind: LineageKind.Version, Direction: not LineageDirection.Unknown }));

    // Who is not named may be anybody: two who are not named are neither two voices nor one, but within a family.
    private static bool AreOneVoice(Count a, Count b) => string.Equals(a.Voice.Key, b.Voice.Key, StringComparison.Ordinal) && (a.Voice.IsNamed || a.Families.Overlaps(b.Families));

    private static bool AreTwoVoices(Count a, Count b) => !string.Equals(a.Voice.Key, b.Voice.Key, StringComparison.Ordinal);

    private static CountRelation? Relation(Count count, Count other)
    {
        if (Counts.AreOfOneValue(count.Figure, other.Figure)) return CountRelation.Agrees;
        var (range, before) = (Range.Of(count.Figure), Range.Of(other.Figure));
        return AreOfOneDay(count, other) && (range.IsBelow(before) || before.IsBelow(range)) ? CountRelation.Disagrees : null;
    }

    private static bool AreOfOneDay(Count a, Count b) => a.Days is not { } days || b.Days is not { } others || (days.First <= others.Last && others.First <= days.Last);

    /// <summary>What a figure may amount to; <c>about</c> is taken a tenth either way.</summary>
    private readonly record struct Range(double Low, bool WithLow, double High, bool WithHigh)
    {
        public static Range Of(Figure figure)
        {
            var slack = figure.Approximate ? 0.1 : 0;
            return new(
                figure.Min is { } min ? (double)min * (1 - slack) : double.NegativeInfinity, figure.MinInclusive,
                figure.Max is { } max ? (double)max * (1 + slack) : double.PositiveInfinity, figure.MaxInclusive);
        }

        public bool IsBelow(Range other) => High < other.Low || (High == other.Low && !(WithHigh && other.WithLow));
    }
}
