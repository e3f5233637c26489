namespace Recoupe.Language.Parsing.Neural;

/// <summary>Vectors by key, for one way of looking at words. What has none of its own gets the first.</summary>
/// <param name="keys">In order; the n-th has the vector after the n-th.</param>
/// <param name="vectors">The vectors one after the other, each by a measure of its own.</param>
/// <param name="factors">The measures, in the unit of the sums.</param>
/// <param name="width">Numbers of a vector.</param>
internal sealed class VectorTable(ulong[] keys, sbyte[] vectors, ushort[] factors, int width)
{
    /// <summary>Adds the vector of a key to sums.</summary>
    public void Add(ulong key, Span<int> sums)
    {
        var row = Array.BinarySearch(keys, key) + 1;
        if (row < 0) row = 0;
        var vector = vectors.AsSpan(row * width, width);
        int factor = factors[row];
        for (var i = 0; i < vector.Length; i++)
            sums[i] += vector[i] * factor;
    }
}
