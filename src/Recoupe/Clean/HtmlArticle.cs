using System.Collections.Immutable;

namespace Recoupe.Clean;

/// <summary>Makes an article of an HTML page: its prose, a paragraph a block, parted by one blank line.</summary>
internal static class HtmlArticle
{
    private const int FewestCharacters = 60;

    public static Outcome<Article> Of(Page page, bool beginnings)
    {
        if (HtmlTree.Parse(PageText.OfHtml(page.Bytes.AsSpan())) is not { } document) return Refusals.TooTangled(page.Path);
        using (document)
        {
            var found = HtmlFacts.Of(document);
            // What was said of the page beside it goes before what it says itself.
            var facts = page.Given.Or(found);
            var prose = HtmlProse.Of(document, facts.Title, SiteWords.Shipped);
            if (!(beginnings && prose.Length >= FewestCharacters) && Stub.Of(page.Path, document, prose.Length, FewestCharacters, SiteWords.Shipped) is { } stub) return stub;
            var text = string.Join("\n\n", prose.Paragraphs.Select(p => p.Text));
            var days = HtmlDay.Of(document, facts, prose.Body, SiteWords.Shipped);
            return Headed.Article(page, facts, Publishing.Said(facts) ?? Publication(days), text, Laid(prose.Paragraphs));
        }
    }

    private static Publication? Publication(ImmutableArray<DayTold> days) => days is [{ } day, ..] ? new(day.Value, day.From, null, null) : null;

    private static ImmutableArray<Block> Laid(ImmutableArray<(string Text, BlockKind Kind)> paragraphs)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>(paragraphs.Length);
        var at = 0;
        foreach (var (text, kind) in paragraphs)
        {
            blocks.Add(new(new(at, at + text.Length), kind));
            at += text.Length + 2;
        }

        return blocks.MoveToImmutable();
    }
}
