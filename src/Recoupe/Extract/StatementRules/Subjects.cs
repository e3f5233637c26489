using Recoupe.Language;

namespace Recoupe.Extract.StatementRules;

/// <summary>Finds the word that names who does what a verb says.</summary>
internal static class Subjects
{
    private const int Climbs = 6;
    private const int Near = 12;

    /// <summary>The head of the subject, or of the agent of a passive; −1 where there is none.</summary>
    public static int Of(Prose prose, Cue cue) => cue.Passive ? Agent(prose, cue.Word) : Subject(prose, cue.Word);

    /// <summary>Whether the verb has a subject of its own.</summary>
    public static int Own(Trees trees, int verb)
    {
        foreach (var child in trees.Children(verb))
        {
            if (trees.Is(child, "nsubj") || (trees.Is(child, "csubj") && trees[child].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn)) return child;
        }

        return -1;
    }

    /// <summary>The doer of a passive; −1 where it names none.</summary>
    public static int Agent(Prose prose, int verb)
    {
        foreach (var child in prose.Trees.Children(verb))
        {
            if (child > verb && (prose.Trees.Is(child, "obl:agent") || (prose.Trees.Is(child, "obl") && HasCase(prose, child)))) return child;
        }

        return -1;
    }

    private static bool HasCase(Prose prose, int noun)
    {
        var mark = prose.Trees.Child(noun, "case");
        return mark >= 0 && prose.Lexicon.Function.IsAgent(prose.Trees[mark].Form);
    }

    // A verb without a subject takes that of the verb it hangs on, or the noun it qualifies.
    private static int Subject(Prose prose, int verb)
    {
        var trees = prose.Trees;
        var at = verb;
        for (var climb = 0; climb < Climbs && at >= 0; climb++)
        {
            if (Own(trees, at) is var own and >= 0) return Antecedent(prose, at, own);
            if (trees.Is(at, "acl")) return trees[at].Head;
            if (climb == 0 && Inverted(prose, verb) is var inverted and >= 0) return inverted;
            if (!trees.IsAny(at, "conj", "xcomp", "advcl", "parataxis", "ccomp", "dep")) return -1;
            at = trees[at].Head;
        }

        return -1;
    }

    private static int Antecedent(Prose prose, int verb, int subject)
    {
        if (prose.Lexicon.Pronouns.Of(prose.Trees[subject].Form)?.Role != PronounRole.Relative) return subject;
        return prose.Trees.Is(verb, "acl") || prose.Trees.Is(verb, "advcl") ? prose.Trees[verb].Head : AboveConjuncts(prose.Trees, verb, subject);
    }

    private static int AboveConjuncts(Trees trees, int verb, int subject)
    {
        var at = verb;
        while (at >= 0 && trees.Is(at, "conj")) at = trees[at].Head;
        return at >= 0 && trees.Is(at, "acl") ? trees[at].Head : subject;
    }

    // Where the parser took the subject of an inversion for something else: the noun right after the verb («a déclaré Kirby»).
    private static int Inverted(Prose prose, int verb)
    {
        var trees = prose.Trees;
        if (!IsFinite(trees, verb) || trees.Is(verb, "conj")) return -1;
        var end = Math.Min(verb + Near, trees.Sentence(verb).EndWord - 1);
        for (var i = verb + 1; i <= end; i++)
        {
            if (trees[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn && trees[i].Head == verb && !trees.HasChild(i, "case") && !trees.Is(i, "obl")) return i;
            if (trees[i].Tag is PartOfSpeech.Punct or PartOfSpeech.Verb or PartOfSpeech.Sconj) return -1;
        }

        return -1;
    }

    /// <summary>Whether a verb, or an auxiliary of it, is finite.</summary>
    public static bool IsFinite(Trees trees, int verb)
    {
        if (trees[verb].Features.Has("VerbForm", "Fin")) return true;
        foreach (var child in trees.Children(verb))
        {
            if (trees.IsAny(child, "aux", "cop") && trees[child].Features.Has("VerbForm", "Fin")) return true;
        }

        return false;
    }
}
