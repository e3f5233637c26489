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
        var number = AskedNumber.In(asked)?.Of(told);
        if (number is null ? !IsOfOneThing(told, asked) : number == NumberTold.None) return AnswerSide.Unknown;
        if (number == NumberTold.Other) return OfOther(told, says);
        return says && denies ? OfBoth(claim, told, asked) : Said(claim, told, asked, says);
    }

    // Of a claim with two sides, the one that more voices take.
    private static AnswerSide OfBoth(Claim claim, ToldTerms told, ComparedSentence asked)
    {
        var order = claim.Independent.For.CompareTo(claim.Independent.Against);
        return order == 0 ? AnswerSide.Depends : Said(claim, told, asked, says: order > 0);
    }

    private static AnswerSide Said(Claim claim, ToldTerms told, ComparedSentence asked, bool says) =>
        IsTurned(claim, told, asked) == says ? AnswerSide.No : AnswerSide.Yes;

    // Who gives another number says that it is not this one; whoever denies another, or foretells one, says nothing of it.
    private static AnswerSide OfOther(ToldTerms told, bool says)
    {
        var proposition = told.Told.Proposition;
        var isOpen = proposition.Kind == PropositionKind.Forecast || proposition.Certainty is Certainty.Possible or Certainty.Probable;
        if (isOpen) return AnswerSide.Depends;
        return says ? AnswerSide.No : AnswerSide.Unknown;
    }

    private static bool IsOfOneThing(ToldTerms told, ComparedSentence asked) =>
        AskedPredicate.IsAsked(told.Predicate, asked.Terms) && IsOfOneSubject(told, asked);

    // What somebody else does, to somebody else, is no answer.
    private static bool IsOfOneSubject(ToldTerms told, ComparedSentence asked)
    {
        if (asked.Told.Select(t => (Term?)t.Term).FirstOrDefault(t => IsNamed(t!.Value)) is not { } who) return true;
        return !told.Subject.Terms.Any(IsNamed) || told.Subject.Terms.Contains(who) || told.Object.Terms.Contains(who);
    }

    private static bool IsNamed(Term term) => term.Kind is TermKind.Name or TermKind.State;

    // A claim's wording is turned where its telling says the contrary of what it says without negation.
    private static bool IsTurned(Claim claim, ToldTerms told, ComparedSentence asked)
    {
        var position = claim.Positions.First(p => string.Equals(p.Proposition, told.Told.Id, StringComparison.Ordinal));
        var isWordedAsTold = (position.Side == Side.For) == (told.Told.Sign * told.Told.Orientation > 0);
        var isNegated = isWordedAsTold == told.Told.IsTurned;
        var isOpposed = TermDifference.Of(told.Terms, asked.Terms).HasOpposedWords;
        return isNegated ^ asked.IsNegated ^ isOpposed;
    }
}
