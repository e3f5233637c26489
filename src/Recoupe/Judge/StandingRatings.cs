using System.Collections.Immutable;

namespace Recoupe.Judge;

/// <summary>
/// Ratings that stand until something they rest on changes: the claim, its voices, or those of a claim that contradicts it.
/// </summary>
internal sealed class StandingRatings
{
    private readonly Dictionary<string, ClaimVoices> _heard = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (Claim Claim, ImmutableArray<Reason> Changes)> _rated = new(StringComparer.Ordinal);

    /// <summary>The claims with their ratings, in ordinal order of their ids.</summary>
    public ImmutableArray<Claim> Claims => [.. _rated.Values.Select(r => r.Claim)];

    /// <summary>What would give each of the claims another rating, in their order.</summary>
    public ImmutableArray<ImmutableArray<Reason>> Changes => [.. _rated.Values.Select(r => r.Changes)];

    /// <summary>Takes in claims that were rated before.</summary>
    public void Seed(IEnumerable<(Claim Claim, ImmutableArray<Reason> Changes)> rated)
    {
        foreach (var one in rated) _rated.Add(one.Claim.Id, one);
    }

    /// <summary>Rates anew what a change touches.</summary>
    /// <param name="voices">Who is heard.</param>
    /// <param name="claims">The claims as they were gathered, by id.</param>
    /// <param name="gone">Claims that are no longer there.</param>
    /// <param name="unheard">Claims that are new, or whose voices may be others.</param>
    /// <param name="turned">Claims that may face others, or that are decided otherwise.</param>
    /// <param name="rulings">What the analyst's decisions come to.</param>
    /// <returns>The articles that other claims may tie than before, and the claims that are rated anew.</returns>
    public (IReadOnlySet<ArticleId> Articles, IReadOnlySet<string> Rated) Follow(
        VoiceCounter voices,
        Func<string, Claim> claims,
        IEnumerable<string> gone,
        IReadOnlyCollection<string> unheard,
        IEnumerable<string> turned,
        Rulings rulings)
    {
        var tied = new HashSet<ArticleId>();
        foreach (var id in gone)
        {
            _heard.Remove(id);
            if (_rated.Remove(id, out var was)) tied.UnionWith(was.Claim.Positions.Select(p => p.Article));
        }

        foreach (var id in unheard) _heard.Remove(id);
        var touched = unheard.Concat(unheard.SelectMany(id => claims(id).Contradicts).Select(o => o.Claim)).Concat(turned).ToHashSet(StringComparer.Ordinal);
        foreach (var id in touched)
        {
            var rated = Rater.Rated(claims(id), claims, Heard, rulings);
            if (!_rated.TryGetValue(id, out var before) || !AreContraryToTheSame(before.Claim, rated.Claim)) tied.UnionWith(rated.Claim.Positions.Select(p => p.Article));
            _rated[id] = rated;
        }

        return (tied, touched);

        ClaimVoices Heard(string id)
        {
            if (_heard.TryGetValue(id, out var heard)) return heard;
            return _heard[id] = voices.On(claims(id));
        }
    }

    /// <summary>A claim with its rating; <see langword="null"/> where there is none of the id.</summary>
    public Claim? Find(string id) => _rated.TryGetValue(id, out var rated) ? rated.Claim : null;

    // A claim's id is a hash of what it gathers.
    private static bool AreContraryToTheSame(Claim one, Claim other) =>
        one.Contradicts.Select(c => c.Claim).SequenceEqual(other.Contradicts.Select(c => c.Claim), StringComparer.Ordinal);
}
