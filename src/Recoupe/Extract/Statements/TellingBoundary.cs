using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements;

/// <summary>
/// The place within a told clause where somebody else starts to tell: a clause with a subject and a cue of its own, joined by a stop or a conjunction
/// («…, mais le palais a nié la rumeur», "…; a porter said two men had climbed the wall").
/// </summary>
internal static class TellingBoundary
{
    private const int Shortest = 2; // words before the boundary: fewer are no clause to cut
    private const int ThatReach = 8; // words between a cue and its conjunction: «a affirmé jeudi à la presse que»

    /// <summary>The last word before the next telling that stands beside this one; <paramref name="last"/> where none does.</summary>
    /// <param name="prose">The article.</param>
    /// <param name="cue">The cue of this telling.</param>
    /// <param name="first">Where what it tells begins.</param>
    /// <param name="last">Where it ends at the latest.</param>
    /// <param name="atOnce">Whether the other may begin there at once, so that nothing is left.</param>
    public static int Before(StatementContext prose, int cue, int first, int last, bool atOnce = false)
    {
        for (var word = first + Shortest; word <= last; word++)
        {
            if (!IsTellingVerb(prose, word) || prose.QuotationOf(word) != prose.QuotationOf(cue)) continue;
            if (Subject(prose, word, first) is not { } subject || !Tells(prose, word) || IsEarlierThan(prose, word, cue)) continue;
            if (EndBefore(prose, subject.First, first) is >= 0 and var end && (atOnce || end > first)) return end;
        }

        return last;
    }

    private static bool IsTellingVerb(StatementContext prose, int word)
    {
        var trees = prose.Trees;
        if (trees[word].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Aux) || trees.IsAny(word, "aux", "cop", "amod")) return false;
        return prose.Lexicon.Verbs.ContainsKey(trees[word].Lemma) && Subjects.IsFinite(trees, word);
    }

    // A noun phrase or pronoun of the clause's own that may tell.
    private static NounPhrase? Subject(StatementContext prose, int verb, int first)
    {
        var subject = Subjects.Own(prose.Trees, verb);
        if (subject < first || subject > verb || prose.IsClitic(subject)) return null;
        if (prose.PronounAt(subject) is { } pronoun) return pronoun.Role == PronounRole.Third ? new(subject, subject, subject) : null;
        var phrase = NounPhrases.Of(prose, subject);
        return phrase.First >= first && MayTell(prose, verb, phrase) ? phrase : null;
    }

    private static bool MayTell(StatementContext prose, int verb, NounPhrase phrase) =>
        SourceKinds.MayTell(prose, phrase.Head, phrase.First, phrase.Last) || IsSaying(prose, verb) || IsDenial(prose, verb);

    private static bool IsDenial(StatementContext prose, int verb) =>
        Array.Exists(prose.Lexicon.Verbs[prose.Trees[verb].Lemma], t => t.Effect.Stance == Stance.Denies);

    // A verb of saying, followed by what it says: a conjunction, a clause, a colon, marks, an infinitive; or a verb that takes sides on its object.
    private static bool Tells(StatementContext prose, int verb)
    {
        if (OpensClause(prose, verb)) return true;
        foreach (var entry in prose.Lexicon.Verbs[prose.Trees[verb].Lemma])
        {
            if (entry.OnlyNegated || entry.Rest.Length > 0 || entry.Reflexive) continue;
            if (TakesObject(prose, verb, entry) || TakesClause(prose, verb, entry) || TakesInfinitive(prose, verb, entry)) return true;
        }

        return false;
    }

    private static bool TakesObject(StatementContext prose, int verb, CueEntry entry) =>
        entry.Effect.Stance is Stance.Denies or Stance.Doubts && entry.May(ComplementKind.Object) && prose.Trees.Child(verb, "obj") > verb;

    private static bool TakesClause(StatementContext prose, int verb, CueEntry entry) =>
        entry.May(ComplementKind.That) && prose.Trees.Child(verb, "ccomp") > verb;

    private static bool TakesInfinitive(StatementContext prose, int verb, CueEntry entry) =>
        entry.May(ComplementKind.Infinitive, "") && prose.Trees.Child(verb, "xcomp") > verb;

    private static bool OpensClause(StatementContext prose, int verb)
    {
        var end = Math.Min(verb + ThatReach, prose.SentenceEnd(verb));
        for (var i = verb + 1; i <= end; i++)
        {
            if (prose.Trees[i].Form is ":" or "«" or "“") return true;
            if (prose.Trees[i].Tag == PartOfSpeech.Sconj) return prose.Lexicon.Function.IsThat(prose.Trees[i].Form);
            if (prose.Trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Cconj || prose.Trees[i].Form is ";") return false;
        }

        return false;
    }

    private static bool IsSaying(StatementContext prose, int verb) =>
        Array.Exists(prose.Lexicon.Verbs[prose.Trees[verb].Lemma], t => t.Rest.Length == 0 && t.May(ComplementKind.That) && t.May(ComplementKind.Quote));

    // "said crews had left and the governor had announced P": told as something that came before, it is part of what is told.
    private static bool IsEarlierThan(StatementContext prose, int verb, int cue) => IsPluperfect(prose, verb) && !IsPluperfect(prose, cue);

    private static bool IsPluperfect(StatementContext prose, int verb)
    {
        foreach (var child in prose.Trees.Children(verb))
        {
            if (child > verb || !prose.Trees.Is(child, "aux")) continue;
            var auxiliary = prose.Trees[child];
            if (auxiliary.Features.Has("Tense", "Imp")) return true;
            if (prose.Lexicon.Function.IsPerfect(auxiliary.Lemma) && auxiliary.Features.Has("Tense", "Past") && auxiliary.Features.Has("VerbForm", "Fin")) return true;
        }

        return false;
    }

    // Where the clause is joined to what stands before it; −1 where it is not joined but part of it («que», a relative pronoun).
    private static int EndBefore(StatementContext prose, int start, int first)
    {
        var at = start - 1;
        while (at > first && IsFronted(prose, at)) at--;
        if (at < Math.Max(first, 1)) return -1;
        if (prose.Trees[at].Form is ";" or "," or "–" or "—") return at - 1;
        var joined = prose.Trees[at].Tag == PartOfSpeech.Cconj || (at > 0 && prose.OpensConcession(at)) || prose.OpensConcession(at - 1);
        if (!joined) return -1;
        if (prose.OpensConcession(at - 1)) at--;
        return prose.Trees[at - 1].Form is "," or ";" or "–" or "—" ? at - 2 : at - 1;
    }

    // «mais jeudi soir le palais», "but on Friday the palace"
    private static bool IsFronted(StatementContext prose, int word)
    {
        if (prose.IsTime(word)) return true;
        return prose.Trees[word].Tag is PartOfSpeech.Adv or PartOfSpeech.Adp && prose.Trees[word].Form.Length > 1 && !prose.OpensConcession(word) && !prose.OpensConcession(word - 1);
    }
}
