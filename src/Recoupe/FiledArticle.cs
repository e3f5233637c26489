namespace Recoupe;

/// <summary>An article with what was found in it, as the ledger keeps it.</summary>
public sealed record FiledArticle(Article Article, Findings Findings);
