using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Attributions;

/// <summary>Tellings that point back: «Le dépôt restera fermé. C'est ce qu'a annoncé la gérante.» What the sentence before says is told.</summary>
internal static class PointingAttributions
{
    public static IEnumerable<StatementDraft> Find(StatementContext prose, IEnumerable<Cue> cues, IReadOnlySet<int> quoting)
    {
        foreach (var cue in cues)
        {
            if (quoting.Contains(cue.Word) || !Points(prose, cue) || Told(prose, cue) is not { } told) continue;
            if (Array.Find(cue.Tellings, t => t.May(ComplementKind.That)) is not { } telling || Subjects.Of(prose, cue) is not (>= 0 and var subject)) continue;
            yield return new()
            {
                CueWord = cue.Word,
                Cue = prose.Trees.Span(cue.First, cue.Last),
                Effect = cue.EffectOf(telling),
                Content = [told.Span],
                ContentHead = told.Head,
                Source = NounPhrases.Of(prose, subject),
                Within = prose.OutermostOf(cue.Word),
            };
        }
    }

    private static bool Points(StatementContext prose, Cue cue)
    {
        var start = prose.SentenceStart(cue.Word);
        var verb = cue.First;
        while (verb < cue.Word && prose.Lexicon.Function.IsThat(prose.Trees[verb].Form)) verb++;
        if (start >= verb || !prose.InProse(start)) return false;
        var opener = prose.Trees.Span(start, verb - 1).In(prose.Text).ToString();
        return prose.Lexicon.Function.IsPointing(opener.Trim().Replace('’', '\''));
    }

    // The sentence before, outside marks: what is quoted there has a speaker of its own, or is given one by the cue that follows it.
    private static (TextSpan Span, int Head)? Told(StatementContext prose, Cue cue)
    {
        var last = prose.SentenceStart(cue.Word) - 1;
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
