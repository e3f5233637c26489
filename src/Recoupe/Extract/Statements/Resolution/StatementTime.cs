using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Extract.Statements.Resolution;

/// <summary>Tells when something was said: by the date beside the cue, outside what is told.</summary>
internal static class StatementTime
{
    private const int Near = 160;

    public static string? Of(StatementContext prose, StatementDraft draft)
    {
        if (draft.Cue is not { } cue) return null;
        var sentence = prose.Trees.Sentence(draft.CueWord).Span;
        var at = BinarySearch.First(prose.Times.Length, i => prose.Times[i].Span.Start >= sentence.Start);
        TimeExpression? nearest = null;
        for (; at < prose.Times.Length && prose.Times[at].Span.Start < sentence.End; at++)
        {
            var time = prose.Times[at];
            if (IsDated(time) && !draft.Covers(time.Span) && Distance(time.Span, cue) < Near
                && (nearest is null || Distance(time.Span, cue) < Distance(nearest.Span, cue))) nearest = time;
        }

        return nearest?.Value;
    }

    // «récemment» is PAST_REF: a time, but none that a calendar knows.
    private static bool IsDated(TimeExpression time) =>
        time.Type is TimeType.Date or TimeType.Time && (char.IsAsciiDigit(time.Value[0]) || time.Value[0] == 'X');

    private static int Distance(TextSpan a, TextSpan b) => a.Start > b.End ? a.Start - b.End : b.Start - a.End;
}
