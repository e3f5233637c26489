using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Attributions;

/// <summary>Tells whether a cue reports a telling that took place, not one that might, must or should.</summary>
internal static class CueFilter
{
    private const int Climbs = 12;
    private const int LongestLimit = 3; // words of the longest phrase of [limit]

    public static bool Is(StatementContext prose, Cue cue, bool quoting)
    {
        if (IsHypothetical(prose, cue)) return false;
        if (IsOrdered(prose, cue)) return false;
        return IsCarried(prose, cue, quoting) && IsSomebody(prose, cue, quoting) && !IsOwnThought(prose, cue, quoting);
    }

    // si le ministre déclare …
    private static bool IsHypothetical(StatementContext prose, Cue cue)
    {
        // «si, comme l'annonce X, P»: P is supposed, the telling is not.
        if (cue.First > 0 && prose.Lexicon.Function.IsAs(prose.Trees[cue.First - 1].Form)) return false;
        var at = cue.Word;
        for (var climb = 0; climb < Climbs && at >= 0; climb++)
        {
            var mark = prose.Trees.Child(at, "mark");
            if (mark >= 0 && prose.Trees.Is(at, "advcl") && prose.Lexicon.Function.IsIf(prose.Trees[mark].Form)) return !IsConceded(prose, cue, at, mark);
            at = prose.Trees[at].Head;
        }

        return false;
    }

    // «Si M. Martin affirme P, le ministère assure que Q»: set against another telling, it took place.
    private static bool IsConceded(StatementContext prose, Cue cue, int clause, int mark)
    {
        var main = prose.Trees[clause].Head;
        if (clause != cue.Word) return false;
        if (main <= clause) return false;
        if (prose.SentenceStart(mark) != mark) return false;
        if (prose.Trees[clause].Features.Has("Tense", "Imp")) return false;
        return prose.Lexicon.Verbs.ContainsKey(prose.Trees[main].Lemma) && !prose.Trees[main].Features.Has("Mood", "Cnd") && !prose.Trees[main].Features.Has("Tense", "Fut");
    }

    private static bool IsOrdered(StatementContext prose, Cue cue) => prose.Trees[cue.Word].Features.Has("Mood", "Imp");

    // An infinitive tells where the verb above it says that it was done: a tenu à préciser, vient d'annoncer.
    private static bool IsCarried(StatementContext prose, Cue cue, bool quoting)
    {
        var trees = prose.Trees;
        if (!Carriers.IsInfinitive(trees, cue.Word)) return quoting || !IsOnlyPossible(prose, cue);
        // «il va sans dire que P»
        if (cue.First > 0 && prose.Lexicon.Function.IsNegation(trees[cue.First - 1].Form) && trees[cue.First - 1].Tag == PartOfSpeech.Adp) return false;
        if (quoting) return true;
        var carrier = Carriers.Of(prose, cue.Word);
        if (carrier >= 0 && cue.Negated) return true;
        var above = carrier >= 0 ? carrier : trees[cue.Word].Head;
        return above >= 0 && trees.IsAny(cue.Word, "xcomp", "ccomp", "advcl", "conj") && prose.Lexicon.Function.IsCarrier(trees[above].Lemma)
            && !trees[above].Features.Has("Mood", "Cnd");
    }

    // "could say that P" tells nothing yet; "did say", "could not say" and "cannot confirm" do.
    private static bool IsOnlyPossible(StatementContext prose, Cue cue)
    {
        if (cue.Negated || IsLimited(prose, cue)) return false;
        var modal = prose.Trees.Child(cue.Word, "aux");
        return modal >= 0 && modal < cue.Word && prose.Lexicon.Function.IsModal(prose.Trees[modal].Lemma);
    }

    // "would say no more than that P"
    private static bool IsLimited(StatementContext prose, Cue cue)
    {
        for (var last = cue.Last + 1; last <= Math.Min(cue.Last + LongestLimit, prose.SentenceEnd(cue.Word)); last++)
        {
            if (prose.Lexicon.Function.IsLimit(prose.Trees.Span(cue.Last + 1, last).In(prose.Text).ToString())) return true;
        }

        return false;
    }

    private static bool IsSomebody(StatementContext prose, Cue cue, bool quoting)
    {
        var subject = Subjects.Of(prose, cue);
        if (subject < 0) return quoting || cue.Passive;
        return prose.PronounAt(subject)?.Role != PronounRole.Nobody || (quoting && cue.Passive) || Placed.SourceOf(prose, cue) is not null;
    }

    // Inside a quotation, what the speaker thinks or says there and then is part of the quotation.
    private static bool IsOwnThought(StatementContext prose, Cue cue, bool quoting)
    {
        if (quoting || prose.QuotationOf(cue.Word) < 0) return false;
        var subject = Subjects.Own(prose.Trees, cue.Word);
        if (subject < 0) return !IsOfNoun(prose, cue);
        if (prose.QuotationOf(subject) != prose.QuotationOf(cue.Word)) return false;
        if (prose.PronounAt(subject)?.Role == PronounRole.Speaker && cue.Tellings[0].Reflexive) return true;
        if (prose.PronounAt(subject)?.Role != PronounRole.Speaker) return cue.Tellings[0].Effect.Certainty is Certainty.Probable or Certainty.Possible && prose.Trees[subject].Tag == PartOfSpeech.Pron;
        return cue.Tellings[0].Effect.Certainty is Certainty.Probable or Certainty.Possible || !IsPast(prose, cue);
    }

    // «des officiers, s'exprimant contre la guerre»
    private static bool IsOfNoun(StatementContext prose, Cue cue)
    {
        if (!prose.Trees[cue.Word].Features.Has("VerbForm", "Part")) return false;
        if (Subjects.IsFinite(prose.Trees, cue.Word)) return false;
        if (Subjects.Of(prose, cue) is not (var subject and >= 0)) return false;
        return prose.QuotationOf(subject) == prose.QuotationOf(cue.Word) && prose.Trees[subject].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn;
    }

    private static bool IsPast(StatementContext prose, Cue cue)
    {
        if (prose.Trees[cue.Word].Features.Has("Mood", "Cnd")) return false;
        return prose.Trees[cue.Word].Features.Has("Tense", "Past") || prose.Trees[cue.Word].Features.Has("Tense", "Imp");
    }
}
