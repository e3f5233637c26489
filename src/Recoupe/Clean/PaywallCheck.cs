using AngleSharp.Dom;
using Recoupe.Clean.Html;
using Recoupe.Clean.Lines;
using Recoupe.Clean.Metadata;
using Recoupe.Formats;

namespace Recoupe.Clean;

/// <summary>Tells why a page shows little or no article: it is for subscribers, it asks for consent first, or scripts make it.</summary>
internal static class PaywallCheck
{
    private const int MostOfAStub = 700; // characters: two or three paragraphs, after which the reader is to pay
    private const int LeastOpened = 40; // per cent of the text that stands in the parts that are for subscribers, where they are shown
    private const int FewestOfAPage = 60; // characters shown by what needs no script

    /// <summary>
    /// Why the page is refused; <see langword="null"/> where it has its article. A long text is one whatever the page says of subscribers.
    /// </summary>
    public static Rejection? Of(string path, IDocument document, LinkedData data, HtmlText text, int fewest, SiteWords words)
    {
        var prose = text.Length;
        if (prose > MostOfAStub || document.Body is null) return prose < fewest ? CleanRefusals.NoProse(path) : null;
        var lines = HtmlBlocks.Of(document.Body, PageParts.None, all: true)
            .Select(b => LineWords.Of(b.Text.AsSpan(0, Math.Min(b.Text.Length, MostOfAStub)))).ToList();
        // What is kept from others is on this page: whoever saved it could read it.
        var isOpen = data.IsFree || text.Named * 100 >= prose * LeastOpened;
        if (!isOpen || lines.Any(words.AsksToSubscribe)) return CleanRefusals.ForSubscribers(path);
        if (prose >= fewest) return null;
        if (lines.Any(words.AsksForConsent)) return CleanRefusals.AsksForConsent(path);
        return IsMadeByScripts(document, lines) ? CleanRefusals.MadeByScripts(path) : CleanRefusals.NoProse(path);
    }

    private static bool IsMadeByScripts(IDocument document, List<LineWords> lines) =>
        document.Scripts.Length > 0 && lines.Sum(l => l.Lower.Length) * 6 < FewestOfAPage;
}
