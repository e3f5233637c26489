using System.Collections.Immutable;
using Recoupe.Link.Fingerprints;
using Recoupe.Utility;

namespace Recoupe.Link.TextReuse;

/// <summary>What families are derived from, of one article.</summary>
internal sealed record Signature(ArticleId Article, Outlet Outlet, string? Day, ImmutableArray<Credit> Credits)
{
    public static Signature Of(Fingerprint print) => new(print.Article, print.Outlet, print.Day, print.Credits);
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
        return new(
            [.. found.Select(f => f.Family).OrderBy(f => f.Id, StringComparer.Ordinal)],
            [.. found.Select(f => f.Absent).OfType<AbsentOrigin>().OrderBy(a => a.Id, StringComparer.Ordinal)]);
    }

    private static (Family Family, AbsentOrigin? Absent) Family(ImmutableArray<Signature> members, HashSet<string> derived, Dictionary<string, int> taken)
    {
        var id = ContentHash.Id(["family", .. members.Select(m => m.Article.Value)]);
        var first = members.Where(m => !derived.Contains(m.Article.Value)).ToList();
        var absent = Absent(id, members, first);
        return (new(id, [.. members.Select(m => m.Article)], absent?.Id ?? Earliest(first, taken)), absent);
    }

    /// <summary>The one that the earliest members credit and no member is of.</summary>
    private static AbsentOrigin? Absent(string family, ImmutableArray<Signature> members, List<Signature> first)
    {
        var credited = first.SelectMany(m => m.Credits.Select(c => (Credit: c, Passage: new Passage(m.Article, c.Span))))
            .Where(c => c.Credit.IsKnown && !members.Any(m => m.Outlet.Is(c.Credit.Key)))
            .GroupBy(c => c.Credit.Name, c => c.Passage, StringComparer.Ordinal).ToList();
        if (credited.Count == 0) return null;
        var most = credited.OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First();
        return new(ContentHash.Id("absent", family, most.Key), most.Key, [Reason.Of("CREDITS", [("name", most.Key)], most.Order())]);
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
