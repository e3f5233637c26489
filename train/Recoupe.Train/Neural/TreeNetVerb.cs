using System.Diagnostics;
using System.Globalization;
using Recoupe.Language;
using Recoupe.Language.Learning;
using Recoupe.Language.Models;
using Recoupe.Language.Tagging;
using Recoupe.Train.Learning;
using Recoupe.Train.Trees;

namespace Recoupe.Train.Neural;

/// <summary>
/// <c>train net LANGUAGE DATA OUT EPOCHS SEED DEV.conllu[,…] [WITHOUT]</c>: trains a network that finds trees, and prints after each pass how right it is on
/// treebanks; <c>WITHOUT</c> is a file of the training data to leave out. What it has learnt is kept beside <c>OUT</c> until it is done, and taken up again after a break.
/// </summary>
internal static class TreeNetVerb
{
    public static int Run(string[] args)
    {
        if (args.Length < 6)
        {
            Console.Error.WriteLine("Usage: train net LANGUAGE DATA OUT EPOCHS SEED DEV.conllu[,…] [WITHOUT]");
            return 2;
        }

        var (language, output, epochs) = (args[0], args[2], int.Parse(args[3], CultureInfo.InvariantCulture));
        var seed = ulong.Parse(args[4], CultureInfo.InvariantCulture);
        var lexicon = Lexicon.Load(language);
        var examples = Corpus.Training(language, args[1], args.Length > 6 ? args[6] : null);
        var morphs = Inventory.Parse(LinearModel.Load(ModelFiles.Read($"{language}/features.bin"), out _).Classes);
        var retagged = Jackknife.Retag(examples, lexicon);
        Console.WriteLine($"{examples.Length} sentences, {examples.Sum(e => e.Words.Length)} words");
        var trainer = new TreeNetTrainer(retagged, lexicon, morphs, seed);
        var first = File.Exists(output + ".state") ? trainer.Restore(output + ".state") + 1 : 0;
        var dev = args[5].Split(',').Select(f => Dev(language, f, trainer, lexicon, morphs)).ToArray();
        var clock = Stopwatch.StartNew();
        trainer.Train(epochs, first, (epoch, loss) =>
        {
            trainer.Save(output + ".state", epoch);
            var scores = dev.Select(d => TreeNetScores.Of(trainer, d));
            var figures = string.Join("; ", scores.Select(s => string.Create(CultureInfo.InvariantCulture, $"UAS {100 * s.Heads:F2} LAS {100 * s.Labelled:F2} root {100 * s.Roots:F1}")));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{epoch} loss {loss:F4} {figures} ({clock.Elapsed.TotalSeconds:F0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:F0} cpu)"));
        });
        Pieces.Write(output, TreeNetworkWriter.Write(trainer));
        File.Delete(output + ".state");
        return 0;
    }

    private static (Example, NetSentence)[] Dev(string language, string file, TreeNetTrainer trainer, Lexicon? lexicon, Inventory morphs)
    {
        var examples = Corpus.Gold(language, file);
        return [.. examples.Select(e => (e, trainer.SentenceOf(e, TreeNetTrainer.KeysOf(e, lexicon, morphs))))];
    }
}
