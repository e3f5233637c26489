namespace Recoupe;

/// <summary>Reads pages elsewhere: on other machines, by the same version of the stages.</summary>
public interface IPageReaders
{
    /// <summary>How many pages are given out at once, at least 1.</summary>
    int AtOnce { get; }

    /// <summary>Gives a page out and waits for what was made of it.</summary>
    /// <param name="page">The page, packed.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <returns>What was made of it, packed.</returns>
    /// <exception cref="LedgerException">There is no way to whoever reads.</exception>
    byte[] Read(byte[] page, CancellationToken cancel);
}
