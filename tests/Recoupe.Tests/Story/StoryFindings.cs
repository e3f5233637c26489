using Recoupe.Extract;
using Recoupe.Read;

namespace Recoupe.Tests.Story;

/// <summary>What the stages find in each article of the sample story.</summary>
internal static class StoryFindings
{
    private static readonly Lazy<IReadOnlyDictionary<string, FiledArticle>> Found = new(Find);

    /// <summary>Every article with its findings, by its name.</summary>
    public static IReadOnlyDictionary<string, FiledArticle> ByName => Found.Value;

    private static Dictionary<string, FiledArticle> Find() =>
        StoryArticles.ByName.ToDictionary(a => a.Key, a => new FiledArticle(a.Value, Extract(a.Value)), StringComparer.Ordinal);

    private static Findings Extract(Article article) =>
        ArticleReader.Read(article) is { } reading ? Extractor.Extract(article, reading) : Findings.None;
}
