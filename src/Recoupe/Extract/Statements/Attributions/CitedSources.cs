using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Attributions;

/// <summary>Gives what is told to whoever is cited for it: «a rapporté X, citant Y» is Y's, and X passes it on; so does X of «une source citée par X».</summary>
internal static class CitedSources
{
    // Words from whoever cites to what says that he does: a comma.
    private const int Beside = 2;

    public static void Settle(StatementContext prose, List<StatementDraft> drafts)
    {
        foreach (var draft in drafts) PassOn(prose, draft);
        for (var word = 0; word < prose.Trees.Count; word++)
        {
            if (!prose.InProse(word)) continue;
            if (At(prose, word, prose.Lexicon.Citing.CitingWith(prose.Trees[word].Form.ToLowerInvariant())) is not { } first) continue;
            if (CitedAfter(prose, first) is not { } cited) continue;
            if (WhoCites(prose, drafts, new(word, first - 1, cited)) is not { } citing) continue;
            Cite(prose, drafts, citing, new(word, first - 1, cited));
        }
    }

    // The word after the longest phrase that stands at a word.
    private static int? At(StatementContext prose, int word, string[][] phrases)
    {
        var found = Array.Find(phrases, p => PrepositionAttributions.Matches(prose, word, p));
        return found is null ? null : word + found.Length;
    }

    // «une source policière citée par X»
    private static void PassOn(StatementContext prose, StatementDraft draft)
    {
        if (draft.Source is not { } source || draft.Cue is null) return;
        for (var word = source.Head + 1; word <= source.Last; word++)
        {
            if (At(prose, word, prose.Lexicon.Citing.PassedOnWith(prose.Trees[word].Form.ToLowerInvariant())) is not { } first) continue;
            if (PrepositionAttributions.HeadAfter(prose, first) is not (var head and >= 0)) continue;
            draft.Source = source with { Last = word - 1 };
            draft.PassedOnBy = NounPhrases.Of(prose, head);
            return;
        }
    }

    // Somebody, or a paper of somebody's; up to a comma, and with nothing told of it after («citing X as saying»).
    private static NounPhrase? CitedAfter(StatementContext prose, int first)
    {
        var head = PrepositionAttributions.HeadAfter(prose, first);
        if (head < 0 || !MayBeCited(prose, head)) return null;
        var phrase = ToComma(prose, NounPhrases.Of(prose, head));
        var next = phrase.Last + 1;
        return next > prose.SentenceEnd(head) || !prose.IsWord(next) || prose.IsTime(next) ? phrase : null;
    }

    // Whatever follows a name in its own words is of it, wherever the parser hung them.
    private static NounPhrase ToComma(StatementContext prose, NounPhrase phrase)
    {
        var last = phrase.Head;
        for (var word = phrase.Head + 1; word <= prose.SentenceEnd(phrase.Head) && prose.IsWord(word) && !prose.IsTime(word); word++)
        {
            var isOfName = prose.Trees[word].Tag == PartOfSpeech.Propn || SourceKinds.MentionAt(prose, word) is not null;
            if (word > phrase.Last && !isOfName && !HangsWithin(prose, phrase.First, word)) break;
            last = word;
        }

        return phrase with { Last = last };
    }

    private static bool HangsWithin(StatementContext prose, int first, int word)
    {
        if (prose.Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj or PartOfSpeech.Pron) return false;
        var above = prose.Trees[word].Head;
        return above >= first && (above < word || HangsWithin(prose, first, word, above));
    }

    // A small word hangs on the noun that it opens.
    private static bool HangsWithin(StatementContext prose, int first, int word, int noun) =>
        prose.Trees.IsAny(word, "case", "det", "amod") && prose.Trees[noun].Head >= first && prose.Trees[noun].Head < word;

    private static bool MayBeCited(StatementContext prose, int head)
    {
        if (prose.PronounAt(head) is not null || SourceKinds.IsSpeechless(prose, head)) return false;
        var phrase = NounPhrases.Of(prose, head);
        return IsThing(prose, head) ? prose.Lexicon.Citing.IsPaper(prose.Trees[head].Lemma) && NamesBody(prose, phrase) : SourceKinds.MayTell(prose, head, phrase.First, phrase.Last);
    }

    private static bool IsThing(StatementContext prose, int head)
    {
        if (prose.Trees[head].Tag != PartOfSpeech.Noun || SourceKinds.MentionAt(prose, head) is not null) return false;
        return SourceKinds.KindOfNoun(prose, head) is NounKind.Document or NounKind.None;
    }

    // «les chiffres du ministère»
    private static bool NamesBody(StatementContext prose, NounPhrase phrase)
    {
        for (var word = phrase.First; word <= phrase.Last; word++)
        {
            if (word == phrase.Head) continue;
            if (SourceKinds.KindOfNoun(prose, word) is NounKind.Organisation or NounKind.Person) return true;
            if (SourceKinds.MentionAt(prose, word) is { Type: NameType.Organisation or NameType.Person }) return true;
        }

        return false;
    }

    private static StatementDraft? WhoCites(StatementContext prose, List<StatementDraft> drafts, Citing citing)
    {
        var (start, end) = (prose.SentenceStart(citing.First), prose.SentenceEnd(citing.First));
        var level = prose.QuotationOf(citing.First);
        var tellings = drafts.FindAll(d => IsTelling(d) && d.CueWord >= start && d.CueWord <= end && prose.QuotationOf(d.CueWord) == level && !citing.Holds(d.CueWord));
        if (tellings.Find(d => IsRightBefore(prose, d.Source!.Value.Last, citing.First)) is { } beside) return beside;
        if (prose.PronounAt(citing.First)?.Role == PronounRole.Relative) return null;
        if (tellings.Find(d => IsRightBefore(prose, d.CueWord, citing.First)) is { } told) return told;
        if (citing.First == start) return tellings.Where(d => d.CueWord > citing.Source.Last).MinBy(d => d.CueWord);
        return EndsSentence(prose, citing.Source.Last, end) ? tellings.Where(d => d.CueWord < citing.First).MaxBy(d => d.CueWord) : null;
    }

    private static bool IsTelling(StatementDraft draft) =>
        draft is { Source: not null, Cue: not null, CueWord: >= 0, PassedOnBy: null } && draft.Kind != SourceKind.Article && draft.Effect.Stance is Stance.Asserts or Stance.Announces or Stance.Warns;

    private static bool IsRightBefore(StatementContext prose, int word, int next)
    {
        if (word >= next || next - word > Beside) return false;
        return next - word == 1 || !prose.IsWord(next - 1);
    }

    private static bool EndsSentence(StatementContext prose, int word, int end)
    {
        for (var at = word + 1; at <= end; at++)
        {
            if (prose.IsWord(at) && !prose.IsTime(at)) return false;
        }

        return true;
    }

    private static void Cite(StatementContext prose, List<StatementDraft> drafts, StatementDraft citing, Citing by)
    {
        citing.PassedOnBy = citing.Source;
        citing.Source = by.Source;
        drafts.RemoveAll(d => d != citing && d.Cue is not null && by.Holds(d.CueWord));
        var cut = prose.Trees.Span(by.First, by.Source.Last);
        foreach (var draft in drafts)
        {
            for (var at = draft.Content.Count - 1; at >= 0; at--)
            {
                var part = draft.Content[at];
                if (!part.Overlaps(cut) || cut.Contains(part) && draft != citing) continue;
                draft.Content.RemoveAt(at);
                draft.Content.InsertRange(at, Without(prose.Text, part, cut));
            }
        }

        if (citing.Content.Count == 0 && Before(prose, citing, by) is { } told) citing.Content.Add(told);
        drafts.RemoveAll(d => d.Content.Count == 0);
    }

    // «P, a rapporté X, citant Y», where only what follows was taken for what is told.
    private static TextSpan? Before(StatementContext prose, StatementDraft citing, Citing by)
    {
        var first = Math.Min(citing.CueWord, citing.PassedOnBy!.Value.First);
        return first < by.First ? prose.Trimmed(prose.SentenceStart(first), first - 1) : null;
    }

    private static IEnumerable<TextSpan> Without(string text, TextSpan part, TextSpan cut)
    {
        var (end, start) = (Math.Min(cut.Start, part.End), Math.Max(cut.End, part.Start));
        while (end > part.Start && IsGap(text[end - 1])) end--;
        while (start < part.End && IsGap(text[start])) start++;
        if (end > part.Start) yield return part with { End = end };
        if (start < part.End) yield return part with { Start = start };
    }

    private static bool IsGap(char letter) => char.IsWhiteSpace(letter) || letter is ',' or '(' or ')' or '–' or '—';

    /// <summary>What says that somebody is cited, and who is.</summary>
    private readonly record struct Citing(int First, int Last, NounPhrase Source)
    {
        public bool Holds(int word) => word >= First && word <= Last;
    }
}
