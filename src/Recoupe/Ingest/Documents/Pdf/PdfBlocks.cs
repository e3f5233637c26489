namespace Recoupe.Ingest.Documents.Pdf;

/// <summary>Joins the lines of a page to blocks, and puts these into the order in which they are read.</summary>
internal static class PdfBlocks
{
    private const int FurthestLine = 200; // per cent of the type's size between two lines of one block
    private const int SameRow = 50; // per cent of the type's size within which two lines count as side by side
    private const int MostBlocks = 400; // of a page whose order is reckoned: each is compared with each, and those between
    private const int Slack = 200; // hundredths of a point by which columns may reach into one another

    /// <summary>
    /// The blocks as they are read: down a column, then the next, what spans columns before and after those that it parts.
    /// </summary>
    public static List<PdfBlock> Of(List<PdfSegment> segments) => Ordered(Chained(segments));

    private static List<PdfBlock> Chained(List<PdfSegment> segments)
    {
        var sorted = segments.OrderBy(s => s.Base).ThenBy(s => s.Left).ToList();
        var below = new int[sorted.Count];
        var isBelow = new bool[sorted.Count];
        for (var i = 0; i < sorted.Count; i++) below[i] = Next(sorted, i);
        for (var i = 0; i < sorted.Count; i++) if (below[i] >= 0) isBelow[below[i]] = true;
        var blocks = new List<PdfBlock>();
        for (var i = 0; i < sorted.Count; i++)
        {
            if (isBelow[i]) continue;
            var lines = new List<PdfSegment>();
            for (var at = i; at >= 0; at = below[at]) lines.Add(sorted[at]);
            blocks.Add(new(lines));
        }

        return blocks;
    }

    // The one line under a line that has it alone above.
    private static int Next(List<PdfSegment> sorted, int i)
    {
        var next = Nearest(sorted, i, step: 1);
        if (next.Count != 1) return -1;
        var j = next[0];
        var isNear = (sorted[j].Base - sorted[i].Base) * 100 <= Math.Max(sorted[i].Size, sorted[j].Size) * FurthestLine;
        return isNear && sorted[i].IsSizeOf(sorted[j]) && Nearest(sorted, j, step: -1) is [var back] && back == i ? j : -1;
    }

    // The lines of the nearest row, above or below, that have a part of the width in common.
    private static List<int> Nearest(List<PdfSegment> sorted, int i, int step)
    {
        var found = new List<int>();
        for (var j = i + step; j >= 0 && j < sorted.Count; j += step)
        {
            var away = Math.Abs(sorted[j].Base - sorted[i].Base);
            if (away == 0) continue;
            var isPast = found.Count > 0 && Math.Abs(sorted[j].Base - sorted[found[0]].Base) * 100 > sorted[found[0]].Size * SameRow;
            if (isPast || away * 100 > sorted[i].Size * FurthestLine * 2) break;
            if (sorted[i].Overlaps(sorted[j])) found.Add(j);
        }

        return found;
    }

    // One block is before another that lies under it, or to the right of it with nothing between that spans both.
    private static List<PdfBlock> Ordered(List<PdfBlock> blocks)
    {
        var sorted = blocks.OrderBy(b => b.Top).ThenBy(b => b.Left).ToList();
        if (sorted.Count > MostBlocks) return sorted;
        var waiting = new int[sorted.Count];
        var after = sorted.Select(_ => new List<int>()).ToArray();
        for (var a = 0; a < sorted.Count; a++)
        {
            for (var b = 0; b < sorted.Count; b++)
            {
                if (a == b || !IsBefore(sorted, a, b)) continue;
                after[a].Add(b);
                waiting[b]++;
            }
        }

        return [.. Taken(waiting, after).Select(i => sorted[i])];
    }

    private static bool IsBefore(List<PdfBlock> sorted, int a, int b)
    {
        var (one, other) = (sorted[a], sorted[b]);
        if (one.Overlaps(other)) return one.Top < other.Top || (one.Top == other.Top && a < b);
        return one.Right <= other.Left + Slack && one.Left < other.Left && !sorted.Exists(c => Spans(c, one, other));
    }

    private static bool Spans(PdfBlock between, PdfBlock one, PdfBlock other)
    {
        if (ReferenceEquals(between, one) || ReferenceEquals(between, other)) return false;
        var (upper, lower) = one.Top <= other.Top ? (one, other) : (other, one);
        var isBetween = between.Top >= upper.Bottom - Slack && between.Bottom <= lower.Top + Slack;
        return isBetween && between.Overlaps(one) && between.Overlaps(other);
    }

    // Whoever waits for nobody is next, the upper one first; where all wait for one another, the first of all.
    private static IEnumerable<int> Taken(int[] waiting, List<int>[] after)
    {
        var isTaken = new bool[waiting.Length];
        for (var n = 0; n < waiting.Length; n++)
        {
            var next = Array.FindIndex(waiting, 0, w => w == 0);
            if (next < 0) next = Array.FindIndex(isTaken, t => !t);
            isTaken[next] = true;
            waiting[next] = int.MaxValue / 2;
            foreach (var i in after[next]) waiting[i]--;
            yield return next;
        }
    }
}
