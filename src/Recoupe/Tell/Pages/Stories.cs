using System.Collections.Immutable;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Pages;

/// <summary>Tells which families of articles tell one story: those tied by a claim, and those that name the same.</summary>
internal sealed class Stories
{
    // So many names shared, and so great a part of the shorter list, are of one story. What very many families name says nothing.
    private const int FewestShared = 4, PartShared = 4, MostNaming = 256;

    private readonly DossierModel shelf;
    private readonly Dictionary<string, Family> families;
    private readonly Dictionary<string, ImmutableArray<string>> naming = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> named;
    private readonly Dictionary<string, ImmutableSortedSet<string>> tied = new(StringComparer.Ordinal), stories = new(StringComparer.Ordinal);

    public Stories(DossierModel shelf)
    {
        this.shelf = shelf;
        families = shelf.Ledger.Families.ToDictionary(f => f.Id, StringComparer.Ordinal);
        foreach (var entity in shelf.Ledger.Entities)
            naming[entity.Id] = [.. entity.Mentions.Select(m => FamilyOf(m.Article)).Distinct(StringComparer.Ordinal)];
        named = naming.SelectMany(n => n.Value.Select(family => (family, n.Key))).ToLookup(n => n.family, n => n.Key, StringComparer.Ordinal);
    }

    /// <summary>The family of an article; itself where it has none.</summary>
    public string FamilyOf(ArticleId article) => shelf.FamilyOf(article)?.Id ?? article.Value;

    /// <summary>The families that tell one story with a family, itself among them.</summary>
    public ImmutableSortedSet<string> Of(string family)
    {
        if (stories.TryGetValue(family, out var known)) return known;
        var shared = named[family].Select(entity => naming[entity]).Where(f => f.Length <= MostNaming).SelectMany(f => f).CountBy(f => f, StringComparer.Ordinal)
            .Where(f => f.Value >= FewestShared && f.Value * PartShared >= Math.Min(named[family].Count(), named[f.Key].Count()))
            .Select(f => f.Key);
        return stories[family] = Tied(family).Union(shared);
    }

    /// <summary>The families that share a claim with a family, or hold a claim that contradicts one of its; itself among them.</summary>
    public ImmutableSortedSet<string> Tied(string family)
    {
        if (tied.TryGetValue(family, out var known)) return known;
        var members = families.GetValueOrDefault(family)?.Members ?? [new ArticleId(family)];
        var claims = members.SelectMany(member => shelf.TellingsOf(member)).SelectMany(shelf.ClaimsOf).Distinct().ToList();
        var all = claims.Concat(claims.SelectMany(c => c.Contradicts).Select(c => shelf.Claim(c.Claim)).OfType<Claim>());
        return tied[family] = all.SelectMany(c => c.Positions).Select(p => FamilyOf(p.Article)).Append(family).ToImmutableSortedSet(StringComparer.Ordinal);
    }
}
