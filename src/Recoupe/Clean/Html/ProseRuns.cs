using System.Collections.Immutable;
using AngleSharp.Dom;
using Recoupe.Clean.Lines;

namespace Recoupe.Clean.Html;

/// <summary>
/// The runs of paragraphs that stand beside one another in one element: what stands between two of them is set into the text, and does not
/// end it.
/// </summary>
internal static class ProseRuns
{
    private const int MostBetween = 8; // blocks of one inset: more is another part of the page
    private const int LongTeaser = 240, LongLegend = 200; // characters
    private const int FewestInBox = 2; // paragraphs of a box that goes on with the run before it

    /// <summary>Of each block, whether it stands between two paragraphs of one run, and is none itself.</summary>
    public static ImmutableArray<bool> Insets(List<HtmlBlock> blocks, ImmutableArray<LineSort> sorts)
    {
        var insets = new bool[blocks.Count];
        var last = new Dictionary<IElement, int>();
        var prose = Enumerable.Range(0, blocks.Count).Where(i => sorts[i] is LineSort.Prose).ToList();
        var inHolder = prose.CountBy(i => blocks[i].Holder).ToDictionary();
        foreach (var i in prose)
        {
            var holder = HolderOfRun(blocks[i].Holder, inHolder);
            if (last.TryGetValue(holder, out var before) && AreOneRun(blocks, sorts, before, i))
            {
                for (var between = before + 1; between < i; between++)
                    insets[between] |= sorts[between] is not (LineSort.Prose or LineSort.Sentence);
            }

            last[holder] = i;
        }

        return ImmutableArray.Create(insets);
    }

    // Some pages put each paragraph into a box of its own, often with a label.
    private static IElement HolderOfRun(IElement holder, Dictionary<IElement, int> inHolder) =>
        holder is { LocalName: "div" or "section", ParentElement: { } around } && inHolder[holder] == 1 ? around : holder;

    /// <summary>
    /// Of each block that a doubtful name would take out, whether the prose around it goes on in it: it is a paragraph or a quotation among
    /// others that bear no such name, or of a box of paragraphs that stands among them.
    /// </summary>
    public static ImmutableArray<bool> Confirmed(List<HtmlBlock> blocks, ImmutableArray<LineSort> sorts)
    {
        var free = new HashSet<IElement>();
        var inBox = new Dictionary<IElement, int>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (sorts[i] is not LineSort.Prose || blocks[i].IsMostlyLinks) continue;
            if (blocks[i].Aside is Aside.No) free.Add(blocks[i].Holder);
            else if (blocks[i].Marked is { } box) inBox[box] = inBox.GetValueOrDefault(box) + 1;
        }

        return [.. blocks.Select((block, i) => block.Aside is Aside.Perhaps && block.Marked is { } box && GoesOn(block, sorts[i], box, free, inBox))];
    }

    /// <summary>
    /// Whether what looks like a teaser or a legend is a paragraph, since it is too long for either and stands among those of a run: a quotation
    /// that breaks off, a last paragraph that agencies sign.
    /// </summary>
    public static bool ReadsOn(List<HtmlBlock> blocks, ImmutableArray<LineSort> sorts, int i) => sorts[i] switch
    {
        LineSort.Teaser => blocks[i].Text.Length >= LongTeaser && (IsBeside(blocks, sorts, i, i - 1) || IsBeside(blocks, sorts, i, i + 1)),
        LineSort.Legend => blocks[i].Parent.LocalName is "p" && blocks[i].Text.Length >= LongLegend && IsBeside(blocks, sorts, i, i - 1),
        _ => false,
    };

    private static bool IsBeside(List<HtmlBlock> blocks, ImmutableArray<LineSort> sorts, int i, int other) =>
        other >= 0 && other < blocks.Count && sorts[other] is LineSort.Prose && !blocks[other].IsMostlyLinks && blocks[other].Holder == blocks[i].Holder;

    private static bool GoesOn(HtmlBlock block, LineSort sort, IElement box, HashSet<IElement> free, Dictionary<IElement, int> inBox)
    {
        if (box.ParentElement is not { } around || !free.Contains(around)) return false;
        return box.LocalName switch
        {
            "p" => sort is LineSort.Prose,
            "blockquote" => true,
            _ => inBox.GetValueOrDefault(box) >= FewestInBox && block.Parent.Closest("article, main, [itemprop=articleBody]") is not null,
        };
    }

    // Headlines that are links between paragraphs make a list of other articles, not a text.
    private static bool AreOneRun(List<HtmlBlock> blocks, ImmutableArray<LineSort> sorts, int before, int after)
    {
        if (after - before - 1 > MostBetween) return false;
        for (var i = before + 1; i < after; i++)
        {
            if (IsHeadline(blocks[i]) && (blocks[i].Parent.ParentElement == blocks[after].Holder || sorts[i] is LineSort.End)) return false;
        }

        return true;
    }

    private static bool IsHeadline(HtmlBlock block) =>
        block.IsMostlyLinks && block.Parent.LocalName is "h2" or "h3" or "h4" or "h5" or "h6";
}
