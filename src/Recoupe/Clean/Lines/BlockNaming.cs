using System.Collections.Immutable;
using Recoupe.Formats;
using Recoupe.Language;

namespace Recoupe.Clean.Lines;

/// <summary>Says of each line of a page without HTML what part of the article it is, or that it is the site's.</summary>
internal sealed class BlockNaming
{
    private const int SiteLinesOfASite = 3; // fewer, and the page is taken for a bare article with a stray label
    private const int LongestHeading = 120;
    private const int LongestTitle = 250;
    private const int LongestByline = 120;

    private readonly string text;
    private readonly ImmutableArray<TextSpan> lines;
    private readonly ImmutableArray<LineSort> sorts;
    private readonly SiteWords words;
    private readonly HashSet<string> names;
    private readonly int start;
    private readonly int end;
    private readonly int title;
    private readonly int closing;
    private readonly bool isSite;

    private BlockNaming(string text, ImmutableArray<TextSpan> lines, string? givenTitle, SiteWords words)
    {
        (this.text, this.lines, this.words) = (text, lines, words);
        sorts = MainText.Sort(text, lines, words);
        (start, end) = (MainText.Find(lines, sorts) is var main ? (main.Start.Value, main.End.Value) : default);
        names = LineShape.NamesIn(text, lines.Where((_, i) => sorts[i] is LineSort.Prose or LineSort.Sentence));
        isSite = sorts.Count(s => s is LineSort.Site or LineSort.End or LineSort.Repeated) >= SiteLinesOfASite;
        title = TitleLine(givenTitle);
        // After the last line of prose, what a closing label opens is the site's to the end.
        closing = Index(i => i >= end && sorts[i] is LineSort.End) is >= 0 and var at ? at : lines.Length;
    }

    /// <summary>The blocks of these lines, and which of them is the headline (−1 where none is).</summary>
    public static (ImmutableArray<Block> Blocks, int Title) Name(string text, ImmutableArray<TextSpan> lines, string? givenTitle, SiteWords words)
    {
        var naming = new BlockNaming(text, lines, givenTitle, words);
        return ([.. Enumerable.Range(0, lines.Length).Select(i => new Block(lines[i], naming.KindOf(i)))], naming.title);
    }

    private BlockKind KindOf(int i)
    {
        if (i == title) return BlockKind.Title;
        if (sorts[i] is LineSort.Site or LineSort.End || i >= closing || IsRenderHead(i)) return BlockKind.Furniture;
        if (RepeatsTitle(i)) return BlockKind.Heading;
        if (isSite && (i < start || i >= end)) return OutsideKind(i);
        return sorts[i] is LineSort.Sign ? BlockKind.Furniture : Kind(i);
    }

    // Around the article of a site's page only what belongs to an article's head is not furniture.
    private BlockKind OutsideKind(int i)
    {
        var kind = Kind(i);
        var isOfTheHead = title >= 0 && i > title && i < start && kind is BlockKind.Byline or BlockKind.Date or BlockKind.Caption;
        var isOfTheTail = i >= end && sorts[i] is LineSort.Legend;
        var isRunningProse = sorts[i] is LineSort.Prose && !MainText.StandsAlone(sorts, i);
        return isOfTheHead || isOfTheTail || isRunningProse ? kind : BlockKind.Furniture;
    }

    private BlockKind Kind(int i)
    {
        var line = lines[i].In(text);
        if (sorts[i] is LineSort.Day) return BlockKind.Date;
        if (words.IsCredit(line)) return BlockKind.Credit;
        if (sorts[i] is LineSort.Legend) return BlockKind.Caption;
        if (line.StartsWith("> ")) return BlockKind.Quote;
        if (line[0] == '#' && line.TrimStart('#').StartsWith(" ")) return BlockKind.Heading;
        if (sorts[i] is not (LineSort.Short or LineSort.Repeated)) return BlockKind.Body;
        if (IsByline(line, i)) return BlockKind.Byline;
        if (IsInside(i) && LineShape.IsNames(line) && NamesTold(line)) return BlockKind.Caption;
        return IsHeading(line, i) ? BlockKind.Heading : BlockKind.Body;
    }

    // A day that opens the page, the site's name between it and the headline, is when the page was rendered.
    private bool IsRenderHead(int i) => i < title && title > 1 && sorts[0] is LineSort.Day;

    // A heading in capitals looks like names; names that the prose tells are names.
    private bool NamesTold(ReadOnlySpan<char> line)
    {
        foreach (var range in line.Split(' '))
        {
            if (line[range] is [var first, ..] && char.IsUpper(first) && !names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line[range])) return false;
        }

        return true;
    }

    private bool IsInside(int i) => i > start && i < end - 1;

    private bool IsByline(ReadOnlySpan<char> line, int i)
    {
        if (line.Length > LongestByline || IsInside(i)) return false;
        var all = LineWords.Of(line);
        var opening = words.BylineWords(all);
        return opening > 0 && all.Count > opening && (opening > 1 || char.IsUpper(FirstOfWord(line, opening)));
    }

    private static char FirstOfWord(ReadOnlySpan<char> line, int word)
    {
        var at = 0;
        for (var n = 0; at < line.Length; n++)
        {
            while (at < line.Length && !char.IsLetterOrDigit(line[at])) at++;
            if (n == word) break;
            while (at < line.Length && char.IsLetterOrDigit(line[at])) at++;
        }

        return at < line.Length ? line[at] : ' ';
    }

    // A heading stands over something, and is no item of a list nor the middle of a sentence.
    private bool IsHeading(ReadOnlySpan<char> line, int i) =>
        line.Length <= LongestHeading
        && char.IsUpper(FirstOfWord(line, 0))
        && line[0] is not ('-' or '–' or '—' or '•' or '*' or '«' or '“' or '"' or '[' or '(')
        && !LineShape.EndsSentence(line)
        && i + 1 < lines.Length
        && sorts[i + 1] is LineSort.Prose or LineSort.Sentence or LineSort.Teaser or LineSort.Legend;

    private bool RepeatsTitle(int i) =>
        title >= 0 && i != title && lines[i].Length == lines[title].Length && lines[i].In(text).Equals(lines[title].In(text), StringComparison.OrdinalIgnoreCase);

    private int TitleLine(string? given)
    {
        if (given is not null && Index(i => lines[i].In(text).TrimStart("# ").Equals(given, StringComparison.OrdinalIgnoreCase)) is >= 0 and var told) return told;
        if (lines.Length > 0 && lines[0].In(text).StartsWith("# ")) return 0;
        if (given is null && OpensWithTitle()) return start;
        var last = LastBefore(start, CanBeTitle);
        // Two lines that could be it: the upper is, with another under it, unless it is a menu's.
        while (last > 0 && (isSite ? RepeatedAbove(last) : CanBeTitle(last - 1))) last--;
        return last;
    }

    private int Index(Func<int, bool> holds) => Enumerable.Range(0, lines.Length).FirstOrDefault(holds, -1);

    private bool RepeatedAbove(int i) => lines[i - 1].In(text).Equals(lines[i].In(text), StringComparison.OrdinalIgnoreCase);

    private static int LastBefore(int start, Func<int, bool> holds)
    {
        var i = start - 1;
        while (i >= 0 && !holds(i)) i--;
        return i;
    }

    private bool CanBeTitle(int i) =>
        (sorts[i] is LineSort.Short or LineSort.Repeated || (sorts[i] is LineSort.Prose && !LineShape.EndsSentence(lines[i].In(text))))
        && lines[i].Length <= LongestTitle
        && text[lines[i].End - 1] is not (')' or ']')
        && !IsByline(lines[i].In(text), i)
        && lines[i].In(text).Count(' ') >= 2;

    // A headline too long to be told from a paragraph but by its want of a stop; prose that ends with one follows.
    private bool OpensWithTitle() =>
        start < end
        && sorts[start] is LineSort.Prose
        && lines[start].Length <= LongestTitle
        && char.IsLetterOrDigit(lines[start].In(text)[^1])
        && !LineShape.EndsSentence(lines[start].In(text))
        && Enumerable.Range(start + 1, end - start - 1).FirstOrDefault(i => sorts[i] is LineSort.Prose) is > 0 and var next
        && LineShape.EndsSentence(lines[next].In(text));
}
