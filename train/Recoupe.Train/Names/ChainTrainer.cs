using System.Runtime.Intrinsics;
using Recoupe.Language.Learning;
using Recoupe.Language.Names;

namespace Recoupe.Train.Names;

/// <summary>How a <see cref="ChainTrainer"/> learns.</summary>
internal readonly record struct ChainTraining(int Epochs, double Rate, double Decay, double Dropout, int FewestSeen, double Least);

/// <summary>
/// A conditional random field (Lafferty et al. 2001) learnt by stochastic gradient with AdaGrad steps (Duchi et al. 2011). An atom may have
/// several right labels: what is made likelier is all labellings that its corpus allows (Tsuboi et al. 2008). One thread, fixed order, own
/// exponential: the same examples give the same bytes on every machine.
/// </summary>
internal sealed class ChainTrainer(ChainTraining how)
{
    private const int L = NameLabel.Count;

    // Rows of weights are a whole number of vectors; what is done to them is done place by place, so the width of a vector changes nothing.
    private const int Stride = 24;
    private const int UnitsPerWeight = 64;

    // Short, because all of a stretch's steps are taken from where it found the weights.
    private const int LongestStretch = 50;

    private const double NegligibleError = 1e-3;

    private readonly Dictionary<ulong, int> _seen = [];
    private readonly List<Stretch> _stretches = [];
    private float[] _weights = [];
    private float[] _squares = [];
    private float[] _sums = [];
    private ulong[] _keys = [];

    /// <summary>Atoms in a row with the labels each may have and its features: first those that training may drop.</summary>
    private sealed record Stretch(uint[] Allowed, int[][] Features, int[] OwnCounts);

    /// <summary>Adds the stretches of a text.</summary>
    public void Add(NameContext context, uint[] allowed)
    {
        var features = new FeatureSet();
        for (var start = 0; start < allowed.Length;)
        {
            var end = NameModel.StretchEnd(context, start, LongestStretch);
            var rows = new int[end - start][];
            var owns = new int[end - start];
            for (var i = start; i < end; i++)
            {
                owns[i - start] = NameFeatures.Collect(context, i, features);
                rows[i - start] = [.. features.Keys.ToArray().Select(IdOf)];
            }

            _stretches.Add(new(allowed[start..end], rows, owns));
            start = end;
        }
    }

    private readonly List<int> _counts = [];

    private int IdOf(ulong key)
    {
        if (!_seen.TryGetValue(key, out var id))
        {
            _seen.Add(key, id = _counts.Count);
            _counts.Add(0);
        }

        _counts[id]++;
        return id;
    }

    public byte[] Train(Action<string> log)
    {
        DropRare();
        _weights = new float[(_keys.Length + L) * Stride];
        _squares = new float[_weights.Length];
        _sums = new float[_weights.Length];
        var random = new Shuffler(20261125);
        var order = Enumerable.Range(0, _stretches.Count).ToArray();
        log($"{_stretches.Count} stretches, {_stretches.Sum(s => s.Allowed.Length)} atoms, {_keys.Length} features");
        for (var epoch = 1; epoch <= how.Epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0.0;
            foreach (var i in order)
                loss += Learn(_stretches[i], random);
            if (2 * epoch > how.Epochs)
                AddTo(_sums, _weights);
            log($"epoch {epoch}: loss {loss:F0}");
        }

        return Write(how.Epochs - (how.Epochs / 2));
    }

    private static void AddTo(float[] sums, float[] values)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i] += values[i];
    }

    private void DropRare()
    {
        var ids = new int[_counts.Count];
        var kept = new List<ulong>();
        foreach (var (key, id) in _seen)
        {
            ids[id] = _counts[id] >= how.FewestSeen ? kept.Count : -1;
            if (ids[id] >= 0)
                kept.Add(key);
        }

        foreach (var stretch in _stretches)
        {
            for (var i = 0; i < stretch.Features.Length; i++)
            {
                var own = stretch.Features[i].Take(stretch.OwnCounts[i]).Count(f => ids[f] >= 0);
                stretch.Features[i] = [.. stretch.Features[i].Where(f => ids[f] >= 0).Select(f => ids[f])];
                stretch.OwnCounts[i] = own;
            }
        }

        _keys = [.. kept];
        _seen.Clear();
    }

    private Span<float> PairRow(int previous) => _weights.AsSpan((_keys.Length + previous) * Stride, L);

    private double Learn(Stretch stretch, Shuffler random)
    {
        var n = stretch.Allowed.Length;
        var features = Array.ConvertAll(stretch.Features, f => f);
        for (var i = 0; i < n; i++)
        {
            if (random.NextDouble() < how.Dropout)
                features[i] = features[i][stretch.OwnCounts[i]..];
        }

        var scores = new double[n * L];
        for (var i = 0; i < n; i++)
            Score(features[i], scores.AsSpan(i * L, L));
        var pairs = new double[L * L];
        for (var p = 0; p < L; p++)
        {
            for (var l = 0; l < L; l++)
                pairs[(p * L) + l] = NameLabel.CanFollow(p, l) ? FixedMath.Exp(PairRow(p)[l]) : 0;
        }

        var free = Lattice.Of(scores, pairs, allowed: null);
        var right = Lattice.Of(scores, pairs, stretch.Allowed);
        if (!double.IsFinite(right.LogTotal))
            return 0;

        Span<float> gradient = stackalloc float[Stride];
        for (var i = 0; i < n; i++)
        {
            var largest = 0.0;
            for (var l = 0; l < L; l++)
            {
                gradient[l] = (float)(right.Nodes[(i * L) + l] - free.Nodes[(i * L) + l]);
                largest = Math.Max(largest, Math.Abs(gradient[l]));
            }

            if (largest < NegligibleError)
                continue;
            foreach (var feature in features[i])
                Step(feature, gradient);
        }

        for (var p = 0; p < L; p++)
        {
            for (var l = 0; l < L; l++)
                gradient[l] = (float)(right.Pairs[(p * L) + l] - free.Pairs[(p * L) + l]);
            Step(_keys.Length + p, gradient);
        }

        return free.LogTotal - right.LogTotal;
    }

    private void Score(int[] features, Span<double> scores)
    {
        var (first, second, third) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        foreach (var feature in features)
        {
            ref var row = ref _weights[feature * Stride];
            first += Vector256.LoadUnsafe(ref row);
            second += Vector256.LoadUnsafe(ref row, 8);
            third += Vector256.LoadUnsafe(ref row, 16);
        }

        Span<float> sums = stackalloc float[Stride];
        first.CopyTo(sums);
        second.CopyTo(sums[8..]);
        third.CopyTo(sums[16..]);
        for (var l = 0; l < L; l++)
            scores[l] = sums[l];
    }

    private void Step(int feature, Span<float> gradient)
    {
        ref var weight = ref _weights[feature * Stride];
        ref var square = ref _squares[feature * Stride];
        for (nuint l = 0; l < Stride; l += 8)
        {
            var old = Vector256.LoadUnsafe(ref weight, l);
            var g = Vector256.LoadUnsafe(ref gradient[0], l) - (old * (float)how.Decay);
            var sum = Vector256.LoadUnsafe(ref square, l) + (g * g);
            sum.StoreUnsafe(ref square, l);
            (old + (g * (float)how.Rate / Vector256.Sqrt(sum + Vector256<float>.One))).StoreUnsafe(ref weight, l);
        }
    }

    private byte[] Write(int snapshots)
    {
        var features = new List<(ulong, IReadOnlyList<(byte, int)>)>();
        for (var f = 0; f < _keys.Length; f++)
        {
            var weights = RowOf(f, snapshots, how.Least);
            if (weights.Count > 0)
                features.Add((_keys[f], weights));
        }

        var pair = new FeatureSet();
        for (var p = 0; p < L; p++)
        {
            pair.Clear();
            NameModel.AddPair(pair, p);
            features.Add((pair.Keys[0], RowOf(_keys.Length + p, snapshots, 0)));
        }

        return LinearModel.Write([.. Enumerable.Range(0, L).Select(LabelName)], features);
    }

    private List<(byte Label, int Weight)> RowOf(int feature, int snapshots, double least)
    {
        var row = new List<(byte, int)>();
        for (var l = 0; l < L; l++)
        {
            var weight = _sums[(feature * Stride) + l] / snapshots;
            var units = (int)MathF.Round(weight * UnitsPerWeight);
            if (Math.Abs(weight) > least && units != 0)
                row.Add(((byte)l, units));
        }

        return row;
    }

    private static string LabelName(int label) =>
        label == NameLabel.Outside ? "O" : $"{"BIES"[NameLabel.PartOf(label)]}-{NameLabel.TypeOf(label)}";

    /// <summary>The forward-backward sums over a stretch, scaled at each atom so that nothing overflows.</summary>
    private sealed class Lattice
    {
        public double[] Nodes { get; private init; } = [];

        public double[] Pairs { get; } = new double[L * L];

        public double LogTotal { get; private set; }

        public static Lattice Of(double[] scores, double[] pairs, uint[]? allowed)
        {
            var n = scores.Length / L;
            var (local, log) = Local(scores, allowed);
            var forward = new double[n * L];
            var lattice = new Lattice { Nodes = new double[n * L], LogTotal = log };
            var scales = new double[n];
            for (var i = 0; i < n; i++)
            {
                for (var l = 0; l < L; l++)
                {
                    var sum = i == 0 && NameLabel.CanBegin(l) ? 1.0 : 0;
                    for (var p = 0; i > 0 && p < L; p++)
                        sum += forward[((i - 1) * L) + p] * pairs[(p * L) + l];
                    if (i == n - 1 && !NameLabel.Closes(l))
                        sum = 0;
                    forward[(i * L) + l] = sum * local[(i * L) + l];
                    scales[i] += forward[(i * L) + l];
                }

                for (var l = 0; l < L; l++)
                    forward[(i * L) + l] /= scales[i];
                lattice.LogTotal += Math.Log(scales[i]);
            }

            lattice.Backward(local, forward, scales, pairs);
            return lattice;
        }

        private void Backward(double[] local, double[] forward, double[] scales, double[] pairs)
        {
            var n = scales.Length;
            var after = new double[L];
            var before = new double[L];
            for (var l = 0; l < L; l++)
                after[l] = NameLabel.Closes(l) ? 1 : 0;
            for (var l = 0; l < L; l++)
                Nodes[((n - 1) * L) + l] = forward[((n - 1) * L) + l];
            for (var i = n - 2; i >= 0; i--)
            {
                for (var p = 0; p < L; p++)
                {
                    before[p] = 0;
                    for (var l = 0; l < L; l++)
                    {
                        var step = pairs[(p * L) + l] * local[((i + 1) * L) + l] * after[l] / scales[i + 1];
                        before[p] += step;
                        Pairs[(p * L) + l] += forward[(i * L) + p] * step;
                    }

                    Nodes[(i * L) + p] = forward[(i * L) + p] * before[p];
                }

                (after, before) = (before, after);
            }
        }

        private static (double[] Local, double Log) Local(double[] scores, uint[]? allowed)
        {
            var local = new double[scores.Length];
            var log = 0.0;
            for (var i = 0; i < scores.Length / L; i++)
            {
                var most = double.NegativeInfinity;
                for (var l = 0; l < L; l++)
                    most = Math.Max(most, scores[(i * L) + l]);
                log += most;
                for (var l = 0; l < L; l++)
                    local[(i * L) + l] = allowed is null || ((allowed[i] >> l) & 1) != 0 ? FixedMath.Exp(scores[(i * L) + l] - most) : 0;
            }

            return (local, log);
        }
    }
}

/// <summary>A small generator of random numbers, the same everywhere (splitmix64; Steele et al. 2014).</summary>
internal sealed class Shuffler(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    public int NextBelow(int limit) => (int)(Next() % (ulong)limit);

    public void Shuffle(int[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}

/// <summary>Functions that the platform's library computes differently from machine to machine.</summary>
internal static class FixedMath
{
    private const double Ln2 = 0.6931471805599453;

    /// <summary>e to the power of <paramref name="x"/>, to about 12 digits.</summary>
    public static double Exp(double x)
    {
        if (x < -700)
            return 0;
        var k = Math.Floor((x / Ln2) + 0.5);
        var r = x - (k * Ln2);
        var sum = 1.0;
        for (var i = 12; i > 0; i--)
            sum = 1 + (r * sum / i);
        return Math.ScaleB(sum, (int)k);
    }
}
