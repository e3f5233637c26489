using Recoupe.Link.Terms;

namespace Recoupe.Link.Questions;

/// <summary>What a claim answers to a question: sides are sides on the question, whichever way the claim words it.</summary>
internal static class QuestionSide
{
    /// <param name="claim">The claim.</param>
    /// <param name="told">The telling of it that has most of what is asked.</param>
    /// <param name="asked">The question.</param>
    public static AnswerSide Of(Claim claim, ToldTerms told, ComparedSentence asked)
    {
        var sides = claim.Positions.Select(p => p.Side).ToHashSet();
        var (says, denies) = (sides.Contains(Side.For), sides.Contains(Side.Against));
        if (!says && !denies) return AnswerSide.Unknown;
        if (!AskedPredicate.IsAsked(told.Predicate, asked.Terms)) return AnswerSide.Unknown;
        if (says && denies) return AnswerSide.Depends;
        return IsTurned(claim, told, asked) == says ? AnswerSide.No : AnswerSide.Yes;
    }

    // A claim's wording is turned where its telling says the contrary of what it says without negation.
    private static bool IsTurned(Claim claim, ToldTerms told, ComparedSentence asked)
    {
        var position = claim.Positions.First(p => string.Equals(p.Proposition, told.Told.Id, StringComparison.Ordinal));
        var isWordedAsTold = (position.Side == Side.For) == (told.Told.Sign * told.Told.Orientation > 0);
        var isNegated = isWordedAsTold == (told.Told.Orientation < 0);
        var isOpposed = TermDifference.Of(told.Terms, asked.Terms).HasOpposedWords;
        return isNegated ^ asked.IsNegated ^ isOpposed;
    }
}
