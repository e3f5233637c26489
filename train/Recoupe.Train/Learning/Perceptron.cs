using System.Runtime.InteropServices;
using Recoupe.Language.Learning;

namespace Recoupe.Train.Learning;

/// <summary>An averaged perceptron in the making (Collins 2002). Weights are integers and sums exact, so the same examples in the same order give the same model.</summary>
internal sealed class Perceptron(int classCount) : IScorer
{
    private readonly Dictionary<ulong, int> _rows = [];
    private readonly List<Entry[]> _entries = [];
    private long _step = 1;

    private struct Entry
    {
        public byte Class;
        public int Weight;

        // The sum of updates, each times the step it was made at: the average follows without visiting every weight at every step.
        public long Stamped;
    }

    public int ClassCount => classCount;

    public void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        foreach (var key in features)
        {
            if (!_rows.TryGetValue(key, out var row)) continue;
            foreach (ref readonly var entry in _entries[row].AsSpan())
                scores[entry.Class] += entry.Weight;
        }
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
            Add(key, (byte)at, change);
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
        foreach (var (key, row) in _rows)
        {
            var kept = new List<(byte, int)>();
            foreach (var entry in _entries[row])
            {
                var average = entry.Weight - (double)entry.Stamped / _step;
                if (Math.Abs(average) >= least) kept.Add((entry.Class, (int)Math.Round(average * unit)));
            }

            if (kept.Count > 0) yield return (key, kept);
        }
    }

    private void Add(ulong key, byte at, int change)
    {
        ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, key, out var known);
        if (!known)
        {
            row = _entries.Count;
            _entries.Add([]);
        }

        var entries = _entries[row];
        var i = 0;
        while (i < entries.Length && entries[i].Class != at) i++;
        if (i == entries.Length)
        {
            Array.Resize(ref entries, i + 1);
            entries[i].Class = at;
            _entries[row] = entries;
        }

        entries[i].Weight += change;
        entries[i].Stamped += change * _step;
    }
}
