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
            var paragraphs = HtmlProse.Of(document, facts.Title, SiteWords.Shipped);
            var length = paragraphs.Sum(p => p.Text.Length);
            if (!(beginnings && length >= FewestCharacters) && Stub.Of(page.Path, document, length, FewestCharacters, SiteWords.Shipped) is { } stub) return stub;
            var text = string.Join("\n\n", paragraphs.Select(p => p.Text));
            return Headed.Article(page, facts, Publishing.Given(facts) ?? HtmlDay.Of(document, SiteWords.Shipped), text, Laid(paragraphs));
        }
    }

    private static ImmutableArray<Block> Laid(IReadOnlyList<(string Text, BlockKind Kind)> paragraphs)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>(paragraphs.Count);
        var at = 0;
        foreach (var (text, kind) in paragraphs)
        {
            blocks.Add(new(new(at, at + text.Length), kind));
            at += text.Length + 2;
        }

        return blocks.MoveToImmutable();
    }
}
