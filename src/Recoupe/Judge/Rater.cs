using System.Collections.Immutable;
using System.Globalization;

namespace Recoupe.Judge;

/// <summary>Counts the independent voices of claims and rates their credibility by the table of <c>docs/ratings.md</c>.</summary>
internal static class Rater
{
    public static ImmutableArray<Claim> Rate(
        ImmutableArray<Claim> claims,
        IReadOnlyList<FiledArticle> filed,
        IReadOnlyList<Family> families,
        IReadOnlyList<Entity> entities,
        Rulings rulings) =>
        RateAndExplain(claims, filed, families, entities, rulings).Claims;

    /// <summary>The claims with their ratings, and what would give each of them another, in the same order.</summary>
    public static (ImmutableArray<Claim> Claims, ImmutableArray<ImmutableArray<Reason>> Changes) RateAndExplain(
        ImmutableArray<Claim> claims,
        IReadOnlyList<FiledArticle> filed,
        IReadOnlyList<Family> families,
        IReadOnlyList<Entity> entities,
        Rulings rulings)
    {
        var ratings = new StandingRatings();
        var byId = claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        ratings.Follow(new VoiceCounter(filed, families, entities), id => byId[id], [], byId.Keys, [], rulings);
        return (ratings.Claims, ratings.Changes);
    }

    /// <summary>A claim with its rating, and what would give it another.</summary>
    /// <param name="claim">The claim as it was gathered.</param>
    /// <param name="claims">The claims that face it, by their ids.</param>
    /// <param name="voices">Who is heard on a claim, by its id.</param>
    /// <param name="rulings">What the analyst's decisions come to.</param>
    public static (Claim Claim, ImmutableArray<Reason> Changes) Rated(
        Claim claim, Func<string, Claim> claims, Func<string, ClaimVoices> voices, Rulings rulings)
    {
        var (told, heard) = (Updates.Told(claim, claims, voices), voices(claim.Id));
        ImmutableArray<(Contradiction With, ClaimVoices Heard)> others = [.. told.Contradicts.Select(o => (o, voices(o.Claim)))];
        return (
            Decided(Rated(told, heard, others), rulings),
            Explainer.Changes(heard, Contrary(heard, others.Select(o => o.Heard))));
    }

    private static Claim Rated(Claim claim, ClaimVoices heard, ImmutableArray<(Contradiction With, ClaimVoices Heard)> others) => claim with
    {
        Independent = new(heard.For.Length, heard.Against.Length + heard.OwnAgainst.Length),
        Voices = heard.Listed,
        Credibility = new(RatingTable.Value(Grounds.Of(heard, Contrary(heard, others.Select(o => o.Heard)))), [.. Reasons(heard, others)]),
    };

    // Who says both this and what contradicts it is not another voice.
    private static ContraryVoices Contrary(ClaimVoices heard, IEnumerable<ClaimVoices> others)
    {
        var contrary = others.SelectMany(o => o.For.Concat(o.OwnFor)).Where(v => !v.IsNamed || !heard.For.Any(own => IsOne(own, v))).ToList();
        var firmNamed = contrary.Where(v => v.IsFirm && v.IsNamed).Select(v => v.Name).Distinct(StringComparer.Ordinal).Count();
        return new(firmNamed, contrary.Count(v => !v.IsFirm || !v.IsNamed));
    }

    private static bool IsOne(Voice one, Voice other) => string.Equals(one.Name, other.Name, StringComparison.Ordinal);

    // An analyst's rating stands in place of the derived one, whose reasons stay for comparison.
    private static Claim Decided(Claim claim, Rulings rulings)
    {
        var decision = Rulings.Last(rulings.Ratings, claim.Positions.Select(p => p.Key));
        if (decision is null || !int.TryParse(decision.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return claim;
        var reason = Reason.Of("DECIDED", [("by", decision.By), ("derived", Number(claim.Credibility.Value)), ("note", decision.Note ?? "")]);
        return claim with { Credibility = new(value, [reason, .. claim.Credibility.Reasons]) };
    }

    private static IEnumerable<Reason> Reasons(ClaimVoices heard, ImmutableArray<(Contradiction With, ClaimVoices Heard)> others)
    {
        if (heard.For.Length > 0) yield return Counted("VOICES-FOR", heard.For);
        if (heard.Against.Length > 0) yield return Counted("VOICES-AGAINST", heard.Against);
        if (heard.OwnAgainst.Length > 0) yield return Counted("ARTICLES-AGAINST", heard.OwnAgainst);
        if (heard.For.Length + heard.Against.Length + heard.OwnAgainst.Length == 0) yield return Reason.Of("NOBODY-COMMITS", heard.Uncommitted);
        else if (heard.Uncommitted.Length > 0) yield return Reason.Of("UNCOMMITTED", heard.Uncommitted);
        if (heard.For.Length > 0 && !heard.For.Any(v => v.IsFirm)) yield return Reason.Of("ONLY-HEDGED", heard.For.SelectMany(v => v.Passages));
        if (heard.For.Length > 0 && !heard.For.Any(v => v.IsNamed)) yield return Reason.Of("ONLY-UNNAMED", heard.For.SelectMany(v => v.Passages));
        if (SharedCamps(heard.FirmNamed) is { IsEmpty: false } officials) yield return Counted("ONE-CAMP", officials);
        if (heard.Tellings > heard.For.Length && heard.Families == 1) yield return Reason.Of("ONE-FAMILY", [("tellings", Number(heard.Tellings))]);
        foreach (var (with, other) in others)
            yield return Reason.Of("CONTRADICTED", [("claim", with.Claim), ("voices", Number(other.For.Length))], other.For.SelectMany(v => v.Passages));
    }

    // Officials who count as fewer camps than they are.
    private static ImmutableArray<Voice> SharedCamps(ImmutableArray<Voice> voices)
    {
        var camps = Corroboration.Camps(voices).Values.Distinct(StringComparer.Ordinal).Count();
        return camps < voices.Length ? [.. voices.Where(v => v.State is not null)] : [];
    }

    private static Reason Counted(string code, ImmutableArray<Voice> voices) =>
        Reason.Of(code, [("count", Number(voices.Length))], voices.SelectMany(v => v.Passages.Take(1)));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
