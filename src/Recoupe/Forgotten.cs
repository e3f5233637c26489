namespace Recoupe;

/// <summary>An article that was erased for good.</summary>
/// <param name="Id">Its id, which the ledger keeps.</param>
/// <param name="Name">What it was called; its id where it was forgotten before.</param>
/// <param name="Url">Where it was published, or <see langword="null"/>: a cache of fetched pages may hold it still.</param>
public sealed record Forgotten(ArticleId Id, string Name, string? Url);
