using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Recoupe.Language.Learning;

namespace Recoupe.Train.Learning;

/// <summary>An averaged perceptron in the making (Collins 2002). Weights are integers and sums exact, so the same examples in the same order give the same model.</summary>
internal sealed class Perceptron(int classCount) : IScorer
{
    private Slot[] _slots = new Slot[1 << 16];
    private int _used;
    private int _end;

    // A row's classes and weights lie together, as scoring reads them; what only averaging needs lies apart.
    private int[] _weights = new int[1 << 16];
    private long[] _stamped = new long[1 << 16];
    private long _step = 1;

    // A feature's row; a key of 0 is an empty slot.
    private struct Slot
    {
        public ulong Key;
        public int First;
        public ushort Count;
        public ushort Room;
    }

    public int ClassCount => classCount;

    // Most of the time goes into waiting for memory, so all slots are asked for before the first is looked at, then all rows.
    public void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        var mask = _slots.Length - 1;
        foreach (var key in features)
            Prefetch(ref _slots[(int)(key >> 20) & mask]);
        foreach (var key in features)
        {
            ref readonly var slot = ref Find(key);
            if (slot.Count > 0) Prefetch(ref _weights[slot.First]);
        }

        foreach (var key in features)
        {
            ref readonly var slot = ref Find(key);
            foreach (var entry in _weights.AsSpan(slot.First, slot.Count))
                scores[entry & 0xFF] += entry >> 8;
        }
    }

    private static unsafe void Prefetch<T>(ref T at)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref at));
    }

    /// <summary>Counts one decision, right or wrong.</summary>
    public void Step() => _step++;

    /// <summary>Speaks for one class and against another where these features hold.</summary>
    public void Update(ReadOnlySpan<ulong> features, int better, int worse)
    {
        Change(features, better, 1);
        Change(features, worse, -1);
    }

    /// <summary>Changes one class's weight wherever these features hold.</summary>
    public void Change(ReadOnlySpan<ulong> features, int at, int change)
    {
        foreach (var key in features)
            Add(key, at, change);
    }

    /// <summary>The averaged model as a file.</summary>
    /// <param name="classes">What each class stands for.</param>
    /// <param name="least">Average weights below this size are left out; 1 is one update kept from first step to last.</param>
    public byte[] Write(IReadOnlyList<string> classes, double least = 0.1) => LinearModel.Write(classes, Averages(least));

    /// <summary>The averaged model, as it would ship.</summary>
    public LinearModel ToModel(IReadOnlyList<string> classes, double least = 0.1) => LinearModel.Load(Write(classes, least), out _);

    private IEnumerable<(ulong Key, IReadOnlyList<(byte Class, int Weight)> Weights)> Averages(double least)
    {
        const double unit = 16; // a weight of one update becomes the code for 16, so that a sixteenth of it is still told apart
        foreach (var slot in _slots)
        {
            var kept = new List<(byte, int)>();
            for (var i = slot.First; i < slot.First + slot.Count; i++)
            {
                // Each update is stamped with its step: the average follows without visiting every weight at every step.
                var average = (_weights[i] >> 8) - (double)_stamped[i] / _step;
                if (Math.Abs(average) >= least) kept.Add(((byte)_weights[i], (int)Math.Round(average * unit)));
            }

            if (kept.Count > 0) yield return (slot.Key, kept);
        }
    }

    private void Add(ulong key, int at, int change)
    {
        ref var slot = ref Find(key);
        if (slot.Key == 0)
        {
            if (2 * ++_used > _slots.Length)
            {
                Widen();
                slot = ref Find(key);
            }

            slot.Key = key;
        }

        var i = slot.First;
        while (i < slot.First + slot.Count && (_weights[i] & 0xFF) != at) i++;
        if (i == slot.First + slot.Count) i = NewEntry(ref slot, at);
        _weights[i] += change << 8;
        _stamped[i] += change * _step;
    }

    private int NewEntry(ref Slot slot, int at)
    {
        if (slot.Count == slot.Room) Move(ref slot, Math.Max(2, 2 * slot.Room));
        var i = slot.First + slot.Count++;
        _weights[i] = at;
        _stamped[i] = 0;
        return i;
    }

    private void Move(ref Slot slot, int room)
    {
        while (_end + room > _weights.Length)
        {
            Array.Resize(ref _weights, 2 * _weights.Length);
            Array.Resize(ref _stamped, 2 * _stamped.Length);
        }

        Array.Copy(_weights, slot.First, _weights, _end, slot.Count);
        Array.Copy(_stamped, slot.First, _stamped, _end, slot.Count);
        (slot.First, slot.Room) = (_end, (ushort)room);
        _end += room;
    }

    // The key's slot, or the empty one where it would go.
    private ref Slot Find(ulong key)
    {
        var mask = _slots.Length - 1;
        var i = (int)(key >> 20) & mask;
        while (_slots[i].Key != key && _slots[i].Key != 0) i = (i + 1) & mask;
        return ref _slots[i];
    }

    private void Widen()
    {
        var old = _slots;
        _slots = new Slot[4 * old.Length];
        foreach (var slot in old)
        {
            if (slot.Key != 0) Find(slot.Key) = slot;
        }
    }
}
