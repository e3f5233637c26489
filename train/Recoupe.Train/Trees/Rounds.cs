using Recoupe.Language.Learning;

namespace Recoupe.Train.Trees;

/// <summary>Passes over the training examples in an order shuffled anew each time, the same in every run.</summary>
internal static class Rounds
{
    /// <summary>The seed of a model that is trained once.</summary>
    public const ulong Seed = 20261125;

    public static void Run(Example[] examples, int rounds, Action<Example> learn, ulong seed = Seed)
    {
        var random = new SplitMix(seed);
        Example[] order = [.. examples];
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var example in order)
                learn(example);
        }
    }

    /// <summary>The mean of models that differ only in their seeds: it errs less than any of them.</summary>
    /// <param name="train">Trains the model of a seed.</param>
    /// <param name="seeds">How many models.</param>
    /// <param name="least">Mean weights below this size are left out; 16 is one update kept from first step to last.</param>
    public static byte[] Mean(Func<ulong, byte[]> train, int seeds, int least)
    {
        var models = Enumerable.Range(1, seeds).Select(n => LinearModel.Load(train(n == 1 ? Seed : (ulong)n), out _));
        return LinearModel.Mean([.. models], least);
    }
}

/// <summary>A small random generator whose numbers are the same under every runtime (Steele, Lea and Flood 2014).</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to below 1.</summary>
    public float Unit() => (Next() >> 40) / (float)(1 << 24);

    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = (int)(Next() % (ulong)(i + 1));
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
