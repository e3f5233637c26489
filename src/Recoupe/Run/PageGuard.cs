namespace Recoupe.Run;

/// <summary>Keeps a fault that one page brings out from ending the run: the page is refused, the rest goes on.</summary>
internal static class PageGuard
{
    /// <summary>What the stages make of a page; a refusal where one of them fails as none should.</summary>
    /// <param name="path">The page's.</param>
    /// <param name="stages">What is done with it.</param>
    public static Outcome<T> Refused<T>(string path, Func<Outcome<T>> stages)
        where T : class
    {
        try
        {
            return stages();
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException or LedgerException))
        {
            return new Rejection("READ-1", path, $"A fault of Recoupe's own: {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}", "Please report it with this page; the rest was read.");
        }
    }
}
