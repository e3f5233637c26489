using System.Collections.Immutable;

namespace Recoupe.Tell.Exchange;

/// <summary>
/// A form that other tools read: what <c>recoupe export --format</c> calls it, and how a ledger is written in it. Equal ledgers give
/// equal bytes.
/// </summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Describes">What it holds, in a few words.</param>
/// <param name="Write">Writes a ledger to a stream as UTF-8.</param>
public sealed record ExchangeFormat(string Name, string Describes, Action<Stream, ExchangeLedger> Write)
{
    /// <summary>All of them, in ordinal order of their names (<c>docs/exports.md</c>).</summary>
    public static ImmutableArray<ExchangeFormat> All { get; } =
    [
        new("annotations", "passages as W3C Web Annotations", WebAnnotationExport.Write),
        new("bibtex", "articles for BibTeX", BibTexExport.Write),
        new("claimreview", "ratings that an analyst gave by hand, as schema.org ClaimReview", ClaimReviewExport.Write),
        new("csl", "articles as CSL-JSON", CslExport.Write),
        new("ftm", "articles, people and bodies for FollowTheMoney, an entity a line", FollowTheMoneyExport.Write),
        new("gexf", "who says what and what is taken from what, as a graph", GexfExport.Write),
        new("ris", "articles as RIS references", RisExport.Write),
        new("stix", "a STIX 2.1 bundle", StixExport.Write),
    ];

    /// <summary>The form of a name; <see langword="null"/> where there is none.</summary>
    public static ExchangeFormat? Named(string name) =>
        All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.Ordinal));
}
