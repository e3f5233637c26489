using System.Collections.Immutable;
using System.Globalization;

namespace Recoupe.Judge;

/// <summary>Counts the independent voices of claims and rates their credibility by the table of <c>docs/ratings.md</c>.</summary>
internal static class Rater
{
    public static ImmutableArray<Claim> Rate(
        ImmutableArray<Claim> claims, IReadOnlyList<Filed> filed, IReadOnlyList<Family> families, IReadOnlyList<Entity> entities)
    {
        var voices = new Voices(filed, families, entities);
        var heard = claims.ToDictionary(c => c.Id, voices.On, StringComparer.Ordinal);
        return [.. claims.Select(c => Rated(c, heard[c.Id], [.. c.Contradicts.Select(o => (o, heard[o.Claim]))]))];
    }

    private static Claim Rated(Claim claim, Heard heard, ImmutableArray<(Contradiction With, Heard Heard)> others)
    {
        var contrary = others.SelectMany(o => o.Heard.For).Select(v => v.Name).Where(n => !heard.For.Any(v => string.Equals(v.Name, n, StringComparison.Ordinal)))
            .Distinct(StringComparer.Ordinal).Count();
        return claim with
        {
            Independent = new(heard.For.Length, heard.Against.Length),
            Credibility = new(RatingTable.Value(Evidence.Of(heard, contrary)), [.. Reasons(heard, others)]),
        };
    }

    private static IEnumerable<Reason> Reasons(Heard heard, ImmutableArray<(Contradiction With, Heard Heard)> others)
    {
        if (heard.For.Length > 0) yield return Counted("VOICES-FOR", heard.For);
        if (heard.Against.Length > 0) yield return Counted("VOICES-AGAINST", heard.Against);
        if (heard.For.Length + heard.Against.Length == 0) yield return Reason.Of("NOBODY-COMMITS", heard.Uncommitted);
        else if (heard.Uncommitted.Length > 0) yield return Reason.Of("UNCOMMITTED", heard.Uncommitted);
        if (heard.For.Length > 0 && !heard.For.Any(v => v.IsFirm)) yield return Reason.Of("ONLY-HEDGED", heard.For.SelectMany(v => v.Passages));
        if (heard.For.Length > 0 && !heard.For.Any(v => v.IsNamed)) yield return Reason.Of("ONLY-UNNAMED", heard.For.SelectMany(v => v.Passages));
        if (heard.FirmCamps < heard.Firm.Count()) yield return Counted("ONE-CAMP", [.. heard.Firm.Where(v => v.State is not null)]);
        if (heard.Tellings > heard.For.Length && heard.Families == 1) yield return Reason.Of("ONE-FAMILY", [("tellings", Number(heard.Tellings))]);
        foreach (var (with, other) in others)
            yield return Reason.Of("CONTRADICTED", [("claim", with.Claim), ("voices", Number(other.For.Length))], other.For.SelectMany(v => v.Passages));
    }

    private static Reason Counted(string code, ImmutableArray<Voice> voices) =>
        Reason.Of(code, [("count", Number(voices.Length))], voices.SelectMany(v => v.Passages.Take(1)));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
