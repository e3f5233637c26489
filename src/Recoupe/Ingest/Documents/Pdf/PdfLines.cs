using System.Text;

namespace Recoupe.Ingest.Documents.Pdf;

/// <summary>Makes lines of the letters of a page, and parts those that a gutter between two columns goes through.</summary>
internal static class PdfLines
{
    private const int WordGap = 18; // per cent of the type's size: what is wider parts two words where no blank was set
    private const int GutterGap = 80; // per cent of the type's size: the narrowest gap that may be a gutter
    private const int LeftOfGutter = 65; // per cent of the type's size that a gutter keeps all the way
    private const int WideGutter = 150; // per cent of the type's size: such a gap needs fewer lines to be one
    private const int FewestLines = 4; // lines with text on each side of a gutter
    private const int FewestOfWide = 3; // the same, of a wide one
    private const int LongSide = 6; // lines on one side that need one on the other
    private const int MostIndent = 250; // per cent of the type's size within which a column's line begins
    private const int FarGap = 500; // per cent of the type's size: what stands so far apart is no one line
    private const int LineSlack = 30; // per cent of the type's size within which letters stand on one line
    private const int FurthestLine = 400; // per cent of the type's size between two lines of one gutter

    /// <summary>The stretches of lines, from the upper to the lower, of one line from left to right.</summary>
    public static List<PdfSegment> Of(List<PdfGlyph> glyphs)
    {
        var rows = Rows(glyphs).Select(Words).Where(row => row.Count > 0).ToList();
        var gutters = Gutters(rows);
        var segments = new List<PdfSegment>();
        for (var i = 0; i < rows.Count; i++) segments.AddRange(Parted(rows[i], gutters[i]));
        return segments;
    }

    private static List<List<PdfGlyph>> Rows(List<PdfGlyph> glyphs)
    {
        var rows = new List<List<PdfGlyph>>();
        foreach (var glyph in glyphs.Index().OrderBy(g => g.Item.Base).ThenBy(g => g.Index).Select(g => g.Item))
        {
            var isOfLast = rows.Count > 0 && glyph.Base - rows[^1][0].Base <= Math.Min(glyph.Size, rows[^1][0].Size) * LineSlack / 100;
            if (isOfLast) rows[^1].Add(glyph);
            else rows.Add([glyph]);
        }

        return rows;
    }

    private static List<PdfWord> Words(List<PdfGlyph> row)
    {
        var words = new List<PdfWord>();
        var letters = new List<PdfGlyph>();
        foreach (var glyph in row.Index().OrderBy(g => g.Item.Left).ThenBy(g => g.Index).Select(g => g.Item))
        {
            var isParted = letters.Count > 0
                && (glyph.IsBlank || glyph.Left - letters[^1].Right > Math.Min(glyph.Size, letters[^1].Size) * WordGap / 100);
            if (isParted) End(words, letters);
            if (!glyph.IsBlank) letters.Add(glyph);
        }

        End(words, letters);
        return words;
    }

    private static void End(List<PdfWord> words, List<PdfGlyph> letters)
    {
        if (letters.Count == 0) return;
        words.Add(new(string.Concat(letters.Select(l => l.Text)), letters[0].Left, letters.Max(l => l.Right), letters[0].Base,
            letters.Max(l => l.Size), letters.Count(l => l.IsBold) * 2 > letters.Count));
        letters.Clear();
    }

    // Of each row, where it is to be parted.
    private static List<int>[] Gutters(List<List<PdfWord>> rows)
    {
        var cuts = rows.Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            for (var w = 1; w < rows[i].Count; w++)
            {
                var (left, right) = (rows[i][w - 1], rows[i][w]);
                var size = Math.Min(left.Size, right.Size);
                var gap = (right.Left - left.Right) * 100;
                if (gap < size * GutterGap || cuts[i].Exists(cut => cut > left.Right && cut < right.Left)) continue;
                if (gap >= size * FarGap) cuts[i].Add((left.Right + right.Left) / 2);
                else Follow(rows, cuts, i, new(left.Right, right.Left), size);
            }
        }

        return cuts;
    }

    // Up and down from the row where it shows first, as long as no word stands in it. The lines of two columns need not stand at one
    // height.
    private static void Follow(List<List<PdfWord>> rows, List<int>[] cuts, int from, Strip strip, int size)
    {
        var first = Reach(rows, from, step: -1, size, ref strip);
        var last = Reach(rows, from, step: 1, size, ref strip);
        var (before, after) = (0, 0);
        for (var i = first; i <= last; i++)
        {
            // What another gutter parts from the strip says nothing of it.
            var (left, right) = (cuts[i].Where(cut => cut <= strip.Left).DefaultIfEmpty(int.MinValue)
                .Max(), strip.Right + (size * MostIndent / 100));
            if (rows[i].Exists(w => w.Right <= strip.Left && w.Left >= left)) before++;
            if (rows[i].Exists(w => w.Left >= strip.Right && w.Left <= right)) after++;
        }

        if (!IsGutter(Math.Min(before, after), Math.Max(before, after), strip.Width * 100 >= size * WideGutter)) return;
        for (var i = first; i <= last; i++) cuts[i].Add(strip.Middle);
    }

    // The last column of a page may have one line.
    private static bool IsGutter(int fewer, int more, bool isWide) =>
        fewer >= FewestLines || (fewer > 0 && more >= LongSide) || (fewer >= FewestOfWide && isWide);

    // The last row on that side which leaves enough of the strip.
    private static int Reach(List<List<PdfWord>> rows, int from, int step, int size, ref Strip strip)
    {
        var reached = from;
        for (var i = from; i >= 0 && i < rows.Count; i += step)
        {
            var left = strip;
            foreach (var word in rows[i]) left = left.Without(word);
            var isFar = Math.Abs(rows[i][0].Base - rows[reached][0].Base) * 100 > size * FurthestLine;
            if (isFar || left.Width * 100 < size * LeftOfGutter) break;
            (strip, reached) = (left, i);
        }

        return reached;
    }

    private static IEnumerable<PdfSegment> Parted(List<PdfWord> row, List<int> cuts)
    {
        var part = new List<PdfWord>();
        foreach (var word in row)
        {
            if (part.Count > 0 && cuts.Exists(cut => cut >= part[^1].Right && cut <= word.Left))
            {
                yield return Segment(part);
                part.Clear();
            }

            part.Add(word);
        }

        yield return Segment(part);
    }

    private static PdfSegment Segment(List<PdfWord> words)
    {
        var text = new StringBuilder();
        foreach (var word in words)
        {
            if (text.Length > 0) text.Append(' ');
            text.Append(word.Text);
        }

        var size = words.GroupBy(w => w.Size).OrderByDescending(g => g.Sum(w => w.Text.Length)).ThenByDescending(g => g.Key).First().Key;
        var bold = words.Where(w => w.IsBold).Sum(w => w.Text.Length);
        return new(text.ToString(), words[0].Left, words.Max(w => w.Right), words[0].Base, size, bold * 2 > words.Sum(w => w.Text.Length));
    }

    private readonly record struct PdfWord(string Text, int Left, int Right, int Base, int Size, bool IsBold);

    /// <summary>A part of the page's width without a word.</summary>
    private readonly record struct Strip(int Left, int Right)
    {
        public int Width => Right - Left;

        public int Middle => (Left + Right) / 2;

        // Of what a word leaves of it on either side, the wider.
        public Strip Without(PdfWord word)
        {
            if (word.Right <= Left || word.Left >= Right) return this;
            var (before, after) = (word.Left - Left, Right - word.Right);
            return before > after ? new(Left, word.Left) : new(Math.Min(Right, word.Right), Right);
        }
    }
}
