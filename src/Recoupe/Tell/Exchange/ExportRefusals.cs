namespace Recoupe.Tell.Exchange;

/// <summary>What cannot be told, by code (<c>docs/refusals.md</c>).</summary>
internal static class ExportRefusals
{
    private const string SeeExport = "Take an id from the dossier or from `recoupe export`; its first characters are enough.";

    public static Rejection Unknown(string id) => new("EXPORT-1", id, "The ledger has nothing of this kind and id.", SeeExport);

    public static Rejection Ambiguous(string id) => new("EXPORT-2", id, "More than one id begins like this.", "Give more of it.");
}
