using Recoupe.Language;

namespace Recoupe.Extract.Statements.Resolution;

/// <summary>
/// The conditional by which French news withholds its guarantee of what a source tells: «selon la préfecture, deux gardiens seraient dans les décombres».
/// It does so in every tense, unless a hypothesis explains it (si …), a wish does, or the past: «a dit que le pont serait fermé» is a future, seen from then.
/// What stands in quotation marks is the source's own wording, and no doubt of the article's.
/// </summary>
internal static class PressConditional
{
    private const int Climbs = 6;

    /// <summary>Whether a word is a conditional that lowers what a draft tells; <paramref name="past"/> where it is a past one (<c>aurait signé</c>).</summary>
    public static bool Lowers(StatementContext prose, StatementDraft draft, int word, bool past)
    {
        if (!prose.Trees[word].Features.Has("Mood", "Cnd") || IsOfDialogue(prose, word)) return false;
        if (past) return true;
        if (draft.Quoted || prose.QuotationOf(word) >= 0) return false;
        return !IsFutureThen(prose, draft) && !IsExplained(prose, draft, word);
    }

    private static bool IsOfDialogue(StatementContext prose, int word) =>
        prose.Trees[word].Features.Has("Person", "1") || prose.Trees[word].Features.Has("Person", "2");

    private static bool IsExplained(StatementContext prose, StatementDraft draft, int word)
    {
        var verb = prose.Trees.IsAny(word, "aux", "cop") ? prose.Trees[word].Head : word;
        return InHypothesis(prose, draft, word) || Conditions.IsWish(prose, word, verb, past: false);
    }

    private static bool InHypothesis(StatementContext prose, StatementDraft draft, int word)
    {
        for (var i = prose.SentenceStart(word); i <= prose.SentenceEnd(word); i++)
        {
            if (prose.Trees[i].Tag == PartOfSpeech.Sconj && prose.Lexicon.Function.IsIf(prose.Trees[i].Form)) return true;
        }

        return prose.Trees[prose.SentenceEnd(word)].Form == "?" && !draft.Attributed;
    }

    // «a dit que P» with P in the conditional: a future, as seen from the telling.
    private static bool IsFutureThen(StatementContext prose, StatementDraft draft)
    {
        var first = prose.Trees.WordAt(draft.Start);
        var marked = first > 0 && first < prose.Trees.Count && prose.Lexicon.Function.IsThat(prose.Trees[first - 1].Form);
        return marked && draft.CueWord >= 0 && draft.CueWord < first && IsPast(prose, draft.CueWord);
    }

    // The cue's own tense; a participle or infinitive has that of the verb it hangs on.
    private static bool IsPast(StatementContext prose, int cue)
    {
        var at = cue;
        for (var climb = 0; climb < Climbs && at >= 0; climb++, at = prose.Trees[at].Head)
        {
            var features = prose.Trees[at].Features;
            if (features.Has("Tense", "Past") || features.Has("Tense", "Imp")) return true;
            if (features.Has("VerbForm", "Fin")) return false;
        }

        return false;
    }
}
