namespace Recoupe.Ingest.Documents.Pdf;

/// <summary>
/// A letter where it stands on its page. Places and sizes are hundredths of a point, counted from the page's left and upper edge.
/// </summary>
/// <param name="Text">The letter; a ligature has several; white space is a blank.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Base">The line that it stands on.</param>
/// <param name="Size">The size of its type.</param>
/// <param name="IsBold">Whether its type is a bold one.</param>
internal readonly record struct PdfGlyph(string Text, int Left, int Right, int Base, int Size, bool IsBold)
{
    /// <summary>Whether nothing of it is seen.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}

/// <summary>A stretch of one line that no gutter parts.</summary>
/// <param name="Text">Its words, a blank between two.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Base">The line that it stands on.</param>
/// <param name="Size">The size of most of its type.</param>
/// <param name="IsBold">Whether most of it is bold.</param>
internal sealed record PdfSegment(string Text, int Left, int Right, int Base, int Size, bool IsBold)
{
    /// <summary>Where its type ends above.</summary>
    public int Top => Base - Size;

    /// <summary>Whether the two have a part of the page's width in common that is worth it.</summary>
    public bool Overlaps(PdfSegment other)
    {
        var common = Math.Min(Right, other.Right) - Math.Max(Left, other.Left);
        return common * 10 > Math.Min(Right - Left, other.Right - other.Left);
    }

    /// <summary>Whether they are set in one size, as near as printers keep it.</summary>
    public bool IsSizeOf(PdfSegment other) => Math.Abs(Size - other.Size) * 100 <= Math.Max(Size, other.Size) * SizeSlack;

    private const int SizeSlack = 9; // per cent
}

/// <summary>Lines that stand one under the other in one column.</summary>
/// <param name="Lines">From the upper to the lower.</param>
internal sealed record PdfBlock(IReadOnlyList<PdfSegment> Lines)
{
    /// <summary>Where its leftmost line begins.</summary>
    public int Left { get; } = Lines.Min(l => l.Left);

    /// <summary>Where its longest line ends.</summary>
    public int Right { get; } = Lines.Max(l => l.Right);

    /// <summary>Where it begins on the page.</summary>
    public int Top { get; } = Lines[0].Top;

    /// <summary>The line that its last line stands on.</summary>
    public int Bottom { get; } = Lines[^1].Base;

    /// <summary>Whether the two have a part of the page's width in common that is worth it.</summary>
    public bool Overlaps(PdfBlock other)
    {
        var common = Math.Min(Right, other.Right) - Math.Max(Left, other.Left);
        return common * 10 > Math.Min(Right - Left, other.Right - other.Left);
    }
}
