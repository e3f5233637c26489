using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Extract.Statements.Attributions;

/// <summary>
/// Tellings that point back: «Le dépôt restera fermé. C'est ce qu'a annoncé la gérante.», «Le pont aurait cédé, ce que dément le ministère.» What the
/// sentence before says, or what stands before the comma, is told.
/// </summary>
internal static class PointingAttributions
{
    private const int Reach = 8; // words from the opener to the verb: «ce que les autorités grecques démentent»

    public static IEnumerable<StatementDraft> Find(StatementContext prose, IReadOnlyList<Cue> cues, IReadOnlySet<int> quoting)
    {
        foreach (var cue in cues)
        {
            if (quoting.Contains(cue.Word) || Array.Find(cue.Tellings, MayPoint) is not { } telling) continue;
            if (PointsFrom(prose, cue) is not (>= 0 and var opener) || Told(prose, opener) is not { } told) continue;
            if (TellerOf(prose, cue, opener) is not (>= 0 and var teller)) continue;
            var effect = cue.EffectOf(telling);
            // What others tell is denied, and not that they tell it: the wording stage finds it, as for «le maire l'a démenti».
            var isOfTelling = effect.Stance is Stance.Denies or Stance.Doubts && IsTelling(prose, cues, told.Span);
            var words = prose.Trees.Span(IsInSentence(prose, opener) ? opener : cue.First, cue.Last);
            yield return new()
            {
                CueWord = cue.Word,
                Cue = words,
                Effect = effect,
                Content = [isOfTelling ? words : told.Span],
                ContentHead = isOfTelling ? cue.Word : told.Head,
                Source = NounPhrases.Of(prose, teller),
                Within = prose.OutermostOf(cue.Word),
            };
        }
    }

    // A clause can be told by it, or rejected: «une accusation que le gouvernement rejette».
    private static bool MayPoint(CueEntry telling) => telling.May(ComplementKind.That) || telling.Effect.Stance == Stance.Denies;

    private static bool IsTelling(StatementContext prose, IReadOnlyList<Cue> cues, TextSpan told)
    {
        var first = prose.Trees.WordAt(told.Start);
        var next = BinarySearch.First(cues.Count, i => cues[i].Word >= first); // cues come in text order
        if (next < cues.Count && told.Contains(prose.Trees[cues[next].Word].Span)) return true;
        var opener = prose.Trees[first].Form.ToLowerInvariant();
        return prose.Lexicon.Attributions.BeginningWith(opener).Length > 0;
    }

    // «ce que démentent les autorités»: after the verb, where before it stand the words that point.
    private static int TellerOf(StatementContext prose, Cue cue, int opener)
    {
        if (NameBefore(prose, cue, opener) is { } named) return named.Head;
        var subject = Subjects.Of(prose, cue);
        if (subject > cue.Last && prose.Trees[subject].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn) return subject;
        for (var word = cue.Last + 1; word <= Math.Min(cue.Last + Reach, prose.SentenceEnd(cue.Word)); word++)
        {
            if (prose.Trees[word].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn && prose.Trees[word].Head <= word) return word;
            if (prose.Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Punct or PartOfSpeech.Sconj) return -1;
        }

        return subject > opener ? subject : -1;
    }

    // The first of the words that point: at the head of the sentence, or after a comma within it; −1 where none do.
    private static int PointsFrom(StatementContext prose, Cue cue)
    {
        var start = prose.SentenceStart(cue.Word);
        for (var word = Math.Max(start, cue.First - Reach); word < cue.Word; word++)
        {
            var isHead = word == start || prose.Trees[word - 1].Form is "," or "–" or "—";
            if (isHead && prose.InProse(word) && Points(prose, cue, word)) return word;
        }

        return -1;
    }

    // «ce que dément X», «ce que X dément»: nothing but whoever tells stands between.
    private static bool Points(StatementContext prose, Cue cue, int opener)
    {
        var before = NameBefore(prose, cue, opener)?.First ?? cue.First;
        while (before < cue.Word && prose.Lexicon.Function.IsThat(prose.Trees[before].Form)) before++;
        if (before <= opener) return false;
        var words = prose.Trees.Span(opener, before - 1).In(prose.Text).ToString();
        if (!prose.Lexicon.Function.IsPointing(words.Trim().Replace('’', '\''))) return false;
        // «Ce que demandent les habitants, c'est de l'eau»: what has a verb of its own says what it is.
        return HasFinite(prose, opener, before - 1) || !HasFinite(prose, cue.Last + 1, prose.SentenceEnd(cue.Word));
    }

    private static bool HasFinite(StatementContext prose, int first, int last)
    {
        for (var word = first; word <= last; word++)
        {
            if (Subjects.IsFinite(prose.Trees, word)) return true;
        }

        return false;
    }

    // Who stands right before the verb: an article and its noun, or a name.
    private static NounPhrase? NameBefore(StatementContext prose, Cue cue, int opener)
    {
        var last = cue.First - 1;
        if (last <= opener || prose.Trees[last].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) return null;
        var first = last;
        while (first - 1 > opener && prose.Trees[first - 1].Tag == prose.Trees[last].Tag) first--;
        if (first - 1 > opener && prose.Trees[first - 1].Tag == PartOfSpeech.Adj) first--;
        if (first - 1 > opener && prose.Trees[first - 1].Tag == PartOfSpeech.Det) first--;
        return new(first, last, last);
    }

    private static bool IsInSentence(StatementContext prose, int opener) => opener > prose.SentenceStart(opener);

    private static (TextSpan Span, int Head)? Told(StatementContext prose, int opener)
    {
        if (!IsInSentence(prose, opener)) return Before(prose, opener);
        var first = prose.SentenceStart(opener);
        if (!prose.IsWord(first) || prose.Trimmed(first, opener - 2) is not { } span) return null;
        return (span, RootOf(prose, first, opener - 2));
    }

    // The sentence before, outside marks: what is quoted there has a speaker of its own, or is given one by the cue that follows it.
    private static (TextSpan Span, int Head)? Before(StatementContext prose, int opener)
    {
        var last = opener - 1;
        if (last < 1 || !prose.InProse(last) || prose.QuotationOf(last) >= 0) return null;
        var first = prose.SentenceStart(last);
        if (!prose.IsWord(first) || prose.QuotationOf(first) >= 0 || prose.Trimmed(first, last) is not { } span) return null;
        return (span, RootOf(prose, first, last));
    }

    private static int RootOf(StatementContext prose, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (prose.Trees[i].Head < 0) return i;
        }

        return -1;
    }
}
