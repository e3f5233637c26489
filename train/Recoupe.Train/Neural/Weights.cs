using Recoupe.Train.Trees;

namespace Recoupe.Train.Neural;

/// <summary>A matrix that is learnt, with what Adam (Kingma and Ba 2015) remembers of its gradients.</summary>
internal sealed class Weights
{
    private const float First = 0.9f, Second = 0.99f, Small = 1e-8f;

    private readonly float[] _first;
    private readonly float[] _second;
    private readonly HashSet<int>? _touched;

    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="spread">The first values lie between −spread and spread.</param>
    /// <param name="random">Where they come from.</param>
    /// <param name="isTable">Whether only the rows that a step looked up are changed by it.</param>
    public Weights(int rows, int columns, float spread, SplitMix random, bool isTable = false)
    {
        (Value, Gradient) = (new(rows, columns), new(rows, columns));
        (_first, _second) = (new float[rows * columns], new float[rows * columns]);
        _touched = isTable ? [] : null;
        foreach (ref var v in Value.Data)
            v = spread * (2 * random.Unit() - 1);
    }

    public Tensor Value { get; }

    public Tensor Gradient { get; }

    /// <summary>Tells that a row of a table got a gradient.</summary>
    public void Touch(int row) => _touched!.Add(row);

    /// <summary>The sum of the squares of all gradients.</summary>
    public double Norm()
    {
        var sum = 0.0;
        foreach (var (from, to) in Parts())
        {
            foreach (var g in Gradient.Data[from..to])
                sum += g * g;
        }

        return sum;
    }

    /// <summary>Makes one step down and forgets the gradients.</summary>
    public void Step(float rate, float scale, int step)
    {
        var corrected = rate * MathF.Sqrt(1 - MathF.Pow(Second, step)) / (1 - MathF.Pow(First, step));
        foreach (var (from, to) in Parts())
            Step(from, to, corrected, scale);
        _touched?.Clear();
    }

    private void Step(int from, int to, float rate, float scale)
    {
        Span<float> values = Value.Data, gradients = Gradient.Data;
        for (var i = from; i < to; i++)
        {
            var g = gradients[i] * scale;
            _first[i] = First * _first[i] + (1 - First) * g;
            _second[i] = Second * _second[i] + (1 - Second) * g * g;
            values[i] -= rate * _first[i] / (MathF.Sqrt(_second[i]) + Small);
            gradients[i] = 0;
        }
    }

    public void Save(BinaryWriter to)
    {
        foreach (var part in new[] { Value.Data.ToArray(), _first, _second })
            to.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(part.AsSpan()));
    }

    public void Restore(BinaryReader from)
    {
        from.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Value.Data));
        from.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_first.AsSpan()));
        from.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_second.AsSpan()));
    }

    private IEnumerable<(int From, int To)> Parts() =>
        _touched is null
            ? [(0, _first.Length)]
            : _touched.Order().Select(row => (row * Value.Columns, (row + 1) * Value.Columns));
}
