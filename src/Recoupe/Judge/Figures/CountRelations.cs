using System.Collections.Immutable;

namespace Recoupe.Judge.Figures;

/// <summary>
/// Tells how a count stands to those of its measure before it: an update, a disagreement, or another voice that says the same. Only counts
/// in articles of one story are compared: of one family, tied by a claim, or naming the same. What can be neither told nor excluded has no
/// relation.
/// </summary>
internal sealed class CountRelations
{
    // A story that hundreds count is looked at from its latest counts.
    private const int MostCompared = 200;

    private readonly Stories _stories;
    private readonly ILookup<ArticleId, Lineage> _tiesTo;
    private readonly Dictionary<(string? Measure, string? Unit, string Family), List<GatheredCount>> _byFamily = [];
    private readonly HashSet<GatheredCount> _parts;

    public CountRelations(Stories stories, ImmutableArray<GatheredCount> counts, IReadOnlyList<Lineage> lineage)
    {
        (_stories, _tiesTo) = (stories, lineage.ToLookup(tie => tie.To));
        var measured = counts.Where(c => c.Figure.Measure is not null).ToList();
        foreach (var count in measured)
            foreach (var family in count.Families) Under(count, family).Add(count);
        _parts = [.. measured.Where(c => c.Carried.All(given => IsPart(c, given)))];
    }

    /// <summary>A count's relations, in the order of the counts it stands to, the one that it brings up to date first.</summary>
    public IEnumerable<CountRelation> Of(GatheredCount count)
    {
        if (count.Figure.Measure is null || _parts.Contains(count)) yield break;
        var before = Before(count);
        if (before.FindLast(other => IsUpdate(count, other)) is { } updated) yield return new(updated.Id, CountRelationKind.Update);
        foreach (var other in before.Where(other => !AreOneKey(count, other)))
        {
            if (KindOf(count, other) is { } kind) yield return new(other.Id, kind);
        }
    }

    private List<GatheredCount> Under(GatheredCount count, string family)
    {
        var key = (count.Figure.Measure, count.Figure.Unit, family);
        if (!_byFamily.TryGetValue(key, out var counts)) _byFamily[key] = counts = [];
        return counts;
    }

    private List<GatheredCount> Before(GatheredCount count)
    {
        var families = count.Families.SelectMany(_stories.Of).Distinct(StringComparer.Ordinal);
        var comparable = families.SelectMany(family => Under(count, family))
            .Where(other => other.Number < count.Number && AreComparable(count, other)).Distinct();
        return [.. comparable.OrderByDescending(other => other.Number).Take(MostCompared).Reverse()];
    }

    private bool AreComparable(GatheredCount count, GatheredCount other) =>
        !_parts.Contains(other)
        && CountedThing.MayBeOnePlace(count.Figure.Place, other.Figure.Place)
        && CountedThing.Of(count.Carried[0]).IsOfWhat(CountedThing.Of(other.Carried[0]));

    // «48 wounded, six of them badly»: one voice gives a part beside its whole.
    private bool IsPart(GatheredCount count, GivenFigure given) =>
        Under(count, _stories.FamilyOf(given.ArticleId)).Take(MostCompared)
            .Any(other => !ReferenceEquals(other, count) && AreOneKey(count, other) && other.Carried.Take(MostCompared).Any(whole => IsPartOf(given, whole)));

    private static bool IsPartOf(GivenFigure part, GivenFigure whole) =>
        whole.ArticleId == part.ArticleId
        && string.Equals(whole.Day, part.Day, StringComparison.Ordinal)
        && ValueRange.Of(part.Figure).IsBelow(ValueRange.Of(whole.Figure));

    private bool IsUpdate(GatheredCount count, GatheredCount other) =>
        AreOneVoice(count, other) && (IsLater(count, other) || count.Carried.Any(given => SaysSo(given.ArticleId, other)));

    private static bool IsLater(GatheredCount count, GatheredCount other) =>
        count.Days is { } days && other.Days is { } before && days.First > before.First;

    // A later version of an article, or one that says that it corrects.
    private bool SaysSo(ArticleId article, GatheredCount other) =>
        _tiesTo[article].Any(tie => Corrects(tie) && other.Carried.Any(given => string.Equals(given.ArticleId.Value, tie.From, StringComparison.Ordinal)));

    private static bool Corrects(Lineage tie) =>
        tie.Reasons.Any(r => r.Code is "SAYS-CORRECTED") || tie is { Kind: LineageKind.Version, Direction: not LineageDirection.Unknown };

    // Who is not named may be anybody: two who are not named are neither two voices nor one, but within a family.
    private static bool AreOneVoice(GatheredCount a, GatheredCount b) =>
        AreOneKey(a, b) && (a.Voice.IsNamed || a.Families.Overlaps(b.Families));

    private static bool AreOneKey(GatheredCount a, GatheredCount b) => string.Equals(a.Voice.Key, b.Voice.Key, StringComparison.Ordinal);

    private static CountRelationKind? KindOf(GatheredCount count, GatheredCount other)
    {
        if (CountedThing.Of(count.Carried[0]) == CountedThing.Of(other.Carried[0])) return CountRelationKind.Same;
        return AreOfOneDay(count, other) && ValueRange.Of(count.Figure).Excludes(ValueRange.Of(other.Figure))
            ? CountRelationKind.Disagrees
            : null;
    }

    private static bool AreOfOneDay(GatheredCount a, GatheredCount b) =>
        a.Days is not { } days || b.Days is not { } others || (days.First <= others.Last && others.First <= days.Last);
}
