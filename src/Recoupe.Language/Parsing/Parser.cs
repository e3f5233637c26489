using Recoupe.Language.Learning;
using Recoupe.Language.Tagging;

namespace Recoupe.Language.Parsing;

/// <summary>Builds a sentence's tree by a series of moves, each the best by its score: two moves a word, so time grows with length.</summary>
internal sealed class Parser(IScorer scorer, Moves moves)
{
    /// <summary>Leaves the tree in <paramref name="state"/>.</summary>
    public void Parse(Frame frame, ParseState state, ParseFeatures between, FeatureSet features)
    {
        Span<int> scores = stackalloc int[scorer.ClassCount];
        state.Reset(frame.Count);
        between.Reset(frame);
        while (!state.Done)
        {
            between.Collect(frame, state, features);
            scores.Clear();
            scorer.Score(features.Keys, scores);
            moves.Make(state, moves.Best(state, scores));
        }
    }

    public string Relation(int label) => moves.Relations[label];
}
