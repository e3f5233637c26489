using Recoupe.Clean;
using Recoupe.Ingest;

namespace Recoupe.Tests.Story;

/// <summary>The sample story as the first two stages give it.</summary>
internal static class StoryArticles
{
    private static readonly Lazy<IReadOnlyDictionary<string, Article>> Cleaned = new(Clean);

    /// <summary>Every article by its name.</summary>
    public static IReadOnlyDictionary<string, Article> ByName => Cleaned.Value;

    private static Dictionary<string, Article> Clean() =>
        Intake.Pages([StoryGold.Articles])
            .Select(page => Cleaner.Clean(page.Value!).Value!)
            .ToDictionary(article => article.Header.Name, StringComparer.Ordinal);
}
