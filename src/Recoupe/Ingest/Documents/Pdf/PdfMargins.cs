using System.Text;
using System.Text.RegularExpressions;
using Recoupe.Formats;

namespace Recoupe.Ingest.Documents.Pdf;

/// <summary>A page as it was taken: its stretches of lines and how high it is, in hundredths of a point.</summary>
internal sealed record PdfSheet(List<PdfSegment> Segments, int Height);

/// <summary>Tells running heads, page numbers and what a browser prints around a page from the text.</summary>
internal sealed partial class PdfMargins
{
    private const int Zone = 12; // per cent of the height, above and below, in which running heads stand
    private const int SamePlace = 15; // thousandths of the height by which a running head moves from page to page
    private const int FewestPages = 2; // on which the same line stands at the same place
    private const int ShortestHead = 4; // characters of a running head
    private const int LongestNumber = 24; // characters of a line that is a page's number

    private readonly HashSet<PdfSegment> _dropped = new(ReferenceEqualityComparer.Instance);

    private PdfMargins(IReadOnlyList<PdfSheet> sheets)
    {
        foreach (var sheet in sheets) Drop(sheet, IsNumber);
        foreach (var same in Edges(sheets).GroupBy(e => (e.IsAbove, e.Key))
            .Where(g => g.Select(e => e.Sheet).Distinct().Count() >= FewestPages)) DropRepeated([.. same]);
        Url = sheets.Select(PrintedFrom).FirstOrDefault(url => url is not null);
        if (Url is null) return;
        foreach (var sheet in sheets) DropPrinted(sheet);
    }

    /// <summary>The address that a browser printed under the page, or <see langword="null"/>.</summary>
    public string? Url { get; }

    /// <summary>The margins of these pages.</summary>
    public static PdfMargins Of(IReadOnlyList<PdfSheet> sheets) => new(sheets);

    /// <summary>What is left of a page.</summary>
    public List<PdfSegment> Text(PdfSheet sheet) => [.. sheet.Segments.Where(s => !_dropped.Contains(s))];

    private void Drop(PdfSheet sheet, Func<PdfSegment, bool> isOfTheMargin)
    {
        foreach (var segment in sheet.Segments.Where(s => Side(s, sheet) != 0 && isOfTheMargin(s))) _dropped.Add(segment);
    }

    // The lines on which a browser set the day of printing, the page's name and its address.
    private void DropPrinted(PdfSheet sheet)
    {
        var lines = sheet.Segments.Where(s => Side(s, sheet) != 0 && (PrintHead().IsMatch(s.Text) || AddressIn(s.Text) is not null))
            .Select(s => s.Base).ToList();
        Drop(sheet, s => lines.Exists(line => Math.Abs(line - s.Base) <= s.Size / 3));
    }

    // The same words at the same height; how many pages that is, each line is asked with those near it.
    private void DropRepeated(List<Edge> same)
    {
        foreach (var edge in same)
        {
            var pages = same.Where(other => IsSamePlace(edge, other)).Select(other => other.Sheet).Distinct().Count();
            if (pages >= FewestPages) _dropped.Add(edge.Segment);
        }
    }

    // Set to the left, to the right or in the middle: what changes in it is a number.
    private static bool IsSamePlace(Edge one, Edge other)
    {
        if (Math.Abs(other.Height - one.Height) > SamePlace) return false;
        var (left, right) = (other.Segment.Left - one.Segment.Left, other.Segment.Right - one.Segment.Right);
        return Math.Min(Math.Abs(left), Math.Min(Math.Abs(right), Math.Abs(left + right))) <= one.Segment.Size;
    }

    private static List<Edge> Edges(IReadOnlyList<PdfSheet> sheets) =>
    [
        .. sheets.SelectMany((sheet, i) => sheet.Segments
            .Where(s => Side(s, sheet) != 0 && s.Text.Length >= ShortestHead)
            .Select(s => new Edge(i, Side(s, sheet) < 0, Masked(s.Text), (int)(s.Base * 1000L / Math.Max(1, sheet.Height)), s))),
    ];

    // Above, below, or neither.
    private static int Side(PdfSegment segment, PdfSheet sheet) =>
        segment.Base * 100L < sheet.Height * (long)Zone ? -1 : segment.Base * 100L > sheet.Height * (100L - Zone) ? 1 : 0;

    // Numbers and days change from page to page.
    private static string Masked(string text)
    {
        var masked = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsDigit(c)) masked.Append(char.ToLowerInvariant(c));
            else if (masked.Length == 0 || masked[^1] != '#') masked.Append('#');
        }

        return masked.ToString();
    }

    private static bool IsNumber(PdfSegment segment) => segment.Text.Length <= LongestNumber && PageNumber().IsMatch(segment.Text);

    private static string? PrintedFrom(PdfSheet sheet) =>
        sheet.Segments.Where(s => Side(s, sheet) > 0).OrderByDescending(s => s.Base).Take(2).Select(s => AddressIn(s.Text))
            .FirstOrDefault(url => url is not null);

    // An address that is all there is of the line, the number of the page apart.
    private static string? AddressIn(string text) =>
        Address().Match(text) is { Success: true } found ? WebAddress.Read(found.Groups["url"].Value) : null;

    private readonly record struct Edge(int Sheet, bool IsAbove, string Key, int Height, PdfSegment Segment);

    [GeneratedRegex(
        @"^\W{0,4}((page|p\.?|pg\.?)\s?)?[0-9]{1,4}(\s?(/|\||-|sur|of|de)\s?[0-9]{1,4})?\W{0,4}$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(
        @"^\s{0,3}(?<url>https?://[^\s]{4,500})(\s{1,9}([0-9]{1,4}\s?(/|sur|of)\s?)?[0-9]{1,4})?\s{0,3}$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    // The day and hour of printing; the page's title may follow.
    [GeneratedRegex(
        @"^\s{0,3}[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4},?\s{1,3}(à\s|at\s)?[0-9]{1,2}(:|h|\s?h\s?)[0-9]{2}",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PrintHead();
}
