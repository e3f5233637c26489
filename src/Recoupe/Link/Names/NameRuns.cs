using Recoupe.Language;

namespace Recoupe.Link.Names;

/// <summary>The runs of words that may be names, of a text in which none were looked for: by characters alone, whatever its language.</summary>
internal static class NameRuns
{
    private const int MostWords = 8;
    private const int WidestGap = 3; // «Smith, J.», not «Smith … J.»

    /// <summary>Every run of a few words on one line that begins or ends with more than a small letter.</summary>
    public static IEnumerable<string> In(string text)
    {
        var words = Words(text);
        for (var first = 0; first < words.Count; first++)
        {
            for (var last = first; last < Math.Min(words.Count, first + MostWords) && (last == first || Adjoin(text, words[last - 1], words[last])); last++)
            {
                if (!char.IsLower(text[words[first].Start]) || !char.IsLower(text[words[last].Start])) yield return text[words[first].Start..words[last].End];
            }
        }
    }

    private static List<TextSpan> Words(string text)
    {
        var words = new List<TextSpan>();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
            if (at > start) words.Add(new(start, at));
            else at++;
        }

        return words;
    }

    private static bool Adjoin(string text, TextSpan before, TextSpan after) =>
        after.Start - before.End <= WidestGap && !text.AsSpan(before.End, after.Start - before.End).ContainsAny('\n', '\r');
}
