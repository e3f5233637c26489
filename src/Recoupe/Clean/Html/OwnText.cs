using System.Globalization;
using AngleSharp.Dom;
using Recoupe.Clean.Lines;

namespace Recoupe.Clean.Html;

/// <summary>
/// Compares the text that was found on a page with what its own article element holds, so that no part is lost in silence.
/// </summary>
internal static class OwnText
{
    /// <summary>The code of the note that much less was found than the element holds.</summary>
    public const string Code = "PART-FOUND";

    private const int Shortest = 800; // characters of an element's text: a short one is easily doubled by a box
    private const int Enough = 55; // per cent of it, of which some is seldom the article's
    private const int ShortestLine = 60; // characters of what counts as text

    /// <summary>The note, or nothing where what was found is enough of it.</summary>
    public static IEnumerable<Reason> Note(IDocument document, HtmlText found, SiteWords words)
    {
        if (Element(document, found) is not { } element) return [];
        var there = HtmlBlocks.Of(element, PageParts.Of([], words), all: false).Where(IsText).Sum(b => b.Text.Length);
        if (there < Shortest || found.Length * 100L >= there * (long)Enough) return [];
        return [Reason.Of(Code, [("found", Number(found.Length)), ("there", Number(there))])];
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static bool IsText(HtmlBlock block) =>
        block.Aside is not Aside.Surely && !block.IsMostlyLinks && block.Text.Length >= ShortestLine;

    // What the markup calls the article's body; else the article around what was found, or the only one that has the headline.
    private static IElement? Element(IDocument document, HtmlText found)
    {
        var bodies = document.QuerySelectorAll("[itemprop=articleBody]");
        if (bodies.Length == 1) return bodies[0];
        if (found.Body?.Closest("article") is { } around) return around;
        var articles = document.QuerySelectorAll("article").Where(a => a.QuerySelector("h1") is not null).ToList();
        return articles.Count == 1 ? articles[0] : null;
    }
}
