using Recoupe.Language;
using Recoupe.Language.Learning;
using Recoupe.Language.Parsing;
using Recoupe.Language.Tagging;
using Recoupe.Train.Learning;

namespace Recoupe.Train.Trees;

/// <summary>Trains the parser, which meets its own mistakes in training and learns to make the best of them.</summary>
internal static class ParserTrainer
{
    // A true move must lead by this much, or it is learnt again: it makes up for the few trees there are.
    private const int Margin = 12;

    // One move in this many follows the oracle even where the model would have it otherwise.
    private const ulong Guided = 10;

    /// <param name="examples">Their tags and features should be such as a tagger gives, mistakes included.</param>
    /// <param name="lexicon">The language's lexicon.</param>
    /// <param name="morphs">The numbers of the features.</param>
    /// <param name="rounds">Passes over the examples.</param>
    /// <param name="seed">Of the order of the examples.</param>
    public static byte[] Train(Example[] examples, Lexicon? lexicon, Inventory morphs, int rounds, ulong seed)
    {
        var moves = MovesOf(examples);
        var perceptron = new Perceptron(moves.Names.Length);
        var (frame, state, between, features, draft) = (new Frame(), new ParseState(), new ParseFeatures(), new FeatureSet(), new PartialTree());
        var random = new SplitMix(1);
        Rounds.Run(examples, rounds, example =>
        {
            Fill(frame, example, lexicon, morphs);
            var oracle = OracleOf(example, moves);
            state.Reset(frame.Count);
            between.Reset(frame);
            var revised = Fill(draft, example);
            while (!state.Done)
            {
                between.Collect(frame, state, revised, features);
                moves.Make(state, Learn(perceptron, features, state, moves, oracle, random));
            }
        }, seed);
        return perceptron.Write(moves.Names, least: 0.9);
    }

    /// <summary>The examples, those of the treebank whose habits are followed once more.</summary>
    public static Example[] Weighted(Example[] examples) => [.. examples, .. examples.Where(e => e.Bank == Frame.ServedBank)];

    private static PartialTree? Fill(PartialTree draft, Example example)
    {
        if (example.Draft.IsDefault) return null;
        var count = example.Words.Length;
        draft.Reset(count);
        for (var i = 0; i < count; i++)
        {
            var drafted = example.Draft[i];
            draft.Add(i, drafted.Head < 0 ? count : drafted.Head, FeatureKey.Of(drafted.Relation), drafted.Lead);
        }

        return draft;
    }

    public static void Fill(Frame frame, Example example, Lexicon? lexicon, Inventory morphs)
    {
        frame.Reset(example.Words.AsSpan(), lexicon, example.Bank);
        for (var i = 0; i < frame.Count; i++)
        {
            frame.Tag(i) = (byte)example.Words[i].Tag;
            frame.Morph(i) = (ushort)Math.Max(0, morphs.IndexOf(frame.Tag(i), example.Words[i].Features.Value ?? ""));
            frame.Lemma(i) = FeatureKey.Of(example.Words[i].Lemma);
        }
    }

    private static int Learn(Perceptron perceptron, FeatureSet features, ParseState state, Moves moves, Oracle oracle, SplitMix random)
    {
        perceptron.Step();
        Span<int> scores = stackalloc int[perceptron.ClassCount];
        perceptron.Score(features.Keys, scores);
        var guess = moves.Best(state, scores);
        var lossless = oracle.At(state);
        var truth = Best(state, moves, lossless, scores, isTrue: true);
        if (truth < 0) return guess;
        var rival = Best(state, moves, lossless, scores, isTrue: false);
        if (rival >= 0 && scores[truth] - scores[rival] < Margin) perceptron.Update(features.Keys, better: truth, worse: rival);
        if (lossless.Holds(moves, guess)) return guess;
        return random.Next() % Guided == 0 ? truth : guess;
    }

    private static int Best(ParseState state, Moves moves, Lossless lossless, ReadOnlySpan<int> scores, bool isTrue)
    {
        var best = -1;
        for (var move = 0; move < scores.Length; move++)
        {
            if ((best < 0 || scores[move] > scores[best]) && lossless.Holds(moves, move) == isTrue && moves.Allows(state, move)) best = move;
        }

        return best;
    }

    private static Moves MovesOf(Example[] examples)
    {
        var arcs = examples.SelectMany(e => e.Words.Select((w, i) => (w.Head < 0 || w.Head > i ? "L:" : "R:") + w.Relation));
        return new(["S", .. arcs.CountBy(a => a, StringComparer.Ordinal).Where(a => a.Value > 2).Select(a => a.Key).Order(StringComparer.Ordinal)]);
    }

    private static Oracle OracleOf(Example example, Moves moves) =>
        new([.. example.Words.Select(w => w.Head < 0 ? example.Words.Length : w.Head)],
            [.. example.Words.Select(w => moves.Relations.IndexOf(w.Relation))]);
}
