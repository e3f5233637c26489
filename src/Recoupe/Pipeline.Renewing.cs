using System.Collections.Immutable;
using Recoupe.Link.Fingerprints;
using Recoupe.Run;
using Recoupe.Store;

namespace Recoupe;

/// <content>Ledgers that another version of the program made: what it had made of the pages is made anew.</content>
public sealed partial class Pipeline
{
    private ImmutableArray<Rejection> _refusedAnew = [];

    /// <summary>Opens a ledger only to read it: one that may not be written too, in a folder that may not be.</summary>
    /// <param name="path">The ledger's file.</param>
    /// <exception cref="LedgerException">There is none, or it is no ledger, or an older program made it and it may not be
    /// written.</exception>
    public static Pipeline OpenToRead(string path)
    {
        try
        {
            return ToRead(path);
        }
        catch (LedgerException older) when (older.Code is "STORE-9")
        {
            Renew(path, older);
            return ToRead(path);
        }
    }

    private static Pipeline ToRead(string path)
    {
        var file = LedgerFile.ToRead(path);
        if (!HasOtherPrints(file)) return new(file, path, 0, stays: false, verbatim: true, ReadAlone, keeps: false);
        file.Dispose();
        throw LedgerConnection.Older(path, LedgerConnection.SchemaVersion);
    }

    // Whoever may write an older ledger brings it to this version; whoever may not is told what it needs.
    private static void Renew(string path, LedgerException older)
    {
        try
        {
            Open(path, create: false).Dispose();
        }
        catch (LedgerException)
        {
            throw older;
        }
    }

    // Before anything is asked of the ledger.
    private void ReadAnew()
    {
        if (HasOtherPrints(_file)) _file.Atomically(() => _file.MakeUnread());
        var tally = new RunTally(null);
        foreach (var unread in _file.Unread().Chunk(PageBatches.Pages))
        {
            _file.Atomically(() => _filing.File([.. unread.Select(Pending).OfType<PendingPage>()], tally, CancellationToken.None));
        }

        _refusedAnew = tally.Summary().Refused;
    }

    // Fingerprints of two versions cannot be compared; whoever finds the other's makes all void at once, so that one tells of all.
    private static bool HasOtherPrints(LedgerFile file) => file.AnyPrint() is { } print && !Fingerprint.IsOurs(print);
}
