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

    private readonly string _text;
    private readonly ImmutableArray<TextSpan> _lines;
    private readonly ImmutableArray<LineSort> _sorts;
    private readonly SiteWords _words;
    private readonly HashSet<string> _names;
    private readonly int _start;
    private readonly int _end;
    private readonly int _title;
    private readonly int _closing;
    private readonly bool _isSite;

    private BlockNaming(string text, ImmutableArray<TextSpan> lines, string? givenTitle, SiteWords words)
    {
        (_text, _lines, _words) = (text, lines, words);
        _sorts = MainText.Sort(text, lines, words);
        (_start, _end) = (MainText.Find(lines, _sorts) is var main ? (main.Start.Value, main.End.Value) : default);
        _names = LineShape.NamesIn(text, lines.Where((_, i) => _sorts[i] is LineSort.Prose or LineSort.Sentence));
        _isSite = _sorts.Count(s => s is LineSort.Site or LineSort.End or LineSort.Repeated) >= SiteLinesOfASite;
        _title = TitleLine(givenTitle);
        // After the last line of prose, what a closing label opens is the site's to the end.
        _closing = Index(i => i >= _end && _sorts[i] is LineSort.End) is >= 0 and var at ? at : lines.Length;
    }

    /// <summary>The blocks of these lines, and which of them is the headline (−1 where none is).</summary>
    public static (ImmutableArray<Block> Blocks, int Title) Name(
        string text, ImmutableArray<TextSpan> lines, string? givenTitle, SiteWords words)
    {
        var naming = new BlockNaming(text, lines, givenTitle, words);
        return ([.. Enumerable.Range(0, lines.Length).Select(i => new Block(lines[i], naming.KindOf(i)))], naming._title);
    }

    private BlockKind KindOf(int i)
    {
        if (i == _title) return BlockKind.Title;
        if (_sorts[i] is LineSort.Site or LineSort.End || i >= _closing || IsRenderHead(i)) return BlockKind.Furniture;
        if (RepeatsTitle(i)) return BlockKind.Heading;
        if (_isSite && (i < _start || i >= _end)) return OutsideKind(i);
        return _sorts[i] is LineSort.Sign ? BlockKind.Furniture : Kind(i);
    }

    // Around the article of a site's page only what belongs to an article's head is not furniture.
    private BlockKind OutsideKind(int i)
    {
        var kind = Kind(i);
        var isOfTheHead = _title >= 0 && i > _title && i < _start && kind is BlockKind.Byline or BlockKind.Date or BlockKind.Caption;
        var isOfTheTail = i >= _end && _sorts[i] is LineSort.Legend;
        var isRunningProse = _sorts[i] is LineSort.Prose && !MainText.StandsAlone(_sorts, i);
        return isOfTheHead || isOfTheTail || isRunningProse ? kind : BlockKind.Furniture;
    }

    private BlockKind Kind(int i)
    {
        var line = _lines[i].In(_text);
        if (_sorts[i] is LineSort.Day) return BlockKind.Date;
        if (_words.IsCredit(line)) return BlockKind.Credit;
        if (_sorts[i] is LineSort.Legend) return BlockKind.Caption;
        if (line.StartsWith("> ")) return BlockKind.Quote;
        if (line[0] == '#' && line.TrimStart('#').StartsWith(" ")) return BlockKind.Heading;
        if (_sorts[i] is not (LineSort.Short or LineSort.Repeated)) return BlockKind.Body;
        if (IsByline(line, i)) return BlockKind.Byline;
        if (IsInside(i) && LineShape.IsNames(line) && NamesTold(line)) return BlockKind.Caption;
        return IsHeading(line, i) ? BlockKind.Heading : BlockKind.Body;
    }

    // A day that opens the page, the site's name between it and the headline, is when the page was rendered.
    private bool IsRenderHead(int i) => i < _title && _title > 1 && _sorts[0] is LineSort.Day;

    // A heading in capitals looks like names; names that the prose tells are names.
    private bool NamesTold(ReadOnlySpan<char> line)
    {
        foreach (var range in line.Split(' '))
        {
            if (line[range] is [var first, ..]
                && char.IsUpper(first)
                && !_names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line[range]))
                return false;
        }

        return true;
    }

    private bool IsInside(int i) => i > _start && i < _end - 1;

    private bool IsByline(ReadOnlySpan<char> line, int i)
    {
        if (line.Length > LongestByline || IsInside(i)) return false;
        var all = LineWords.Of(line);
        var opening = _words.BylineWords(all);
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
        && i + 1 < _lines.Length
        && _sorts[i + 1] is LineSort.Prose or LineSort.Sentence or LineSort.Teaser or LineSort.Legend;

    private bool RepeatsTitle(int i) =>
        _title >= 0
            && i != _title
            && _lines[i].Length == _lines[_title].Length
            && _lines[i].In(_text).Equals(_lines[_title].In(_text), StringComparison.OrdinalIgnoreCase);

    private int TitleLine(string? given)
    {
        if (given is not null && Index(i => _lines[i].In(_text).TrimStart("# ").Equals(given, StringComparison.OrdinalIgnoreCase)) is >= 0 and var told) return told;
        if (_lines.Length > 0 && _lines[0].In(_text).StartsWith("# ")) return 0;
        if (given is null && OpensWithTitle()) return _start;
        var last = LastBefore(_start, CanBeTitle);
        // Two lines that could be it: the upper is, with another under it, unless it is a menu's.
        while (last > 0 && (_isSite ? RepeatedAbove(last) : CanBeTitle(last - 1))) last--;
        return last;
    }

    private int Index(Func<int, bool> holds) => Enumerable.Range(0, _lines.Length).FirstOrDefault(holds, -1);

    private bool RepeatedAbove(int i) => _lines[i - 1].In(_text).Equals(_lines[i].In(_text), StringComparison.OrdinalIgnoreCase);

    private static int LastBefore(int start, Func<int, bool> holds)
    {
        var i = start - 1;
        while (i >= 0 && !holds(i)) i--;
        return i;
    }

    private bool CanBeTitle(int i) =>
        (_sorts[i] is LineSort.Short or LineSort.Repeated || (_sorts[i] is LineSort.Prose && !LineShape.EndsSentence(_lines[i].In(_text))))
        && _lines[i].Length <= LongestTitle
        && _text[_lines[i].End - 1] is not (')' or ']')
        && !IsByline(_lines[i].In(_text), i)
        && _lines[i].In(_text).Count(' ') >= 2;

    // A headline too long to be told from a paragraph but by its want of a stop; prose that ends with one follows.
    private bool OpensWithTitle() =>
        _start < _end
        && _sorts[_start] is LineSort.Prose
        && _lines[_start].Length <= LongestTitle
        && char.IsLetterOrDigit(_lines[_start].In(_text)[^1])
        && !LineShape.EndsSentence(_lines[_start].In(_text))
        && Enumerable.Range(_start + 1, _end - _start - 1).FirstOrDefault(i => _sorts[i] is LineSort.Prose) is > 0 and var next
        && LineShape.EndsSentence(_lines[next].In(_text));
}
