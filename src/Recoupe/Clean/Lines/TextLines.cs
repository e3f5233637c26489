using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Clean.Lines;

/// <summary>Parts a text into what will be its blocks: its lines, or its paragraphs where it was wrapped by hand.</summary>
internal static class TextLines
{
    private const int WidestWrap = 100; // columns: texts are wrapped at 60 to 80
    private const int NarrowestWrap = 45; // columns: shorter lines are verse or lists
    private static readonly System.Buffers.SearchValues<char> LineEnds = System.Buffers.SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");

    /// <summary>The spans of the text's lines from <paramref name="from"/> on, without white space around; none is blank.</summary>
    public static ImmutableArray<TextSpan> In(string text, int from)
    {
        var lines = new List<TextSpan>();
        var breaks = new List<bool>();
        var blank = false;
        for (var start = from; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(LineEnds);
            var end = length < 0 ? text.Length : start + length;
            if (Trimmed(text, start, end) is { Length: > 0 } line)
            {
                lines.Add(line);
                breaks.Add(blank);
                blank = false;
            }
            else if (end > start || !IsSecondHalf(text, start))
            {
                blank = true;
            }

            start = end + 1;
        }

        return IsWrapped(text, lines, breaks) ? Joined(lines, breaks) : [.. lines];
    }

    // The line feed of a CR LF ends no line of its own.
    private static bool IsSecondHalf(string text, int at) => at > 0 && text[at] == '\n' && text[at - 1] == '\r';

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new(start, end);
    }

    // Wrapped by hand: no line is wide, and most lines that another follows without a blank between are full and stop in mid-sentence.
    private static bool IsWrapped(string text, List<TextSpan> lines, List<bool> breaks)
    {
        var widest = lines.Count == 0 ? 0 : lines.Max(l => l.Length);
        if (widest is < NarrowestWrap or > WidestWrap || !breaks.Contains(true)) return false;
        var (followed, full) = (0, 0);
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (breaks[i + 1]) continue;
            followed++;
            if (lines[i].Length * 10 > widest * 7 && !LineShape.EndsSentence(lines[i].In(text))) full++;
        }

        return followed >= 3 && full * 10 > followed * 6;
    }

    private static ImmutableArray<TextSpan> Joined(List<TextSpan> lines, List<bool> breaks)
    {
        var paragraphs = new List<TextSpan>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (breaks[i] || paragraphs.Count == 0) paragraphs.Add(lines[i]);
            else paragraphs[^1] = new(paragraphs[^1].Start, lines[i].End);
        }

        return [.. paragraphs];
    }
}
