using Recoupe.Clean.Lines;
using Recoupe.Clean.Metadata;
using Recoupe.Formats;


namespace Recoupe.Clean;

/// <summary>Makes an article of a page of plain text or Markdown: the whole text, with the site's lines marked.</summary>
internal static class TextArticle
{
    public static Outcome<Article> Of(Page page)
    {
        var words = SiteWords.Shipped;
        var text = PageText.Of(page.Bytes.AsSpan(), page.Given.Encoding);
        if (string.IsNullOrWhiteSpace(text)) return CleanRefusals.NothingToRead(page.Path);

        var front = FrontMatter.LengthIn(text);
        var lines = TextLines.In(text, front);
        var (blocks, title) = BlockNaming.Name(text, lines, page.Given.Title, words);
        var own = PageFacts.None with
        {
            Title = title < 0 ? null : text[lines[title].Start..lines[title].End].TrimStart('#', ' '),
            Authors = Byline.Authors(text, blocks, words),
        };
        var shown = PublicationDate.InText(page.Id, text, blocks, title, words);
        var facts = page.Given.Or(own).Or(page.Given.Feed ?? PageFacts.None);
        var notes = MetadataConflicts.Of(page.Given, own.Title, shown is { Doubted: null } ? shown.Value : null, own.Authors);
        var published = PublicationDate.Given(page.Given) ?? shown ?? PublicationDate.Said(facts)
            ?? PublicationDate.OfFile(page.Given.Made);
        if (front > 0) blocks = blocks.Insert(0, new(new(0, text.AsSpan(0, front).TrimEnd().Length), BlockKind.Furniture));
        return ArticleBuilder.Article(page, facts, published, text, blocks, notes, Metadatum.Of(page.Given.Language, "given"));
    }
}
