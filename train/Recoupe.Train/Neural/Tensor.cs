using System.Runtime.CompilerServices;

namespace Recoupe.Train.Neural;

/// <summary>A matrix of floats by rows, at an address that stays.</summary>
internal sealed unsafe class Tensor
{
    private float[] _data = [];

    public Tensor(int rows, int columns)
    {
        Columns = columns;
        Reset(rows);
    }

    public int Count { get; private set; }

    public int Columns { get; }

    public float* Start => (float*)Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(_data));

    public Span<float> Data => _data.AsSpan(0, Count * Columns);

    public Rows Rows => new(Start, Columns);

    /// <summary>The matrix as the left side of a product.</summary>
    public Strided Plain => new(Start, Columns, 1);

    /// <summary>The matrix with rows and columns exchanged, as the left side of a product.</summary>
    public Strided Turned => new(Start, 1, Columns);

    public Span<float> this[int row] => _data.AsSpan(row * Columns, Columns);

    public float* At(int row, int column = 0) => Start + (nint)row * Columns + column;

    /// <summary>Makes it so many rows, all zero.</summary>
    public void Reset(int rows)
    {
        Count = rows;
        if (_data.Length < rows * Columns) _data = GC.AllocateArray<float>(rows * Columns * 5 / 4, pinned: true);
        else Data.Clear();
    }
}
