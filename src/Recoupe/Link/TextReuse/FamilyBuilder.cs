using System.Collections.Immutable;
using Recoupe.Link.Fingerprints;
using Recoupe.Utility;

namespace Recoupe.Link.TextReuse;

/// <summary>What families are derived from, of one article.</summary>
internal sealed record Signature(ArticleId Article, Outlet Outlet, string? Day, ImmutableArray<Credit> Credits)
{
    /// <summary>The outlets that its prose has things from.</summary>
    public ImmutableArray<Credit> Cited { get; init; } = [];

    public static Signature Of(Fingerprint print) => new(print.Article, print.Outlet, print.Day, print.Credits) { Cited = print.Cited };

    /// <summary>Whether it surely is another outlet's text, so that it is nobody's origin.</summary>
    public bool IsTaken => Credits.Any(c => c.IsKnown && !Outlet.Is(c.Key));
}

/// <summary>Families and the origins they lack.</summary>
internal sealed record FamilyTree(ImmutableArray<Family> Families, ImmutableArray<AbsentOrigin> Absent);

/// <summary>Joins articles into families by their lineage.</summary>
internal static class FamilyBuilder
{
    public static FamilyTree Of(IEnumerable<Signature> signatures, IReadOnlyList<Lineage> lineage)
    {
        var signed = signatures.ToDictionary(s => s.Article.Value, StringComparer.Ordinal);
        var ties = lineage.Where(t => t.Kind != LineageKind.Cites && signed.ContainsKey(t.From) && signed.ContainsKey(t.To.Value)).ToList();
        var sets = new DisjointSets(signed.Keys);
        foreach (var tie in ties)
            sets.Join(tie.From, tie.To.Value);
        var derived = ties.Where(t => t.Direction != LineageDirection.Unknown).Select(t => t.To.Value).ToHashSet(StringComparer.Ordinal);
        var taken = ties.Where(t => t.Direction != LineageDirection.Unknown).GroupBy(t => t.From, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var found = sets.All().Select(members => Family([.. members.Select(m => signed[m])], derived, taken)).ToList();
        var absent = found.SelectMany(f => f.Absent).GroupBy(a => a.Id, StringComparer.Ordinal).Select(Joined).ToList();
        var cited = Cited(signed.Values, absent.Select(a => a.Name).ToHashSet(StringComparer.Ordinal));
        return new(
            [.. found.Select(f => f.Family).OrderBy(f => f.Id, StringComparer.Ordinal)],
            [.. absent.Concat(cited).OrderBy(a => a.Id, StringComparer.Ordinal)]);
    }

    // Two families of one agency have one origin.
    private static AbsentOrigin Joined(IEnumerable<AbsentOrigin> same) => same.First() with
    {
        Reasons = [same.First().Reasons[0] with { Passages = [.. same.SelectMany(a => a.Reasons).SelectMany(r => r.Passages).Order()] }],
    };

    /// <summary>The outlets that prose has things from, that no article is of and no family is credited to.</summary>
    private static IEnumerable<AbsentOrigin> Cited(IReadOnlyCollection<Signature> signed, HashSet<string> named)
    {
        var present = signed.SelectMany(s => new[] { s.Outlet.Host, s.Outlet.Site }).Where(key => key != 0).ToHashSet();
        return signed
            .SelectMany(article => article.Cited.Select(credit => (Credit: credit, Passage: new Passage(article.Article, credit.Span))))
            .Where(cited => !present.Contains(cited.Credit.Key) && !named.Contains(cited.Credit.Name))
            .GroupBy(cited => cited.Credit.Name, cited => cited.Passage, StringComparer.Ordinal)
            .Select(cited => new AbsentOrigin(ContentHash.Id("absent", cited.Key), cited.Key, [Reason.Of("NAMES-AS-SOURCE", cited.Order())]));
    }

    private static (Family Family, ImmutableArray<AbsentOrigin> Absent) Family(ImmutableArray<Signature> members, HashSet<string> derived, Dictionary<string, int> taken)
    {
        var id = ContentHash.Id(["family", .. members.Select(m => m.Article.Value)]);
        var first = members.Where(m => !derived.Contains(m.Article.Value)).ToList();
        var absent = Absent(members, first);
        var origin = absent.IsEmpty ? Earliest([.. first.Where(m => !m.IsTaken)], taken) : Foremost(absent)?.Id;
        return (new(id, [.. members.Select(m => m.Article)], origin), absent);
    }

    // Of several that are credited, one that more articles credit than any other; else the origin cannot be told.
    private static AbsentOrigin? Foremost(ImmutableArray<AbsentOrigin> absent) =>
        absent.Length == 1 || Credits(absent[0]) > Credits(absent[1]) ? absent[0] : null;

    private static int Credits(AbsentOrigin origin) => origin.Reasons.Sum(r => r.Passages.Select(p => p.Article).Distinct().Count());

    /// <summary>Those that the earliest members credit and no member is of, the most credited first.</summary>
    private static ImmutableArray<AbsentOrigin> Absent(ImmutableArray<Signature> members, List<Signature> first)
    {
        var credited = first.SelectMany(m => m.Credits.Select(c => (Credit: c, Passage: new Passage(m.Article, c.Span))))
            .Where(c => c.Credit.IsKnown && !members.Any(m => m.Outlet.Is(c.Credit.Key)))
            .GroupBy(c => c.Credit.Name, c => c.Passage, StringComparer.Ordinal).ToList();
        return
        [
            .. credited.Select(g => new AbsentOrigin(ContentHash.Id("absent", g.Key), g.Key, [Reason.Of("CREDITS", [("name", g.Key)], g.Order())]))
                .OrderByDescending(Credits).ThenBy(a => a.Name, StringComparer.Ordinal),
        ];
    }

    private static string? Earliest(List<Signature> first, Dictionary<string, int> taken)
    {
        if (first.Count == 1) return first[0].Article.Value;
        if (MostTaken(first, taken) is { } most) return most.Article.Value;
        if (first.Count == 0 || first.Exists(s => s.Day is null)) return null;
        var byDay = first.OrderBy(s => s.Day, StringComparer.Ordinal).ToList();
        return string.CompareOrdinal(byDay[0].Day, byDay[1].Day) < 0 ? byDay[0].Article.Value : null;
    }

    /// <summary>The one that more was made from than from any other, unless another is known to be earlier.</summary>
    private static Signature? MostTaken(List<Signature> first, Dictionary<string, int> taken)
    {
        var ranked = first.OrderByDescending(s => taken.GetValueOrDefault(s.Article.Value)).ToList();
        if (ranked.Count < 2 || taken.GetValueOrDefault(ranked[0].Article.Value) == taken.GetValueOrDefault(ranked[1].Article.Value)) return null;
        return ranked.Skip(1).Any(s => s.Day is not null && ranked[0].Day is { } day && string.CompareOrdinal(s.Day, day) < 0) ? null : ranked[0];
    }
}
