using Recoupe.Extract;
using Recoupe.Link.Entities;
using Recoupe.Read;
using Recoupe.Tell;

namespace Recoupe.Bench;

/// <summary>Writes what is found in a folder of texts, with the entities of the folder, as article JSON for <c>eval/names/score.py</c>.</summary>
internal static class FoundNames
{
    public static int Write(string[] args)
    {
        var (folder, output, language) = (args[0], args[1], args[2]);
        Directory.CreateDirectory(output);
        var filed = Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(path => FiledAt(path, language)).ToList();
        var entities = EntityIndex.Of(new Ledger([], [], [], [], EntityResolver.Of(filed), [], []));
        foreach (var article in filed)
        {
            using var stream = File.Create(Path.Combine(output, article.Article.Header.Name + ".json"));
            ArticleJson.Write(stream, article, null, entities);
        }

        return 0;
    }

    private static FiledArticle FiledAt(string path, string language)
    {
        var text = File.ReadAllText(path);
        var page = new Page(path, Path.GetFileNameWithoutExtension(path), PageKind.Text, [.. File.ReadAllBytes(path)], PageFacts.None with { Language = language });
        var article = Recoupe.Clean.Cleaner.Clean(page).Value ?? SpecArticle.Of(text, language, null);
        return new(article, Extractor.Extract(article, ArticleReader.Read(article)!));
    }
}
