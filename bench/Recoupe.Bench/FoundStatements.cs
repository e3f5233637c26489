using System.Diagnostics;
using Recoupe.Extract;
using Recoupe.Read;
using Recoupe.Tell;

namespace Recoupe.Bench;

/// <summary>Writes what is found in a folder of texts as article JSON, for <c>eval/statements/score.py</c>.</summary>
internal static class FoundStatements
{
    public static int Write(string[] args)
    {
        var (folder, output, language) = (args[0], args[1], args[2]);
        Directory.CreateDirectory(output);
        List<Article> articles = [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(p => ArticleOf(p, language))];
        foreach (var article in articles)
        {
            var reading = ArticleReader.Read(article)!;
            using var stream = File.Create(Path.Combine(output, article.Header.Name + ".json"));
            ArticleJson.Write(stream, new(article, Extractor.Extract(article, reading)), reading, EntityIndex.Empty);
        }

        Time(articles);
        return 0;
    }

    // A second pass, when all is loaded and compiled.
    private static void Time(List<Article> articles)
    {
        var (reading, finding) = (new Stopwatch(), new Stopwatch());
        var words = 0;
        foreach (var article in articles)
        {
            reading.Start();
            var read = ArticleReader.Read(article)!;
            reading.Stop();
            words += read.Words.Length;
            finding.Start();
            Extractor.Extract(article, read);
            finding.Stop();
        }

        Console.Error.WriteLine($"{words} words: read at {words / reading.Elapsed.TotalSeconds:F0} a second, found at {words / finding.Elapsed.TotalSeconds:F0} a second");
    }

    private static Article ArticleOf(string path, string language)
    {
        var text = File.ReadAllText(path);
        var article = SpecArticle.Of(text, language, null);
        return article with { Header = article.Header with { Name = Path.GetFileNameWithoutExtension(path) }, Blocks = [.. Lines(text)] };
    }

    private static IEnumerable<Block> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var feed = text.IndexOf('\n', start);
            var end = feed < 0 ? text.Length : feed;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) yield return new(new(start, end), BlockKind.Body);
            start = end + 1;
        }
    }
}
