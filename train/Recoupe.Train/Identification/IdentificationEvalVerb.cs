using Recoupe.Language;

namespace Recoupe.Train.Identification;

/// <summary><c>train identification-eval LANGUAGE FILE.conllu… | SENTENCES.tsv</c>: how often the language of a sentence, cut short, is told.</summary>
internal static class IdentificationEvalVerb
{
    public static int Run(string[] args)
    {
        var sentences = args is [var tsv] ? Tabbed(tsv) : args is [var language, ..] ? Treebank(language, args[1..]) : null;
        if (sentences is null)
        {
            Console.Error.WriteLine("Usage: train identification-eval LANGUAGE FILE.conllu… | SENTENCES.tsv");
            return 2;
        }

        foreach (var words in (int[])[3, 5, 10, 20, int.MaxValue])
            Report(words, sentences.Where(s => s.Text.Split(' ').Length >= Math.Min(words, 5)).ToList());
        return 0;
    }

    private static void Report(int words, List<(string Language, string Text)> sentences)
    {
        var guesses = sentences.ConvertAll(s => (s.Language, LanguageIdentifier.Identify(Cut(s.Text, words)).Language));
        var right = guesses.Count(g => string.Equals(g.Item1, g.Item2, StringComparison.Ordinal));
        var taken = guesses.Count(g => g.Item1 is not ("fr" or "en") && g.Item2 is "fr" or "en");
        Console.WriteLine($"{(words == int.MaxValue ? "whole" : words + " words")}\t{right} of {guesses.Count} right\t{(double)right / guesses.Count:P1}"
            + $"\t{taken} others taken for French or English");
        foreach (var wrong in guesses.Where(g => !string.Equals(g.Item1, g.Item2, StringComparison.Ordinal)).GroupBy(g => g).OrderByDescending(g => g.Count()).Take(6))
            Console.WriteLine($"    {wrong.Key.Item1} taken for {wrong.Key.Item2}: {wrong.Count()}");
    }

    private static string Cut(string text, int words) => string.Join(' ', text.Split(' ').Take(words));

    private static List<(string Language, string Text)> Treebank(string language, string[] paths) =>
        [.. from path in paths
            from line in File.ReadLines(path)
            where line.StartsWith("# text = ", StringComparison.Ordinal)
            select (language, line["# text = ".Length..])];

    private static List<(string Language, string Text)> Tabbed(string path) =>
        [.. from line in File.ReadLines(path)
            where line.Length > 0 && line[0] != '#'
            let fields = line.Split('\t')
            select (fields[0], fields[1])];
}
