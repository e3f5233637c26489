namespace Recoupe.Ingest.Documents.Pdf;

/// <summary>A paragraph, with the size of its type in hundredths of a point, whether it is bold, and the page on which it begins.</summary>
internal sealed record PdfParagraph(string Text, int Size, bool IsBold, int Page)
{
    /// <summary>Whether it runs over a line's end, so that it is no label.</summary>
    public bool IsRunning { get; init; }
}

/// <summary>Joins the lines of blocks to paragraphs, over hyphens, columns and pages.</summary>
internal sealed class PdfParagraphs
{
    /// <summary>What stands for a hyphen that is there for the end of a line alone.</summary>
    public const char SoftHyphen = '\u00AD';

    private const int Spaced = 125; // per cent of the usual distance of two lines: one so much wider parts paragraphs
    private const int Indent = 60; // per cent of the type's size
    private const int MostIndent = 400; // per cent of the type's size: what is set in further is no paragraph's first line
    private const int Short = 85; // per cent of the column's width: a line that ends before it may be a paragraph's last
    private const int SizeSlack = 9; // per cent by which one size of type may differ
    private const int MostBetween = 3; // blocks, of a caption or a quotation set large, between two parts of a paragraph

    private readonly LineEndHyphens _hyphens;
    private readonly int _size;
    private readonly List<PdfParagraph> _done = [];
    private readonly List<PdfParagraph> _between = [];
    private PdfParagraph? _open;
    private int _blocksBetween;

    private PdfParagraphs(LineEndHyphens hyphens, int size) => (_hyphens, _size) = (hyphens, size);

    /// <summary>The paragraphs of these pages' blocks, in the order in which they are read.</summary>
    public static List<PdfParagraph> Of(IReadOnlyList<List<PdfBlock>> pages)
    {
        var lines = pages.SelectMany(blocks => blocks).SelectMany(b => b.Lines).ToList();
        var size = lines.GroupBy(l => l.Size).OrderByDescending(g => g.Sum(l => l.Text.Length)).ThenBy(g => g.Key).Select(g => g.Key)
            .FirstOrDefault();
        var joining = new PdfParagraphs(LineEndHyphens.Of(lines), size);
        for (var page = 0; page < pages.Count; page++)
        {
            foreach (var block in pages[page]) joining.Add(joining.Parts(block, page));
        }

        joining.Close();
        return joining._done;
    }

    private void Add(List<PdfParagraph> parts)
    {
        if (_open is { } open && Continues(open, parts[0]))
        {
            parts[0] = open with { Text = Joined(open.Text, parts[0].Text), IsRunning = true };
            _open = null;
            // What stood between is read after the paragraph.
            _done.Add(parts[0]);
            Flush();
            parts.RemoveAt(0);
            if (parts.Count == 0) Reopen();
        }
        else if (_open is { } waiting && !IsOfSize(waiting, parts[0]) && _blocksBetween < MostBetween)
        {
            _between.AddRange(parts);
            _blocksBetween++;
            return;
        }

        if (parts.Count == 0) return;
        Close();
        _done.AddRange(parts.SkipLast(1));
        if (MayGoOn(parts[^1])) _open = parts[^1];
        else _done.Add(parts[^1]);
    }

    // A paragraph may go on through more than two columns.
    private void Reopen()
    {
        if (!MayGoOn(_done[^1])) return;
        _open = _done[^1];
        _done.RemoveAt(_done.Count - 1);
    }

    private void Close()
    {
        if (_open is { } open) _done.Add(open);
        _open = null;
        Flush();
    }

    private void Flush()
    {
        _done.AddRange(_between);
        _between.Clear();
        _blocksBetween = 0;
    }

    private static bool Continues(PdfParagraph open, PdfParagraph next)
    {
        if (!IsOfSize(open, next) || open.IsBold != next.IsBold) return false;
        if (EndsInHyphen(open.Text)) return true;
        return open.IsRunning ? !EndsSentence(open.Text) || OpensSmall(next.Text) : OpensSmall(next.Text);
    }

    private static bool OpensSmall(string text) => text.AsSpan().TrimStart("«“\"( \u00A0") is [var first, ..] && char.IsLower(first);

    private static bool IsOfSize(PdfParagraph one, PdfParagraph other) => IsOfSize(one, other.Size);

    private static bool IsOfSize(PdfParagraph one, int size) => Math.Abs(one.Size - size) * 100 <= one.Size * SizeSlack;

    // A paragraph of the text that stops in mid-sentence; a headline never ends with a point, and goes on nowhere.
    private bool MayGoOn(PdfParagraph last) => IsOfSize(last, _size) && (EndsInHyphen(last.Text) || !EndsSentence(last.Text));

    private static bool EndsSentence(string text) =>
        text.AsSpan().TrimEnd("»”\")]’ \u00A0") is [.., '.' or '!' or '?' or '…' or ':' or ';'];

    private static bool EndsInHyphen(string text) => text is [.., '-' or '‐' or SoftHyphen];

    private List<PdfParagraph> Parts(PdfBlock block, int page)
    {
        var usual = UsualDistance(block.Lines);
        var parts = new List<PdfParagraph>();
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines[i];
            if (i == 0 || Begins(block, i, usual)) parts.Add(new(line.Text, line.Size, line.IsBold,
                page) { IsRunning = block.Lines.Count > 1 && !IsShort(line, block) });
            else parts[^1] = parts[^1] with { Text = Joined(parts[^1].Text, line.Text), IsRunning = true };
        }

        return parts;
    }

    private static int UsualDistance(IReadOnlyList<PdfSegment> lines)
    {
        var distances = Enumerable.Range(1, Math.Max(0, lines.Count - 1)).Select(i => lines[i].Base - lines[i - 1].Base).Order().ToList();
        // The lower third: where paragraphs are short, the distances between them would tell the half.
        return distances.Count == 0 ? 0 : distances[distances.Count / 3];
    }

    // Wider apart, set in after a sentence, after a line that stops short with one, or set in another type.
    private static bool Begins(PdfBlock block, int i, int usual)
    {
        var (line, before) = (block.Lines[i], block.Lines[i - 1]);
        if (EndsInHyphen(before.Text) && char.IsLower(line.Text[0])) return false;
        if ((line.Base - before.Base) * 100 > usual * Spaced) return true;
        if (line.IsBold != before.IsBold
            && (before.IsBold ? !IsRunOn(before, block) : line.Text.Length > 1)) return !IsInSentence(before, line);
        if (!EndsSentence(before.Text)) return false;
        var indent = line.Left - Math.Min(before.Left, block.Left);
        var isSetIn = indent * 100 > line.Size * Indent && indent * 100 < line.Size * MostIndent && line.Left > before.Left;
        return isSetIn || IsShort(before, block);
    }

    // A bold word at the end of a line of ordinary type, or the other way round.
    private static bool IsInSentence(PdfSegment before, PdfSegment line) => char.IsLower(line.Text[0]) && !EndsSentence(before.Text);

    private static bool IsRunOn(PdfSegment before, PdfBlock block) => !IsShort(before, block) && !EndsSentence(before.Text);

    private static bool IsShort(PdfSegment line, PdfBlock block) =>
        (line.Right - block.Left) * 100L < (block.Right - block.Left) * (long)Short;

    private string Joined(string text, string line)
    {
        if (!EndsInHyphen(text)) return text + " " + line;
        if (text[^1] == SoftHyphen) return text[..^1] + line;
        // A dash between blanks is none of a word.
        if (text.Length > 1 && text[^2] == ' ') return text + " " + line;
        return _hyphens.IsKept(text.AsSpan(0, text.Length - 1), line) ? text + line : text[..^1] + line;
    }
}
