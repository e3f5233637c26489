using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Recoupe.Language.Learning;

/// <summary>A linear model as it ships: for each feature the classes it speaks for or against. Scores are integers, so they are the same on every machine.</summary>
/// <remarks>
/// Features lie in buckets by the high bits of their keys. A bucket is a run of rows: 16 bits of the key as a fingerprint, the number of
/// weights, the classes, the codes of the weights. A code stands for <c>sign × (c + c²/16)</c>: fine near zero, coarse far out.
/// A feature never seen in training is taken for another with a probability near 1/65536.
/// </remarks>
internal sealed class LinearModel : IScorer
{
    private const uint Magic = 0x314D4C52; // "RLM1"
    private static readonly short[] _weights = [.. Enumerable.Range(0, 256).Select(code => Weight((sbyte)code))];

    private const int Batch = 64;

    private readonly ReadOnlyMemory<byte> _rows;
    private readonly int[] _starts;
    private readonly int _shift;

    private LinearModel(string[] classes, int bits, int[] starts, ReadOnlyMemory<byte> rows)
    {
        Classes = classes;
        _shift = 64 - bits;
        _starts = starts;
        _rows = rows;
    }

    /// <summary>What each class stands for.</summary>
    public IReadOnlyList<string> Classes { get; }

    public int ClassCount => Classes.Count;

    /// <summary>Reads one model; the bytes may be followed by others. The model keeps looking into them, so they must stay as they are.</summary>
    /// <param name="file">The file.</param>
    /// <param name="length">How many of its bytes the model takes up.</param>
    public static LinearModel Load(ReadOnlyMemory<byte> file, out int length)
    {
        var bytes = file.Span;
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic) throw new InvalidDataException("This is not a linear model: its first four bytes are not RLM1.");
        var nameLength = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        var bits = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        var rowLength = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        var classes = Encoding.UTF8.GetString(bytes.Slice(16, nameLength)).Split('\n');
        var starts = ReadInts(bytes.Slice(16 + nameLength, 4 * ((1 << bits) + 1)));
        length = 16 + nameLength + 4 * starts.Length + rowLength;
        return new(classes, bits, starts, file[(length - rowLength)..length]);
    }

    public void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        for (; features.Length > Batch; features = features[Batch..])
            ScoreBatch(features[..Batch], scores);
        ScoreBatch(features, scores);
    }

    // Most of the time goes into waiting for memory, so a batch's buckets are all asked for before the first is looked at.
    private void ScoreBatch(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        Span<int> from = stackalloc int[Batch];
        Span<int> to = stackalloc int[Batch];
        ref var rows = ref MemoryMarshal.GetReference(_rows.Span);
        for (var i = 0; i < features.Length; i++)
        {
            var bucket = features[i] >> _shift;
            (from[i], to[i]) = (_starts[bucket], _starts[bucket + 1]);
        }

        if (Sse.IsSupported) Prefetch(from[..features.Length], ref rows);
        for (var i = 0; i < features.Length; i++)
            ScoreOne((ushort)features[i], from[i], to[i], ref rows, scores);
    }

    private static unsafe void Prefetch(ReadOnlySpan<int> starts, ref byte rows)
    {
        foreach (var start in starts)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref rows, start)));
    }

    private static void ScoreOne(ushort print, int at, int end, ref byte rows, Span<int> scores)
    {
        while (at < end)
        {
            ref var row = ref Unsafe.Add(ref rows, at);
            var count = (int)Unsafe.Add(ref row, 2);
            if (Unsafe.ReadUnaligned<ushort>(ref row) == print)
            {
                AddRow(ref Unsafe.Add(ref row, 3), count, scores);
                return;
            }

            at += 3 + 2 * count;
        }
    }

    private static void AddRow(ref byte row, int count, Span<int> scores)
    {
        for (var i = 0; i < count; i++)
            scores[Unsafe.Add(ref row, i)] += _weights[Unsafe.Add(ref row, count + i)];
    }

    /// <summary>The file of a model.</summary>
    /// <param name="classes">What each class stands for; no line feed in it.</param>
    /// <param name="features">A key and its weights by class each, in the units that codes stand for.</param>
    public static byte[] Write(IReadOnlyList<string> classes, IEnumerable<(ulong Key, IReadOnlyList<(byte Class, int Weight)> Weights)> features)
    {
        var sorted = features.OrderBy(f => f.Key).ToArray();
        var bits = Math.Max(1, (int)Math.Ceiling(Math.Log2(Math.Max(2, sorted.Length))) - 1);
        var starts = new int[(1 << bits) + 1];
        var rows = new List<byte>();
        var next = 0;
        foreach (var (key, weights) in sorted)
        {
            for (var bucket = (int)(key >> (64 - bits)); next <= bucket; next++)
                starts[next] = rows.Count;
            AddRow(rows, (ushort)key, weights);
        }

        for (; next < starts.Length; next++)
            starts[next] = rows.Count;
        return Join(string.Join('\n', classes), bits, starts, rows);
    }

    /// <summary>The file of the mean of models with the same classes; a model that lacks a feature counts it as nothing.</summary>
    /// <param name="models">Features are told apart as these files tell them: by bucket and fingerprint.</param>
    /// <param name="least">Mean weights below this size are left out.</param>
    public static byte[] Mean(IReadOnlyList<LinearModel> models, int least)
    {
        var bits = models.Min(m => 64 - m._shift);
        var starts = new int[(1 << bits) + 1];
        var rows = new List<byte>();
        for (var bucket = 0; bucket < 1 << bits; bucket++)
        {
            starts[bucket] = rows.Count;
            AddMeans(rows, models, bucket, bits, least);
        }

        starts[1 << bits] = rows.Count;
        return Join(string.Join('\n', models[0].Classes), bits, starts, rows);
    }

    private static void AddMeans(List<byte> rows, IReadOnlyList<LinearModel> models, int bucket, int bits, int least)
    {
        var sums = models.SelectMany(m => m.WeightsIn(bucket, bits)).GroupBy(w => w.Print).OrderBy(g => g.Key);
        foreach (var feature in sums)
        {
            (byte, int)[] kept = [.. feature.GroupBy(w => w.Class).Select(c => (c.Key, (int)Math.Round((double)c.Sum(w => w.Weight) / models.Count))).Where(w => Math.Abs(w.Item2) >= least)];
            if (kept.Length > 0) AddRow(rows, feature.Key, kept);
        }
    }

    // A bucket of a coarser table is several neighbours of this one.
    private IEnumerable<(ushort Print, byte Class, int Weight)> WeightsIn(int bucket, int bits)
    {
        var finer = 64 - _shift - bits;
        for (var at = _starts[bucket << finer]; at < _starts[(bucket + 1) << finer]; at += 3 + 2 * _rows.Span[at + 2])
        {
            var count = _rows.Span[at + 2];
            for (var i = at + 3; i < at + 3 + count; i++)
                yield return (BinaryPrimitives.ReadUInt16LittleEndian(_rows.Span[at..]), _rows.Span[i], _weights[_rows.Span[i + count]]);
        }
    }

    private static void AddRow(List<byte> rows, ushort print, IReadOnlyList<(byte Class, int Weight)> weights)
    {
        var kept = weights.OrderByDescending(w => Math.Abs(w.Weight)).Take(255).OrderBy(w => w.Class).ToArray();
        rows.AddRange([(byte)print, (byte)(print >> 8), (byte)kept.Length]);
        rows.AddRange(kept.Select(w => w.Class));
        rows.AddRange(kept.Select(w => Code(w.Weight)));
    }

    private static byte[] Join(string classes, int bits, int[] starts, List<byte> rows)
    {
        var names = Encoding.UTF8.GetBytes(classes);
        var file = new byte[16 + names.Length + 4 * starts.Length + rows.Count];
        BinaryPrimitives.WriteUInt32LittleEndian(file, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), names.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), bits);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(12), rows.Count);
        names.CopyTo(file, 16);
        for (var i = 0; i < starts.Length; i++)
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16 + names.Length + 4 * i), starts[i]);
        rows.CopyTo(file, file.Length - rows.Count);
        return file;
    }

    private static int[] ReadInts(ReadOnlySpan<byte> bytes)
    {
        var ints = GC.AllocateUninitializedArray<int>(bytes.Length / 4);
        bytes.CopyTo(MemoryMarshal.AsBytes(ints.AsSpan()));
        if (!BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(ints, ints);
        return ints;
    }

    private static short Weight(sbyte code) => (short)(code + Math.Sign(code) * code * code / 16);

    // The code whose weight is nearest; the codes' weights rise with the codes.
    private static byte Code(int weight)
    {
        var size = Math.Min(Math.Abs(weight), (int)Weight(127));
        var code = 0;
        while (code < 127 && Math.Abs(Weight((sbyte)(code + 1)) - size) <= Math.Abs(Weight((sbyte)code) - size)) code++;
        return (byte)(sbyte)(weight < 0 ? -code : code);
    }
}
