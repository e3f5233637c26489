using System.Collections.Immutable;

namespace Recoupe.Link;

/// <summary>What families are derived from, of one article.</summary>
internal sealed record Signature(ArticleId Article, Outlet Outlet, string? Day, ImmutableArray<Credit> Credits)
{
    public static Signature Of(Fingerprint print) => new(print.Article, print.Outlet, print.Day, print.Credits);
}

/// <summary>Families and the origins they lack.</summary>
internal sealed record FamilyTree(ImmutableArray<Family> Families, ImmutableArray<AbsentOrigin> Absent);

/// <summary>Joins articles into families by their lineage.</summary>
internal static class Families
{
    public static FamilyTree Of(IEnumerable<Signature> signatures, IReadOnlyList<Lineage> lineage)
    {
        var signed = signatures.ToDictionary(s => s.Article.Value, StringComparer.Ordinal);
        var ties = lineage.Where(t => t.Kind != LineageKind.Cites && signed.ContainsKey(t.From) && signed.ContainsKey(t.To.Value)).ToList();
        var sets = new DisjointSets(signed.Keys);
        foreach (var tie in ties)
            sets.Join(tie.From, tie.To.Value);
        var derived = ties.Where(t => t.Direction != LineageDirection.Unknown).Select(t => t.To.Value).ToHashSet(StringComparer.Ordinal);
        var found = sets.All().Select(members => Family([.. members.Select(m => signed[m])], derived)).ToList();
        return new(
            [.. found.Select(f => f.Family).OrderBy(f => f.Id, StringComparer.Ordinal)],
            [.. found.Select(f => f.Absent).OfType<AbsentOrigin>().OrderBy(a => a.Id, StringComparer.Ordinal)]);
    }

    private static (Family Family, AbsentOrigin? Absent) Family(ImmutableArray<Signature> members, HashSet<string> derived)
    {
        var id = ContentHash.Id(["family", .. members.Select(m => m.Article.Value)]);
        var first = members.Where(m => !derived.Contains(m.Article.Value)).ToList();
        var absent = Absent(id, members, first);
        return (new(id, [.. members.Select(m => m.Article)], absent?.Id ?? Earliest(first)), absent);
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

    private static string? Earliest(List<Signature> first)
    {
        if (first.Count == 1) return first[0].Article.Value;
        if (first.Count == 0 || first.Exists(s => s.Day is null)) return null;
        var byDay = first.OrderBy(s => s.Day, StringComparer.Ordinal).ToList();
        return string.CompareOrdinal(byDay[0].Day, byDay[1].Day) < 0 ? byDay[0].Article.Value : null;
    }
}
