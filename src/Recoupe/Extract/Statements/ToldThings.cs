using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements;

/// <summary>A noun for a thing told, and the clause that tells it.</summary>
/// <param name="Noun">The noun.</param>
/// <param name="Opener">The word that opens the clause: a conjunction, a relative, a participle.</param>
/// <param name="First">The clause's first word.</param>
/// <param name="Telling">The entry of the verb that rejects it.</param>
internal readonly record struct ToldThing(int Noun, int Opener, int First, CueEntry Telling);

/// <summary>
/// Things told that somebody denies or doubts, with what they tell: «dément les informations selon lesquelles P», «a rejeté des articles affirmant que P»,
/// "denied reports that P", "rejected claims suggesting P".
/// </summary>
internal static class ToldThings
{
    private const int Near = 8; // words from the verb to the noun: «a fermement rejeté, lundi, les informations»
    private const int Reach = 12; // words from the noun to its clause: "claims made by domestic and international media that P"

    /// <summary>What a verb that denies or doubts has for its object; <see langword="null"/> where that is no thing told, or its clause does not stand there.</summary>
    public static ToldThing? Find(StatementContext prose, Cue cue)
    {
        if (cue.Passive || Array.Find(cue.Tellings, t => t.Effect.Stance is Stance.Denies or Stance.Doubts) is not { } telling) return null;
        if (NounAfter(prose, cue) is not (>= 0 and var noun)) return null;
        var end = Math.Min(noun + Reach, prose.SentenceEnd(noun) - 1);
        for (var word = noun + 1; word <= end; word++)
        {
            if (prose.QuotationOf(word) != prose.QuotationOf(noun) || prose.Trees[word].Form is ";" or ":" or ".") return null;
            if (ClauseFrom(prose, word) is >= 0 and var first) return first < prose.SentenceEnd(noun) ? new(noun, word, first, telling) : null;
            if (prose.Trees[word].Features.Has("VerbForm", "Fin")) return null;
        }

        return null;
    }

    private static int NounAfter(StatementContext prose, Cue cue)
    {
        var end = Math.Min(cue.Last + Near, prose.SentenceEnd(cue.Word) - 1);
        for (var word = cue.Last + 1; word <= end; word++)
        {
            var isTold = IsTold(prose, word);
            if (isTold && prose.QuotationOf(word) == prose.QuotationOf(cue.Word)) return word;
            if (prose.Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj && !prose.Trees[word].Features.Has("VerbForm", "Part")) return -1;
            if (prose.Trees[word].Form is ";" or ":") return -1;
        }

        return -1;
    }

    private static bool IsTold(StatementContext prose, int word)
    {
        var lemma = prose.Trees[word].Lemma;
        if (prose.Trees[word].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) return false;
        return prose.Lexicon.Function.IsPublication(lemma) || (prose.Lexicon.Nouns.TryGetValue(lemma, out var tellings) && Array.Exists(tellings, t => t.May(ComplementKind.That)));
    }

    // The first word of the clause that a word opens; −1 where it opens none.
    private static int ClauseFrom(StatementContext prose, int word)
    {
        var (trees, function) = (prose.Trees, prose.Lexicon.Function);
        var next = word + 1;
        if (function.IsWhereby(trees[word].Form) && !function.IsThat(trees[word].Form)) return next;
        // «les informations que publie X» and "claims that circulate" are relative clauses.
        if (function.IsThat(trees[word].Form)) return trees[next].Features.Has("VerbForm", "Fin") && trees[next].Tag == PartOfSpeech.Verb && !IsBeforeNoun(prose, next) ? -1 : next;
        if (!function.IsClaiming(trees[word].Form)) return -1;
        if (function.IsClaimingTail(trees[next].Form)) next++;
        if (function.IsThat(trees[next].Form)) return next + 1;
        // "suggesting the boat was towed"; «faisant état d'un remorquage».
        return function.IsBareClaiming(trees[word].Form) || function.IsOf(trees[next].Lemma) ? next + (function.IsOf(trees[next].Lemma) ? 1 : 0) : -1;
    }

    // "that Carver had left": a name may be taken for a verb, a verb before a noun of its own may be inverted.
    private static bool IsBeforeNoun(StatementContext prose, int word) => char.IsUpper(prose.Trees[word].Form[0]);
}
