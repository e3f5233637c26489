using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Recoupe.Language.Parsing.Neural;

/// <summary>
/// A matrix of whole numbers that rows of whole numbers are multiplied by. The sums are exact, so every processor gives the same ones. Its outputs lie in
/// panels of 64, and in a panel two inputs side by side, as one instruction multiplies and adds them.
/// </summary>
internal sealed class PackedMatrix
{
    /// <summary>How many outputs a panel has; a matrix has a whole number of panels.</summary>
    public const int Panel = 64;

    private readonly short[] _weights;

    private PackedMatrix(short[] weights, int inputs, int outputs) => (_weights, Inputs, Outputs) = (weights, inputs, outputs);

    /// <summary>An even number.</summary>
    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>From weights by outputs: those of the first output, for each input, first.</summary>
    public static PackedMatrix Of(ReadOnlySpan<sbyte> weights, int inputs, int outputs)
    {
        var packed = new short[inputs * outputs];
        for (var output = 0; output < outputs; output++)
        {
            for (var input = 0; input < inputs; input++)
                packed[Place(inputs, input, output)] = weights[output * inputs + input];
        }

        return new(packed, inputs, outputs);
    }

    /// <summary>Where a weight lies in a packed matrix.</summary>
    public static int Place(int inputs, int input, int output) =>
        output / Panel * Panel * inputs + (input & ~1) * Panel + output % Panel * 2 + (input & 1);

    /// <summary>Adds a row's products with all outputs to <paramref name="sums"/>.</summary>
    public void Add(ReadOnlySpan<short> row, Span<int> sums) => Add(_weights, row, sums);

    /// <summary>Adds a row's products with a packed matrix, of as many outputs as there are sums.</summary>
    public static void Add(ReadOnlySpan<short> packed, ReadOnlySpan<short> row, Span<int> sums)
    {
        var pairs = MemoryMarshal.Cast<short, int>(row);
        for (var output = 0; output < sums.Length; output += Panel)
        {
            var panel = packed.Slice(output * row.Length, Panel * row.Length);
            if (Avx2.IsSupported) AddWide(panel, pairs, sums.Slice(output, Panel));
            else AddNarrow(panel, pairs, sums.Slice(output, Panel));
        }
    }

    private static void AddWide(ReadOnlySpan<short> panel, ReadOnlySpan<int> pairs, Span<int> sums)
    {
        ref var to = ref MemoryMarshal.GetReference(sums);
        ref var weights = ref MemoryMarshal.GetReference(panel);
        Vector256<int> a = At(ref to, 0), b = At(ref to, 8), c = At(ref to, 16), d = At(ref to, 24);
        Vector256<int> e = At(ref to, 32), f = At(ref to, 40), g = At(ref to, 48), h = At(ref to, 56);
        foreach (var pair in pairs)
        {
            var x = Vector256.Create(pair).AsInt16();
            a += Avx2.MultiplyAddAdjacent(x, Vector256.LoadUnsafe(ref weights));
            b += Avx2.MultiplyAddAdjacent(x, Vector256.LoadUnsafe(ref weights, 16));
            c += Avx2.MultiplyAddAdjacent(x, Vector256.LoadUnsafe(ref weights, 32));
            d += Avx2.MultiplyAddAdjacent(x, Vector256.LoadUnsafe(ref weights, 48));
            e += Avx2.MultiplyAddAdjacent(x, Vector256.LoadUnsafe(ref weights, 64));
            f += Avx2.MultiplyAddAdjacent(x, Vector256.LoadUnsafe(ref weights, 80));
            g += Avx2.MultiplyAddAdjacent(x, Vector256.LoadUnsafe(ref weights, 96));
            h += Avx2.MultiplyAddAdjacent(x, Vector256.LoadUnsafe(ref weights, 112));
            weights = ref Unsafe.Add(ref weights, 2 * Panel);
        }

        a.StoreUnsafe(ref to);
        b.StoreUnsafe(ref to, 8);
        c.StoreUnsafe(ref to, 16);
        d.StoreUnsafe(ref to, 24);
        e.StoreUnsafe(ref to, 32);
        f.StoreUnsafe(ref to, 40);
        g.StoreUnsafe(ref to, 48);
        h.StoreUnsafe(ref to, 56);
    }

    private static Vector256<int> At(ref int sums, nuint at) => Vector256.LoadUnsafe(ref sums, at);

    /// <summary>The same sums on processors without these instructions: the two halves of a pair one after the other.</summary>
    internal static void AddNarrow(ReadOnlySpan<short> panel, ReadOnlySpan<int> pairs, Span<int> sums)
    {
        var weights = MemoryMarshal.Cast<short, int>(panel);
        for (var n = 0; n < pairs.Length; n++)
        {
            var (even, odd) = (Vector128.Create((int)(short)pairs[n]), Vector128.Create(pairs[n] >> 16));
            var row = weights.Slice(n * Panel, Panel);
            for (var output = 0; output < Panel; output += Vector128<int>.Count)
            {
                var both = Vector128.Create<int>(row[output..]);
                var sum = Vector128.Create<int>(sums[output..]) + Vector128.ShiftRightArithmetic(both << 16, 16) * even + Vector128.ShiftRightArithmetic(both, 16) * odd;
                sum.CopyTo(sums[output..]);
            }
        }
    }
}
