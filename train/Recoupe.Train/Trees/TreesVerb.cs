using System.Diagnostics;
using Recoupe.Language;
using Recoupe.Language.Learning;
using Recoupe.Language.Tagging;
using Recoupe.Language.Tokenising;
using Recoupe.Train.Learning;

namespace Recoupe.Train.Trees;

/// <summary><c>train trees LANGUAGE DATA MODELS [STEP …]</c>: trains the named models of a language, or all, from treebanks.</summary>
internal static class TreesVerb
{
    private const int ParserRounds = 8, WordRounds = 12;

    // Makes the part of words.bin that tells what doubtful tokens stand for.
    private const string Doubtful = "doubts";

    private static readonly string[] _all = ["words", "tags", "features", "lemmas", "parser", "revision"];

    public static int Run(string[] args)
    {
        if (args.Length < 3)
        {
            Console.Error.WriteLine($"Usage: train trees LANGUAGE DATA MODELS [{string.Join('|', _all)} …]");
            return 2;
        }

        var (language, models) = (args[0], Path.Combine(args[2], args[0]));
        var examples = Corpus.Training(language, args[1]);
        var lexicon = Lexicon.Load(language);
        foreach (var step in args.Length > 3 ? args[3..] : _all)
        {
            var clock = Stopwatch.StartNew();
            var bytes = step switch
            {
                "words" => Words(language, args[1], lexicon),
                Doubtful => WithDoubts(Path.Combine(models, "words.bin"), language, args[1], lexicon),
                _ => Train(step, examples, lexicon),
            };
            Pieces.Write(Path.Combine(models, (step is Doubtful ? "words" : step) + ".bin"), bytes);
            Console.WriteLine($"{language} {step}: {bytes.Length} bytes in {clock.Elapsed.TotalSeconds:F0} s");
        }

        return 0;
    }

    private static byte[] Words(string language, string data, Lexicon? lexicon) =>
        WordTrainer.Train(Corpus.Texts(language, data), WordTable.Load(language), lexicon, WordRounds);

    // The third of the models in the file of words; the other two stay.
    private static byte[] WithDoubts(string path, string language, string data, Lexicon? lexicon)
    {
        var bytes = File.ReadAllBytes(path);
        LinearModel.Load(bytes, out var boundaries);
        LinearModel.Load(bytes.AsMemory(boundaries), out var ends);
        return [.. bytes[..(boundaries + ends)], .. WordTrainer.DoubtsOf(Corpus.Texts(language, data), WordTable.Load(language), lexicon, WordRounds)];
    }

    private static byte[] Train(string step, Example[] examples, Lexicon? lexicon) => step switch
    {
        "tags" => Rounds.Mean(seed => TagTrainer.Tags(ParserTrainer.Weighted(examples), lexicon, rounds: 10, seed: seed), seeds: 4, least: 4),
        "features" => TagTrainer.Morphs(examples, lexicon, rounds: 10),
        "lemmas" => TagTrainer.Lemmas(examples, lexicon, MorphsOf(examples), rounds: 8),
        "parser" => Rounds.Mean(Trees(Jackknife.Retag(examples, lexicon), examples, lexicon), seeds: 3, least: 14),
        "revision" => Trees(Drafts.Of(Jackknife.Retag(examples, lexicon), lexicon, MorphsOf(examples), ParserRounds), examples, lexicon)(Rounds.Seed),
        _ => throw new ArgumentException($"There is no model '{step}'.", nameof(step)),
    };

    private static Func<ulong, byte[]> Trees(Example[] retagged, Example[] examples, Lexicon? lexicon) =>
        seed => ParserTrainer.Train(ParserTrainer.Weighted(retagged), lexicon, MorphsOf(examples), ParserRounds, seed);

    // The numbers that the features' tagger will give, as it makes its inventory from the same examples.
    private static Inventory MorphsOf(Example[] examples) =>
        Inventory.Of(examples.SelectMany(e => e.Words).Select(w => (w.Tag, w.Features.Value ?? "")));
}
