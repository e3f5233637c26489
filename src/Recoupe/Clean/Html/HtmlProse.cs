using System.Collections.Immutable;
using AngleSharp.Dom;
using Recoupe.Clean.Lines;
using Recoupe.Formats;
using Recoupe.Language;

namespace Recoupe.Clean.Html;

/// <summary>An article's paragraphs in order, each with its kind, and the element that holds them.</summary>
internal sealed record HtmlText(ImmutableArray<(string Text, BlockKind Kind)> Paragraphs, IElement? Body)
{
    /// <summary>Nothing.</summary>
    public static HtmlText None { get; } = new([], null);

    /// <summary>How many characters the paragraphs have.</summary>
    public int Length { get; } = Paragraphs.Sum(p => p.Text.Length);

    /// <summary>The element of each, where they were found on the page.</summary>
    public ImmutableArray<IElement> Elements { get; init; } = [];

    /// <summary>The elements of whatever is prose on the page, the article's or not.</summary>
    public ImmutableArray<IElement> Prose { get; init; } = [];

    /// <summary>How many of them stand in parts that the page's linked data names as the article's.</summary>
    public int Named { get; init; }
}

/// <summary>
/// Finds an article's paragraphs on a page of HTML, by the same judgement of lines as in text, and by links, classes and containers.
/// </summary>
internal static class HtmlProse
{
    private const int FurthestHeadline = 20; // blocks above the text
    private const int FarHeadline = 120; // blocks: a menu or a notice for subscribers may lie between
    private const int LowestFarLead = 8; // blocks under such a headline
    private const int MostOfALead = 2; // blocks
    private const int FewLinks = 5; // a paragraph of which less than one part in this is links is no list of them
    private const int FurthestLead = 4; // blocks above the text, where no headline is found
    private const int ShortestStandfirst = 50; // characters
    private const int LongestOpening = 60; // characters of a line that only says what follows
    private const int Enough = 250; // characters
    private const int MuchMore = 2; // times
    private const int LongestConsent = 400; // characters in which a paragraph says that it asks for consent
    private const int ShareOfContainer = 80; // per cent of the prose found that the article's own element holds

    /// <summary>
    /// The paragraphs in order, each with its kind. Where there is little, what is seldom of an article is looked at too.
    /// </summary>
    public static HtmlText Of(IDocument document, string? title, PageParts parts, SiteWords words)
    {
        if (document.Body is null) return HtmlText.None;
        var strict = Found(document.Body, title, parts, words, all: false);
        if (strict.Length >= Enough) return strict;
        var loose = Found(document.Body, title, parts, words, all: true);
        return loose.Length > strict.Length * MuchMore ? loose : strict;
    }

    private static HtmlText Found(IElement body, string? title, PageParts parts, SiteWords words, bool all)
    {
        var blocks = HtmlBlocks.Of(body, parts, all);
        var text = string.Join('\n', blocks.Select(b => b.Text));
        var lines = Lines(blocks);
        var sorts = Sorted(text, lines, blocks, title, words);
        var main = MainText.Find(lines, sorts, ProseRuns.Insets(blocks, sorts));
        var told = Enumerable.Range(0, blocks.Count).Take(main).Where(i => IsProse(sorts[i]) && !IsTitle(blocks[i], title)).ToList();
        var container = Container(body, blocks, sorts, told);
        var inside = told.Where(i => IsWithin(blocks[i].Parent, container)).ToList();
        if (inside.Count == 0) return HtmlText.None;
        var lead = Lead(blocks, sorts, title, inside[0]).ToHashSet();
        var kept = lead.Concat(inside).Concat(Beside(blocks, sorts, inside)).ToHashSet();
        var order = kept.Order().Where(i => lead.Contains(i) || sorts[i] is LineSort.Prose || !OpensNothing(blocks, kept, i)).ToList();
        return new([.. order.Select(i => (blocks[i].Text, KindOf(blocks[i])))], container)
        {
            Elements = [.. order.Select(i => blocks[i].Parent)],
            Prose = [.. blocks.Where((_, i) => sorts[i] is LineSort.Prose or LineSort.Teaser).Select(b => b.Parent)],
            Named = order.Where(i => blocks[i].IsNamed).Sum(i => blocks[i].Text.Length),
        };
    }

    // Paragraphs of the element that holds most of the text, before and after it: tables and lists between weigh against them, and part
    // nothing.
    private static IEnumerable<int> Beside(List<HtmlBlock> blocks, ImmutableArray<LineSort> sorts, List<int> inside)
    {
        var holder = inside.GroupBy(i => blocks[i].Holder).MaxBy(g => g.Sum(i => blocks[i].Text.Length))!.Key;
        if (holder.LocalName is "body" or "main") yield break;
        for (var i = inside[0] - 1; i >= 0 && sorts[i] is not LineSort.End; i--)
        {
            if (IsOfHolder(blocks[i], sorts[i], holder)) yield return i;
        }

        for (var i = inside[^1] + 1; i < blocks.Count && sorts[i] is not LineSort.End; i++)
        {
            if (IsOfHolder(blocks[i], sorts[i], holder)) yield return i;
        }
    }

    private static bool IsOfHolder(HtmlBlock block, LineSort sort, IElement holder) =>
        sort is LineSort.Prose && block.Parent.LocalName is "p" && block.Holder == holder && block.Linked * FewLinks < block.Text.Length;

    // Between headline and text, often outside the text's own element, stands what many papers call the standfirst. Where much of the page lies
    // between, only what stands right under the headline is one.
    private static IEnumerable<int> Lead(List<HtmlBlock> blocks, ImmutableArray<LineSort> sorts, string? title, int first)
    {
        var headline = first - 1;
        while (headline >= 0 && first - headline <= FarHeadline && !IsTitle(blocks[headline], title)) headline--;
        var isFound = headline >= 0 && IsTitle(blocks[headline], title);
        if (isFound && first - headline > FurthestHeadline) return FarLead(blocks, sorts, headline);
        var from = isFound ? headline + 1 : Math.Max(0, first - FurthestLead);
        return Enumerable.Range(from, first - from)
            .Where(i => (isFound && sorts[i] is LineSort.Prose) || IsStandfirst(blocks[i], sorts[i], isFound))
            .Take(MostOfALead);
    }

    private static IEnumerable<int> FarLead(List<HtmlBlock> blocks, ImmutableArray<LineSort> sorts, int headline) =>
        Enumerable.Range(headline + 1, LowestFarLead)
            .Where(i => sorts[i] is LineSort.Prose && blocks[i].Linked == 0 && blocks[i].Text.Length >= ShortestStandfirst
                && (PageParts.IsLead(blocks[i].Parent) || blocks[i].Parent.ParentElement == blocks[headline].Parent.ParentElement))
            .Take(1);

    // It need not end with a point where the markup says what it is; a heading does so under the headline alone.
    private static bool IsStandfirst(HtmlBlock block, LineSort sort, bool isUnderHeadline)
    {
        if (block.Text.Length < ShortestStandfirst || block.Linked > 0) return false;
        if (PageParts.IsLead(block.Parent)) return sort is LineSort.Sentence or LineSort.Repeated or LineSort.Prose;
        return isUnderHeadline && sort is LineSort.Sentence && KindOf(block) is BlockKind.Heading;
    }

    // A heading, or a line that ends with a colon, whose list or links were not kept.
    private static bool OpensNothing(List<HtmlBlock> blocks, HashSet<int> kept, int i) =>
        (KindOf(blocks[i]) is BlockKind.Heading || (blocks[i].Text.Length < LongestOpening && blocks[i].Text.EndsWith(':')))
            && !kept.Contains(i + 1);

    private static ImmutableArray<TextSpan> Lines(List<HtmlBlock> blocks)
    {
        var at = 0;
        var lines = ImmutableArray.CreateBuilder<TextSpan>(blocks.Count);
        foreach (var block in blocks)
        {
            lines.Add(new(at, at + block.Text.Length));
            at += block.Text.Length + 1;
        }

        return lines.MoveToImmutable();
    }

    private static ImmutableArray<LineSort> Sorted(
        string text, ImmutableArray<TextSpan> lines, List<HtmlBlock> blocks, string? title, SiteWords words)
    {
        var alone = MainText.Sort(text, lines, words);
        var run = ProseRuns.Confirmed(blocks, alone);
        var consent = ConsentBoxes(blocks, alone, words);
        var own = OwnArticle(blocks, alone, title);
        var sorts = alone.ToBuilder();
        for (var i = 0; i < sorts.Count; i++)
        {
            if (sorts[i] is LineSort.End) continue;
            if (IsOfTheSite(blocks[i], run[i]) || consent.Contains(blocks[i].Holder) || IsOfAnother(blocks[i], own))
                sorts[i] = LineSort.Site;
            else if (ProseRuns.ReadsOn(blocks, alone, i)) sorts[i] = LineSort.Prose;
            // What no link is made of is seldom a menu: an item of a list, a heading, a line of verse.
            else if (sorts[i] is LineSort.Short && blocks[i].Linked == 0) sorts[i] = LineSort.Sentence;
        }

        return sorts.DrainToImmutable();
    }

    // The article element around the headline, where it holds the text too; pages go on with the next article under it.
    private static IElement? OwnArticle(List<HtmlBlock> blocks, ImmutableArray<LineSort> sorts, string? title)
    {
        if (blocks.Find(b => IsTitle(b, title) && ArticleAround(b.Parent) is not null) is not { } headline) return null;
        var own = ArticleAround(headline.Parent);
        var held = blocks.Where((b, i) => sorts[i] is LineSort.Prose && !b.IsMostlyLinks && ArticleAround(b.Parent) == own)
            .Sum(b => b.Text.Length);
        return held >= Enough ? own : null;
    }

    private static bool IsOfAnother(HtmlBlock block, IElement? own) =>
        own is not null && ArticleAround(block.Parent) is { } around && around != own;

    // The outermost: the posts of a live page and the answers of an interview may be articles within one.
    private static IElement? ArticleAround(IElement element)
    {
        IElement? outermost = null;
        for (var at = element.Closest("article"); at is not null; at = at.ParentElement?.Closest("article")) outermost = at;
        return outermost;
    }

    private static bool IsOfTheSite(HtmlBlock block, bool inRun) =>
        block.IsMostlyLinks || block.Aside is Aside.Surely || (block.Aside is Aside.Perhaps && !inRun);

    // Where one paragraph asks for consent, those beside it are of the same box; unless little is left, and it is an article that speaks of
    // it.
    private static HashSet<IElement> ConsentBoxes(List<HtmlBlock> blocks, ImmutableArray<LineSort> sorts, SiteWords words)
    {
        var boxes = blocks
            .Where(b => words.AsksForConsent(LineWords.Of(b.Text.AsSpan(0, Math.Min(b.Text.Length, LongestConsent)))))
            .Select(b => b.Holder)
            .Where(IsBesideTheArticle)
            .ToHashSet();
        var left = blocks.Where((b, i) => sorts[i] is LineSort.Prose && b.Aside is not Aside.Surely && !b.IsMostlyLinks && !boxes.Contains(b.Holder)).Sum(b => b.Text.Length);
        return left >= Enough ? boxes : [];
    }

    private static bool IsBesideTheArticle(IElement holder) =>
        holder.LocalName is not ("body" or "main" or "article")
            && holder.Closest("article") is null
            && holder.QuerySelector("h1, article") is null;

    private static bool IsProse(LineSort sort) =>
        sort is LineSort.Prose or LineSort.Sentence or LineSort.Short or LineSort.Teaser;

    private static bool IsTitle(HtmlBlock block, string? title) =>
        block.Parent.LocalName is "h1" || string.Equals(block.Text, title, StringComparison.OrdinalIgnoreCase);

    // Down from the body, as long as one child holds nearly all that was found.
    private static IElement Container(IElement body, List<HtmlBlock> blocks, ImmutableArray<LineSort> sorts, List<int> kept)
    {
        var held = Held(blocks, kept);
        var paragraphs = Held(blocks, kept.Where(i => sorts[i] is LineSort.Prose && blocks[i].Parent.LocalName is "p"));
        var total = kept.Sum(i => blocks[i].Text.Length);
        var container = body;
        while (container.Children.FirstOrDefault(c => held.GetValueOrDefault(c) * 100L > total * (long)ShareOfContainer) is { } inner
            && !IsParagraph(inner)
            && !IsPartOfArticle(container, paragraphs.GetValueOrDefault(container) - paragraphs.GetValueOrDefault(inner)))
            container = inner;
        return container;
    }

    // How many characters of these blocks each element around one of them holds.
    private static Dictionary<IElement, int> Held(List<HtmlBlock> blocks, IEnumerable<int> some)
    {
        var held = new Dictionary<IElement, int>();
        foreach (var i in some)
        {
            for (var element = blocks[i].Parent; element is not null; element = element.ParentElement)
                held[element] = held.GetValueOrDefault(element) + blocks[i].Text.Length;
        }

        return held;
    }

    // The article's own element may hold its text in several boxes.
    private static bool IsPartOfArticle(IElement container, int outside) =>
        outside >= Enough && (container.LocalName is "article" || container.Closest("article") is not null);

    private static bool IsParagraph(IElement element) => element.LocalName is "p" or "blockquote" or "ul" or "ol";

    private static bool IsWithin(IElement element, IElement container)
    {
        for (IElement? at = element; at is not null; at = at.ParentElement)
        {
            if (at == container) return true;
        }

        return false;
    }

    private static BlockKind KindOf(HtmlBlock block) => block.Parent.LocalName switch
    {
        "h2" or "h3" or "h4" or "h5" or "h6" => BlockKind.Heading,
        "blockquote" or "q" => BlockKind.Quote,
        _ when block.Parent.ParentElement?.LocalName is "blockquote" => BlockKind.Quote,
        _ => BlockKind.Body,
    };
}
