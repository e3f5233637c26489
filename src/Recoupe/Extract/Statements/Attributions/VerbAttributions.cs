using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Attributions;

/// <summary>Tellings that a verb marks, quotations aside: «a déclaré que», «a annoncé son retrait», «…, a dit X».</summary>
internal static class VerbAttributions
{
    private const int LongestTail = 6;

    public static IEnumerable<StatementDraft> Find(StatementContext prose, IReadOnlyList<Cue> cues, IReadOnlySet<int> quoting)
    {
        // "denied reports suggesting that P": that they suggest it is no telling of whoever denies them.
        var openers = cues.Select(cue => ToldThings.Find(prose, cue)?.Opener ?? -1).ToHashSet();
        foreach (var cue in cues)
        {
            if (openers.Contains(cue.Word) || quoting.Contains(cue.Word) || !CueFilter.Is(prose, cue, quoting: false)) continue;
            var draft = StandsApart(prose, cue) ? AsIncise(prose, cue) ?? WithContent(prose, cue) : WithContent(prose, cue) ?? AsIncise(prose, cue);
            draft ??= BareDenials.Of(prose, cue);
            if (draft is not null) yield return draft;
        }
    }

    // «…, a déclaré le Kremlin, deux jours après que …»: what follows the incise's comma is not what it tells.
    private static bool StandsApart(StatementContext prose, Cue cue)
    {
        if (cue.First == 0 || ReportingClause.Of(prose, cue) is not { } incise || incise.First == 0 || prose.Trees[incise.First - 1].Form != ",") return false;
        if (!incise.Inverted && !(incise.Last < prose.SentenceEnd(cue.Word) && OpensSubordinate(prose, incise))) return false;
        var next = incise.Last + 1;
        return next < prose.Trees.Count && !prose.IsWord(next) && (ContentFinder.Of(prose, cue) is not { } told || told.First > next);
    }

    private static StatementDraft? WithContent(StatementContext prose, Cue cue)
    {
        if (ContentFinder.Of(prose, cue) is not { } extent || prose.Trimmed(AfterTime(prose, extent), extent.Last) is not { } content) return null;
        // «a plaidé jeudi»: when it was told is not what was.
        if (IsTime(prose, extent)) return null;
        // "not mentioned": what nobody is told to have left unsaid is no refusal.
        if (cue.Passive && cue.EffectOf(extent.Telling) == Effect.Refusal) return null;
        if (QuotedAs.IsQuoting(prose, cue.Word)) return null;
        var subject = Subjects.Of(prose, cue);
        var quoter = QuotedAs.QuoterOf(prose, cue.Word);
        var placed = Placed.SourceOf(prose, cue);
        if (placed is null && !MayTell(prose, cue, extent, subject)) return null;
        return new()
        {
            CueWord = cue.Word,
            Cue = prose.Trees.Span(cue.First, cue.Last),
            Effect = cue.EffectOf(extent.Telling),
            Content = Predicated(prose, cue, extent) is { } noun ? [noun, content] : [content],
            ContentHead = extent.Head,
            Source = placed ?? (subject < 0 ? null : NounPhrases.Of(prose, subject)),
            Kind = subject < 0 ? SourceKind.Anonymous : null,
            PassedOnBy = quoter < 0 ? null : NounPhrases.Of(prose, quoter),
            Within = prose.OutermostOf(cue.Word),
        };
    }

    // "the camp, which the firm describes as a retreat": what is described stands before the relative clause.
    private static TextSpan? Predicated(StatementContext prose, Cue cue, Extent extent)
    {
        var trees = prose.Trees;
        var pronoun = trees.Child(cue.Word, "obj");
        if (cue.Passive || pronoun < 0 || pronoun >= cue.Word || !trees[pronoun].Features.Has("PronType", "Rel")) return null;
        if (!Array.Exists([.. extent.Telling.Takes], t => t.Kind == ComplementKind.Predicate)) return null;
        var noun = trees.Is(cue.Word, "acl") ? trees[cue.Word].Head : NounBefore(prose, pronoun);
        if (noun < 0 || trees[noun].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || noun > pronoun) return null;
        var phrase = NounPhrases.Of(prose, noun);
        return prose.Trimmed(phrase.First, Math.Min(phrase.Last, pronoun - 1));
    }

    // The noun whose phrase ends before a relative clause that the parser hung elsewhere.
    private static int NounBefore(StatementContext prose, int pronoun)
    {
        var trees = prose.Trees;
        var start = prose.SentenceStart(pronoun);
        var at = pronoun - 1;
        if (at > start && trees[at].Form == ",") at--;
        if (at < start || trees[at].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) return -1;
        while (trees.IsAny(at, "nmod", "flat", "compound", "appos") && trees[at].Head >= start
            && trees[at].Head < pronoun) at = trees[at].Head;
        return at;
    }

    private static bool IsTime(StatementContext prose, Extent extent)
    {
        for (var i = extent.First; i <= extent.Last; i++)
        {
            if (prose.IsWord(i) && !prose.IsTime(i)) return false;
        }

        return true;
    }

    // «ont revendiqué lundi une incursion»: the day is the telling's.
    private static int AfterTime(StatementContext prose, Extent extent)
    {
        var first = extent.First;
        while (first < extent.Head && extent.Telling.May(ComplementKind.Object) && prose.IsTime(first)) first++;
        return first;
    }

    // A clause may be told by anything that bears a message; a bare noun is told only by who or what is known to tell.
    private static bool MayTell(StatementContext prose, Cue cue, Extent extent, int subject)
    {
        if (subject < 0) return cue.Passive && IsReported(extent) && (extent.Telling.May(ComplementKind.That) || prose.Trees.HasChild(cue.Word, "aux"));
        if (prose.Trees[subject].Tag == PartOfSpeech.Pron) return prose.PronounAt(subject)?.Role is not PronounRole.Nobody;
        if (SourceKinds.IsSpeechless(prose, subject)) return false;
        var phrase = NounPhrases.Of(prose, subject);
        if (prose.PronounIn(phrase) is not null) return true;
        // What denies a thing told, or will not tell it, tells: «le palais a nié la rumeur», «la coopérative n'a pas souhaité commenter».
        if (cue.EffectOf(extent.Telling).Stance is Stance.Denies or Stance.Declines && IsNominal(prose, subject)) return true;
        // "Many lawmakers say that P": of a verb of saying and a clause, whatever noun is its subject tells.
        var isSaying = extent.Telling.May(ComplementKind.That) && extent.Telling.May(ComplementKind.Quote);
        if (isSaying && IsNominal(prose, subject) && IsClause(prose, extent)) return true;
        return SourceKinds.MayTell(prose, phrase.Head, phrase.First, phrase.Last);
    }

    private static bool IsNominal(StatementContext prose, int word) => prose.Trees[word].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num;

    private static bool IsClause(StatementContext prose, Extent extent) => extent.Head >= extent.First && Subjects.IsFinite(prose.Trees, extent.Head)
        && (prose.Lexicon.Function.IsThat(prose.Trees[extent.First - 1].Form) || Subjects.Own(prose.Trees, extent.Head) >= extent.First);

    // "is considered to be X", «est tenu pour X»: a common belief that nobody tells is the article's own.
    private static bool IsReported(Extent extent) =>
        !extent.Telling.May(ComplementKind.Predicate, "") && !(extent.Telling.Effect.Certainty is Certainty.Probable or Certainty.Possible && extent.Telling.May(ComplementKind.Predicate));

    // The clause that the cue stands in or after is what is told.
    private static StatementDraft? AsIncise(StatementContext prose, Cue cue)
    {
        var compared = cue.First > 0 && IsAs(prose, cue.First - 1);
        var placed = Placed.SourceOf(prose, cue);
        if (Array.Find(cue.Tellings, t => MayBeAside(t, compared, placed is not null)) is not { } telling || cue.Passive
            || cue.Neither) return null;
        if (ReportingClause.Of(prose, cue) is not { } incise || HostOf(prose, incise) is not { } content) return null;
        return new()
        {
            CueWord = cue.Word,
            Cue = prose.Trees.Span(cue.First, cue.Last),
            Effect = cue.EffectOf(telling),
            Content = content,
            ContentHead = HostHead(prose, incise),
            Source = placed ?? NounPhrases.Of(prose, Subjects.Of(prose, cue)),
            Within = prose.OutermostOf(cue.Word),
        };
    }

    private static bool MayBeAside(CueEntry telling, bool compared, bool placed)
    {
        if (placed) return telling.May(ComplementKind.Quote);
        return telling.May(ComplementKind.That) && (compared || telling.May(ComplementKind.Quote));
    }

    // «… si P comme le prévoit X»: what is compared begins where its clause does.
    private static int ComparedFrom(StatementContext prose, int start, int end)
    {
        for (var i = end - 1; i > start; i--)
        {
            if (prose.Trees[i].Tag == PartOfSpeech.Sconj && prose.Lexicon.Function.IsIf(prose.Trees[i].Form)) return i + 1;
        }

        return start;
    }

    private static int HostHead(StatementContext prose, ReportingClause incise)
    {
        var sentence = prose.Trees.Sentence(incise.Cue.Word);
        for (var i = sentence.FirstWord; i < incise.First; i++)
        {
            if (prose.Trees[i].Tag is PartOfSpeech.Verb && prose.Trees.IsAny(i, "root", "ccomp", "parataxis")) return i;
        }

        return -1;
    }

    private static List<TextSpan>? HostOf(StatementContext prose, ReportingClause incise)
    {
        var before = incise.First - 1;
        var start = prose.SentenceStart(incise.First);
        if (before == start && IsAs(prose, before)) return Following(prose, incise);
        if (before <= start || !IsOpener(prose, incise, before)) return null;
        if (IsAs(prose, before) && prose.Trees[before - 1].Form == "," && before - 1 - start < 2) return Following(prose, incise);
        if (IsAs(prose, before)) (start, before) = (ComparedFrom(prose, start, before), before - 1);
        while (before > start && !prose.IsWord(before) && prose.QuotationOf(before) < 0) before--;
        if (prose.Trimmed(start, before) is not { } host || (before - start < 2 && !IsBetweenCommas(prose, incise))) return null;
        List<TextSpan> content = [host];
        if (Rest(prose, incise) is { } rest) content.Add(rest);
        return content;
    }

    private static bool IsOpener(StatementContext prose, ReportingClause incise, int before)
    {
        if (IsAs(prose, before)) return true;
        if (prose.Trees[before].Form is not ("," or "–" or "—" or "-" or "»" or "”" or "\"")) return false;
        return incise.Inverted || EndsSentence(prose, incise) || IsBetweenCommas(prose, incise) || FollowsClause(prose, incise);
    }

    // "The plan would cost $2, the group said, compared with $1.": a whole clause before, a comma on either side.
    private static bool FollowsClause(StatementContext prose, ReportingClause incise)
    {
        var (first, last) = (prose.SentenceStart(incise.First), incise.Last + 1);
        if (!Subjects.IsFinite(prose.Trees, incise.Cue.Word) || last >= prose.SentenceEnd(first) || prose.Trees[last].Form != ",") return false;
        if (incise.Last - incise.Cue.Last >= LongestTail || prose.Trees.Child(incise.Cue.Word, "obj") > incise.Cue.Word) return false;
        if (prose.Trees[first].Tag is PartOfSpeech.Sconj or PartOfSpeech.Adp) return false;
        for (var i = first; i < incise.First; i++)
        {
            if (Subjects.IsFinite(prose.Trees, i) && Subjects.Own(prose.Trees, i) is var own && own >= first && own < incise.First) return true;
        }

        return false;
    }

    // "The museum, Mr Carver said, would make visitors think."
    private static bool IsBetweenCommas(StatementContext prose, ReportingClause incise)
    {
        if (!Subjects.IsFinite(prose.Trees, incise.Cue.Word)) return false;
        if (prose.Trees[incise.First - 1].Form != ",") return false;
        if (incise.Last >= prose.SentenceEnd(incise.First)) return false;
        return prose.Trees[incise.Last + 1].Form == "," && Rest(prose, incise) is not null && prose.Trees.Child(incise.Cue.Word, "obj") < incise.Cue.Word;
    }

    private static bool IsAs(StatementContext prose, int word) => prose.Lexicon.Function.IsAs(prose.Trees[word].Form);

    // «Comme le dit X, P»
    private static List<TextSpan>? Following(StatementContext prose, ReportingClause incise)
    {
        var comma = incise.Last + 1;
        var end = prose.SentenceEnd(incise.First);
        if (comma >= end || prose.Trees[comma].Form != ",") return null;
        var last = comma + 1;
        while (last < end && prose.Trees[last + 1].Form is not ("," or ";")) last++;
        return prose.Trimmed(comma + 1, last) is { } told ? [told] : null;
    }

    // "…, the ministry said.": the verb and at most a few words close the sentence.
    private static bool EndsSentence(StatementContext prose, ReportingClause incise) =>
        incise.Last + 1 >= prose.SentenceEnd(incise.First) && incise.Last - incise.Cue.Last < LongestTail
        && prose.Trees.Child(incise.Cue.Word, "obj") < incise.Cue.Word && !prose.Trees.HasChild(incise.Cue.Word, "xcomp");

    private static bool Resumes(StatementContext prose, int word)
    {
        if (prose.Trees[word].Tag is PartOfSpeech.Cconj or PartOfSpeech.Pron) return true;
        if (prose.Trees[word].Features.Has("VerbForm", "Part") && prose.Trees[word].Features.Has("Tense", "Past")) return true;
        return prose.Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux && prose.Trees[word].Features.Has("VerbForm", "Fin");
    }

    // After the incise the clause goes on where a conjunction takes it up.
    private static TextSpan? Rest(StatementContext prose, ReportingClause incise)
    {
        var next = incise.Last + 1;
        var end = prose.SentenceEnd(incise.First);
        while (next <= end && !prose.IsWord(next)) next++;
        if (next >= end || !(Resumes(prose, next) || OpensSubordinate(prose, incise))) return null;
        return prose.Trimmed(next, end);
    }

    // "If the law has never been tested, Carver said, there is a simple reason": the main clause comes after the incise.
    private static bool OpensSubordinate(StatementContext prose, ReportingClause incise)
    {
        var first = prose.SentenceStart(incise.First);
        var comma = incise.Last + 1;
        if (prose.Trees[first].Tag != PartOfSpeech.Sconj || IsAs(prose, first) || prose.Trees[comma].Form != ",") return false;
        for (var i = comma + 1; i <= prose.SentenceEnd(first); i++)
        {
            if (Subjects.IsFinite(prose.Trees, i)) return true;
        }

        return false;
    }
}
