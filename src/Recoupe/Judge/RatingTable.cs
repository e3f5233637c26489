using System.Collections.Immutable;

namespace Recoupe.Judge;

/// <summary>What a rating is derived from; every number counts voices.</summary>
/// <param name="For">Sources that say so, all who are not named being one.</param>
/// <param name="FirmNamed">Firm and named sources for it.</param>
/// <param name="Independent">The most of them that are of a camp each and in a family of articles each (<see cref="Corroboration"/>).</param>
/// <param name="Families">Families of articles that the sources for it are heard in.</param>
/// <param name="Against">Sources that say that it is not so.</param>
/// <param name="FirmNamedAgainst">Firm and named sources against it.</param>
/// <param name="OwnAgainst">Families of articles whose own voice says that it is not so.</param>
/// <param name="Contrary">Other firm and named sources, for claims that cannot be true together with it.</param>
/// <param name="UnsureContrary">Other sources for such claims, unnamed or unsure, and articles themselves.</param>
internal readonly record struct Grounds(
    int For, int FirmNamed, int Independent, int Families, int Against, int FirmNamedAgainst, int OwnAgainst, int Contrary, int UnsureContrary)
{
    /// <summary>Sources and articles themselves.</summary>
    public int AllAgainst => Against + OwnAgainst;

    /// <summary>Whether somebody who can be held to it, a source by name or an article itself, says that it is not so.</summary>
    public bool IsDenied => FirmNamedAgainst + OwnAgainst > 0;

    /// <summary>Whether anybody at all, by name or not, stands against it or for what it excludes.</summary>
    public bool IsContested => AllAgainst + Contrary + UnsureContrary > 0;

    public static Grounds Of(ClaimVoices heard, ContraryVoices contrary) => new(
        heard.For.Length,
        heard.FirmNamed.Length,
        Corroboration.Of(heard.FirmNamed),
        heard.Families,
        heard.Against.Length,
        heard.Against.Count(v => v.IsFirm && v.IsNamed),
        heard.OwnAgainst.Length,
        contrary.FirmNamed,
        contrary.Unsure);
}

/// <summary>The voices for claims that cannot be true together with one.</summary>
/// <param name="FirmNamed">Firm and named ones.</param>
/// <param name="Unsure">The rest: unnamed, never surer than <i>possibly</i>, or articles themselves.</param>
internal readonly record struct ContraryVoices(int FirmNamed, int Unsure);

/// <summary>The table of <c>docs/ratings.md</c>, row by row, in its words.</summary>
internal static class RatingTable
{
    public static ImmutableArray<(int Value, string When, Func<Grounds, bool> Holds)> Rows { get; } =
    [
        (6, "none for, and against at most sources that are unnamed or unsure", e => e.For == 0 && !e.IsDenied),
        (5, "two or more sources against, one of them firm and named, and more sources against than for", e => e.Against >= 2 && e.FirmNamedAgainst >= 1 && e.Against > e.For),
        (4, "one or more against, and for at most twice as many", e => e.AllAgainst >= 1 && e.For <= 2 * e.AllAgainst),
        (4, "more firm and named contrary than firm and named for", e => e.Contrary > e.FirmNamed),
        (4, "one or more firm and named against, and no two independent for", e => e.FirmNamedAgainst >= 1 && e.Independent < 2),
        (3, "one or more against or contrary, and one or more firm and named for", e => e.IsContested && e.FirmNamed >= 1),
        (1, "three or more independent for", e => e.Independent >= 3),
        (2, "two independent for", e => e.Independent == 2),
        (3, "one or more firm and named for", e => e.FirmNamed >= 1),
        (3, "two or more for, in two or more families", e => e.For >= 2 && e.Families >= 2),
        (6, "else: one voice or one text, unnamed or unsure", _ => true),
    ];

    /// <summary>That of the first row that holds.</summary>
    public static int Value(Grounds evidence) => Rows.First(r => r.Holds(evidence)).Value;
}
