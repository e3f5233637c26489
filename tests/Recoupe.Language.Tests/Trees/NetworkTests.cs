using Recoupe.Language.Parsing.Neural;
using Recoupe.Language.Tagging;
using Recoupe.Train.Neural;
using Recoupe.Train.Trees;

namespace Recoupe.Language.Tests.Trees;

public sealed class NetworkTests
{
    private static readonly Extent[] _sentences = [new(0, 3), new(3, 4)];
    private static readonly int[][] _heads = [[1, 3, 1], [1, 4, 1, 2]];
    private static readonly int[][] _labels = [[0, 1, 2], [2, 1, -1, 0]];

    [Fact]
    public void Gradients_are_the_slopes_of_the_loss()
    {
        var (network, loss) = Small();
        Learn(network, loss);
        foreach (var weights in network.All.Concat(loss.All))
        {
            var (difference, size) = (0.0, 0.0);
            for (var at = 0; at < weights.Value.Data.Length; at += 1 + weights.Value.Data.Length / 24)
            {
                var slope = Slope(network, loss, weights, at);
                difference += Math.Abs(weights.Gradient.Data[at] - slope);
                size += Math.Abs(slope);
            }

            // A rectified sum may turn between the two points that a slope is taken from.
            difference.ShouldBeLessThan(0.05 * size + 0.02);
        }
    }

    [Fact]
    public void Steps_lower_the_loss()
    {
        var (network, loss) = Small();
        var before = Learn(network, loss);
        for (var step = 1; step <= 60; step++)
        {
            foreach (var weights in network.All.Concat(loss.All))
                weights.Step(0.01f, 1, step);
            Learn(network, loss);
        }

        Loss(network, loss).ShouldBeLessThan(0.2 * before);
    }

    [Fact]
    public void What_is_learnt_is_read_again_in_whole_numbers_and_learnt_the_same_twice()
    {
        var words = Readers.French.Read("Le maire de la commune dément avoir vendu le terrain.").Words;
        var example = new Example(words, 0);
        var bytes = Learn(example);
        Learn(example).ShouldBe(bytes);

        var (frame, again) = (new Frame(), words.Select(w => w with { Head = -1, Relation = "dep" }).ToArray());
        ParserTrainer.Fill(frame, example, null, MorphsOf(example));
        var parser = new TreeParser(new(TreeNetworkFile.Read(bytes)));
        parser.Parse(frame, again, 0, parser.NewDesk());
        again.Select(w => w.Head).ShouldBe(words.Select(w => w.Head));
    }

    private static byte[] Learn(Example example)
    {
        var trainer = new TreeNetTrainer([.. Enumerable.Repeat(example, 8)], null, MorphsOf(example), seed: 1);
        trainer.Train(80, 0, (_, _) => { });
        return TreeNetworkWriter.Write(trainer);
    }

    private static Inventory MorphsOf(Example example) => Inventory.Of(example.Words.Select(w => (w.Tag, w.Features.Value ?? "")));

    private static (Network Network, ArcLoss Loss) Small()
    {
        var random = new SplitMix(3);
        var shape = new NetworkShape([.. Enumerable.Repeat(4, WordKeys.Count)], Labels: 3) { Units = 16, Arc = 16, Label = 16, Dropped = 0 };
        var network = new Network(shape, random);
        return (network, new(network, random));
    }

    private static int[] Rows() => [.. Enumerable.Range(0, 7 * WordKeys.Count).Select(n => (n * 5 + n / 3) % 4)];

    private static double Learn(Network network, ArcLoss loss)
    {
        network.Forward(Rows(), _sentences, isLearning: true);
        var sum = _sentences.Select((s, i) => loss.Learn(s, _heads[i], _labels[i], 1)).Sum();
        network.Backward(Rows(), _sentences);
        return sum;
    }

    private static float Slope(Network network, ArcLoss loss, Weights weights, int at)
    {
        const float step = 0.002f;
        var value = weights.Value.Data[at];
        weights.Value.Data[at] = value + step;
        var above = Loss(network, loss);
        weights.Value.Data[at] = value - step;
        var below = Loss(network, loss);
        weights.Value.Data[at] = value;
        return (float)((above - below) / (2 * step));
    }

    private static double Loss(Network network, ArcLoss loss)
    {
        network.Forward(Rows(), _sentences, isLearning: false);
        var sum = 0.0;
        for (var s = 0; s < _sentences.Length; s++)
            sum += Wrong(loss.Score(_sentences[s]), _heads[s]) + Wrong(loss.Labels(_sentences[s], _heads[s]), _labels[s]);
        return sum;
    }

    private static double Wrong(Tensor scores, int[] truth)
    {
        var sum = 0.0;
        for (var i = 0; i < scores.Count; i++)
        {
            if (truth[i] < 0) continue;
            var row = scores[i].ToArray();
            sum += Math.Log(row.Sum(s => Math.Exp(s))) - row[truth[i]];
        }

        return sum;
    }
}
