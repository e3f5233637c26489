using Recoupe.Language.Parsing.Neural;
using Recoupe.Train.Trees;

namespace Recoupe.Train.Neural;

/// <summary>
/// A network that scores the arcs of a sentence: vectors of words, layers of memory in both directions, and from their output, for each word, how it is
/// as a dependant and as a head (Kiperwasser and Goldberg 2016; Dozat and Manning 2017).
/// </summary>
internal sealed class Network
{
    private readonly SplitMix _random;
    private readonly Dropout[] _dropouts;
    private readonly Tensor[] _flows, _flowGradients, _outputs;
    private readonly Lstm[][] _layers;
    private readonly Dropout _viewDropout;

    /// <param name="shape">Its sizes.</param>
    /// <param name="random">Where first weights and what is left out come from.</param>
    public Network(NetworkShape shape, SplitMix random)
    {
        (Shape, _random) = (shape, random);
        Tables = [.. shape.Rows.Select((rows, way) => new Weights(rows, WordKeys.WidthOf(way), 0.1f, random, isTable: true))];
        int[] widths = [WordKeys.Width, .. Enumerable.Repeat(2 * shape.Units, shape.Layers)];
        _layers = [.. Enumerable.Range(0, shape.Layers).Select(l => new[] { new Lstm(widths[l], shape.Units, false, random), new Lstm(widths[l], shape.Units, true, random) })];
        _flows = [.. widths.Select(w => new Tensor(0, w))];
        _outputs = [.. widths.Skip(1).Select(w => new Tensor(0, w))];
        _flowGradients = [.. widths.Select(w => new Tensor(0, w))];
        _dropouts = [.. widths.Select((w, l) => new Dropout(w, shape.Dropped * (l == 0 ? 0.2f : 0.33f), random))];
        View = new(widths[^1], shape.Views, MathF.Sqrt(3f / widths[^1]), random);
        ViewBias = new(1, shape.Views, 0, random);
        (Views, ViewGradients) = (new(0, shape.Views), new(0, shape.Views));
        _viewDropout = new(shape.Views, shape.Dropped * 0.25f, random);
    }

    public NetworkShape Shape { get; }

    public Weights[] Tables { get; }

    public IReadOnlyList<Lstm[]> Layers => _layers;

    public Weights View { get; }

    public Weights ViewBias { get; }

    /// <summary>What was last made of each word: as a dependant and as a head of an arc, never negative, then the two for the arc's label.</summary>
    public Tensor Views { get; }

    /// <summary>The gradients of <see cref="Views"/>, to be filled before <see cref="Backward"/>.</summary>
    public Tensor ViewGradients { get; }

    public IEnumerable<Weights> All => [.. Tables, .. _layers.SelectMany(l => l).SelectMany(d => new[] { d.Input, d.Loop, d.Bias }), View, ViewBias];

    /// <param name="rows">Of each word, the row of each table.</param>
    /// <param name="sentences">The words' sentences.</param>
    /// <param name="isLearning">Whether some columns are left out.</param>
    public void Forward(ReadOnlySpan<int> rows, ReadOnlySpan<Extent> sentences, bool isLearning)
    {
        var count = rows.Length / WordKeys.Count;
        Look(rows, count);
        if (isLearning) Drop(_dropouts[0], _flows[0], sentences);
        for (var l = 0; l < _layers.Length; l++)
        {
            _outputs[l].Reset(count);
            foreach (var direction in _layers[l])
                direction.Forward(_flows[l], _outputs[l], sentences);
            _flows[l + 1].Reset(count);
            _outputs[l].Data.CopyTo(_flows[l + 1].Data);
            if (isLearning) Drop(_dropouts[l + 1], _flows[l + 1], sentences);
        }

        Views.Reset(count);
        for (var i = 0; i < count; i++)
            ViewBias.Value.Data.CopyTo(Views[i]);
        Gemm.Add(_flows[^1].Plain, View.Value.Rows, Views.Rows, count, Shape.Views, _flows[^1].Columns);
        for (var i = 0; i < count; i++)
            Rectify(Views[i][..(2 * Shape.Arc)]);
        if (isLearning) Drop(_viewDropout, Views, sentences);
        ViewGradients.Reset(count);
    }

    private static void Rectify(Span<float> values)
    {
        foreach (ref var v in values)
            v = MathF.Max(0, v);
    }

    private static void Drop(Dropout dropout, Tensor values, ReadOnlySpan<Extent> sentences)
    {
        dropout.Draw(sentences);
        dropout.Apply(values, sentences);
    }

    private void Look(ReadOnlySpan<int> rows, int count)
    {
        _flows[0].Reset(count);
        for (var i = 0; i < count; i++)
        {
            var vector = _flows[0][i];
            for (var way = 0; way < WordKeys.Count; way++)
                Sums.Add(Tables[way].Value[rows[i * WordKeys.Count + way]], vector[WordKeys.StartOf(way)..]);
        }
    }

    /// <summary>Adds to the gradients of all weights, given those of <see cref="Views"/>.</summary>
    public void Backward(ReadOnlySpan<int> rows, ReadOnlySpan<Extent> sentences)
    {
        var count = rows.Length / WordKeys.Count;
        _viewDropout.Apply(ViewGradients, sentences);
        BlockRectified(count);
        Gemm.Add(_flows[^1].Turned, ViewGradients.Rows, View.Gradient.Rows, _flows[^1].Columns, Shape.Views, count);
        for (var i = 0; i < count; i++)
            Sums.Add(ViewGradients[i], ViewBias.Gradient.Data);
        var turned = new Tensor(Shape.Views, _flows[^1].Columns);
        Lstm.Turn(View.Value, turned);
        foreach (var gradient in _flowGradients)
            gradient.Reset(count);
        Gemm.Add(ViewGradients.Plain, turned.Rows, _flowGradients[^1].Rows, count, _flows[^1].Columns, Shape.Views);
        for (var l = _layers.Length - 1; l >= 0; l--)
        {
            _dropouts[l + 1].Apply(_flowGradients[l + 1], sentences);
            foreach (var direction in _layers[l])
                direction.Backward(_flows[l], _flowGradients[l], _outputs[l], _flowGradients[l + 1], sentences);
        }

        _dropouts[0].Apply(_flowGradients[0], sentences);
        LookBack(rows, count);
    }

    private void BlockRectified(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Span<float> views = Views[i], gradients = ViewGradients[i];
            for (var c = 0; c < 2 * Shape.Arc; c++)
                if (views[c] <= 0) gradients[c] = 0;
        }
    }

    private void LookBack(ReadOnlySpan<int> rows, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var gradient = _flowGradients[0][i];
            for (var way = 0; way < WordKeys.Count; way++)
            {
                var row = rows[i * WordKeys.Count + way];
                Tables[way].Touch(row);
                Sums.Add(gradient.Slice(WordKeys.StartOf(way), WordKeys.WidthOf(way)), Tables[way].Gradient[row]);
            }
        }
    }
}

/// <summary>The sizes of a network.</summary>
/// <param name="Rows">Of each table of word vectors.</param>
/// <param name="Labels">How many relations there are.</param>
internal sealed record NetworkShape(int[] Rows, int Labels)
{
    /// <summary>Units of memory in each direction.</summary>
    public int Units { get; init; } = 128;

    public int Layers { get; init; } = 2;

    /// <summary>Width of a word as a dependant, and as a head.</summary>
    public int Arc { get; init; } = 128;

    /// <summary>Width of what tells a label.</summary>
    public int Label { get; init; } = 96;

    /// <summary>How much of the usual share of columns is left out in learning.</summary>
    public float Dropped { get; init; } = 1;

    /// <summary>Width of all that is made of a word.</summary>
    public int Views => 2 * Arc + 2 * Label;

    /// <summary>The labels' number, rounded up to what products of matrices want.</summary>
    public int LabelColumns => (Labels + 15) / 16 * 16;
}
