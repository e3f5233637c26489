using Recoupe.Language;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Extract;

/// <summary>Articles for the tests of extraction, and their readings.</summary>
internal static class TestArticle
{
    private static readonly Dictionary<string, Lazy<Reader>> Readers = new(StringComparer.Ordinal)
    {
        ["fr"] = new(() => Reader.Load("fr", new ReaderOptions { LinearTrees = true })),
        ["en"] = new(() => Reader.Load("en", new ReaderOptions { LinearTrees = true })),
    };

    /// <summary>A text, each line a paragraph.</summary>
    public static Article Of(string text, string language, string? published = null, Reason? doubted = null)
    {
        var date = string.IsNullOrEmpty(published) ? null : new Publication(published, PublicationSource.Given, doubted, null);
        var header = new ArticleHeader(ArticleId.Of(null, []), "", "test", "", null, null, null, [], language, date);
        return new(header, text, [.. Lines(text)]);
    }

    /// <summary>What a reader makes of it, with names where the test gives them.</summary>
    public static Reading Read(Article article, params Name[] names) =>
        Readers[article.Header.Language].Value.Read(article.Text) with { Names = [.. names] };

    /// <summary>An article of the sample story, its text as it stands in the file.</summary>
    public static Article OfStory(string name)
    {
        var row = StoryGold.Table("articles").Single(a => string.Equals(a["article"], name, StringComparison.Ordinal));
        return Of(StoryGold.RawTexts()[name], row["language"], row["published"]);
    }

    private static IEnumerable<Block> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at : text.Length;
            if (end > start) yield return new(new TextSpan(start, end), BlockKind.Body);
            start = end + 1;
        }
    }
}
