using Recoupe.Ingest.Fetch;
using Recoupe.Tell;

namespace Recoupe.Desk;

/// <summary>How a desk is opened.</summary>
public sealed record DeskOptions
{
    /// <summary>The ledger's file; one that is not there is made with the first article.</summary>
    public required string Ledger { get; init; }

    /// <summary>The port that was asked for, 1 to 65535; <see langword="null"/> for the usual one, or the next that is free.</summary>
    public int? Port { get; init; }

    /// <summary>How others reach it; <see langword="null"/> for this machine alone.</summary>
    public Listening? Listening { get; init; }

    /// <summary>The language of the pages where a reader has chosen none.</summary>
    public Locale Words { get; init; } = Locale.OfSystem();

    /// <summary>Whether the ledger is only looked at: nothing is decided, asked, added or forgotten.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Who decides.</summary>
    public string By { get; init; } = Environment.UserName;

    /// <summary>Who asks where there are no accounts.</summary>
    internal Accounts.Caller Own => new(By, !ReadOnly, HasAccount: false);

    /// <summary>Whether what the desk counts of itself is told, in numbers alone, at <c>/metrics</c> and <c>/health</c>.</summary>
    public bool Metrics { get; init; }

    /// <summary>How feeds are fetched.</summary>
    internal Func<CancellationToken, Fetcher> Fetching { get; init; } = stop => Fetcher.Of(new FetchOptions(), stop);

    /// <summary>Where moments come from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where the desk keeps what is the reader's own: which ledger was open last, which claims were looked at.</summary>
    public string DataFolder { get; init; } = UserData.Folder;
}
