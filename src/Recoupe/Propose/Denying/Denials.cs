using Recoupe.Propose.Splitting;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Wordings;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Denying;

/// <summary>
/// Clauses that say no to what others tell: <c>Non, X n'a pas été arrêté</c>, <c>la vidéo ne montre pas X</c>. They are worded positively,
/// against.
/// </summary>
internal static class Denials
{
    /// <summary>What is left after a word that says no, and whether it did.</summary>
    public static Stretch Opened(Prose prose, Stretch stretch, ref Standpoint teller)
    {
        if (prose.Words.Contraries.Find(prose, stretch, 0) is { } contrary
            && CommaAfter(prose, contrary.Words.Last, stretch.Last) is > 0 and var comma)
        {
            teller = teller with { Says = Verdict.No };
            return stretch with { First = comma + 1 };
        }

        if (prose.Words.Verdicts.Find(prose, stretch, 2) is { } verdict
            && verdict.Words.Last + 2 < stretch.Last
            && prose.Trees[verdict.Words.Last + 1].Form is ":")
        {
            teller = teller with { Says = Verdict.No };
            return stretch with { First = verdict.Words.Last + 2 };
        }

        var first = stretch.First;
        while (first < stretch.Last && !prose.IsWord(first)) first++;
        if (first + 2 > stretch.Last || prose.IsWord(first + 1)) return stretch;
        var isFalse = prose.Is(first, "false openers");
        if (!isFalse && !prose.Is(first, "no")) return stretch;
        teller = teller with { Says = isFalse ? Verdict.False : Verdict.No };
        return stretch with { First = first + 2 };
    }

    /// <summary>
    /// The teller of a clause that says no, the negation dropped from its words; <see langword="null"/> for a clause that denies nothing.
    /// </summary>
    public static Standpoint? Of(Prose prose, Clause clause, Standpoint teller, Edits edits)
    {
        if (teller.Side != Side.For) return null;
        var negated = Negations(prose, clause);
        var denies = negated.Count > 0 ? teller.Says != Verdict.None || IsShown(prose, clause) : teller.Says == Verdict.False;
        if (!denies) return null;
        foreach (var word in negated) edits.Drop(word, word);
        if (negated.Count > 0) Undo(prose, clause, edits);
        return teller with { Side = Side.Against, Certainty = Certainty.CertainlyNot };
    }

    private static int CommaAfter(Prose prose, int first, int last)
    {
        for (var word = first; word < last; word++)
        {
            if (prose.Trees[word].Form is "," or ":") return word;
        }

        return -1;
    }

    // «la vidéo ne montre pas P»: of a picture that others take for proof.
    private static bool IsShown(Prose prose, Clause clause) =>
        clause.Subject >= 0
            && prose.Words.Has("pictures", prose.Trees[clause.Subject].Lemma)
            && prose.Words.Has("showing", prose.Trees[clause.Head].Lemma);

    // «does not show»: without its negation, the verb needs no other.
    private static void Undo(Prose prose, Clause clause, Edits edits)
    {
        var support = Clauses.FiniteOf(prose.Trees, clause.Head);
        if (support < 0 || support == clause.Head || prose.Words.Forms.Changed("support", prose.Form(support), false) is not { } change)
            return;
        if (prose.Words.Forms.Changed(change, prose.Form(clause.Head), plural: false) is not { } changed) return;
        edits.Drop(support, support);
        edits.Replace(clause.Head, clause.Head, changed, null);
    }

    private static List<int> Negations(Prose prose, Clause clause)
    {
        var found = new List<int>();
        for (var word = clause.Words.First; word <= clause.Words.Last; word++)
        {
            if (!prose.Is(word, "plain negations")) continue;
            var head = prose.Trees[word].Head;
            if (head == clause.Head
                || (head >= 0 && prose.Trees[head].Head == clause.Head && prose.Trees.IsAny(head, "aux", "cop", "advmod")))
                found.Add(word);
        }

        return found;
    }
}
