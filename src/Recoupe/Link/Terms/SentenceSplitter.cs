using Recoupe.Language;

namespace Recoupe.Link.Terms;

/// <summary>Cuts a block into sentences by punctuation alone, for texts in languages without a reader.</summary>
internal static class SentenceSplitter
{
    public static IEnumerable<TextSpan> Split(string text, TextSpan block)
    {
        var start = block.Start;
        for (var i = block.Start; i < block.End; i++)
        {
            if (!EndsSentence(text, i, block.End)) continue;
            yield return new(start, i + 1);
            start = i + 1;
        }

        if (start < block.End) yield return new(start, block.End);
    }

    /// <summary>The same without the space around them and without those that are nothing else.</summary>
    public static IEnumerable<TextSpan> Trimmed(string text, TextSpan block) => Split(text, block).Select(s => WithoutSpace(text, s)).Where(s => s.Length > 0);

    /// <summary>The span without white space at its ends; of no length, or less, where there is nothing else.</summary>
    public static TextSpan WithoutSpace(string text, TextSpan span)
    {
        var inside = span.In(text);
        return new(span.Start + inside.Length - inside.TrimStart().Length, span.End - (inside.Length - inside.TrimEnd().Length));
    }

    private static bool EndsSentence(string text, int at, int end) =>
        text[at] is '\n' or '。' or '؟' or '।' || (text[at] is '.' or '!' or '?' or '…' && at + 1 < end && char.IsWhiteSpace(text[at + 1]));
}
