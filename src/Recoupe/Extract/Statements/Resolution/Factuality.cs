using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Resolution;

/// <summary>Tells how a content is told: quoted or not, how sure, and to what effect.</summary>
internal static class Factuality
{
    private const int ClauseReach = 40;
    private const int Steps = 3;

    private static readonly Effect Warning = new(Stance.Warns, Certainty.Certain);
    private static readonly Effect Announcement = new(Stance.Announces, Certainty.Certain);

    /// <summary>Quoted in whole, in part, or not; a quoted name or title does not count.</summary>
    public static Manner MannerOf(StatementContext prose, StatementDraft draft)
    {
        var quoted = 0;
        var whole = 0;
        foreach (var part in draft.Content)
        {
            whole += part.Length;
            quoted += QuotedIn(prose, part);
        }

        if (quoted == 0) return Manner.Indirect;
        return quoted >= whole - 4 * draft.Content.Count ? Manner.Direct : Manner.Mixed;
    }

    private static int QuotedIn(StatementContext prose, TextSpan part)
    {
        var count = 0;
        for (var word = prose.Trees.WordAt(part.Start); word < prose.Trees.Count && prose.Trees[word].Span.Start < part.End; word++)
        {
            var quotation = prose.OutermostOf(word);
            if (quotation < 0) continue;
            var inner = prose.Quotations[quotation].Outer;
            var end = Math.Min(inner.End, part.End);
            if (!IsTitle(prose, quotation) || prose.Quotations[quotation].Inner.Contains(part)) count += end - Math.Max(inner.Start, part.Start);
            word = Math.Max(word, prose.Trees.WordAt(end) - 1);
        }

        return count;
    }

    private static bool IsTitle(StatementContext prose, int quotation)
    {
        var inner = prose.Quotations[quotation].Inner;
        if (!char.IsUpper(prose.Text[inner.Start])) return false;
        for (var word = prose.Trees.WordAt(inner.Start); word < prose.Trees.Count && prose.Trees[word].Span.Start < inner.End; word++)
        {
            if (prose.Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux) return false;
        }

        return inner.Length < 60;
    }

    /// <summary>What the telling does and commits to: the cue's word, lowered by what the content's leading clause says.</summary>
    public static Effect EffectOf(StatementContext prose, StatementDraft draft)
    {
        var effect = draft.Effect;
        if (effect == Warning) return IsOwnPlan(prose, draft) ? Announcement : effect with { Certainty = Leading(prose, draft) ?? Certainty.Certain };
        if (effect == Announcement && IsNews(prose, draft)) effect = Effect.Assertion;
        if (effect != Effect.Assertion && effect != Announcement) return effect;
        if (draft.Quoted && Quoted(prose, draft) is { } own) return own;
        if (effect == Effect.Assertion && Inner(prose, draft) is { } inner) return inner;
        var certainty = Leading(prose, draft) ?? effect.Certainty;
        if (effect.Stance == Stance.Asserts && certainty == Certainty.Certain && IsIntent(prose, draft)) return new(Stance.Announces, certainty);
        return effect with { Certainty = certainty };
    }

    // «ont annoncé que le roi était mort»: what is over, or was so already, is no act or intent of whoever tells it.
    private static bool IsNews(StatementContext prose, StatementDraft draft)
    {
        var head = draft.ContentHead;
        if (draft.Quoted || head < 0 || Subjects.Own(prose.Trees, head) is not (>= 0 and var subject)) return false;
        if (prose.PronounAt(subject) is { Role: PronounRole.Speaker or PronounRole.Third }) return false;
        return !IsFuture(prose, head) && IsOver(prose, head);
    }

    private static bool IsOver(StatementContext prose, int head)
    {
        foreach (var child in prose.Trees.Children(head))
        {
            if (child < head && prose.Trees.IsAny(child, "cop", "aux") && (IsOfPast(prose, child) || IsPerfect(prose, head, child))) return true;
        }

        return false;
    }

    // «ont brûlé», "has died"
    private static bool IsPerfect(StatementContext prose, int head, int auxiliary) =>
        prose.Lexicon.Function.IsPerfect(prose.Trees[auxiliary].Lemma) && prose.Trees[head].Features.Has("VerbForm", "Part") && prose.Trees[head].Features.Has("Tense", "Past");

    // "had promised": done with before it was told.
    private static bool IsPluperfect(StatementContext prose, int head)
    {
        foreach (var child in prose.Trees.Children(head))
        {
            if (child < head && prose.Trees.Is(child, "aux") && IsOfPast(prose, child) && prose.Lexicon.Function.IsPerfect(prose.Trees[child].Lemma)) return true;
        }

        return false;
    }

    private static bool IsOfPast(StatementContext prose, int word) =>
        prose.Trees[word].Features.Has("Tense", "Imp") || prose.Trees[word].Features.Has("Tense", "Past");

    // «J'ai prévenu que nous allions partir»: of one's own plan one gives notice.
    private static bool IsOwnPlan(StatementContext prose, StatementDraft draft)
    {
        if (draft.ContentHead < 0) return false;
        if (Subjects.Own(prose.Trees, draft.ContentHead) is not (>= 0 and var subject)) return false;
        return prose.PronounAt(subject)?.Role == PronounRole.Speaker && IsIntent(prose, draft);
    }

    // A question or an order quoted asks.
    private static Effect? Quoted(StatementContext prose, StatementDraft draft)
    {
        var first = prose.Trees.WordAt(draft.Start);
        if (first >= prose.Trees.Count) return null;
        var end = Math.Min(draft.Content[0].End, prose.Text.Length);
        for (var word = first; word < prose.Trees.Count && prose.Trees[word].Span.Start < end; word++)
        {
            if (prose.Trees[word].Form == "?") return new(Stance.Asks, Certainty.Uncommitted);
            if (prose.Trees[word].Form is "." or "!" or "…") break;
            // «Je suis parti de l'idée : et pourquoi pas ?»: the clause before the colon leads.
            if (prose.Trees[word].Form == ":" && HasFinite(prose, first, word)) break;
        }

        var head = draft.ContentHead;
        return head >= 0 && prose.Trees[head].Features.Has("Mood", "Imp") && head - first < 4 ? new Effect(Stance.Asks, Certainty.Uncommitted) : null;
    }

    private static bool HasFinite(StatementContext prose, int first, int end)
    {
        for (var word = first; word < end; word++)
        {
            if (prose.Trees[word].Features.Has("VerbForm", "Fin")) return true;
        }

        return false;
    }

    // «said she believes X», «We urge …»: the inner verb of the teller's own decides.
    private static Effect? Inner(StatementContext prose, StatementDraft draft)
    {
        var head = draft.ContentHead;
        if (head < 0 || !prose.Lexicon.Verbs.TryGetValue(prose.Trees[head].Lemma, out var tellings)) return null;
        var subject = Subjects.Own(prose.Trees, head);
        if (subject < 0 || prose.Trees[subject].Tag != PartOfSpeech.Pron || prose.PronounAt(subject)?.Role is not (PronounRole.Speaker or PronounRole.Third)) return null;
        var isOwn = draft.Quoted && prose.PronounAt(subject)?.Role == PronounRole.Speaker;
        var negated = IsRuledOut(prose, head);
        foreach (var telling in tellings)
        {
            if (telling.Rest.Length > 0 || telling.Reflexive || telling.OnlyNegated || IsWish(prose, head, telling)) continue;
            if ((IsInward(telling) && HasClause(prose, head)) || (isOwn && IsSide(telling, negated))) return negated ? telling.Negated : telling.Effect;
        }

        return null;
    }

    // «Je n'y crois pas» is no frame of a clause of its own.
    private static bool HasClause(StatementContext prose, int head) => prose.Trees.Child(head, "expl") < 0 || prose.Trees.HasChild(head, "ccomp") || prose.Trees.HasChild(head, "xcomp");

    // «elle souhaitait aborder P»: what one wants to do is no belief.
    private static bool IsWish(StatementContext prose, int head, CueEntry telling) =>
        prose.Trees.Child(head, "xcomp") > head && !telling.May(ComplementKind.Infinitive) && !telling.May(ComplementKind.Infinitive, "de");

    private static bool IsInward(CueEntry telling) => telling.Effect.Certainty is Certainty.Probable or Certainty.Possible && telling.May(ComplementKind.That);

    // «Je démens», "We urge", «Nous ne confirmons pas»: said there and then.
    private static bool IsSide(CueEntry telling, bool negated)
    {
        if (negated) return false;
        return telling.Effect.Stance is Stance.Asks or Stance.Denies or Stance.Doubts or Stance.Declines;
    }

    // The least sure word of the content's leading clause.
    private static Certainty? Leading(StatementContext prose, StatementDraft draft)
    {
        var first = prose.Trees.WordAt(draft.Start);
        var end = Math.Min(draft.Content[0].End, prose.Text.Length);
        var head = draft.ContentHead;
        for (var word = first; word < prose.Trees.Count && word < first + ClauseReach && prose.Trees[word].Span.Start < end; word++)
        {
            if (prose.Trees[word].Form is "." or ";" or ":") break;
            if (Hedge(prose, draft, word) is { } certainty) return certainty;
        }

        return null;
    }

    private static Certainty? Hedge(StatementContext prose, StatementDraft draft, int word)
    {
        var head = draft.ContentHead;
        if (OfClause(prose, word, head) && PressConditional.Lowers(prose, draft, word, PastConditional(prose, word))) return Certainty.Possible;
        foreach (var hedge in prose.Lexicon.Hedges.BeginningWith(prose.Trees[word].Lemma))
        {
            if (Hedging.EndOf(prose, word, hedge) is null || !Fits(prose, word, hedge) || !OfClause(prose, word, head)) continue;
            return hedge.Certainty;
        }

        return null;
    }

    private static bool Fits(StatementContext prose, int word, Hedge hedge) => hedge.Form switch
    {
        HedgeForm.Conditional => prose.Trees[word].Features.Has("Mood", "Cnd"),
        HedgeForm.Verb => prose.Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux && !IsRuledOut(prose, word) && !IsAchieved(prose, word),
        // «n'est pas possible»: what is not possible is ruled out.
        _ => hedge.Words.Length > 1 || hedge.Certainty != Certainty.Possible || word == 0
            || !prose.Lexicon.Function.IsNegation(prose.Trees[word - 1].Form),
    };

    // «ont pu regagner leur domicile»: what could be done was done.
    private static bool IsAchieved(StatementContext prose, int modal) =>
        prose.Trees[modal].Features.Has("VerbForm", "Part") && prose.Trees[modal].Features.Has("Tense", "Past");

    // «ne peut pas rouvrir», "could not reopen": what cannot be is not possible.
    private static bool IsRuledOut(StatementContext prose, int modal)
    {
        var end = Math.Min(modal + 2, prose.SentenceEnd(modal));
        for (var i = Math.Max(modal - 2, prose.SentenceStart(modal)); i <= end; i++)
        {
            if (i != modal && prose.Trees[i].Features.Has("Polarity", "Neg")) return true;
        }

        return false;
    }

    private static bool PastConditional(StatementContext prose, int word) =>
        prose.Trees[word].Features.Has("Mood", "Cnd") && prose.Lexicon.Function.IsPerfect(prose.Trees[word].Lemma) && prose.Trees.Is(word, "aux");

    // Near the head of the clause, not in a clause that hangs on it.
    private static bool OfClause(StatementContext prose, int word, int head)
    {
        if (head < 0) return true;
        var at = word;
        for (var step = 0; step <= Steps && at >= 0; step++)
        {
            if (at == head) return true;
            if (prose.Trees.IsAny(at, "acl", "advcl", "ccomp") && at != word) return false;
            at = prose.Trees[at].Head;
        }

        return at == head;
    }

    // The teller's own future act or intent.
    private static bool IsIntent(StatementContext prose, StatementDraft draft)
    {
        var head = draft.ContentHead;
        if (head < 0 || draft.Source is null) return false;
        var subject = Subjects.Own(prose.Trees, head);
        if (subject < 0 || prose.PronounAt(subject)?.Role is not (PronounRole.Speaker or PronounRole.Third)) return false;
        return IsFuture(prose, head);
    }

    private static bool IsFuture(StatementContext prose, int head)
    {
        if (prose.Trees[head].Features.Has("Tense", "Fut") || prose.Trees[head].Features.Has("Mood", "Cnd")) return true;
        if (prose.Lexicon.Function.IsIntent(prose.Trees[head].Lemma)) return !IsRuledOut(prose, head) && !IsPluperfect(prose, head);
        foreach (var child in prose.Trees.Children(head))
        {
            var word = prose.Trees[child];
            var isAuxiliary = prose.Trees.IsAny(child, "aux", "cop");
            if (isAuxiliary && (word.Features.Has("Tense", "Fut") || word.Features.Has("Mood", "Cnd") || prose.Lexicon.Function.IsIntent(word.Lemma))) return true;
            if (prose.Trees.Is(child, "obj") && prose.Lexicon.Function.IsIntent(word.Lemma)) return true;
        }

        return false;
    }
}
