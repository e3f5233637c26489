using System.Runtime.CompilerServices;

namespace Recoupe.Language.Learning;

/// <summary>The features that hold of one decision, as keys. A template's number sets its features apart from every other template's. Reused from decision to decision.</summary>
internal sealed class FeatureSet(int capacity = 160)
{
    private ulong[] _keys = new ulong[capacity];

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, Count);

    public void Clear() => Count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int template, ulong a) => AddKey(FeatureKey.With(Seed(template), a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int template, ulong a, ulong b) => AddKey(FeatureKey.With(FeatureKey.With(Seed(template), a), b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int template, ulong a, ulong b, ulong c) => AddKey(FeatureKey.With(FeatureKey.With(FeatureKey.With(Seed(template), a), b), c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int template, ulong a, ulong b, ulong c, ulong d) =>
        AddKey(FeatureKey.With(FeatureKey.With(FeatureKey.With(FeatureKey.With(Seed(template), a), b), c), d));

    /// <summary>Adds every feature once more, joined with <paramref name="value"/> and told apart from the originals, from the given index on.</summary>
    public void Conjoin(int from, int to, ulong value)
    {
        for (var i = from; i < to; i++)
            AddKey(FeatureKey.With(_keys[i] ^ 0xA5A5A5A5A5A5A5A5UL, value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddKey(ulong key)
    {
        if (Count == _keys.Length) Array.Resize(ref _keys, 2 * Count);
        // One more round: the table below takes its bucket from the high bits and its fingerprint from the low ones.
        _keys[Count++] = key * 0xD6E8FEB86659FD93UL ^ (key >> 32);
    }

    private static ulong Seed(int template) => (ulong)(template + 1) * 0xBF58476D1CE4E5B9UL;
}
