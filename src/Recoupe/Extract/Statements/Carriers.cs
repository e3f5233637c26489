using Recoupe.Language;

namespace Recoupe.Extract.Statements;

/// <summary>Verbs above an infinitive of telling, by which it is done or withheld: «a tenu à préciser», «n'a pas souhaité commenter», "did not want to say".</summary>
internal static class Carriers
{
    private const int Reach = 6; // words: «n'a pas, dans l'immédiat, voulu» puts its aside before the carrier, not after it

    /// <summary>The verb that carries an infinitive; −1 where none does.</summary>
    public static int Of(StatementContext prose, int word)
    {
        var trees = prose.Trees;
        if (!IsInfinitive(trees, word) || !trees.IsAny(word, "xcomp", "ccomp", "advcl", "obj", "acl", "nmod")) return -1;
        var above = trees[word].Head;
        if (above < 0 || above > word || word - above > Reach) return -1;
        if (prose.QuotationOf(above) != prose.QuotationOf(word)) return -1;
        var function = prose.Lexicon.Function;
        return function.IsCarrier(trees[above].Lemma) || function.IsWithholding(trees[above].Lemma) || function.IsUnable(trees[above].Lemma) ? above : -1;
    }

    /// <summary>Whether a verb, or its first auxiliary, is an infinitive with no finite auxiliary over it.</summary>
    public static bool IsInfinitive(DependencyTrees trees, int word)
    {
        var infinitive = trees[word].Features.Has("VerbForm", "Inf");
        foreach (var child in trees.Children(word))
        {
            if (child > word || !trees.Is(child, "aux")) continue;
            if (trees[child].Features.Has("VerbForm", "Fin")) return false;
            infinitive |= trees[child].Features.Has("VerbForm", "Inf");
        }

        return infinitive;
    }
}
