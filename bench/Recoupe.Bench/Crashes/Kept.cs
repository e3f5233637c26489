using System.Text;
using Recoupe.Tell;

namespace Recoupe.Bench.Crashes;

/// <summary>What a ledger tells after a trial.</summary>
/// <param name="Export">Its export as JSON.</param>
/// <param name="Faults">What verifying finds; empty is what is wanted.</param>
internal sealed record Kept(string Export, string Faults)
{
    private static readonly byte[] _name = Encoding.UTF8.GetBytes(KilledVerb.Secret);

    /// <summary>Reads it; <see langword="null"/> where there is none.</summary>
    public static Kept? Read(string ledger)
    {
        if (!File.Exists(ledger)) return null;
        using var pipeline = Pipeline.Open(ledger);
        using var export = new MemoryStream();
        LedgerJson.Write(export, pipeline.Ledger());
        return new(Encoding.UTF8.GetString(export.ToArray()), string.Concat(pipeline.Verify().Select(f => $"{f.Code} {f.Where}: {f.Message}\n")));
    }

    /// <summary>Whether the name that was forgotten stands in any file beside the ledger. Pages are packed, but so short a text keeps its rare words as they are.</summary>
    public static bool Names(string work) =>
        Directory.EnumerateFiles(Path.Combine(work, "out")).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(_name) >= 0);
}
