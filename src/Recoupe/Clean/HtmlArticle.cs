using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Clean.Html;
using Recoupe.Clean.Lines;
using Recoupe.Clean.Metadata;
using Recoupe.Formats;
using Recoupe.Language;

namespace Recoupe.Clean;

/// <summary>Makes an article of an HTML page: its prose, a paragraph a block, parted by one blank line.</summary>
internal static class HtmlArticle
{
    private const int FewestCharacters = 60;

    public static Outcome<Article> Of(Page page, bool beginnings)
    {
        var html = PageText.OfHtml(page.Bytes.AsSpan(), page.Given.Encoding, out var repaired);
        if (HtmlTree.Parse(html) is not { } document) return CleanRefusals.TooTangled(page.Path);
        using (document)
        {
            var words = SiteWords.Shipped;
            var (data, metas) = (new LinkedData(document), new MetaElements(document));
            if (metas["generator"]?.StartsWith("Recoupe ", StringComparison.Ordinal) is true) return CleanRefusals.OwnDossier(page.Path);
            var found = new HtmlFacts(document, data, metas, words);
            // What was said of the page beside it goes before what it says itself, and that before what a feed says.
            var facts = page.Given.Or(found.First).Or(page.Given.Feed ?? PageFacts.None);
            var prose = GivenText.Fuller(data.Body, HtmlProse.Of(document, facts.Title, PageParts.Of(data.Parts, words), words));
            var isOfOne = data.IsOfOne || metas["og:type"] is "article";
            // An alert's own lines break off: it may have no prose at all, and its links are what is of use.
            if (!isOfOne && document.Body is { } body && TeaserList.IsAlert(body)) return CleanRefusals.Teasers(page.Path, TeaserList.Links(body));
            if (!(beginnings && prose.Length >= FewestCharacters)
                && PaywallCheck.Of(page.Path, document, data, prose, FewestCharacters, words) is { } stub)
                return stub;
            if (!isOfOne && TeaserList.IsOne(prose)) return CleanRefusals.Teasers(page.Path, TeaserList.Links(document.Body));
            var days = HtmlPublicationDate.Of(document, data, metas, facts, prose.Body, words);
            var published = PublicationDate.Said(page.Given) ?? Publication(days) ?? PublicationDate.Said(facts)
                ?? PublicationDate.OfFile(facts.Made ?? WebAddress.CapturedOn(page.Given.Url) ?? found.Captured);
            return ArticleBuilder.Article(
                page,
                facts,
                published,
                string.Join("\n\n", prose.Paragraphs.Select(p => p.Text)),
                Laid(prose.Paragraphs, Places(html, repaired, prose.Paragraphs)),
                [.. Misread(repaired), .. OwnText.Note(document, prose, words),
                    .. MetadataConflicts.Of(page.Given, found, HtmlPublicationDate.Sure(days))],
                [.. Metadatum.Of(page.Given.Language, "given"), .. found.Languages]);
        }
    }

    private static IEnumerable<Reason> Misread(int letters) =>
        letters > 0 ? [Reason.Of("MOJIBAKE", [("letters", letters.ToString(CultureInfo.InvariantCulture))])] : [];

    // Mended letters are not where the page has them: nothing is said of places then.
    private static ImmutableArray<TextSpan?> Places(string html, int repaired, ImmutableArray<(string Text, BlockKind Kind)> paragraphs) =>
        repaired > 0 ? [.. paragraphs.Select(_ => (TextSpan?)null)] : SourceMap.Of(html, [.. paragraphs.Select(p => p.Text)]);

    private static Publication? Publication(ImmutableArray<DayTold> days) =>
        days is [{ } day, ..] ? new(day.Value, day.From, null, null) : null;

    private static ImmutableArray<Block> Laid(ImmutableArray<(string Text, BlockKind Kind)> paragraphs, ImmutableArray<TextSpan?> places)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>(paragraphs.Length);
        var at = 0;
        foreach (var ((text, kind), place) in paragraphs.Zip(places))
        {
            blocks.Add(new(new(at, at + text.Length), kind) { OnPage = place });
            at += text.Length + 2;
        }

        return blocks.MoveToImmutable();
    }
}
