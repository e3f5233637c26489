using System.Runtime.Intrinsics;
using Recoupe.Train.Trees;

namespace Recoupe.Train.Neural;

/// <summary>One direction of one layer of long short-term memory (Hochreiter and Schmidhuber 1997), over the sentences of a batch.</summary>
internal sealed unsafe class Lstm
{
    private readonly int _inputs, _units, _column;
    private readonly bool _isBackward;
    private readonly Tensor _gates, _cells, _squashed, _gateGradients, _inputTurned, _loopTurned, _zero;

    /// <param name="inputs">Columns of its input.</param>
    /// <param name="units">Columns of its output.</param>
    /// <param name="isBackward">Whether it reads from the last word to the first.</param>
    /// <param name="random">Where first weights come from.</param>
    public Lstm(int inputs, int units, bool isBackward, SplitMix random)
    {
        (_inputs, _units, _isBackward, _column) = (inputs, units, isBackward, isBackward ? units : 0);
        Input = new(inputs, 4 * units, MathF.Sqrt(3f / inputs), random);
        Loop = new(units, 4 * units, MathF.Sqrt(3f / units) / 2, random);
        Bias = new(1, 4 * units, 0, random);
        Bias.Value.Data[units..(2 * units)].Fill(1);
        (_gates, _gateGradients) = (new(0, 4 * units), new(0, 4 * units));
        (_cells, _squashed, _zero) = (new(0, units), new(0, units), new(1, units));
        (_inputTurned, _loopTurned) = (new(4 * units, inputs), new(4 * units, units));
    }

    public Weights Input { get; }

    public Weights Loop { get; }

    public Weights Bias { get; }

    /// <summary>Fills its half of the output's columns.</summary>
    public void Forward(Tensor input, Tensor output, ReadOnlySpan<Extent> sentences)
    {
        var count = input.Count;
        _gates.Reset(count);
        _cells.Reset(count);
        _squashed.Reset(count);
        for (var i = 0; i < count; i++)
            Bias.Value.Data.CopyTo(_gates[i]);
        Gemm.Add(input.Plain, Input.Value.Rows, _gates.Rows, count, 4 * _units, _inputs);
        foreach (var sentence in sentences)
        {
            var before = -1;
            for (var n = 0; n < sentence.Count; n++)
            {
                var at = At(sentence, n);
                if (before >= 0) Gemm.Add(new(output.At(before, _column), 0, 1), Loop.Value.Rows, _gates.Rows.At(at, 0), 1, 4 * _units, _units);
                Cell(at, before, output);
                before = at;
            }
        }
    }

    private int At(Extent sentence, int n) => _isBackward ? sentence.Start + sentence.Count - 1 - n : sentence.Start + n;

    private void Cell(int at, int before, Tensor output)
    {
        float* gates = _gates.At(at), last = before < 0 ? _zero.Start : _cells.At(before);
        float* cells = _cells.At(at), squashed = _squashed.At(at), to = output.At(at, _column);
        for (var u = 0; u < _units; u += Vector512<float>.Count)
        {
            var i = Sigmoid(Vector512.Load(gates + u));
            var f = Sigmoid(Vector512.Load(gates + _units + u));
            var g = Tanh(Vector512.Load(gates + 2 * _units + u));
            var o = Sigmoid(Vector512.Load(gates + 3 * _units + u));
            var c = f * Vector512.Load(last + u) + i * g;
            var t = Tanh(c);
            i.Store(gates + u);
            f.Store(gates + _units + u);
            g.Store(gates + 2 * _units + u);
            o.Store(gates + 3 * _units + u);
            c.Store(cells + u);
            t.Store(squashed + u);
            (o * t).Store(to + u);
        }
    }

    /// <summary>Takes the gradients of the output, adds to those of the input and of the weights.</summary>
    public void Backward(Tensor input, Tensor inputGradient, Tensor output, Tensor outputGradient, ReadOnlySpan<Extent> sentences)
    {
        var count = input.Count;
        _gateGradients.Reset(count);
        Turn(Input.Value, _inputTurned);
        Turn(Loop.Value, _loopTurned);
        var carried = stackalloc float[_units];
        foreach (var sentence in sentences)
        {
            new Span<float>(carried, _units).Clear();
            for (var n = sentence.Count - 1; n >= 0; n--)
            {
                int at = At(sentence, n), before = n == 0 ? -1 : At(sentence, n - 1);
                CellBack(at, before, outputGradient, carried);
                if (before >= 0) Gemm.Add(new(_gateGradients.At(at), 0, 1), _loopTurned.Rows, new(outputGradient.At(before, _column), outputGradient.Columns), 1, _units, 4 * _units);
            }

            AddLoop(sentence, output);
        }

        Gemm.Add(input.Turned, _gateGradients.Rows, Input.Gradient.Rows, _inputs, 4 * _units, count);
        Gemm.Add(_gateGradients.Plain, _inputTurned.Rows, inputGradient.Rows, count, _inputs, 4 * _units);
        for (var i = 0; i < count; i++)
            Sums.Add(_gateGradients[i], Bias.Gradient.Data);
    }

    private void CellBack(int at, int before, Tensor outputGradient, float* carried)
    {
        float* gates = _gates.At(at), last = before < 0 ? _zero.Start : _cells.At(before);
        float* squashed = _squashed.At(at), from = outputGradient.At(at, _column), to = _gateGradients.At(at);
        var one = Vector512<float>.One;
        for (var u = 0; u < _units; u += Vector512<float>.Count)
        {
            var (i, f) = (Vector512.Load(gates + u), Vector512.Load(gates + _units + u));
            var (g, o) = (Vector512.Load(gates + 2 * _units + u), Vector512.Load(gates + 3 * _units + u));
            var (t, d) = (Vector512.Load(squashed + u), Vector512.Load(from + u));
            var cell = Vector512.Load(carried + u) + d * o * (one - t * t);
            (cell * g * i * (one - i)).Store(to + u);
            (cell * Vector512.Load(last + u) * f * (one - f)).Store(to + _units + u);
            (cell * i * (one - g * g)).Store(to + 2 * _units + u);
            (d * t * o * (one - o)).Store(to + 3 * _units + u);
            (cell * f).Store(carried + u);
        }
    }

    // The output of one word with the gates of the next.
    private void AddLoop(Extent sentence, Tensor output)
    {
        if (sentence.Count < 2) return;
        int outputs = _isBackward ? sentence.Start + 1 : sentence.Start, gates = _isBackward ? sentence.Start : sentence.Start + 1;
        var left = new Strided(output.At(outputs, _column), 1, output.Columns);
        Gemm.Add(left, new(_gateGradients.At(gates), 4 * _units), Loop.Gradient.Rows, _units, 4 * _units, sentence.Count - 1);
    }

    public static void Turn(Tensor from, Tensor to)
    {
        for (var i = 0; i < from.Count; i++)
        {
            var row = from[i];
            for (var j = 0; j < row.Length; j++)
                to.At(j)[i] = row[j];
        }
    }

    private static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Vector512.Exp(-x));

    private static Vector512<float> Tanh(Vector512<float> x) => Vector512.Create(2f) * Sigmoid(x + x) - Vector512<float>.One;
}

/// <summary>A sentence's rows in a batch.</summary>
internal readonly record struct Extent(int Start, int Count);

/// <summary>Sums of rows.</summary>
internal static class Sums
{
    public static void Add(ReadOnlySpan<float> from, Span<float> to)
    {
        for (var i = 0; i < from.Length; i++)
            to[i] += from[i];
    }
}
