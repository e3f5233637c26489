using Recoupe.Language;

namespace Recoupe.Link.Fingerprints;

/// <summary>Text around a name: <c>{name}</c> an outlet's or agency's, <c>{host}</c> a web host. Some text stands before it; <c>_</c> is a space.</summary>
internal sealed record CreditPattern(string Before, string After, bool NamesHost)
{
    private const int MostWords = 6, LongestSmallWord = 3;

    public static CreditPattern Parse(string entry)
    {
        var host = entry.Contains("{host}", StringComparison.Ordinal);
        var parts = entry.Split(host ? "{host}" : "{name}");
        return new(parts[0].Replace('_', ' '), parts[1].Replace('_', ' '), host);
    }

    /// <summary>The names in a line that the pattern's text stands around.</summary>
    public IEnumerable<TextSpan> Find(string text, TextSpan line)
    {
        for (var at = line.Start; at < line.End;)
        {
            var found = text.AsSpan(at, line.End - at).IndexOf(Before, StringComparison.OrdinalIgnoreCase);
            if (found < 0) yield break;
            var start = at + found + Before.Length;
            if (Length(text, start, line.End) is var length and > 0) yield return new(start, start + length);
            at = start;
        }
    }

    private int Length(string text, int start, int end)
    {
        if (char.IsLetter(Before[0]) && IsInsideWord(text, start - Before.Length)) return 0;
        var length = NamesHost ? HostLength(text, start, end) : NameLengthAt(text, start, end);
        return length > 0 && Follows(text, start + length, end) ? length : 0;
    }

    private static bool IsInsideWord(string text, int at) => at > 0 && char.IsLetter(text[at - 1]);

    private bool Follows(string text, int at, int end) => text.AsSpan(at, end - at).StartsWith(After, StringComparison.OrdinalIgnoreCase);

    private static int HostLength(string text, int start, int end)
    {
        var at = start;
        while (at < end && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '-')) at++;
        var host = text.AsSpan(start, at - start).TrimEnd('.');
        return host.Contains('.') ? host.Length : 0;
    }

    // A name that is known is taken as it is known: «franceinfo», «FRANCE 24».
    private static int NameLengthAt(string text, int start, int end) =>
        start < end && KnownOutlets.LengthAt(text.AsSpan(0, end), start) is var known and > 0 ? known : NameLength(text, start, end);

    // Capitalised words in a row, with small ones between them (L'Écho des Rives).
    private static int NameLength(string text, int start, int end)
    {
        int at = start, last = start;
        for (var words = 0; words < MostWords && at < end; words++)
        {
            var wordEnd = at;
            while (wordEnd < end && (char.IsLetterOrDigit(text[wordEnd]) || text[wordEnd] is '-' or '\'' or '’')) wordEnd++;
            if (wordEnd == at) break;
            if (char.IsUpper(text[at]) || char.IsUpper(text[wordEnd - 1])) last = wordEnd;
            else if (wordEnd - at > LongestSmallWord) break;
            at = wordEnd + 1;
            if (wordEnd < end && text[wordEnd] != ' ') break;
        }

        return last - start;
    }
}
