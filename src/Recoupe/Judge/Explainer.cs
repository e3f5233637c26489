using System.Collections.Immutable;
using System.Globalization;

namespace Recoupe.Judge;

/// <summary>Says what would change a claim's rating: the table of <c>docs/ratings.md</c>, asked again with one thing different.</summary>
internal static class Explainer
{
    /// <summary>Each difference that gives another rating, the same for the same voices.</summary>
    public static ImmutableArray<Reason> Changes(ClaimVoices heard, ContraryVoices contrary)
    {
        var now = Grounds.Of(heard, contrary);
        var value = RatingTable.Value(now);
        return
        [
            .. Differences(heard, now)
                .Select(d => (d.Code, Value: RatingTable.Value(d.Then)))
                .Where(d => d.Value != value)
                .Select(d => Reason.Of(d.Code, [("value", d.Value.ToString(CultureInfo.InvariantCulture))])),
        ];
    }

    private static IEnumerable<(string Code, Grounds Then)> Differences(ClaimVoices heard, Grounds now)
    {
        yield return ("IF-ANOTHER-CAMP", now with { For = now.For + 1, FirmNamed = now.FirmNamed + 1, Independent = now.Independent + 1, Families = now.Families + 1 });
        yield return ("IF-ANOTHER-AGAINST", now with { Against = now.Against + 1, FirmNamedAgainst = now.FirmNamedAgainst + 1 });
        if (heard.For.Any(v => !v.IsFirm))
            yield return ("IF-SURE", Grounds.Of(Sure(heard), new(now.Contrary, now.UnsureContrary)));
        if (now.AllAgainst > 0) yield return ("IF-NONE-AGAINST", now with { Against = 0, FirmNamedAgainst = 0, OwnAgainst = 0 });
        if (now.Contrary + now.UnsureContrary > 0) yield return ("IF-NONE-CONTRARY", now with { Contrary = 0, UnsureContrary = 0 });
    }

    private static ClaimVoices Sure(ClaimVoices heard) => heard with { For = [.. heard.For.Select(v => v with { IsFirm = true })] };
}
