using AngleSharp.Dom;
using Recoupe.Formats;

namespace Recoupe.Clean;

/// <summary>Tells why a page shows little or no article: it is for subscribers, it asks for consent first, or scripts make it.</summary>
internal static class PaywallCheck
{
    private const int MostOfAStub = 700; // characters: two or three paragraphs, after which the reader is to pay
    private const int FewestOfAPage = 60; // characters shown by what needs no script

    private static readonly HashSet<string> NoAsides = [];

    /// <summary>Why the page is refused; <see langword="null"/> where it has its article. A long text is one whatever the page says of subscribers.</summary>
    public static Rejection? Of(string path, IDocument document, LinkedData data, int prose, int fewest, SiteWords words)
    {
        if (prose > MostOfAStub || document.Body is null) return prose < fewest ? CleanRefusals.NoProse(path) : null;
        var lines = HtmlBlocks.Of(document.Body, NoAsides, all: true).Select(b => LineWords.Of(b.Text.AsSpan(0, Math.Min(b.Text.Length, MostOfAStub)))).ToList();
        if (!data.IsFree || lines.Any(words.AsksToSubscribe)) return CleanRefusals.ForSubscribers(path);
        if (prose >= fewest) return null;
        if (lines.Any(words.AsksForConsent)) return CleanRefusals.AsksForConsent(path);
        return IsMadeByScripts(document, lines) ? CleanRefusals.MadeByScripts(path) : CleanRefusals.NoProse(path);
    }

    private static bool IsMadeByScripts(IDocument document, List<LineWords> lines) =>
        document.Scripts.Length > 0 && lines.Sum(l => l.Lower.Length) * 6 < FewestOfAPage;
}
