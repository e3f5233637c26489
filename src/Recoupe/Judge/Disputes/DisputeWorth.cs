using System.Collections.Immutable;
using System.Globalization;

namespace Recoupe.Judge.Disputes;

/// <summary>How much a dispute is worth a look: by who stands against whom, how new it is, and whether figures or named acts are at stake. An order of work, no verdict.</summary>
internal static class DisputeWorth
{
    // Beyond these more says nothing more.
    private const int MostVoices = 12;

    // Days since the last word of the whole ledger.
    private const int New = 1, Recent = 7;

    public static (int Value, ImmutableArray<Reason> Reasons) Of(IReadOnlyList<Claim> claims, string? latest)
    {
        var sides = claims.Sum(c => c.Independent.For + c.Independent.Against);
        var newest = claims.Select(c => c.Last).OfType<string>().Max(StringComparer.Ordinal);
        var isContested = claims.Any(c => c.IsContested);
        var hasFigures = claims.Any(c => c.Text.Any(char.IsAsciiDigit));
        var value = (isContested ? 2 : 1) * Math.Min(Math.Max(sides, 1), MostVoices) * Newness(newest, latest) * (hasFigures ? 3 : 2);
        return (value, [.. Reasons(claims, newest, hasFigures)]);
    }

    private static IEnumerable<Reason> Reasons(IReadOnlyList<Claim> claims, string? newest, bool hasFigures)
    {
        var voices = claims.Sum(c => c.Independent.For + c.Independent.Against);
        yield return Reason.Of("WORTH-VOICES", [("count", voices.ToString(CultureInfo.InvariantCulture))]);
        if (newest is not null) yield return Reason.Of("WORTH-NEW", [("day", newest)]);
        if (hasFigures) yield return Reason.Of("WORTH-FIGURES");
    }

    private static int Newness(string? day, string? latest) =>
        !TryParse(day, out var told) || !TryParse(latest, out var last) ? 1 : (last.DayNumber - told.DayNumber) switch { <= New => 3, <= Recent => 2, _ => 1 };

    private static bool TryParse(string? day, out DateOnly value) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
}
