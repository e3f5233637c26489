using Recoupe.Language;
using Recoupe.Language.Parsing.Neural;
using Recoupe.Language.Tagging;
using Recoupe.Train.Trees;

namespace Recoupe.Train.Neural;

/// <summary>Trains a network that finds trees. One thread, seeded, ordered sums: twice the same weights on one kind of processor.</summary>
internal sealed class TreeNetTrainer
{
    private const int BatchWords = 400;
    private const float Rate = 0.003f, ClipNorm = 5;

    // A word's own row is left out this often, so that its kind is learnt from too.
    private const float OwnDropped = 0.2f;

    private readonly string[] _relations;
    private readonly Dictionary<ulong, int>[] _vocabularies;
    private readonly Network _network;
    private readonly ArcLoss _loss;
    private readonly SplitMix _random;
    private readonly NetSentence[] _sentences;

    public TreeNetTrainer(Example[] examples, Lexicon? lexicon, Inventory morphs, ulong seed)
    {
        _random = new(seed);
        _relations = [.. examples.SelectMany(e => e.Words).Select(w => w.Relation).CountBy(r => r, StringComparer.Ordinal).Where(r => r.Value > 2).Select(r => r.Key).Order(StringComparer.Ordinal)];
        var keys = examples.Select(e => KeysOf(e, lexicon, morphs)).ToArray();
        _vocabularies = [.. Enumerable.Range(0, WordKeys.Count).Select(way => Vocabulary(keys, way))];
        _network = new(new([.. _vocabularies.Select(v => v.Count + 1)], _relations.Length), _random);
        _loss = new(_network, _random);
        _sentences = [.. examples.Select((e, i) => SentenceOf(e, keys[i]))];
    }

    public Network Network => _network;

    public ArcLoss Loss => _loss;

    public IReadOnlyList<string> Relations => _relations;

    public IReadOnlyList<Dictionary<ulong, int>> Vocabularies => _vocabularies;

    private IEnumerable<Weights> All => [.. _network.All, .. _loss.All];

    public static ulong[] KeysOf(Example example, Lexicon? lexicon, Inventory morphs)
    {
        var frame = new Frame();
        ParserTrainer.Fill(frame, example, lexicon, morphs);
        var keys = new ulong[frame.Count * WordKeys.Count];
        for (var i = 0; i < frame.Count; i++)
            WordKeys.Collect(frame, i, keys.AsSpan(i * WordKeys.Count, WordKeys.Count));
        return keys;
    }

    // Row 0 stands for what is not in a table.
    private static Dictionary<ulong, int> Vocabulary(ulong[][] keys, int way)
    {
        var seen = keys.SelectMany(k => Enumerable.Range(0, k.Length / WordKeys.Count).Select(i => k[i * WordKeys.Count + way])).CountBy(k => k);
        return seen.Where(k => k.Value > 1).Select(k => k.Key).Order().Select((k, i) => (k, i)).ToDictionary(p => p.k, p => p.i + 1);
    }

    public NetSentence SentenceOf(Example example, ulong[] keys) =>
        new([.. keys.Select((k, i) => _vocabularies[i % WordKeys.Count].GetValueOrDefault(k))],
            [.. example.Words.Select(w => w.Head < 0 ? example.Words.Length : w.Head)],
            [.. example.Words.Select(w => Array.IndexOf(_relations, w.Relation))]);

    /// <summary>Passes over the examples; the rate falls to nothing at the end.</summary>
    /// <param name="epochs">How many passes.</param>
    /// <param name="first">The pass to begin with.</param>
    /// <param name="after">What is done after each.</param>
    public void Train(int epochs, int first, Action<int, double> after)
    {
        var step = 0;
        for (var epoch = first; epoch < epochs; epoch++)
        {
            var order = new SplitMix(Rounds.Seed + (ulong)epoch);
            var (loss, words, done) = (0.0, 0, 0);
            var batches = Batches(order);
            foreach (var batch in batches)
            {
                var progress = (epoch + (double)done++ / batches.Count) / epochs;
                loss += Learn(batch, (float)(Rate * Math.Min(1, progress * epochs * 4 + 0.05) * 0.5 * (1 + Math.Cos(Math.PI * progress))), ++step);
                words += batch.Sum(s => s.Heads.Length);
            }

            after(epoch, loss / words);
        }
    }

    private List<NetSentence[]> Batches(SplitMix order)
    {
        NetSentence[] shuffled = [.. _sentences];
        order.Shuffle(shuffled);
        var (batches, batch, words) = (new List<NetSentence[]>(), new List<NetSentence>(), 0);
        foreach (var sentence in shuffled)
        {
            batch.Add(sentence);
            words += sentence.Heads.Length;
            if (words < BatchWords) continue;
            batches.Add([.. batch]);
            batch.Clear();
            words = 0;
        }

        if (batch.Count > 0) batches.Add([.. batch]);
        return batches;
    }

    private double Learn(NetSentence[] batch, float rate, int step)
    {
        var (rows, extents) = Join(batch);
        DropOwn(rows);
        _network.Forward(rows, extents, isLearning: true);
        var loss = 0.0;
        var weight = 1f / (rows.Length / WordKeys.Count);
        for (var i = 0; i < batch.Length; i++)
            loss += _loss.Learn(extents[i], batch[i].Heads, batch[i].Labels, weight);
        _network.Backward(rows, extents);
        var norm = Math.Sqrt(All.Sum(w => w.Norm()));
        var scale = (float)Math.Min(1, ClipNorm / norm);
        foreach (var weights in All)
            weights.Step(rate, scale, step);
        return loss;
    }

    private void DropOwn(int[] rows)
    {
        for (var at = 0; at < rows.Length; at += WordKeys.Count)
        {
            if (_random.Unit() >= OwnDropped) continue;
            rows.AsSpan(at, WordKeys.OwnWays).Clear();
        }
    }

    public static (int[] Rows, Extent[] Extents) Join(IReadOnlyList<NetSentence> batch)
    {
        var extents = new Extent[batch.Count];
        var start = 0;
        for (var i = 0; i < batch.Count; i++)
        {
            extents[i] = new(start, batch[i].Heads.Length);
            start += batch[i].Heads.Length;
        }

        return ([.. batch.SelectMany(s => s.Rows)], extents);
    }

    public void Save(string path, int epoch)
    {
        using (var to = new BinaryWriter(File.Create(path + ".new")))
        {
            to.Write(epoch);
            foreach (var weights in All)
                weights.Save(to);
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    public int Restore(string path)
    {
        using var from = new BinaryReader(File.OpenRead(path));
        var epoch = from.ReadInt32();
        foreach (var weights in All)
            weights.Restore(from);
        return epoch;
    }
}

/// <summary>A sentence as a network learns it.</summary>
/// <param name="Rows">Of each word, the row of each table.</param>
/// <param name="Heads">Of each word; its number of words for the root.</param>
/// <param name="Labels">Of each word; −1 where it is not learnt.</param>
internal sealed record NetSentence(int[] Rows, int[] Heads, int[] Labels);
