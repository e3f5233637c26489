using AngleSharp.Dom;
using Recoupe.Formats;

namespace Recoupe.Clean.Html;

/// <summary>Tells a list of teasers, each of another article, from an article.</summary>
internal static class TeaserList
{
    private const int FewestCards = 4;
    private const int MostInCard = 2; // paragraphs
    private const int MostLevels = 5; // elements between a paragraph and its card
    private const int ShareOfCards = 70; // per cent of the paragraphs
    private const int FewestOfAlert = 2; // headlines that lead by the sender's own address
    private const int MostLinks = 20; // told in a refusal
    private const int ShortestHeadline = 20; // characters of a link

    /// <summary>
    /// Whether the paragraphs found stand in cards of their own, under a headline that is a link, and the page has more such cards.
    /// </summary>
    public static bool IsOne(HtmlText text)
    {
        if (text.Prose.Length < FewestCards) return false;
        var held = Held(text.Prose);
        var cards = text.Prose.Select(element => CardOf(element, held)).OfType<IElement>().ToHashSet();
        if (cards.Count < FewestCards) return false;
        var inCards = text.Elements.Count(element => Around(element).Any(cards.Contains));
        return inCards * 100 >= text.Elements.Length * ShareOfCards;
    }

    /// <summary>
    /// The addresses that the list's headlines lead to, each once, in order, a blank between two; an alert's without the detour by
    /// whoever sends it.
    /// </summary>
    public static string Links(IElement? body)
    {
        if (body is null) return "";
        var links = Headlines(body).Select(link => Direct(link.GetAttribute("href"))).OfType<string>();
        return string.Join(' ', links.Distinct(StringComparer.Ordinal).Take(MostLinks));
    }

    /// <summary>Whether the page is an alert: every headline leads to its article by the sender's own address.</summary>
    public static bool IsAlert(IElement body) =>
        body.QuerySelectorAll("a[href]")
            .Where(link => link.TextContent.AsSpan().Trim().Length >= ShortestHeadline && Detour(link.GetAttribute("href")) is not null)
            .Take(FewestOfAlert).Count() == FewestOfAlert;

    private static string? Direct(string? address) => Detour(address) ?? WebAddress.Read(address);

    // https://www.google.com/url?rct=j&sa=t&url=https://orvec.example/a&ct=ga
    private static string? Detour(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsOfAlerts(WebAddress.HostOf(uri), uri.AbsolutePath)) return null;
        var target = uri.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.Split('=')[0] is "url" or "q");
        return target is null ? null
            : WebAddress.Read(Uri.UnescapeDataString(target[(target.IndexOf('=', StringComparison.Ordinal) + 1)..]));
    }

    // By which senders of alerts have their readers counted on the way to an article.
    private static bool IsOfAlerts(string host, string path)
    {
        var name = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return (name.StartsWith("google.", StringComparison.Ordinal) && path is "/url")
            || (name is "bing.com" && path is "/news/apiclick.aspx");
    }

    private static IEnumerable<IElement> Headlines(IElement body) => IsAlert(body)
        ? body.QuerySelectorAll("a[href]")
            .Where(link => link.TextContent.AsSpan().Trim().Length >= ShortestHeadline && Detour(link.GetAttribute("href")) is not null)
        : body.QuerySelectorAll("h2 a[href], h3 a[href], h4 a[href]")
            .Where(link => link.TextContent.AsSpan().Trim().Length >= ShortestHeadline);

    // How many paragraphs each element near them holds.
    private static Dictionary<IElement, int> Held(IEnumerable<IElement> prose)
    {
        var held = new Dictionary<IElement, int>();
        foreach (var around in prose.SelectMany(Around)) held[around] = held.GetValueOrDefault(around) + 1;
        return held;
    }

    private static IElement? CardOf(IElement element, Dictionary<IElement, int> held) =>
        Around(element).TakeWhile(around => held[around] <= MostInCard).FirstOrDefault(HasHeadline) is { } card
            && card.QuerySelector("h1") is null ? card : null;

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
        card.QuerySelectorAll("h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[href] h4")
            .Any(link => link.TextContent.AsSpan().Trim().Length >= ShortestHeadline);
}
