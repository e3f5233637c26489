using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements;

/// <summary>Sources given by where something is read or heard, the subject being nobody: «lit-on dans le rapport», «a-t-on appris de source policière», «indique-t-on à la préfecture».</summary>
internal static class Placed
{
    private const int Near = 5;

    /// <summary>The source of such a cue; <see langword="null"/> for any other.</summary>
    public static NounPhrase? SourceOf(StatementContext prose, Cue cue)
    {
        var subject = Subjects.Of(prose, cue);
        if (subject < 0 || prose.PronounAt(subject)?.Role != PronounRole.Nobody || prose.Trees[subject].Form[0] != '-') return null;
        var end = Math.Min(prose.SentenceEnd(cue.Word), prose.Trees.Count - 1);
        for (var word = cue.Last + 1; word < end; word++)
        {
            if (prose.Trees[word].Form is "," or ";" or ":" || prose.QuotationOf(word) != prose.QuotationOf(cue.Word)) return null;
            if (prose.Lexicon.Function.IsPlace(prose.Trees[word].Lemma) && NounAfter(prose, word) is >= 0 and var noun) return NounPhrases.Of(prose, noun);
        }

        return null;
    }

    private static int NounAfter(StatementContext prose, int preposition)
    {
        var end = Math.Min(preposition + Near, prose.SentenceEnd(preposition));
        for (var i = preposition + 1; i <= end; i++)
        {
            if (prose.Trees[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn) return prose.IsTime(i) ? -1 : i;
            if (prose.Trees[i].Tag is not (PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Adp or PartOfSpeech.Num)) return -1;
        }

        return -1;
    }
}
