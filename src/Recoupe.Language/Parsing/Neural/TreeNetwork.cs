using System.Collections.Immutable;

namespace Recoupe.Language.Parsing.Neural;

/// <summary>A network that scores which word each word of a sentence depends on and how, in whole numbers; made by <c>train trees</c>. Immutable and thread-safe.</summary>
internal sealed class TreeNetwork
{
    /// <summary>The bits behind the point of words' vectors, and of what memory gives.</summary>
    public const int VectorBits = Squash.InputBits;

    /// <summary>The bits behind the point of what is made of words for arcs and labels.</summary>
    public const int ViewBits = 8;

    /// <summary>The bits behind the point of the factors of words' vectors.</summary>
    public const int TableBits = 19;

    // Vectors stay below 4, so that sums of products stay whole numbers of 32 bits.
    private const int MostVector = (4 << VectorBits) - 1;

    // 128 products of two numbers below 4096 fit 32 bits.
    internal const int MostView = 4095;

    // What the decoder adds up for a sentence must fit 32 bits: scores have this many bits behind the point.
    private const int ScoreBits = 8;

    private readonly VectorTable[] _tables;
    private readonly Memory[][] _layers;
    private readonly Layer _view, _pair, _label;
    private readonly short[] _root, _rootLabel;

    internal TreeNetwork(TreeNetworkFile file)
    {
        Relations = [.. file.Relations];
        (_tables, _layers) = (file.Tables, file.Layers);
        (_view, _pair, _label) = (file.View, file.Pair, file.Label);
        (_root, _rootLabel) = (file.Root, file.RootLabel);
    }

    /// <summary>The relations, by label.</summary>
    public ImmutableArray<string> Relations { get; }

    private int Arc => _root.Length;

    private int LabelWidth => _rootLabel.Length;

    /// <summary>Makes room to work in.</summary>
    public TreeDesk NewDesk() => new(WordKeys.Width, 2 * _layers[0][0].Units, _view.Matrix.Outputs, Arc);

    /// <summary>Scores all arcs of a sentence: for each word its score under each word and last under the root, in rows of one more than there are words.</summary>
    /// <param name="keys">The keys of all words (<see cref="WordKeys"/>).</param>
    /// <param name="count">How many words.</param>
    /// <param name="desk">Where to work; it keeps what <see cref="Label"/> needs.</param>
    /// <param name="scores">Where scores go.</param>
    public void Score(ReadOnlySpan<ulong> keys, int count, TreeDesk desk, Span<int> scores)
    {
        Look(keys, count, desk);
        var rows = desk.Vectors;
        Span<int> sums = stackalloc int[4 * _layers[0][0].Units];
        Span<int> cells = stackalloc int[_layers[0][0].Units];
        for (var l = 0; l < _layers.Length; l++)
        {
            var outputs = desk.Outputs[l % 2];
            outputs.Reset(count);
            foreach (var direction in _layers[l])
                direction.Run(rows, outputs, sums, cells);
            rows = outputs;
        }

        View(rows, desk);
        Pair(count, desk, scores);
    }

    private void Look(ReadOnlySpan<ulong> keys, int count, TreeDesk desk)
    {
        Span<int> sums = stackalloc int[WordKeys.Width];
        desk.Vectors.Reset(count);
        for (var i = 0; i < count; i++)
        {
            sums.Clear();
            for (var way = 0; way < WordKeys.Count; way++)
                _tables[way].Add(keys[i * WordKeys.Count + way], sums[WordKeys.StartOf(way)..]);
            var vector = desk.Vectors[i];
            for (var c = 0; c < vector.Length; c++)
                vector[c] = (short)Math.Clamp(sums[c] >> TableBits - VectorBits, -MostVector, MostVector);
        }
    }

    private void View(Grid<short> rows, TreeDesk desk)
    {
        Span<int> sums = stackalloc int[_view.Matrix.Outputs];
        desk.Views.Reset(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            sums.Clear();
            _view.Matrix.Add(rows[i], sums);
            var view = desk.Views[i];
            for (var c = 0; c < sums.Length; c++)
            {
                var value = Math.Clamp(_view.Scaled(sums[c], c) >> VectorBits - ViewBits, -MostView, MostView);
                view[c] = (short)(c < 2 * Arc ? Math.Max(0, value) : value);
            }
        }
    }

    private void Pair(int count, TreeDesk desk, Span<int> scores)
    {
        Span<int> sums = stackalloc int[_pair.Matrix.Outputs];
        Span<short> asked = stackalloc short[Arc];
        var found = desk.TakeHeads(count, Arc, _root);
        for (var i = 0; i < count; i++)
        {
            sums.Clear();
            _pair.Matrix.Add(desk.Views[i][..Arc], sums);
            for (var c = 0; c < asked.Length; c++)
                asked[c] = (short)Math.Clamp(_pair.Scaled(sums[c], c), -MostView, MostView);
            found.Clear();
            PackedMatrix.Add(desk.Heads, asked, found);
            for (var head = 0; head <= count; head++)
                scores[i * (count + 1) + head] = found[head] >> 2 * ViewBits - ScoreBits;
        }
    }

    /// <summary>The label of the arc from a word to its head, in the sentence that <paramref name="desk"/> last scored; a head that is no word is the root.</summary>
    public int Label(int word, int head, TreeDesk desk)
    {
        Span<short> sum = stackalloc short[LabelWidth];
        Span<int> sums = stackalloc int[_label.Matrix.Outputs];
        var own = desk.Views[word].Slice(2 * Arc, LabelWidth);
        var above = head == desk.Views.Count ? _rootLabel : desk.Views[head][(2 * Arc + LabelWidth)..];
        for (var c = 0; c < sum.Length; c++)
            sum[c] = (short)Math.Max(0, own[c] + above[c]);
        sums.Clear();
        _label.Matrix.Add(sum, sums);
        var best = -1;
        for (var label = 0; label < Relations.Length; label++)
        {
            sums[label] = _label.Scaled(sums[label], label);
            var isOf = string.Equals(Relations[label], "root", StringComparison.Ordinal) == (head == desk.Views.Count);
            if (isOf && (best < 0 || sums[label] > sums[best])) best = label;
        }

        return best;
    }
}

/// <summary>What one thread works with, from sentence to sentence.</summary>
internal sealed class TreeDesk(int vectorWidth, int outputWidth, int viewWidth, int arc)
{
    private short[] _heads = [];
    private int[] _found = [];

    public Grid<short> Vectors { get; } = new(vectorWidth);

    public Grid<short>[] Outputs { get; } = [new(outputWidth), new(outputWidth)];

    public Grid<short> Views { get; } = new(viewWidth);

    /// <summary>The words as heads, and the root, as a packed matrix.</summary>
    public ReadOnlySpan<short> Heads => _heads.AsSpan(0, Padded * arc);

    private int Padded { get; set; }

    /// <summary>Packs the views of the words as heads, and the root after them; gives room for one word's sums with all of them.</summary>
    public Span<int> TakeHeads(int count, int start, ReadOnlySpan<short> root)
    {
        Padded = (count + PackedMatrix.Panel) / PackedMatrix.Panel * PackedMatrix.Panel;
        if (_found.Length < Padded) (_heads, _found) = (new short[Padded * arc], new int[Padded]);
        for (var head = 0; head < Padded; head++)
        {
            var view = head < count ? Views[head].Slice(start, arc) : head == count ? root : [];
            for (var c = 0; c < arc; c++)
                _heads[PackedMatrix.Place(arc, c, head)] = c < view.Length ? view[c] : (short)0;
        }

        return _found.AsSpan(0, Padded);
    }
}
