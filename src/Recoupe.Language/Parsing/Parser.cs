using Recoupe.Language.Learning;
using Recoupe.Language.Tagging;

namespace Recoupe.Language.Parsing;

/// <summary>Builds a sentence's tree by a series of moves, each the best by its score: two moves a word, so time grows with length.</summary>
internal sealed class Parser(IScorer scorer, Moves moves)
{
    /// <summary>Leaves the tree in <paramref name="state"/>; a parser trained to revise is given the tree to be revised.</summary>
    public void Parse(Frame frame, ParseState state, ParseFeatures between, FeatureSet features, PartialTree? draft = null)
    {
        Span<int> scores = stackalloc int[scorer.ClassCount];
        state.Reset(frame.Count);
        state.Hold(frame);
        between.Reset(frame);
        while (!state.Done)
        {
            between.Collect(frame, state, draft, features);
            scores.Clear();
            scorer.Score(features.Keys, scores);
            var move = moves.Best(state, scores, out var lead);
            if (move != Moves.Shift) state.Mark(lead);
            moves.Make(state, move);
        }
    }

    /// <summary>A key of each relation, by label.</summary>
    public ReadOnlySpan<ulong> LabelKeys => moves.LabelKeys.AsSpan();

    public string Relation(int label) => moves.Relations[label];
}
