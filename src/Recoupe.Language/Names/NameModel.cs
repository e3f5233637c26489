using Recoupe.Language.Learning;

namespace Recoupe.Language.Names;

/// <summary>A chain of labels over the atoms of a text: a linear model of each label by its features, and of each pair of neighbours. Integer scores.</summary>
internal sealed class NameModel
{
    // Labels are found over stretches, so that memory stays bounded however long the text; a stretch ends where a sentence does, if it can.
    private const int LongestStretch = 400;
    private const int PairTemplate = 200;
    private const int Never = int.MinValue / 2;
    private const int Sure = 1 << 16;

    // A name has a capital; it may begin in small letters («tribunal correctionnel de Belfort»), and seldom ends in them.
    private const int FarthestBefore = 8;
    private const int FarthestAfter = 4;

    private readonly LinearModel _scores;
    private readonly int[] _pairs = new int[NameLabel.Count * NameLabel.Count];

    public NameModel(LinearModel scores)
    {
        _scores = scores;
        var features = new FeatureSet();
        for (var previous = 0; previous < NameLabel.Count; previous++)
        {
            features.Clear();
            AddPair(features, previous);
            scores.Score(features.Keys, _pairs.AsSpan(previous * NameLabel.Count, NameLabel.Count));
            for (var label = 0; label < NameLabel.Count; label++)
            {
                if (!NameLabel.CanFollow(previous, label))
                    _pairs[(previous * NameLabel.Count) + label] = Never;
            }
        }
    }

    /// <summary>The feature that holds the weights of what may follow a label.</summary>
    public static void AddPair(FeatureSet features, int previous) => features.Add(PairTemplate, (ulong)previous);

    /// <summary>Where the stretch ends that begins at an atom.</summary>
    public static int StretchEnd(NameContext context, int start, int longest = LongestStretch)
    {
        var limit = Math.Min(context.Text.Count, start + longest);
        if (limit == context.Text.Count)
            return limit;
        var end = limit;
        while (end > start + (longest / 2) && !context.Starts[end])
            end--;
        return context.Starts[end] ? end : limit;
    }

    /// <summary>The best label of each atom.</summary>
    public byte[] Label(NameContext context)
    {
        var labels = new byte[context.Text.Count];
        var near = NearCapitals(context.Text);
        var features = new FeatureSet();
        var scores = new int[LongestStretch * NameLabel.Count];
        var back = new byte[LongestStretch * NameLabel.Count];
        for (var start = 0; start < labels.Length;)
        {
            var end = StretchEnd(context, start);
            Array.Clear(scores);
            for (var i = start; i < end; i++)
            {
                var here = scores.AsSpan((i - start) * NameLabel.Count, NameLabel.Count);
                if (!near[i])
                {
                    here[NameLabel.Outside] = Sure;
                    continue;
                }

                NameFeatures.Collect(context, i, features);
                _scores.Score(features.Keys, here);
            }

            Decode(scores, back, labels.AsSpan(start, end - start));
            start = end;
        }

        return labels;
    }

    private static bool[] NearCapitals(NameText text)
    {
        var near = new bool[text.Count];
        var next = int.MaxValue;
        for (var i = text.Count - 1; i >= 0; i--)
        {
            next = text.IsCapital(i) ? i : next;
            near[i] = next - i <= FarthestBefore;
        }

        var last = int.MinValue / 2;
        for (var i = 0; i < text.Count; i++)
        {
            last = text.IsCapital(i) ? i : last;
            near[i] |= i - last <= FarthestAfter;
        }

        return near;
    }

    // Viterbi.
    private void Decode(int[] scores, byte[] back, Span<byte> labels)
    {
        for (var label = 0; label < NameLabel.Count; label++)
        {
            if (!NameLabel.CanBegin(label))
                scores[label] = Never;
        }

        for (var i = 1; i < labels.Length; i++)
            Step(scores.AsSpan((i - 1) * NameLabel.Count, NameLabel.Count), scores.AsSpan(i * NameLabel.Count, NameLabel.Count), back.AsSpan(i * NameLabel.Count));

        var best = BestLast(scores.AsSpan((labels.Length - 1) * NameLabel.Count, NameLabel.Count));
        for (var i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = (byte)best;
            best = back[(i * NameLabel.Count) + best];
        }
    }

    private void Step(ReadOnlySpan<int> before, Span<int> here, Span<byte> back)
    {
        for (var label = 0; label < NameLabel.Count; label++)
        {
            var (best, from) = (int.MinValue, 0);
            for (var previous = 0; previous < NameLabel.Count; previous++)
            {
                var score = Math.Max(before[previous], Never) + _pairs[(previous * NameLabel.Count) + label];
                if (score > best)
                    (best, from) = (score, previous);
            }

            here[label] = Math.Max(Never, best) + here[label];
            back[label] = (byte)from;
        }
    }

    private static int BestLast(ReadOnlySpan<int> scores)
    {
        var best = NameLabel.Outside;
        for (var label = 1; label < scores.Length; label++)
        {
            if (NameLabel.Closes(label) && scores[label] > scores[best])
                best = label;
        }

        return best;
    }
}
