namespace Recoupe.Desk.Accounts;

/// <summary>What somebody may do at a desk.</summary>
public enum AccountRole
{
    /// <summary>Reads, searches, copies, hands over.</summary>
    Reader,

    /// <summary>Decides, asks, adds and forgets too.</summary>
    Analyst,
}
