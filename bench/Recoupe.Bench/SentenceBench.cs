using System.Globalization;
using Recoupe.Link.Questions;

namespace Recoupe.Bench;

/// <summary>How well terms tell what sentences have in common: likeness against people's judgement, translations found among many.</summary>
internal static class SentenceBench
{
    /// <summary>Spearman's rank correlation of likeness with the last column of a file of sentence pairs.</summary>
    public static int Likeness(string[] args)
    {
        var rows = Csv.Rows(args[0]).Where(r => r.Count >= 3).ToList();
        var found = rows.Select(r => (double)ComparedSentence.Of(r[0], args[1]).Likeness(ComparedSentence.Of(r[1], args[1]))).ToArray();
        var gold = rows.Select(r => double.Parse(r[2], CultureInfo.InvariantCulture)).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"spearman\t{Ranks.Correlation(found, gold):F3}\tof {rows.Count}"));
        return 0;
    }

    /// <summary>How often the likest of many English sentences is the translation of a French one.</summary>
    public static int Translations(string[] args)
    {
        const int most = 1_000;
        var pairs = Csv.Rows(args[0]).Zip(Csv.Rows(args[1])).DistinctBy(p => p.First[0], StringComparer.Ordinal).DistinctBy(p => p.Second[0], StringComparer.Ordinal).Take(most).ToList();
        var french = pairs.Select(p => ComparedSentence.Of(p.First[0], "fr")).ToList();
        var english = pairs.Select(p => ComparedSentence.Of(p.Second[0], "en")).ToList();
        var search = new TranslationSearch(french, english);
        var found = Enumerable.Range(0, pairs.Count).Select(search.Best).ToList();
        var missed = Enumerable.Range(0, pairs.Count).Where(i => found[i] != i).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"P@1\t{1 - (double)missed.Count / pairs.Count:F3}\tof {pairs.Count}"));
        foreach (var i in missed.Take(args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 0))
            Console.WriteLine($"{pairs[i].First[0]}\n  {pairs[i].Second[0]}\n  {pairs[found[i]].Second[0]}");
        return 0;
    }
}
