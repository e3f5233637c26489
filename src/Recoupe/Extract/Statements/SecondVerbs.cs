using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements;

/// <summary>
/// Second verbs of one teller that the parser hung inside what the first one tells: «a affirmé que les pompiers avaient sauvé douze bêtes et salué l'aide»,
/// "said the crews had saved twelve animals and praised the volunteers". What verbs like these tell is told by a teller, not by whoever acts in between.
/// </summary>
internal static class SecondVerbs
{
    private const int Climbs = 4;

    /// <summary>The telling above that a joined verb without a subject goes with; −1 where it goes with the clause it hangs in.</summary>
    public static int TellerOf(StatementContext prose, int verb)
    {
        var trees = prose.Trees;
        if (!trees.Is(verb, "conj") || Subjects.Own(trees, verb) >= 0 || IsTold(prose, trees[verb].Head)) return -1;
        if (HasObjectBefore(trees, verb)) return -1;
        var at = trees[verb].Head;
        for (var climb = 0; climb < Climbs && at >= 0; climb++, at = trees[at].Head)
        {
            if (at < verb && IsTold(prose, at)) return Continues(prose, at, verb, trees[verb].Head) ? at : -1;
            if (!trees.IsAny(at, "ccomp", "xcomp", "conj")) return -1;
        }

        return -1;
    }

    private static bool IsTold(StatementContext prose, int word) =>
        prose.Lexicon.Verbs.TryGetValue(prose.Trees[word].Lemma, out var tellings) && Array.Exists(tellings, t => !t.OnlyNegated && t.May(ComplementKind.That));

    private static bool HasObjectBefore(DependencyTrees trees, int verb)
    {
        if (trees.Child(verb, "mark") >= 0) return true;
        return trees.Child(verb, "expl") is >= 0 and var clitic && clitic < verb && trees[clitic].Form[0] == '-';
    }

    // It has the form that the teller's verb has, and is a finite verb in the singular where the clause between is in the plural, or the like.
    private static bool Continues(StatementContext prose, int teller, int verb, int between)
    {
        var trees = prose.Trees;
        if (trees.HasChild(verb, "aux")) return false;
        if (Subjects.Own(trees, between) < 0 || trees[verb].Features.Has("VerbForm", "Inf") || IsParticipleOf(trees, verb, "Pres")) return false;
        if (IsParticipleOf(trees, verb, "Past")) return IsParticipleOf(trees, teller, "Past") && trees.HasChild(teller, "aux") || IsPastTense(trees, teller);
        return SameTense(trees, teller, verb) && !SameTense(trees, between, verb) || !SameNumber(trees, between, verb);
    }

    private static bool IsParticipleOf(DependencyTrees trees, int word, string tense) => trees[word].Features.Has("VerbForm", "Part") && trees[word].Features.Has("Tense", tense);

    private static bool IsPastTense(DependencyTrees trees, int word) => trees[word].Features.Has("VerbForm", "Fin") && trees[word].Features.Has("Tense", "Past");

    private static bool SameTense(DependencyTrees trees, int a, int b)
    {
        foreach (var tense in (ReadOnlySpan<string>)["Past", "Pres", "Imp", "Fut"])
        {
            if (trees[a].Features.Has("Tense", tense)) return trees[b].Features.Has("Tense", tense) && IsOneForm(trees, a) == IsOneForm(trees, b);
        }

        return false;
    }

    private static bool IsOneForm(DependencyTrees trees, int word) => !trees.HasChild(word, "aux") && trees[word].Features.Has("VerbForm", "Fin");

    private static bool SameNumber(DependencyTrees trees, int clause, int verb)
    {
        var subject = Subjects.Own(trees, clause);
        return !trees[subject].Features.Has("Number", "Plur") || !trees[verb].Features.Has("Number", "Sing");
    }
}
