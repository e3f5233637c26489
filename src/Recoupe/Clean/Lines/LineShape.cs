using Recoupe.Language;

namespace Recoupe.Clean.Lines;

/// <summary>What a line's characters tell, whatever its language.</summary>
internal static class LineShape
{
    // A longer line is prose that an agency signs: «… (afp/ats)».
    private const int LongestCaption = 500;

    private const string Closing = "\"'’”»)]› \u00A0\u202F*_";
    private const string Stops = ".!?…:;。！？";

    /// <summary>Whether it ends as sentences do, closing quotation marks and brackets aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        var bare = line.TrimEnd(Closing);
        return !bare.IsEmpty && Stops.Contains(bare[^1]);
    }

    /// <summary>Whether it breaks off with an ellipsis, as teasers do.</summary>
    public static bool BreaksOff(ReadOnlySpan<char> line)
    {
        var bare = line.TrimEnd(Closing);
        return bare.EndsWith("…") || bare.EndsWith("...");
    }

    /// <summary>Whether it is a name or several: every word capitalised, but for a joining word or two of at most three letters.</summary>
    public static bool IsNames(ReadOnlySpan<char> line)
    {
        var (names, joints) = (0, 0);
        foreach (var range in line.Split(' '))
        {
            var word = line[range];
            if (word.IsEmpty) continue;
            if (char.IsUpper(word[0]) && word.IndexOfAnyInRange('0', '9') < 0 && !"«“\"#".Contains(word[0])) names++;
            else if (word.Length <= 3 && char.IsLower(word[0])) joints++;
            else return false;
        }

        return names is > 0 and < 6 && joints < names && char.IsLetter(line[^1]);
    }

    /// <summary>The words that paragraphs capitalise where no sentence begins.</summary>
    public static HashSet<string> NamesIn(string text, IEnumerable<TextSpan> paragraphs)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var span in paragraphs)
        {
            var paragraph = span.In(text);
            for (var at = 0; at < paragraph.Length; at++)
            {
                if (!char.IsUpper(paragraph[at]) || !ReadsOn(paragraph[..at])) continue;
                var start = at;
                while (at < paragraph.Length && (char.IsLetter(paragraph[at]) || paragraph[at] is '-')) at++;
                lookup.Add(paragraph[start..at]);
            }
        }

        return names;
    }

    // Whether what stands before a word is the middle of a sentence: a letter and a space, or an initial (M. Lukashenko).
    private static bool ReadsOn(ReadOnlySpan<char> before) =>
        before is [.., var last, ' '] && (char.IsLetter(last) || (before is [.., var initial, '.', ' '] && char.IsUpper(initial)));

    /// <summary>Whether it ends with a photographer and agencies in brackets: <c>(Jane Roe/AFP)</c>.</summary>
    public static bool EndsWithPhotoCredit(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestCaption) return false;
        var bare = line.TrimEnd(" .");
        var open = bare.LastIndexOf('(');
        return open > 0
            && bare[^1] == ')'
            && bare.Length - open < 90
            && bare[open..].Contains('/')
            && bare[open..].IndexOfAnyInRange('0', '9') < 0;
    }

    /// <summary>Whether it is a path through a site: <c>Home » World » Title</c>.</summary>
    public static bool IsBreadcrumb(ReadOnlySpan<char> line) =>
        line.Length < 300 && ((Steps(line, " » ") > 1 && !line.Contains('«'))
            || Steps(line, " › ") > 1
            || Steps(line, " > ") > 1
            || (line.Length < 120 && Steps(line, " | ") > 2));

    private static int Steps(ReadOnlySpan<char> line, string between) => line.Count(between);
}
