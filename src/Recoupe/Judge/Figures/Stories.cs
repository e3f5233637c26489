using System.Collections.Immutable;

namespace Recoupe.Judge.Figures;

/// <summary>Tells which families of articles tell one story: those tied by a claim, and those that name the same.</summary>
internal sealed class Stories
{
    // So many names shared, and so great a part (a quarter) of the shorter list, are of one story.
    private const int FewestShared = 4, PartShared = 4;

    // What very many families name says nothing.
    private const int MostNaming = 256;

    private readonly Dictionary<ArticleId, string> _familyOf = [];
    private readonly Dictionary<string, Family> _families;
    private readonly Dictionary<string, Claim> _claims;
    private readonly ILookup<ArticleId, Claim> _claimsIn;
    private readonly Dictionary<string, ImmutableArray<string>> _naming = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _named;
    private readonly Dictionary<string, ImmutableSortedSet<string>> _tied = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableSortedSet<string>> _stories = new(StringComparer.Ordinal);

    public Stories(IReadOnlyList<Family> families, IReadOnlyList<Entity> entities, IReadOnlyList<Claim> claims)
    {
        _families = families.ToDictionary(f => f.Id, StringComparer.Ordinal);
        foreach (var family in families)
            foreach (var member in family.Members) _familyOf[member] = family.Id;
        _claims = claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        _claimsIn = (from claim in claims
            from position in claim.Positions
            where position.Statement is not null
            select (position.Article, claim)).ToLookup(c => c.Article, c => c.claim);
        foreach (var entity in entities)
            _naming[entity.Id] = [.. entity.Mentions.Select(m => FamilyOf(m.Article)).Distinct(StringComparer.Ordinal)];
        _named = _naming.SelectMany(n => n.Value.Select(family => (family, n.Key)))
            .ToLookup(n => n.family, n => n.Key, StringComparer.Ordinal);
    }

    /// <summary>The family of an article; itself where it has none.</summary>
    public string FamilyOf(ArticleId article) => _familyOf.GetValueOrDefault(article, article.Value);

    /// <summary>The families that tell one story with a family, itself among them.</summary>
    public ImmutableSortedSet<string> Of(string family)
    {
        if (_stories.TryGetValue(family, out var known)) return known;
        var naming = _named[family].Select(entity => _naming[entity]).Where(families => families.Length <= MostNaming);
        var shared = naming.SelectMany(families => families).CountBy(other => other, StringComparer.Ordinal)
            .Where(other => NameTheSame(family, other.Key, other.Value)).Select(other => other.Key);
        return _stories[family] = Tied(family).Union(shared);
    }

    private bool NameTheSame(string family, string other, int shared) =>
        shared >= FewestShared && shared * PartShared >= Math.Min(_named[family].Count(), _named[other].Count());

    /// <summary>The families that share a claim with a family, or hold a claim that contradicts one of its; itself among them.</summary>
    public ImmutableSortedSet<string> Tied(string family)
    {
        if (_tied.TryGetValue(family, out var known)) return known;
        var members = _families.GetValueOrDefault(family)?.Members ?? [new ArticleId(family)];
        var claims = members.SelectMany(member => _claimsIn[member]).Distinct().ToList();
        var contrary = claims.SelectMany(c => c.Contradicts).Select(c => _claims.GetValueOrDefault(c.Claim)).OfType<Claim>();
        var articles = claims.Concat(contrary).SelectMany(c => c.Positions).Select(p => p.Article).Distinct();
        return _tied[family] = articles.Select(FamilyOf).Append(family).ToImmutableSortedSet(StringComparer.Ordinal);
    }
}
