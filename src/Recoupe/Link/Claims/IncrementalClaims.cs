using System.Collections.Immutable;
using Recoupe.Utility;

namespace Recoupe.Link.Claims;

/// <summary>
/// Claims that are asked for again and again while articles come in: only what the new ones touch is gathered anew. Where anything else has changed
/// (an article read again or gone, a tie that holds no longer since too many share its key, a decision), all is.
/// </summary>
internal sealed class IncrementalClaims
{
    private readonly HashSet<ArticleId> _known = [];
    private ClaimBuilder? _claims;
    private Rulings _rulings = Rulings.None;
    private ulong _ties;

    /// <summary>All of it is to be gathered anew: an article changed under its id.</summary>
    public void Reset() => _claims = null;

    /// <summary>As <see cref="ClaimBuilder.Of"/>, of everything that the ledger now has.</summary>
    public ImmutableArray<Claim> Of(IReadOnlyList<FiledArticle> filed, IReadOnlyList<StatementTie> ties, Rulings rulings)
    {
        var fresh = filed.Where(f => !_known.Contains(f.Article.Id)).ToList();
        var between = ties.ToLookup(t => _known.Contains(t.A.Article) && _known.Contains(t.B.Article));
        if (_claims is null || filed.Count - fresh.Count != _known.Count || Sum(between[true]) != _ties || !_rulings.IsSame(rulings)) return Anew(filed, ties, rulings);
        Add(fresh, between[false]);
        return _claims.All;
    }

    private ImmutableArray<Claim> Anew(IReadOnlyList<FiledArticle> filed, IReadOnlyList<StatementTie> ties, Rulings rulings)
    {
        _known.Clear();
        (_claims, _rulings, _ties) = (new(rulings), rulings, 0);
        Add(filed, ties);
        return _claims.All;
    }

    private void Add(IEnumerable<FiledArticle> filed, IEnumerable<StatementTie> ties)
    {
        _known.UnionWith(filed.Select(f => f.Article.Id));
        _ties += Sum(ties);
        _claims!.Add(filed, ties);
    }

    // The same in any order.
    private static ulong Sum(IEnumerable<StatementTie> ties) =>
        ties.Aggregate(0ul, (sum, t) => sum + StableHash.Of(StableHash.Of(HashOf(t.A), HashOf(t.B)), ((ulong)t.Kind << 32) | (uint)t.Score));

    private static ulong HashOf(TellingKey key) => StableHash.Of(StableHash.Of(key.Article.Value), StableHash.Of(key.Proposition));
}
