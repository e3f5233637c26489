using Recoupe.Train.Trees;

namespace Recoupe.Train.Neural;

/// <summary>Leaves out columns at random while learning and makes the others larger: the same columns for all words of a sentence (Gal and Ghahramani 2016).</summary>
internal sealed class Dropout(int columns, float share, SplitMix random)
{
    private readonly Tensor _kept = new(0, columns);

    /// <summary>Draws anew what each sentence leaves out.</summary>
    public void Draw(ReadOnlySpan<Extent> sentences)
    {
        _kept.Reset(sentences.Length);
        foreach (ref var k in _kept.Data)
            k = random.Unit() < share ? 0 : 1 / (1 - share);
    }

    /// <summary>Multiplies values, or gradients, by what was drawn.</summary>
    public void Apply(Tensor to, ReadOnlySpan<Extent> sentences)
    {
        for (var s = 0; s < sentences.Length; s++)
        {
            var kept = _kept[s];
            for (var row = sentences[s].Start; row < sentences[s].Start + sentences[s].Count; row++)
            {
                var values = to[row];
                for (var c = 0; c < values.Length; c++)
                    values[c] *= kept[c];
            }
        }
    }
}
