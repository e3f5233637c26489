using System.Text;
using System.Text.RegularExpressions;

namespace Recoupe.Ingest.Documents;

/// <summary>
/// Reads what is said in subtitles (.srt, .vtt): the cues one after the other, without numbers and times, in paragraphs that end with a
/// sentence.
/// </summary>
internal static partial class SubtitleText
{
    private const int LongEnough = 300; // characters of a paragraph that may end

    /// <summary>The text.</summary>
    public static string Of(string subtitles)
    {
        var (text, paragraph) = (new StringBuilder(), new StringBuilder());
        foreach (var line in Spoken(subtitles))
        {
            if (paragraph.Length > 0) paragraph.Append(' ');
            paragraph.Append(line);
            if (paragraph.Length >= LongEnough && line[^1] is '.' or '!' or '?' or '…' or '»' or '”') End(text, paragraph);
        }

        End(text, paragraph);
        return text.ToString();
    }

    private static void End(StringBuilder text, StringBuilder paragraph)
    {
        if (paragraph.Length == 0) return;
        if (text.Length > 0) text.Append("\n\n");
        text.Append(paragraph);
        paragraph.Clear();
    }

    // A cue is its times and the lines after them, up to a blank one: what stands elsewhere is a number, a note, a style.
    private static IEnumerable<string> Spoken(string subtitles)
    {
        var isCue = false;
        foreach (var line in subtitles.Split('\n').Select(l => l.Trim()))
        {
            if (line.Contains("-->", StringComparison.Ordinal)) isCue = true;
            else if (line.Length == 0) isCue = false;
            else if (isCue && Tag().Replace(line, "").Trim() is { Length: > 0 } said) yield return said;
        }
    }

    [GeneratedRegex("<[^<>]{0,100}>|\\{\\\\[^{}]{0,100}\\}", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
