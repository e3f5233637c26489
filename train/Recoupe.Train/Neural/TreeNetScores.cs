using Recoupe.Language;
using Recoupe.Language.Parsing.Neural;
using Recoupe.Train.Trees;

namespace Recoupe.Train.Neural;

/// <summary>How right the trees of a network in training are.</summary>
internal static class TreeNetScores
{
    // What decimals of a score the decoder is to see.
    private const float Scale = 1000;

    /// <summary>The shares of words with the true head, and with the true head and relation without its subtype; and of sentences with the true root.</summary>
    public static (double Heads, double Labelled, double Roots) Of(TreeNetTrainer trainer, IReadOnlyList<(Example Example, NetSentence Sentence)> gold)
    {
        var decoder = new TreeDecoder();
        var (words, heads, labelled, roots) = (0, 0, 0, 0);
        foreach (var (example, sentence) in gold)
        {
            var (rows, extents) = TreeNetTrainer.Join([sentence]);
            trainer.Network.Forward(rows, extents, isLearning: false);
            var found = Decode(trainer.Loss.Score(extents[0]), example, decoder);
            var labels = trainer.Loss.Labels(extents[0], found);
            for (var i = 0; i < found.Length; i++)
            {
                words++;
                if (found[i] != sentence.Heads[i]) continue;
                heads++;
                if (found[i] == found.Length) roots++;
                var label = trainer.Relations[Best(labels[i])];
                if (Universal(label) == Universal(example.Words[i].Relation)) labelled++;
            }
        }

        return ((double)heads / words, (double)labelled / words, (double)roots / gold.Count);
    }

    private static int[] Decode(Tensor scores, Example example, TreeDecoder decoder)
    {
        var count = scores.Count;
        var whole = new int[count * (count + 1)];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= count; j++)
                whole[i * (count + 1) + j] = i == j ? -1_000_000 : (int)(Scale * scores[i][j]);
        }

        var heads = new int[count];
        decoder.Decode(whole, [.. example.Words.Select(w => w.Tag != PartOfSpeech.Punct)], heads);
        return heads;
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }

    private static string Universal(string relation) => relation.Split(':')[0];
}
