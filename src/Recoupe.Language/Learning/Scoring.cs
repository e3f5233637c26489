namespace Recoupe.Language.Learning;

internal static class Scoring
{
    /// <summary>The class with the highest score; the first of equals.</summary>
    public static int Best(this IScorer scorer, ReadOnlySpan<ulong> features) => scorer.Best(features, scorer.ClassCount);

    /// <summary>The class with the highest score among the first <paramref name="count"/>; the first of equals.</summary>
    public static int Best(this IScorer scorer, ReadOnlySpan<ulong> features, int count)
    {
        Span<int> scores = stackalloc int[256];
        scores = scores[..scorer.ClassCount];
        scorer.Score(features, scores);
        return Best(scores[..count]);
    }

    public static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }

        return best;
    }
}
