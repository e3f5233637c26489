using Recoupe.Language;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Telling;

/// <summary>What a clause says by hearsay through its mood alone: <c>la mère aurait signé</c>, whoever tells it.</summary>
internal static class PressConditionals
{
    /// <summary>The teller of a clause in the compound conditional, no surer than it is possible; the teller itself for any other, and where a condition explains it.</summary>
    public static Standpoint Of(Prose prose, Clause clause, Standpoint teller)
    {
        var isTold = teller is { Side: Side.For, Certainty: Certainty.Certain or Certainty.Possible };
        return isTold && IsOne(prose, clause) ? teller with { Hearsay = true, Certainty = Certainty.Possible } : teller;
    }

    private static bool IsOne(Prose prose, Clause clause)
    {
        var trees = prose.Trees;
        var finite = Clauses.FiniteOf(trees, clause.Head);
        if (finite < 0 || !trees[finite].Features.Has("Mood", "Cnd") || !Arguments.IsPerfect(prose, clause.Head, finite)) return false;
        var deed = finite == clause.Head ? finite + 1 : clause.Head;
        if (prose.Words.Has("wished", trees[deed].Lemma) || IsFirst(prose, clause)) return false;
        return !Enumerable.Range(clause.Words.First, clause.Words.Last - clause.Words.First + 1).Any(w => IsCondition(prose, w));
    }

    // «s'exprimant» is no «s'ils».
    private static bool IsCondition(Prose prose, int word) => prose.Is(word, "conditions") && prose.Trees[word].Tag != PartOfSpeech.Pron;

    private static bool IsFirst(Prose prose, Clause clause) =>
        clause.Subject >= 0 && Pronouns.Of(prose.Trees.Reading.Language).Subject(prose.Trees[clause.Subject].Form) is { Person: 1 };
}
