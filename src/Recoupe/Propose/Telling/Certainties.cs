using Recoupe.Language;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Telling;

/// <summary>How sure a teller presents one of several clauses to be.</summary>
internal static class Certainties
{
    /// <summary>As of the whole, unless a hedge in the one lowered the other.</summary>
    public static Certainty Of(Prose prose, Clause clause, Standpoint teller, bool alone)
    {
        if (teller.Side != Side.For || teller.IsFramed) return teller.Certainty;
        var hedge = HedgeOf(prose, clause);
        if (teller.Certainty == Certainty.Certain) return hedge ?? Certainty.Certain;
        if (teller.Certainty is not (Certainty.Probable or Certainty.Possible)) return teller.Certainty;
        if (alone && teller.Whole)
            return IsOpinion(prose, teller) || hedge is null ? teller.Certainty : Lower(hedge.Value, teller.Certainty);
        return hedge ?? (IsOpinion(prose, teller) || teller.Hearsay ? teller.Certainty : Certainty.Certain);
    }

    private static bool IsNear(DependencyTrees trees, int word, int predicate)
    {
        var head = trees[word].Head;
        if (word == predicate || head == predicate) return true;
        return head >= 0 && trees[head].Head == predicate && trees.IsAny(head, "advmod", "aux", "cop");
    }

    private static Certainty Lower(Certainty a, Certainty b) => a == Certainty.Possible || b == Certainty.Possible ? Certainty.Possible : a;

    // «estime», «craint»: it is the telling that lowers all that it tells.
    private static bool IsOpinion(Prose prose, Standpoint teller) => prose.CueIs(teller.Statement, "beliefs");

    // Only what hangs on the predicate itself: «pense que P pourrait» is sure of the thinking.
    private static Certainty? HedgeOf(Prose prose, Clause clause)
    {
        var trees = prose.Trees;
        Certainty? found = null;
        for (var word = clause.Words.First; word <= clause.Words.Last; word++)
        {
            if (!IsNear(trees, word, clause.Head) || prose.Words.Hedges.Find(prose, new(word, clause.Words.Last), 0)?.Effect.Certainty is not { } certainty) continue;
            if (found is null || certainty is Certainty.Possible) found = certainty;
        }

        return found;
    }
}
