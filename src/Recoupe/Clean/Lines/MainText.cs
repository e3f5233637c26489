using System.Collections.Immutable;
using Recoupe.Formats;
using Recoupe.Language;

namespace Recoupe.Clean.Lines;

/// <summary>What a line is by itself.</summary>
internal enum LineSort
{
    /// <summary>A paragraph: it ends as sentences do, or is long.</summary>
    Prose,

    /// <summary>Short, but ends as sentences do.</summary>
    Sentence,

    /// <summary>Short and without a stop: a title, a heading, a name, a link.</summary>
    Short,

    /// <summary>Breaks off: prose of a teaser.</summary>
    Teaser,

    /// <summary>A legend or a credit.</summary>
    Legend,

    /// <summary>No letter or figure in it.</summary>
    Sign,

    /// <summary>A day, and little else.</summary>
    Day,

    /// <summary>Short, and there more than once.</summary>
    Repeated,

    /// <summary>The site's, by its words.</summary>
    Site,

    /// <summary>The site's, and the article ends here.</summary>
    End,
}

/// <summary>Finds where on a page the article lies, by its lines alone.</summary>
internal static class MainText
{
    private const int LongEnough = 50; // characters of a paragraph that ends with a stop
    private const int LongAnyway = 120; // of one that does not
    private const int ShortestSentence = 25;
    private const int LongestDay = 60;
    private const int LongestRepeat = 150;

    // What a line speaks for its being in the article, in seventh parts of a character; chosen on the pages of
    // article-extraction-benchmark, where the outcome changes by less than 0.01 for any of them halved or doubled.
    private const int Most = 280;
    private const int OfShort = -21;
    private const int OfRepeated = -35;
    private const int OfDay = -35;
    private const int OfTeaser = -28;
    private const int OfSite = -49;
    private const int OfEnd = -210;
    private const int OfSign = -7;
    private const int OfSentence = 7;

    /// <summary>What each line is by itself.</summary>
    public static ImmutableArray<LineSort> Sort(string text, ImmutableArray<TextSpan> lines, SiteWords words)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Where(l => l.Length <= LongestRepeat))
        {
            var key = text[line.Start..line.End];
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return [.. lines.Select(l => SortOf(l.In(text), l.Length <= LongestRepeat && counts[text[l.Start..l.End]] > 1, words))];
    }

    /// <summary>
    /// The lines from the article's first to its last, both of prose; empty where there is none. Insets, which the layout shows to stand
    /// between two paragraphs of one run, speak neither for it nor against.
    /// </summary>
    public static Range Find(ImmutableArray<TextSpan> lines, ImmutableArray<LineSort> sorts, ImmutableArray<bool> insets = default)
    {
        var (best, bestStart, bestEnd) = (0L, 0, 0);
        var (sum, start) = (0L, 0);
        for (var i = 0; i < lines.Length; i++)
        {
            if (sum <= 0) (sum, start) = (0, i);
            sum += IsInset(insets, i) ? 0 : Worth(lines[i].Length, sorts, insets, i);
            if (sum > best) (best, bestStart, bestEnd) = (sum, start, i + 1);
        }

        return Widened(sorts, bestStart, bestEnd);
    }

    /// <summary>Whether no other prose is beside the line: a list of teasers is prose too, but every second line of it.</summary>
    public static bool StandsAlone(ImmutableArray<LineSort> sorts, int i, ImmutableArray<bool> insets = default)
    {
        var (before, after) = (i - 1, i + 1);
        while (IsInset(insets, before)) before--;
        while (IsInset(insets, after)) after++;
        return !IsRunning(sorts, before) && !IsRunning(sorts, after);
    }

    private static bool IsInset(ImmutableArray<bool> insets, int i) => !insets.IsDefault && i >= 0 && i < insets.Length && insets[i];

    private static LineSort SortOf(ReadOnlySpan<char> line, bool repeated, SiteWords words)
    {
        if (!HasLetter(line)) return LineSort.Sign;
        if (words.IsEnd(line)) return LineSort.End;
        if (words.IsLabel(line) || LineShape.IsBreadcrumb(line) || words.IsNotice(line)) return LineSort.Site;
        if (line.Length < LongestDay && IsDay(line, words)) return LineSort.Day;
        var ends = LineShape.EndsSentence(line);
        if (repeated && !(ends && line.Length >= LongEnough)) return LineSort.Repeated;
        if (LineShape.EndsWithPhotoCredit(line) || words.IsCredit(line) || words.IsCaption(line)) return LineSort.Legend;
        if (line.Length >= LongEnough && LineShape.BreaksOff(line)) return LineSort.Teaser;
        if (line.Length >= (ends ? LongEnough : LongAnyway)) return LineSort.Prose;
        return ends && line.Length >= ShortestSentence ? LineSort.Sentence : LineSort.Short;
    }

    // Four words beside the day and those that announce it: a time, a zone, a weekday.
    private static bool IsDay(ReadOnlySpan<char> line, SiteWords words)
    {
        var all = LineWords.Of(line);
        return WrittenDay.In(all) is { } day && all.Count - day.Words - words.BylineWords(all) <= 4 && !LineShape.EndsSentence(line);
    }

    private static int Worth(int length, ImmutableArray<LineSort> sorts, ImmutableArray<bool> insets, int i) => sorts[i] switch
    {
        LineSort.Prose => Math.Min(length, Most) * (StandsAlone(sorts, i, insets) ? 3 : 10) / 10,
        LineSort.Sentence => OfSentence,
        LineSort.Teaser => OfTeaser,
        LineSort.Legend or LineSort.Sign => OfSign,
        LineSort.Day => OfDay,
        LineSort.Repeated => OfRepeated,
        LineSort.Site => OfSite,
        LineSort.End => OfEnd,
        _ => OfShort,
    };

    private static bool IsRunning(ImmutableArray<LineSort> sorts, int i) =>
        i >= 0 && i < sorts.Length && sorts[i] is LineSort.Prose or LineSort.Sentence;

    // What reads on from the article's ends is of it, though it weighs little.
    private static Range Widened(ImmutableArray<LineSort> sorts, int start, int end)
    {
        if (start == end) return start..end;
        while (start > 0 && sorts[start - 1] is LineSort.Prose or LineSort.Sentence or LineSort.Legend) start--;
        while (end < sorts.Length && sorts[end] is LineSort.Prose or LineSort.Sentence or LineSort.Teaser or LineSort.Legend) end++;
        return start..end;
    }

    private static bool HasLetter(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (char.IsLetterOrDigit(c)) return true;
        }

        return false;
    }
}
