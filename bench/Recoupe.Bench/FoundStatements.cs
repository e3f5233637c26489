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
        var words = 0;
        var watch = new Stopwatch();
        foreach (var path in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var article = ArticleOf(path, language);
            ArticleReader.Read(SpecArticle.Of("x", language, null));
            watch.Start();
            var reading = ArticleReader.Read(article)!;
            var found = Extractor.Extract(article, reading);
            watch.Stop();
            words += reading.Words.Length;
            using var stream = File.Create(Path.Combine(output, Path.GetFileNameWithoutExtension(path) + ".json"));
            ArticleJson.Write(stream, new(article, found), reading, EntityIndex.Empty);
        }

        Console.Error.WriteLine($"{words} words, {words / watch.Elapsed.TotalSeconds:F0} words a second");
        return 0;
    }

    private static Article ArticleOf(string path, string language)
    {
        var text = File.ReadAllText(path);
        var article = SpecArticle.Of(text, language, null);
        return article with { Blocks = [.. Lines(text)] };
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
