using System.Collections.Frozen;
using Recoupe.Formats;

namespace Recoupe.Clean.Lines;

/// <summary>
/// Wordings to look for in lines: words, with <c>*</c> for any words or none and <c>%</c> for a number; a word in capitals matches
/// capitals only. Found by their first word, so that many cost no more than few.
/// </summary>
internal sealed class LinePatterns
{
    private const string Any = "*";
    private const string Number = "%";

    private readonly FrozenDictionary<string, LineWords[]> _byFirstWord;

    private LinePatterns(FrozenDictionary<string, LineWords[]> byFirstWord) => _byFirstWord = byFirstWord;

    /// <summary>These wordings.</summary>
    public static LinePatterns Of(IEnumerable<string> wordings) => new(wordings
        .Select(w => LineWords.Of(w))
        .GroupBy(w => w[0], StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal));

    /// <summary>Whether one of them is this one word.</summary>
    public bool Has(string word) => _byFirstWord.TryGetValue(word, out var found) && found.Any(w => w.Count == 1);

    /// <summary>Whether one of them is the whole line; one with <c>*</c> only where <paramref name="open"/>.</summary>
    public bool Matches(LineWords line, bool open) =>
        line.Count > 0 && Candidates(line, 0).Any(w => (open || !w.Lower.Contains(Any)) && IsWhole(w, line));

    /// <summary>How many of them stand in the line.</summary>
    public int CountIn(LineWords line)
    {
        var count = 0;
        for (var at = 0; at < line.Count; at++)
        {
            if (Candidates(line, at).Any(w => StandsAt(w, line, at))) count++;
        }

        return count;
    }

    /// <summary>The words of the longest one that the line opens with.</summary>
    public int LongestAtStart(LineWords line) =>
        line.Count == 0 ? 0 : Candidates(line, 0).Where(w => StandsAt(w, line, 0)).Select(w => w.Count).DefaultIfEmpty().Max();

    /// <summary>Whether one of them ends just before a word of the line.</summary>
    public bool EndsBefore(LineWords line, int at)
    {
        for (var start = Math.Max(0, at - 2); start < at; start++)
        {
            if (Candidates(line, start).Any(w => w.Count == at - start && StandsAt(w, line, start))) return true;
        }

        return false;
    }

    private IEnumerable<LineWords> Candidates(LineWords line, int at)
    {
        foreach (var first in (string[])[line[at], Any, .. IsNumber(line[at]) ? [Number] : (string[])[]])
        {
            foreach (var wording in _byFirstWord.GetValueOrDefault(first, [])) yield return wording;
        }
    }

    private static bool StandsAt(LineWords wording, LineWords line, int at)
    {
        if (at + wording.Count > line.Count) return false;
        for (var i = 0; i < wording.Count; i++)
        {
            if (!IsWord(wording, i, line, at + i)) return false;
        }

        return true;
    }

    // The usual walk over a pattern with stars: back to the last star on a miss, never further.
    private static bool IsWhole(LineWords wording, LineWords line)
    {
        var (w, l, star, resume) = (0, 0, -1, 0);
        while (l < line.Count)
        {
            if (w < wording.Count && wording[w] is Any)
            {
                star = w++;
                resume = l;
            }
            else if (w < wording.Count && IsWord(wording, w, line, l))
            {
                w++;
                l++;
            }
            else if (star >= 0)
            {
                w = star + 1;
                l = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (w < wording.Count && wording[w] is Any) w++;
        return w == wording.Count;
    }

    private static bool IsWord(LineWords wording, int w, LineWords line, int l) =>
        wording[w] is Number
            ? IsNumber(line[l])
            : string.Equals(wording[w], line[l], StringComparison.Ordinal) && (!wording.IsInCapitals(w) || line.IsInCapitals(l));

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]);
}
