using AngleSharp.Dom;

namespace Recoupe.Clean.Html;

/// <summary>Tells a list of teasers, each of another article, from an article.</summary>
internal static class TeaserList
{
    private const int FewestCards = 4;
    private const int MostInCard = 2; // paragraphs
    private const int MostLevels = 5; // elements between a paragraph and its card
    private const int ShareOfCards = 70; // per cent of the paragraphs
    private const int ShortestHeadline = 20; // characters of a link

    /// <summary>Whether the paragraphs found stand in cards of their own, under a headline that is a link, and the page has more such cards.</summary>
    public static bool IsOne(HtmlText text)
    {
        if (text.Prose.Length < FewestCards) return false;
        var held = Held(text.Prose);
        var cards = text.Prose.Select(element => CardOf(element, held)).OfType<IElement>().ToHashSet();
        if (cards.Count < FewestCards) return false;
        var inCards = text.Elements.Count(element => Around(element).Any(cards.Contains));
        return inCards * 100 >= text.Elements.Length * ShareOfCards;
    }

    // How many paragraphs each element near them holds.
    private static Dictionary<IElement, int> Held(IEnumerable<IElement> prose)
    {
        var held = new Dictionary<IElement, int>();
        foreach (var around in prose.SelectMany(Around)) held[around] = held.GetValueOrDefault(around) + 1;
        return held;
    }

    private static IElement? CardOf(IElement element, Dictionary<IElement, int> held) =>
        Around(element).TakeWhile(around => held[around] <= MostInCard).FirstOrDefault(HasHeadline) is { } card && card.QuerySelector("h1") is null ? card : null;

    private static IEnumerable<IElement> Around(IElement element)
    {
        var at = element;
        for (var level = 0; level < MostLevels && at is not null; level++)
        {
            yield return at;
            at = at.ParentElement;
        }
    }

    private static bool HasHeadline(IElement card) =>
        card.QuerySelectorAll("h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[href] h4").Any(link => link.TextContent.AsSpan().Trim().Length >= ShortestHeadline);
}
