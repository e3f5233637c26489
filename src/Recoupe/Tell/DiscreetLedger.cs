namespace Recoupe.Tell;

/// <summary>A ledger as it may leave the house: without who decided, and without his remarks.</summary>
internal static class DiscreetLedger
{
    /// <summary>The ledger with <paramref name="analyst"/> in place of every analyst's name, and no notes.</summary>
    public static Ledger Of(Ledger ledger, string analyst) => ledger with
    {
        Decisions = [.. ledger.Decisions.Select(d => d with { Decision = d.Decision with { By = analyst, Note = null } })],
        Reliability = [.. ledger.Reliability.Select(r => r with { Note = null })],
        Claims = [.. ledger.Claims.Select(
            c => c with { Credibility = c.Credibility with { Reasons = [.. c.Credibility.Reasons.Select(r => Of(r, analyst))] } })],
    };

    private static Reason Of(Reason reason, string analyst) => reason.Code is "DECIDED"
        ? reason with { Arguments = reason.Arguments.SetItem("by", analyst).SetItem("note", "") }
        : reason;
}
