using System.Runtime.InteropServices;
using Recoupe.Language.Parsing.Neural;

namespace Recoupe.Train.Neural;

/// <summary>Writes a trained network in whole numbers: 8 bits a weight, each output and each word's vector by a measure of its own.</summary>
internal static class TreeNetworkWriter
{
    private const int Most = 127;

    // Vectors of words, lemmas and ends no farther (squared) from what an unknown one gets are left out, so that all models stay within 60 MB.
    private const float Farness = 0.60145f;

    private static readonly int[] _thinned = [0, 1, 4];

    public static byte[] Write(TreeNetTrainer trainer)
    {
        var (network, loss) = (trainer.Network, trainer.Loss);
        var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        TreeNetworkFile.Begin(to, trainer.Relations);
        for (var way = 0; way < WordKeys.Count; way++)
            Table(to, trainer.Vocabularies[way], network.Tables[way].Value, _thinned.Contains(way) ? Farness : 0);
        to.Write(network.Layers.Count);
        foreach (var direction in network.Layers.SelectMany(l => l))
            Memory(to, direction);
        Layer(to, network.View.Value, network.ViewBias.Value.Data, TreeNetwork.VectorBits);
        Layer(to, loss.Pair.Value, loss.Lead.Value.Data, TreeNetwork.ViewBits);
        Layer(to, loss.Label.Value, loss.LabelBias.Value.Data, TreeNetwork.ViewBits);
        Root(to, loss.Root.Value.Data[..network.Shape.Arc]);
        Root(to, loss.Root.Value.Data[network.Shape.Arc..]);
        return bytes.ToArray();
    }

    private static void Table(BinaryWriter to, Dictionary<ulong, int> vocabulary, Tensor vectors, float farness)
    {
        var kept = vocabulary.Where(p => Distance(vectors[p.Value], vectors[0]) > farness).OrderBy(p => p.Value).ToArray();
        to.Write(kept.Length + 1);
        foreach (var key in kept)
            to.Write(key.Key);
        int[] rows = [0, .. kept.Select(p => p.Value)];
        var factors = new ushort[rows.Length];
        for (var n = 0; n < rows.Length; n++)
        {
            factors[n] = (ushort)Math.Clamp(Math.Ceiling(Largest(vectors[rows[n]]) / Most * (1 << TreeNetwork.TableBits)), 1, ushort.MaxValue);
            Codes(to, vectors[rows[n]].ToArray(), (float)factors[n] / (1 << TreeNetwork.TableBits));
        }

        to.Write(MemoryMarshal.AsBytes(factors.AsSpan()));
    }

    private static float Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        return sum;
    }

    // The two matrices of a memory are added up, so an output has one measure in both.
    private static void Memory(BinaryWriter to, Lstm direction)
    {
        var (input, loop) = (Turned(direction.Input.Value), Turned(direction.Loop.Value));
        int[] factors = [.. input.Zip(loop, (i, l) => FactorOf(Math.Max(Largest(i), Largest(l))))];
        Matrix(to, input, factors);
        to.Write(MemoryMarshal.AsBytes(factors.AsSpan()));
        Bias(to, direction.Bias.Value.Data, factors.Length, TreeNetwork.VectorBits);
        Matrix(to, loop, factors);
    }

    private static void Layer(BinaryWriter to, Tensor weights, ReadOnlySpan<float> bias, int bits)
    {
        var outputs = Turned(weights);
        int[] factors = [.. outputs.Select(o => FactorOf(Largest(o)))];
        Matrix(to, outputs, factors);
        to.Write(MemoryMarshal.AsBytes(factors.AsSpan()));
        Bias(to, bias, factors.Length, bits);
    }

    private static void Matrix(BinaryWriter to, float[][] outputs, int[] factors)
    {
        to.Write(outputs[0].Length);
        to.Write(outputs.Length);
        for (var o = 0; o < outputs.Length; o++)
            Codes(to, outputs[o], (float)factors[o] / (1 << Recoupe.Language.Parsing.Neural.Layer.FactorBits));
    }

    private static void Bias(BinaryWriter to, ReadOnlySpan<float> bias, int count, int bits)
    {
        for (var i = 0; i < count; i++)
            to.Write(i < bias.Length ? Rounded(bias[i] * (1 << bits)) : 0);
    }

    private static void Root(BinaryWriter to, ReadOnlySpan<float> root)
    {
        to.Write(root.Length);
        foreach (var value in root)
            to.Write((short)Math.Clamp(Rounded(value * (1 << TreeNetwork.ViewBits)), -TreeNetwork.MostView, TreeNetwork.MostView));
    }

    // Each output's weights, as many outputs as fill panels.
    private static float[][] Turned(Tensor weights)
    {
        var outputs = new float[(weights.Columns + PackedMatrix.Panel - 1) / PackedMatrix.Panel * PackedMatrix.Panel][];
        for (var o = 0; o < outputs.Length; o++)
        {
            outputs[o] = new float[weights.Count];
            for (var i = 0; i < weights.Count && o < weights.Columns; i++)
                outputs[o][i] = weights[i][o];
        }

        return outputs;
    }

    private static void Codes(BinaryWriter to, float[] values, float measure)
    {
        foreach (var value in values)
            to.Write((sbyte)Math.Clamp(Rounded(value / measure), -Most, Most));
    }

    private static int FactorOf(float largest) => Math.Max(1, (int)Math.Ceiling(largest / Most * (1 << Recoupe.Language.Parsing.Neural.Layer.FactorBits)));

    private static float Largest(ReadOnlySpan<float> values)
    {
        var largest = 0f;
        foreach (var value in values)
            largest = MathF.Max(largest, MathF.Abs(value));
        return largest;
    }

    private static int Rounded(float value) => (int)MathF.Round(value);
}
