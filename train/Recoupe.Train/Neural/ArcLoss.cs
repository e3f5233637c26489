using Recoupe.Train.Trees;

namespace Recoupe.Train.Neural;

/// <summary>Scores of all arcs of a sentence and of their labels, and how wrong they are: cross-entropy of each word's head among all words, and of its label under its true head.</summary>
internal sealed unsafe class ArcLoss
{
    private const int Pad = 16;

    private readonly Network _network;
    private readonly NetworkShape _shape;
    private readonly Tensor _asked, _askedGradients, _pairTurned, _labelTurned, _hidden, _hiddenGradients, _labels, _heads, _headGradients;
    private readonly Dictionary<int, (Tensor Scores, Tensor HeadsTurned)> _sized = [];
    private Tensor _scores, _headsTurned;

    public ArcLoss(Network network, SplitMix random)
    {
        (_network, _shape) = (network, network.Shape);
        Pair = new(_shape.Arc, _shape.Arc, MathF.Sqrt(1f / _shape.Arc) / 2, random);
        Lead = new(1, _shape.Arc, 0, random);
        Root = new(1, _shape.Arc + _shape.Label, 0.3f, random);
        Label = new(_shape.Label, _shape.LabelColumns, MathF.Sqrt(3f / _shape.Label), random);
        LabelBias = new(1, _shape.LabelColumns, 0, random);
        (_asked, _askedGradients) = (new(0, _shape.Arc), new(0, _shape.Arc));
        (_heads, _headGradients) = (new(0, _shape.Arc), new(0, _shape.Arc));
        (_scores, _headsTurned) = (new(0, Pad), new(_shape.Arc, Pad));
        _pairTurned = new(_shape.Arc, _shape.Arc);
        (_hidden, _hiddenGradients, _labels) = (new(0, _shape.Label), new(0, _shape.Label), new(0, _shape.LabelColumns));
        _labelTurned = new(_shape.LabelColumns, _shape.Label);
    }

    /// <summary>What a dependant asks of a head.</summary>
    public Weights Pair { get; }

    /// <summary>How apt a word is to be a head.</summary>
    public Weights Lead { get; }

    /// <summary>The root as a head, then for labels.</summary>
    public Weights Root { get; }

    public Weights Label { get; }

    public Weights LabelBias { get; }

    public IEnumerable<Weights> All => [Pair, Lead, Root, Label, LabelBias];

    /// <summary>Each word's score under each word and, in column <c>Count</c>, under the root.</summary>
    public Tensor Score(Extent sentence)
    {
        var count = sentence.Count;
        var columns = (count + 1 + Pad - 1) / Pad * Pad;
        (_scores, _headsTurned) = Sized(columns);
        _scores.Reset(count);
        _headsTurned.Reset(_shape.Arc);
        _asked.Reset(count);
        _heads.Reset(count + 1);
        for (var i = 0; i < count; i++)
            _network.Views[sentence.Start + i].Slice(_shape.Arc, _shape.Arc).CopyTo(_heads[i]);
        Root.Value.Data[.._shape.Arc].CopyTo(_heads[count]);
        Lstm.Turn(_heads, _headsTurned);
        Gemm.Add(new(_network.Views.At(sentence.Start), _shape.Views, 1), Pair.Value.Rows, _asked.Rows, count, _shape.Arc, _shape.Arc);
        for (var i = 0; i < count; i++)
            Sums.Add(Lead.Value.Data, _asked[i]);
        Gemm.Add(_asked.Plain, _headsTurned.Rows, _scores.Rows, count, columns, _shape.Arc);
        for (var i = 0; i < count; i++)
            _scores[i][i] = float.NegativeInfinity;
        for (var i = 0; i < count; i++)
            _scores[i][(count + 1)..].Fill(float.NegativeInfinity);
        return _scores;
    }

    private (Tensor Scores, Tensor HeadsTurned) Sized(int columns)
    {
        if (_sized.TryGetValue(columns, out var sized)) return sized;
        return _sized[columns] = (new(0, columns), new(_shape.Arc, columns));
    }

    /// <summary>Each word's score with each label under a given head; <c>Count</c> is the root.</summary>
    public Tensor Labels(Extent sentence, ReadOnlySpan<int> heads)
    {
        _hidden.Reset(sentence.Count);
        _labels.Reset(sentence.Count);
        for (var i = 0; i < sentence.Count; i++)
        {
            Span<float> own = OwnLabel(_network.Views, sentence.Start + i), above = HeadLabel(sentence, heads[i]), sum = _hidden[i];
            for (var c = 0; c < sum.Length; c++)
                sum[c] = MathF.Max(0, own[c] + above[c]);
            LabelBias.Value.Data.CopyTo(_labels[i]);
        }

        Gemm.Add(_hidden.Plain, Label.Value.Rows, _labels.Rows, sentence.Count, _shape.LabelColumns, _shape.Label);
        foreach (var i in Enumerable.Range(0, sentence.Count))
            _labels[i][_shape.Labels..].Fill(float.NegativeInfinity);
        return _labels;
    }

    private Span<float> OwnLabel(Tensor views, int word) => views[word].Slice(2 * _shape.Arc, _shape.Label);

    private Span<float> HeadLabel(Extent sentence, int head) =>
        head == sentence.Count ? Root.Value.Data[_shape.Arc..] : _network.Views[sentence.Start + head][(2 * _shape.Arc + _shape.Label)..];

    private Span<float> HeadLabelGradient(Extent sentence, int head) =>
        head == sentence.Count ? Root.Gradient.Data[_shape.Arc..] : _network.ViewGradients[sentence.Start + head][(2 * _shape.Arc + _shape.Label)..];

    /// <summary>Adds a sentence's gradients to the network's views and to its own weights; gives its loss.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="heads">The true heads; <c>Count</c> is the root.</param>
    /// <param name="labels">The true labels; −1 where it is not learnt.</param>
    /// <param name="weight">What the loss is multiplied by.</param>
    public double Learn(Extent sentence, ReadOnlySpan<int> heads, ReadOnlySpan<int> labels, float weight)
    {
        var loss = Softmax(Score(sentence), heads, weight);
        BackArcs(sentence);
        loss += Softmax(Labels(sentence, heads), labels, weight);
        BackLabels(sentence, heads);
        return loss;
    }

    // Turns scores into gradients.
    private static double Softmax(Tensor scores, ReadOnlySpan<int> truth, float weight)
    {
        var loss = 0.0;
        for (var i = 0; i < scores.Count; i++)
        {
            var row = scores[i];
            if (truth[i] < 0)
            {
                row.Clear();
                continue;
            }

            var (most, sum) = (float.NegativeInfinity, 0f);
            foreach (var s in row)
                most = MathF.Max(most, s);
            foreach (ref var s in row)
                sum += s = MathF.Exp(s - most);
            foreach (ref var s in row)
                s *= weight / sum;
            loss -= Math.Log(Math.Max(1e-9, row[truth[i]] / weight));
            row[truth[i]] -= weight;
        }

        return loss;
    }

    private void BackArcs(Extent sentence)
    {
        var count = sentence.Count;
        _askedGradients.Reset(count);
        _headGradients.Reset(count + 1);
        Gemm.Add(new(_scores.Start, _scores.Columns, 1), _heads.Rows, _askedGradients.Rows, count, _shape.Arc, count + 1);
        Gemm.Add(new(_scores.Start, 1, _scores.Columns), _asked.Rows, _headGradients.Rows, count + 1, _shape.Arc, count);
        Lstm.Turn(Pair.Value, _pairTurned);
        var views = _network.ViewGradients;
        Gemm.Add(_askedGradients.Plain, _pairTurned.Rows, new(views.At(sentence.Start), _shape.Views), count, _shape.Arc, _shape.Arc);
        Gemm.Add(new(_network.Views.At(sentence.Start), 1, _shape.Views), _askedGradients.Rows, Pair.Gradient.Rows, _shape.Arc, _shape.Arc, count);
        for (var i = 0; i < count; i++)
        {
            Sums.Add(_askedGradients[i], Lead.Gradient.Data);
            Sums.Add(_headGradients[i], views[sentence.Start + i][_shape.Arc..]);
        }

        Sums.Add(_headGradients[count], Root.Gradient.Data);
    }

    private void BackLabels(Extent sentence, ReadOnlySpan<int> heads)
    {
        Lstm.Turn(Label.Value, _labelTurned);
        _hiddenGradients.Reset(sentence.Count);
        Gemm.Add(_labels.Plain, _labelTurned.Rows, _hiddenGradients.Rows, sentence.Count, _shape.Label, _shape.LabelColumns);
        Gemm.Add(_hidden.Turned, _labels.Rows, Label.Gradient.Rows, _shape.Label, _shape.LabelColumns, sentence.Count);
        for (var i = 0; i < sentence.Count; i++)
        {
            Sums.Add(_labels[i], LabelBias.Gradient.Data);
            Span<float> gradient = _hiddenGradients[i], hidden = _hidden[i];
            for (var c = 0; c < gradient.Length; c++)
                if (hidden[c] <= 0) gradient[c] = 0;
            Sums.Add(gradient, OwnLabel(_network.ViewGradients, sentence.Start + i));
            Sums.Add(gradient, HeadLabelGradient(sentence, heads[i]));
        }
    }
}
