namespace Recoupe;

/// <summary>A ledger cannot be used, or not further: the disk is full, the file is another program's or a newer version's.</summary>
public sealed class LedgerException : Exception
{
    /// <summary>A searchable code, what happened, and what to do next.</summary>
    public LedgerException(string code, string message, string advice, Exception? cause = null)
        : base(message, cause) => (Code, Advice) = (code, advice);

    /// <summary>A searchable code (<c>STORE-3</c>); listed in <c>docs/refusals.md</c>.</summary>
    public string Code { get; }

    /// <summary>What to do next.</summary>
    public string Advice { get; }
}
