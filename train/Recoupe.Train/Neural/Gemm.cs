using System.Runtime.Intrinsics;

namespace Recoupe.Train.Neural;

/// <summary>Products of matrices of floats, for training; one thread, the same order of sums in every run.</summary>
internal static unsafe class Gemm
{
    private const int Lanes = 16;
    private const int Wide = 4 * Lanes;

    /// <summary><c>C += A·B</c>.</summary>
    /// <param name="a">Of M rows and K columns, by its steps from row to row and from column to column, so that it may lie transposed.</param>
    /// <param name="b">Of K rows and N columns; N is a multiple of 16.</param>
    /// <param name="c">Of M rows and N columns.</param>
    /// <param name="m">Rows of the result.</param>
    /// <param name="n">Columns of the result.</param>
    /// <param name="k">Terms of each sum.</param>
    public static void Add(Strided a, Rows b, Rows c, int m, int n, int k)
    {
        var column = 0;
        for (; column + Wide <= n; column += Wide)
        {
            var row = 0;
            for (; row + 4 <= m; row += 4)
                FourByWide(a.At(row), b.At(column), c.At(row, column), k);
            for (; row < m; row++)
                OneByWide(a.At(row), b.At(column), c.At(row, column), k);
        }

        for (; column < n; column += Lanes)
        {
            for (var row = 0; row < m; row++)
                OneByOne(a.At(row), b.At(column), c.At(row, column), k);
        }
    }

    private static void FourByWide(Strided a, Rows b, Rows c, int k)
    {
        float* c0 = c.Start, c1 = c0 + c.Step, c2 = c1 + c.Step, c3 = c2 + c.Step;
        var (x00, x01, x02, x03) = (Vector512.Load(c0), Vector512.Load(c0 + 16), Vector512.Load(c0 + 32), Vector512.Load(c0 + 48));
        var (x10, x11, x12, x13) = (Vector512.Load(c1), Vector512.Load(c1 + 16), Vector512.Load(c1 + 32), Vector512.Load(c1 + 48));
        var (x20, x21, x22, x23) = (Vector512.Load(c2), Vector512.Load(c2 + 16), Vector512.Load(c2 + 32), Vector512.Load(c2 + 48));
        var (x30, x31, x32, x33) = (Vector512.Load(c3), Vector512.Load(c3 + 16), Vector512.Load(c3 + 32), Vector512.Load(c3 + 48));
        float* at = a.Start, row = b.Start;
        nint one = a.RowStep, two = 2 * one, three = 3 * one;
        for (var i = 0; i < k; i++, at += a.ColumnStep, row += b.Step)
        {
            Vector512<float> b0 = Vector512.Load(row), b1 = Vector512.Load(row + 16), b2 = Vector512.Load(row + 32), b3 = Vector512.Load(row + 48);
            var f = Vector512.Create(*at);
            x00 = Vector512.FusedMultiplyAdd(f, b0, x00);
            x01 = Vector512.FusedMultiplyAdd(f, b1, x01);
            x02 = Vector512.FusedMultiplyAdd(f, b2, x02);
            x03 = Vector512.FusedMultiplyAdd(f, b3, x03);
            f = Vector512.Create(at[one]);
            x10 = Vector512.FusedMultiplyAdd(f, b0, x10);
            x11 = Vector512.FusedMultiplyAdd(f, b1, x11);
            x12 = Vector512.FusedMultiplyAdd(f, b2, x12);
            x13 = Vector512.FusedMultiplyAdd(f, b3, x13);
            f = Vector512.Create(at[two]);
            x20 = Vector512.FusedMultiplyAdd(f, b0, x20);
            x21 = Vector512.FusedMultiplyAdd(f, b1, x21);
            x22 = Vector512.FusedMultiplyAdd(f, b2, x22);
            x23 = Vector512.FusedMultiplyAdd(f, b3, x23);
            f = Vector512.Create(at[three]);
            x30 = Vector512.FusedMultiplyAdd(f, b0, x30);
            x31 = Vector512.FusedMultiplyAdd(f, b1, x31);
            x32 = Vector512.FusedMultiplyAdd(f, b2, x32);
            x33 = Vector512.FusedMultiplyAdd(f, b3, x33);
        }

        Store(c0, x00, x01, x02, x03);
        Store(c1, x10, x11, x12, x13);
        Store(c2, x20, x21, x22, x23);
        Store(c3, x30, x31, x32, x33);
    }

    private static void Store(float* to, Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
    {
        a.Store(to);
        b.Store(to + 16);
        c.Store(to + 32);
        d.Store(to + 48);
    }

    private static void OneByWide(Strided a, Rows b, Rows c, int k)
    {
        var to = c.Start;
        var (x0, x1, x2, x3) = (Vector512.Load(to), Vector512.Load(to + 16), Vector512.Load(to + 32), Vector512.Load(to + 48));
        float* at = a.Start, row = b.Start;
        for (var i = 0; i < k; i++, at += a.ColumnStep, row += b.Step)
        {
            var f = Vector512.Create(*at);
            x0 = Vector512.FusedMultiplyAdd(f, Vector512.Load(row), x0);
            x1 = Vector512.FusedMultiplyAdd(f, Vector512.Load(row + 16), x1);
            x2 = Vector512.FusedMultiplyAdd(f, Vector512.Load(row + 32), x2);
            x3 = Vector512.FusedMultiplyAdd(f, Vector512.Load(row + 48), x3);
        }

        Store(to, x0, x1, x2, x3);
    }

    private static void OneByOne(Strided a, Rows b, Rows c, int k)
    {
        var x = Vector512.Load(c.Start);
        float* at = a.Start, row = b.Start;
        for (var i = 0; i < k; i++, at += a.ColumnStep, row += b.Step)
            x = Vector512.FusedMultiplyAdd(Vector512.Create(*at), Vector512.Load(row), x);
        x.Store(c.Start);
    }
}

/// <summary>A matrix by rows, each so many floats after the one before.</summary>
internal readonly unsafe struct Rows(float* start, int step)
{
    public readonly float* Start = start;
    public readonly int Step = step;

    public Rows At(int column) => new(Start + column, Step);

    public Rows At(int row, int column) => new(Start + (nint)row * Step + column, Step);
}

/// <summary>A matrix that may lie transposed: the steps from row to row and from column to column are given.</summary>
internal readonly unsafe struct Strided(float* start, int rowStep, int columnStep)
{
    public readonly float* Start = start;
    public readonly int RowStep = rowStep;
    public readonly int ColumnStep = columnStep;

    public Strided At(int row) => new(Start + (nint)row * RowStep, RowStep, ColumnStep);
}
