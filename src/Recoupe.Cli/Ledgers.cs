namespace Recoupe.Cli;

internal static class Ledgers
{
    /// <summary>An article that the ledger names, so that it must hold it.</summary>
    public static Filed Required(this Pipeline pipeline, ArticleId id) =>
        pipeline.Filed(id) ?? throw new InvalidOperationException($"The ledger names the article {id} and lacks it.");
}
