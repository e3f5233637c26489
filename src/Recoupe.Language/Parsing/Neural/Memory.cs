namespace Recoupe.Language.Parsing.Neural;

/// <summary>One direction of a layer of long short-term memory, in whole numbers: its units remember and forget as they go from word to word.</summary>
/// <param name="input">What a word is multiplied by; its outputs are the units' gates: in, forget, new, out.</param>
/// <param name="loop">What the last word's output is multiplied by, by the same factors.</param>
/// <param name="isBackward">Whether it goes from the last word to the first.</param>
internal sealed class Memory(Layer input, PackedMatrix loop, bool isBackward)
{
    // A cell's content has this many bits behind the point, and no more than 15 in all.
    private const int CellBits = 12;

    public int Units => loop.Inputs;

    /// <summary>Fills this direction's half of the words' outputs.</summary>
    /// <param name="rows">The words' inputs.</param>
    /// <param name="outputs">The words' outputs, both directions of a word side by side.</param>
    /// <param name="sums">Room for the gates of one word.</param>
    /// <param name="cells">Room for the cells.</param>
    public void Run(Grid<short> rows, Grid<short> outputs, Span<int> sums, Span<int> cells)
    {
        cells.Clear();
        var start = isBackward ? Units : 0;
        for (var n = 0; n < rows.Count; n++)
        {
            var at = isBackward ? rows.Count - 1 - n : n;
            sums.Clear();
            input.Matrix.Add(rows[at], sums);
            if (n > 0) loop.Add(outputs[isBackward ? at + 1 : at - 1].Slice(start, Units), sums);
            Turn(sums, cells, outputs[at].Slice(start, Units));
        }
    }

    private void Turn(ReadOnlySpan<int> sums, Span<int> cells, Span<short> output)
    {
        var units = cells.Length;
        for (var u = 0; u < units; u++)
        {
            int taken = Squash.Sigmoid(input.Scaled(sums[u], u)), kept = Squash.Sigmoid(input.Scaled(sums[units + u], units + u));
            int news = Squash.Tanh(input.Scaled(sums[2 * units + u], 2 * units + u)), given = Squash.Sigmoid(input.Scaled(sums[3 * units + u], 3 * units + u));
            var cell = kept * cells[u] + (taken * news >> Squash.Bits - CellBits) >> Squash.Bits;
            cells[u] = Math.Clamp(cell, short.MinValue, short.MaxValue);
            output[u] = (short)(given * Squash.Tanh(cells[u] >> CellBits - Squash.InputBits) >> 2 * Squash.Bits - Squash.InputBits);
        }
    }
}
