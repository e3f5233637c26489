namespace Recoupe.Tests.Ingest.Pdf;

/// <summary>How an article is laid out.</summary>
/// <param name="Columns">How many columns a page has.</param>
/// <param name="Indented">Whether paragraphs are set in; else they are spaced.</param>
/// <param name="Justified">Whether lines are spaced out to the column's width.</param>
/// <param name="Hyphenated">Whether words are parted.</param>
/// <param name="Size">The size of type, in points.</param>
/// <param name="Gutter">Between two columns, in points.</param>
/// <param name="Height">Of a column, in points: less than the article needs makes more pages.</param>
internal sealed record PressLayout(int Columns, bool Indented, bool Justified, bool Hyphenated, double Size = 10, double Gutter = 14, double Height = 640)
{
    private const double Margin = 50;

    /// <summary>Sets paragraphs from a height down, column after column, on new pages where needed; where the last line stands.</summary>
    public double Set(MadePdf pdf, IEnumerable<string> paragraphs, double top, Action<int>? head = null)
    {
        var leading = Size * 1.2;
        var width = (pdf.Width - (2 * Margin) - (Gutter * (Columns - 1))) / Columns;
        var (page, column, y, first) = (pdf.Pages - 1, 0, top, top);
        foreach (var line in paragraphs.SelectMany(p => Lines(p, width)))
        {
            if (line.Opens && !Indented && y > first) y += leading * 0.6;
            if (y > first + Height || y > pdf.Height - 70)
            {
                (column, y) = (column + 1, first);
                if (column == Columns)
                {
                    page = pdf.AddPage();
                    head?.Invoke(page);
                    (column, first, y) = (0, 80, 80);
                }
            }

            var indent = line.Opens && Indented ? Size : 0;
            var room = width - indent - MadePdf.WidthOf(line.Text, Size);
            var blanks = line.Text.Count(c => c == ' ');
            pdf.Text(page, Margin + (column * (width + Gutter)) + indent, y, Size, line.Text, blanks: Justified && !line.Closes && blanks > 0 ? room / blanks : 0);
            y += leading;
        }

        return y;
    }

    private List<(string Text, bool Opens, bool Closes)> Lines(string paragraph, double width)
    {
        var lines = new List<(string, bool, bool)>();
        var line = "";
        foreach (var word in paragraph.Split(' '))
        {
            var room = width - (lines.Count == 0 && Indented ? Size : 0);
            var with = line.Length == 0 ? word : line + " " + word;
            if (MadePdf.WidthOf(with, Size) <= room)
            {
                line = with;
                continue;
            }

            var (start, rest) = Hyphenated ? Parted(word, room - MadePdf.WidthOf(line + " ", Size)) : ("", word);
            lines.Add((start.Length > 0 ? $"{line} {start}" : line, lines.Count == 0, false));
            line = rest;
        }

        lines.Add((line, lines.Count == 0, true));
        return lines;
    }

    // Before a consonant that a vowel follows, or at the word's own hyphen.
    private (string Start, string Left) Parted(string word, double room)
    {
        for (var at = word.Length - 3; at >= 3; at--)
        {
            var isOwn = word[at - 1] == '-';
            var isSyllable = word.AsSpan(at - 3).IndexOfAnyExcept(_letters) is var odd && (odd < 0 || odd >= 6) && !_vowels.Contains(word[at]) && _vowels.Contains(word[at + 1]) && _vowels.Contains(word[at - 1]);
            var start = isOwn ? word[..at] : word[..at] + "-";
            if ((isOwn || isSyllable) && MadePdf.WidthOf(start, Size) <= room) return (start, word[at..]);
        }

        return ("", word);
    }

    private const string Vowels = "aeiouyéèêàâîôûëï";
    private static readonly System.Buffers.SearchValues<char> _vowels = System.Buffers.SearchValues.Create(Vowels);
    private static readonly System.Buffers.SearchValues<char> _letters = System.Buffers.SearchValues.Create(Vowels + "bcdfghjklmnpqrstvwxzç");
}
