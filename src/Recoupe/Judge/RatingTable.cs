using System.Collections.Immutable;

namespace Recoupe.Judge;

/// <summary>What a rating is derived from.</summary>
/// <param name="For">Voices that say so.</param>
/// <param name="FirmCamps">Camps that firm voices for it belong to.</param>
/// <param name="FirmNamed">Firm voices for it that are named.</param>
/// <param name="Families">Families of articles that the voices for it are heard in.</param>
/// <param name="Against">Voices that say that it is not so.</param>
/// <param name="Contrary">Other voices, for claims that contradict it.</param>
internal readonly record struct Evidence(int For, int FirmCamps, int FirmNamed, int Families, int Against, int Contrary)
{
    public static Evidence Of(ClaimVoices heard, int contrary) => new(
        heard.For.Length, heard.FirmCamps, heard.Firm.Count(v => v.IsNamed), heard.Families, heard.Against.Length, contrary);
}

/// <summary>The table of <c>docs/ratings.md</c>, row by row, in its words.</summary>
internal static class RatingTable
{
    public static ImmutableArray<(int Value, string When, Func<Evidence, bool> Holds)> Rows { get; } =
    [
        (5, "two or more against, and more against than for", e => e.Against >= 2 && e.Against > e.For),
        (4, "one or more against, and for at most twice as many", e => e.Against >= 1 && e.For <= 2 * e.Against),
        (4, "one or more contrary, and for at least one and at most twice as many", e => e.Contrary >= 1 && e.For >= 1 && e.For <= 2 * e.Contrary),
        (3, "one or more against or contrary, and for at least one", e => e.Against + e.Contrary >= 1 && e.For >= 1),
        (1, "three or more camps firm, in two or more families", e => e.FirmCamps >= 3 && e.Families >= 2),
        (2, "two or more camps firm, in two or more families", e => e.FirmCamps >= 2 && e.Families >= 2),
        (3, "one or more firm and named", e => e.FirmNamed >= 1),
        (3, "two or more for, none firm, in two or more families", e => e.For >= 2 && e.Families >= 2),
        (6, "else: nobody takes a side, or voices of one text that are unnamed or unsure", _ => true),
    ];

    /// <summary>That of the first row that holds.</summary>
    public static int Value(Evidence evidence) => Rows.First(r => r.Holds(evidence)).Value;
}
