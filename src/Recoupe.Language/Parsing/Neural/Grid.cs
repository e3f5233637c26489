namespace Recoupe.Language.Parsing.Neural;

/// <summary>Rows of numbers, of one width. Reused from sentence to sentence.</summary>
internal sealed class Grid<T>(int width)
    where T : struct
{
    private T[] _cells = [];

    public int Count { get; private set; }

    public int Width => width;

    public Span<T> this[int row] => _cells.AsSpan(row * width, width);

    /// <summary>Makes room for so many rows; what they hold is not cleared.</summary>
    public void Reset(int count)
    {
        Count = count;
        if (_cells.Length < count * width) _cells = new T[count * width];
    }
}
