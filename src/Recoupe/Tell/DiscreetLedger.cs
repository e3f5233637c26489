namespace Recoupe.Tell;

/// <summary>A ledger as it may leave the house: without who decided, his remarks, and where on his disk the articles lie.</summary>
internal static class DiscreetLedger
{
    /// <summary>
    /// The ledger with <paramref name="analyst"/> in place of every analyst's name, no notes, and each article's name for its path.
    /// </summary>
    public static Ledger Of(Ledger ledger, string analyst) => ledger with
    {
        Articles = [.. ledger.Articles.Select(a => a with { Path = a.Name })],
        Decisions = [.. ledger.Decisions.Select(d => d with { Decision = d.Decision with { By = analyst, Note = null } })],
        Reliability = [.. ledger.Reliability.Select(r => r with { Note = null })],
        Claims = [.. ledger.Claims.Select(
            c => c with { Credibility = c.Credibility with { Reasons = [.. c.Credibility.Reasons.Select(r => Of(r, analyst))] } })],
    };

    private static Reason Of(Reason reason, string analyst) => reason.Code is "DECIDED"
        ? reason with { Arguments = reason.Arguments.SetItem("by", analyst).SetItem("note", "") }
        : reason;
}
