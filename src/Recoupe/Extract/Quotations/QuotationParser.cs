using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Extract.Quotations;

/// <summary>
/// Finds quotations in the prose of an article: marks of four kinds, nested, reopened at each paragraph, running over paragraphs without
/// being reopened, or never closed. One pass over the text; what is left open at a line's end looks a few lines ahead and no further.
/// </summary>
internal static class QuotationParser
{
    /// <summary>The quotations, in text order; the nested after what they are nested in.</summary>
    public static ImmutableArray<Quotation> Find(Article article)
    {
        var lines = Lines(article);
        var scan = new QuotationScan(article.Text);
        for (var i = 0; i < lines.Count; i++)
            scan.Line(lines, i);
        return scan.Found();
    }

    private static List<QuotedLine> Lines(Article article)
    {
        var lines = new List<QuotedLine>();
        foreach (var block in article.Blocks)
        {
            if (block.Kind != BlockKind.Furniture) Split(article.Text, block.Span, lines);
        }

        return lines;
    }

    private static void Split(string text, TextSpan block, List<QuotedLine> lines)
    {
        var start = block.Start;
        while (start < block.End)
        {
            var feed = text.IndexOf('\n', start, block.End - start);
            var end = feed < 0 ? block.End : feed;
            var span = Trim(text, new(start, end));
            if (span.Length > 0) lines.Add(new(span, Marks.Of(text, span.Start, span.End)));
            start = end + 1;
        }
    }

    /// <summary>The span without white space at its ends.</summary>
    public static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (start < end && char.IsWhiteSpace(text[end - 1])) end--;
        return new(start, end);
    }
}

/// <summary>A line of prose and its quotation marks.</summary>
internal sealed record QuotedLine(TextSpan Span, List<Mark> Marks)
{
    private readonly int[] _next = NextOfFamily(Marks);

    /// <summary>The index of the next mark of the same family on the line; −1 where there is none.</summary>
    public int Next(int mark) => _next[mark];

    /// <summary>What the first mark of a family on the line does; <see langword="null"/> where there is none.</summary>
    public MarkRole? First(MarkFamily family)
    {
        foreach (var mark in Marks)
        {
            if (mark.Family == family) return mark.Role;
        }

        return null;
    }

    /// <summary>Whether the line has more closing than opening marks of a family: it closes what another line opened.</summary>
    public bool ClosesMore(MarkFamily family)
    {
        var balance = 0;
        foreach (var mark in Marks)
        {
            if (mark.Family == family) balance += mark.Role switch { MarkRole.Open => 1, MarkRole.Close => -1, _ => 0 };
        }

        return balance < 0;
    }

    /// <summary>Whether the line begins with a mark of a family, as where a quotation is reopened.</summary>
    public bool Reopens(MarkFamily family) => Marks.Count > 0 && Marks[0].At == Span.Start && Marks[0].Family == family;

    // Once a line, from its end: a line of nothing but marks must not be searched anew for each.
    private static int[] NextOfFamily(List<Mark> marks)
    {
        var next = new int[marks.Count];
        Span<int> seen = stackalloc int[Enum.GetValues<MarkFamily>().Length];
        seen.Fill(-1);
        for (var i = marks.Count - 1; i >= 0; i--)
        {
            next[i] = seen[(int)marks[i].Family];
            seen[(int)marks[i].Family] = i;
        }

        return next;
    }
}
