using Recoupe.Language;
using Recoupe.Language.Conllu;

namespace Recoupe.Train.Trees;

/// <summary><c>train conllu LANGUAGE GOLD.conllu [--words|--split] [--linear]</c>: reads the gold's text, or keeps its words, or only splits its text, and prints what the reader makes of it.</summary>
internal static class ConlluVerb
{
    public static int Run(string[] args)
    {
        var reader = Reader.Load(args[0], new ReaderOptions { WordsOnly = args.Contains("--split"), LinearTrees = args.Contains("--linear") });
        using var file = File.OpenText(args[1]);
        var gold = ConlluReader.Read(file, args[0]);
        using var output = new StreamWriter(Console.OpenStandardOutput());
        ConlluWriter.Write(args.Contains("--words") ? reader.Annotate(gold) : reader.Read(gold.Text), output);
        return 0;
    }
}
