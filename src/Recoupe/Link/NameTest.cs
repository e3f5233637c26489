namespace Recoupe.Link;

/// <summary>Whether a word is (part of) a name.</summary>
internal static class NameTest
{
    /// <summary>It is part of a mention, or stands capitalised inside a sentence.</summary>
    public static bool IsName(string text, ScannedWord word, SpanIndex mentions) =>
        word.IsCapital && (mentions.Contains(word.Span) || !BeginsSentence(text, word.Span.Start));

    // A capital after a full stop, a dash, a quotation mark or at a line's start may be the sentence's.
    private static bool BeginsSentence(string text, int start)
    {
        var at = start - 1;
        while (at >= 0 && (text[at] is ' ' or '\u00a0' or '\u202f')) at--;
        return at < 0 || text[at] is '.' or '!' or '?' or ':' or '…' or '\n' or '\r' or '–' or '—' or '«' or '»' or '“' or '”' or '"' or '‘';
    }
}
