using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Link.Terms;

/// <summary>Tells which words of a text are (part of) names.</summary>
internal sealed class NameDetector
{
    private const int LongestCommonStart = 4, LeastLetters = 6;

    private readonly string _text;
    private readonly SpanIndex _mentions;
    private readonly HashSet<string> _roots, _starts, _words;

    public NameDetector(string text, IEnumerable<TextSpan> mentions)
    {
        _text = text;
        _mentions = new(mentions);
        _words = _mentions.All.SelectMany(m => WordScanner.Scan(text, m)).Where(w => w.IsCapital).Select(w => w.Folded).ToHashSet(StringComparer.Ordinal);
        _roots = _words.Select(Root).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _starts = _roots.Select(r => r[..LongestCommonStart]).ToHashSet(StringComparer.Ordinal);
    }

    public static NameDetector Of(Article article, Findings findings) => new(article.Text, findings.Mentions.Select(m => m.Span));

    /// <summary>Part of a mention; or capitalised inside a sentence; or made of a name of the text (<c>norvanien</c> of Norvanie), which only English writes with a capital.</summary>
    public bool IsName(ScannedWord word) =>
        word.IsCapital ? _mentions.Contains(word.Span) || !BeginsSentence(_text, word.Span.Start) : IsOfName(word);

    /// <summary>The same of a word of another wording of what the text tells.</summary>
    public bool IsNameIn(string wording, ScannedWord word) =>
        word.IsCapital ? _words.Contains(word.Folded) || !BeginsSentence(wording, word.Span.Start) : IsOfName(word);

    private bool IsOfName(ScannedWord word) => MayHaveRoot(word.Folded) && Root(word.Folded) is { } root && _roots.Contains(root);

    private bool MayHaveRoot(string folded) =>
        folded.Length >= LeastLetters && _starts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded.AsSpan(0, LongestCommonStart));

    private static string? Root(string folded) =>
        folded.Length < LeastLetters ? null : string.Concat(folded.AsSpan(0, LongestCommonStart), PhoneticKey.OfName(folded));

    // A capital after a full stop, a dash, a quotation mark or at a line's start may be the sentence's.
    private static bool BeginsSentence(string text, int start)
    {
        var at = start - 1;
        while (at >= 0 && (text[at] is ' ' or '\u00a0' or '\u202f')) at--;
        return at < 0 || text[at] is '[' or '.' or '!' or '?' or ':' or '…' or '\n' or '\r' or '–' or '—' or '«' or '»' or '“' or '”' or '"' or '‘';
    }
}
