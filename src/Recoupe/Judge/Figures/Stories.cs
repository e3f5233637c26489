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
    private readonly Func<ArticleId, IEnumerable<Claim>> _claimsIn;
    private readonly Func<string, Claim?> _claims;
    private readonly Lazy<Dictionary<string, ImmutableArray<string>>> _naming;
    private readonly Lazy<ILookup<string, string>> _named;
    private readonly Dictionary<string, ImmutableArray<string>> _alike = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableSortedSet<string>> _tied = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableSortedSet<string>> _stories = new(StringComparer.Ordinal);

    /// <param name="families">The families of articles.</param>
    /// <param name="entities">Who and what they name.</param>
    /// <param name="claimsIn">The claims that a statement of an article stands in.</param>
    /// <param name="claims">A claim by its id, where there is one.</param>
    public Stories(
        IReadOnlyList<Family> families,
        IReadOnlyList<Entity> entities,
        Func<ArticleId, IEnumerable<Claim>> claimsIn,
        Func<string, Claim?> claims)
    {
        (_claimsIn, _claims) = (claimsIn, claims);
        _families = families.ToDictionary(f => f.Id, StringComparer.Ordinal);
        foreach (var family in families)
            foreach (var member in family.Members) _familyOf[member] = family.Id;
        _naming = new(() => entities.ToDictionary(
            e => e.Id,
            e => e.Mentions.Select(m => FamilyOf(m.Article)).Distinct(StringComparer.Ordinal).ToImmutableArray(),
            StringComparer.Ordinal));
        _named = new(() => _naming.Value.SelectMany(n => n.Value.Select(family => (family, n.Key)))
            .ToLookup(n => n.family, n => n.Key, StringComparer.Ordinal));
    }

    /// <summary>Asks what ties some articles, to be held against what ties them later.</summary>
    public void Ask(IEnumerable<ArticleId> articles)
    {
        foreach (var family in articles.Select(FamilyOf).Distinct(StringComparer.Ordinal)) Tied(family);
    }

    /// <summary>Asks again what ties some articles, since claims have changed.</summary>
    /// <returns>Whether anything that was asked has another answer now.</returns>
    public bool AskAgain(IEnumerable<ArticleId> articles)
    {
        var isOther = false;
        foreach (var family in articles.Select(FamilyOf).Distinct(StringComparer.Ordinal).ToList())
        {
            if (!_tied.Remove(family, out var before)) continue;
            isOther |= !before.SequenceEqual(Tied(family), StringComparer.Ordinal);
        }

        if (isOther) _stories.Clear();
        return isOther;
    }

    /// <summary>The family of an article; itself where it has none.</summary>
    public string FamilyOf(ArticleId article) => _familyOf.GetValueOrDefault(article, article.Value);

    /// <summary>The families that tell one story with a family, itself among them.</summary>
    public ImmutableSortedSet<string> Of(string family)
    {
        if (_stories.TryGetValue(family, out var known)) return known;
        return _stories[family] = Tied(family).Union(Alike(family));
    }

    private ImmutableArray<string> Alike(string family)
    {
        if (_alike.TryGetValue(family, out var known)) return known;
        var naming = _named.Value[family].Select(entity => _naming.Value[entity]).Where(families => families.Length <= MostNaming);
        var shared = naming.SelectMany(families => families).CountBy(other => other, StringComparer.Ordinal);
        return _alike[family] = [.. shared.Where(other => NameTheSame(family, other.Key, other.Value)).Select(other => other.Key)];
    }

    private bool NameTheSame(string family, string other, int shared) =>
        shared >= FewestShared && shared * PartShared >= Math.Min(_named.Value[family].Count(), _named.Value[other].Count());

    /// <summary>The families that share a claim with a family, or hold a claim that contradicts one of its; itself among them.</summary>
    public ImmutableSortedSet<string> Tied(string family)
    {
        if (_tied.TryGetValue(family, out var known)) return known;
        var members = _families.GetValueOrDefault(family)?.Members ?? [new ArticleId(family)];
        var claims = members.SelectMany(_claimsIn).DistinctBy(c => c.Id, StringComparer.Ordinal).ToList();
        var contrary = claims.SelectMany(c => c.Contradicts).Select(c => _claims(c.Claim)).OfType<Claim>();
        var articles = claims.Concat(contrary).SelectMany(c => c.Positions).Select(p => p.Article).Distinct();
        return _tied[family] = articles.Select(FamilyOf).Append(family).ToImmutableSortedSet(StringComparer.Ordinal);
    }
}
