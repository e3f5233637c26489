using Recoupe.Language;
using Recoupe.Propose.Referents;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Telling;

/// <summary>What sort of thing a clause puts forward: the first that fits of wish, act, forecast, figure, opinion, fact.</summary>
internal static class Kinds
{
    public static PropositionKind Of(Prose prose, Clause clause, Standpoint teller, Antecedent? subject)
    {
        var tense = Arguments.TenseOf(prose, clause.Head, teller.Hearsay);
        if (IsWish(prose, clause, teller)) return PropositionKind.Wish;
        if (IsAct(clause, teller, subject, tense)) return PropositionKind.Act;
        if (tense == Tense.Future || Has(prose, clause, "hoped") || IsFeared(prose, teller)) return PropositionKind.Forecast;
        if (MayReach(prose, clause, teller)) return PropositionKind.Forecast;
        if (IsFigure(prose, clause)) return PropositionKind.Figure;
        return IsOpinion(prose, clause, teller) ? PropositionKind.Opinion : PropositionKind.Fact;
    }

    private static bool IsWish(Prose prose, Clause clause, Standpoint teller) =>
        prose.Words.Has("obligations", prose.Trees[clause.Head].Lemma)
        || prose.Trees.Children(clause.Head).Any(c => prose.Trees.Is(c, "aux") && prose.Words.Has("obligations", prose.Trees[c].Form))
        || prose.CueIs(teller.Statement, "hopes");

    private static bool IsAct(Clause clause, Standpoint teller, Antecedent? subject, Tense tense)
    {
        if (teller.Statement is null || clause.Head < 0) return false;
        if (teller.Stance == Stance.Announces && tense != Tense.Past) return true;
        var own = subject is not null && (Same(subject, teller.Who) || Same(subject, teller.Group));
        return own && (tense == Tense.Future || teller.Stance is Stance.Announces or Stance.Warns);
    }

    private static bool Same(Antecedent a, Antecedent? b) =>
        b is not null && string.Equals(a.Words, b.Words, StringComparison.OrdinalIgnoreCase);

    // «le bilan pourrait atteindre 20 000 morts»: what a number may come to is no count.
    private static bool MayReach(Prose prose, Clause clause, Standpoint teller)
    {
        var predicate = Arguments.PredicateOf(prose, clause, teller.Hearsay);
        return predicate.Modal is { } modal && prose.Words.Has("chances", modal) && prose.Words.Has("reaching", predicate.Lemma);
    }

    private static bool IsFeared(Prose prose, Standpoint teller) => prose.CueIs(teller.Statement, "fears");

    // The number is the point where what the predicate is about is counted.
    private static bool IsFigure(Prose prose, Clause clause)
    {
        var trees = prose.Trees;
        var core = trees.Children(clause.Head).Where(c => trees.IsAny(c, "nsubj", "obj"));
        if (trees.HasChild(clause.Head, "cop")) core = core.Append(clause.Head);
        return core.Any(c => clause.Words.Contains(c) && IsNumber(prose, c));
    }

    private static bool IsNumber(Prose prose, int word) =>
        prose.Trees[word].Tag == PartOfSpeech.Num || prose.Trees.HasChild(word, "nummod") || IsCounted(prose, word);

    private static bool IsCounted(Prose prose, int word) =>
        prose.FiguresIn(prose.Trees.Span(prose.Trees.First(word), prose.Trees.Last(word))).Any(f => f.Measure is not null
            && f.Min + (f.Max ?? f.Min) > 2);

    private static bool IsOpinion(Prose prose, Clause clause, Standpoint teller)
    {
        if (prose.CueIs(teller.Statement, "judgements")) return true;
        if (!prose.Trees.HasChild(clause.Head, "cop")) return Has(prose, clause, "values");
        return prose.Trees[clause.Head].Tag == PartOfSpeech.Adj
            ? !prose.Words.Has("states", prose.Trees[clause.Head].Lemma)
            : Has(prose, clause, "values");
    }

    private static bool Has(Prose prose, Clause clause, string list) =>
        Enumerable.Range(clause.Words.First, clause.Words.Last - clause.Words.First + 1)
            .Any(w => prose.Words.Has(list, prose.Trees[w].Lemma)
            && (w == clause.Head || prose.Trees[w].Head == clause.Head));
}
