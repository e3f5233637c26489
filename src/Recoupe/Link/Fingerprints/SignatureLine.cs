using Recoupe.Language;

namespace Recoupe.Link.Fingerprints;

/// <summary>Reads agencies that sign a text: alone in its last line (<c>AFP</c>, <c>dpa/NAN</c>), in brackets at its end, after a stroke.</summary>
internal static class SignatureLine
{
    // «(Avec AFP, Reuters et dpa)»: a signature is short.
    private const int Longest = 60;

    private static readonly char[] Between = ['/', ',', '-', '–', '+', '&', '·', '|', '.', ';', ':', '*', '©', '(', ')', ' ', '\u00a0', '\t', '\n', '\r'];

    private static readonly string[] Joining = ["avec", "et", "and", "with", "via", "par", "by", "source", "sources", "the", "l", "d", "après"];

    /// <summary>The names in the signature that ends a line; none where it has none.</summary>
    public static IEnumerable<TextSpan> In(string text, TextSpan line)
    {
        var end = line.End;
        while (end > line.Start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '.' or '*')) end--;
        var start = Start(text, line.Start, end);
        return start < 0 || end - start > Longest ? [] : Names(text, start, end);
    }

    // After the last bracket, stroke or line's end.
    private static int Start(string text, int from, int end)
    {
        if (end == from) return -1;
        var newline = text.LastIndexOf('\n', end - 1, end - from);
        var lineStart = newline < 0 ? from : newline + 1;
        if (text[end - 1] == ')') return text.LastIndexOf('(', end - 1, end - lineStart);
        var stroke = text.LastIndexOf("/ ", end - 1, end - lineStart, StringComparison.Ordinal);
        return stroke >= 0 ? stroke : lineStart;
    }

    // Nothing but names and what joins them, one of them known; else it is prose.
    private static List<TextSpan> Names(string text, int start, int end)
    {
        var names = new List<TextSpan>();
        for (var at = start; at < end;)
        {
            if (Between.Contains(text[at])) at++;
            else if (KnownOutlets.LengthAt(text.AsSpan(0, end), at) is var length and > 0)
            {
                names.Add(new(at, at + length));
                at += length;
            }
            else if (SmallWord(text, at, end) is var small and > 0) at += small;
            else return [];
        }

        return names;
    }

    private static int SmallWord(string text, int at, int end)
    {
        var stop = at;
        while (stop < end && char.IsLetter(text[stop])) stop++;
        var isJoining = Joining.Contains(text[at..stop].ToLowerInvariant(), StringComparer.Ordinal);
        return isJoining ? stop - at + (stop < end && text[stop] is '\'' or '’' ? 1 : 0) : 0;
    }
}
