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

    /// <summary>
    /// The participle that another goes on with: «leur disant que P mais leur ordonnant de Q», "warning that P and asking them to Q";
    /// −1 where none stands before it in the sentence. Both are of one teller, wherever the parser hung the second.
    /// </summary>
    public static int ParticipleBefore(StatementContext prose, int verb)
    {
        var trees = prose.Trees;
        if (!IsGerund(trees, verb) || Subjects.Own(trees, verb) >= 0 || !FollowsConjunction(prose, verb)) return -1;
        for (var at = verb - 1; at > prose.SentenceStart(verb); at--)
        {
            if (IsGerund(trees, at) && prose.QuotationOf(at) == prose.QuotationOf(verb) && IsTold(prose, at)) return at;
        }

        return -1;
    }

    // «… mais leur ordonnant»: a pronoun, which taggers also call a determiner, or an adverb may stand between.
    private static bool FollowsConjunction(StatementContext prose, int verb)
    {
        var at = verb - 1;
        while (at > prose.SentenceStart(verb) && prose.Trees[at].Tag is PartOfSpeech.Pron or PartOfSpeech.Det or PartOfSpeech.Adv) at--;
        return at >= prose.SentenceStart(verb) && prose.Trees[at].Tag == PartOfSpeech.Cconj;
    }

    private static bool IsGerund(DependencyTrees trees, int word) =>
        trees[word].Features.Has("VerbForm", "Ger") || IsParticipleOf(trees, word, "Pres");

    private static bool IsTold(StatementContext prose, int word) =>
        prose.Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux
            && prose.Lexicon.Verbs.TryGetValue(prose.Trees[word].Lemma, out var tellings)
            && Array.Exists(tellings, t => !t.OnlyNegated && t.May(ComplementKind.That));

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
        if (SubjectOf(trees, between) < 0 || IsParticipleOf(trees, verb, "Pres")) return false;
        if (trees[verb].Features.Has("VerbForm", "Inf")) return IsPluralTakenForInfinitive(trees, teller, verb, between);
        if (IsParticipleOf(trees, verb, "Past")) return IsParticipleOf(trees, teller, "Past") && trees.HasChild(teller, "aux") || IsPastTense(trees, teller);
        return SameTense(trees, teller, verb) && !SameTense(trees, between, verb) || !SameNumber(trees, between, verb);
    }

    // "They claimed Carver was a spy and say he fled": joined to a finite verb without "to", and many tell.
    private static bool IsPluralTakenForInfinitive(DependencyTrees trees, int teller, int verb, int between)
    {
        var isBare = !trees.HasChild(verb, "mark") && string.Equals(trees[verb].Form, trees[verb].Lemma, StringComparison.Ordinal);
        var isJoinedToFinite = Subjects.IsFinite(trees, between) && !trees[between].Features.Has("VerbForm", "Inf");
        return isBare && isJoinedToFinite && Subjects.Own(trees, teller) is >= 0 and var many && trees[many].Features.Has("Number", "Plur");
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
        var subject = SubjectOf(trees, clause);
        if (trees[subject].Features.Has("Number", "Plur")) return !trees[verb].Features.Has("Number", "Sing");
        var isOne = trees[subject].Features.Has("Number", "Sing") && !trees.HasChild(subject, "conj");
        return !isOne || !trees[verb].Features.Has("Number", "Plur");
    }

    // "claimed Carver was a spy": of a clause without a mark, what the parser took for the telling's object.
    private static int SubjectOf(DependencyTrees trees, int clause)
    {
        if (Subjects.Own(trees, clause) is >= 0 and var own) return own;
        return trees.Is(clause, "xcomp") ? trees.Child(trees[clause].Head, "obj") : -1;
    }
}
