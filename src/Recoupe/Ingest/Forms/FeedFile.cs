using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Recoupe.Formats;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Forms;

/// <summary>
/// Reads feeds: RSS, RDF and Atom. An entry that holds its article is a page; one that holds a summary is refused, for a summary is no
/// article.
/// </summary>
internal static class FeedFile
{
    // What a document type declares is passed over: an entity of its own then stands for nothing, and no bomb goes off.
    internal static readonly XmlReaderSettings Safe =
        new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false, IgnoreComments = true, IgnoreProcessingInstructions = true };

    // Deeper than any feed; the tree of an entry is walked by recursion, a level a call.
    private const int Deepest = 200;
    private const int LongestDay = 64; // characters: longer than any form of a day

    /// <summary>The pages of a feed's file: those that its entries hold.</summary>
    public static IEnumerable<Outcome<Page>> Read(FoundFile file)
    {
        var read = FileBytes.OfText(file);
        if (read.Rejection is { } unreadable) return [unreadable];
        if (Extracted(file, read.Value!) is { } extracted) return extracted;
        return Pages(Entries(file.Path, read.Value!), file.Path, FileNames.Stem(file.Path));
    }

    /// <summary>
    /// The pages of a file that is no feed but an article taken out of a page, or a press database's articles; <see langword="null"/>
    /// where it is none.
    /// </summary>
    public static IEnumerable<Outcome<Page>>? Extracted(FoundFile file, byte[] bytes)
    {
        var text = PageText.OfHtml(bytes);
        if (IsTooDeep(text.TrimStart())) return null;
        var name = FileNames.Stem(file.Path);
        return ExtractedFile.Of(file.Path, name, text) is { } one ? [one] : FactivaXml.Read(file.Path, name, text);
    }

    /// <summary>The pages of these entries.</summary>
    public static IEnumerable<Outcome<Page>> Pages(IEnumerable<Outcome<FeedEntry>> entries, string path, string name)
    {
        var number = 0;
        foreach (var entry in entries)
        {
            number++;
            yield return Page(entry, path, name, number);
        }
    }

    /// <summary>The page of one entry.</summary>
    public static Outcome<Page> Page(Outcome<FeedEntry> entry, string path, string name, int number) =>
        entry.Rejection is { } refused
            ? refused
            : entry.Value!.Page(string.Create(CultureInfo.InvariantCulture, $"{path}#{number}"), string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"));

    /// <summary>
    /// The entries in the feed's order; where it breaks, those before the break and then why. A sitemap is refused but where
    /// <paramref name="maps"/> is set.
    /// </summary>
    public static IEnumerable<Outcome<FeedEntry>> Entries(string path, byte[] bytes, bool maps = false)
    {
        var text = LooseXml.Mended(PageText.OfHtml(bytes).TrimStart());
        if (IsTooDeep(text))
        {
            yield return IngestRefusals.BrokenFeed(path, "its elements are nested too deep");
            yield break;
        }

        using var reader = XmlReader.Create(new StringReader(text), Safe);
        var feed = new Feed(reader);
        while (true)
        {
            var next = Next(feed, path, maps);
            if (next is { } entry) yield return entry;
            if (next is null or { Rejection: not null }) break;
        }
    }

    private static bool IsTooDeep(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Safe);
        try
        {
            while (reader.Read())
            {
                if (reader.Depth > Deepest) return true;
            }
        }
        catch (XmlException)
        {
            // Where it breaks is told when it is read.
        }

        return false;
    }

    private static Outcome<FeedEntry>? Next(Feed feed, string path, bool maps)
    {
        try
        {
            if (feed.Root is "urlset" or "sitemapindex" && !maps) return IngestRefusals.AddressesAlone(path);
            if (feed.Root is not ("rss" or "RDF" or "feed" or "urlset" or "sitemapindex"))
                return IngestRefusals.BrokenFeed(path, $"it is a <{feed.Root}>, and no RSS or Atom");
            return feed.Next() is { } entry ? entry : default(Outcome<FeedEntry>?);
        }
        catch (XmlException e)
        {
            return IngestRefusals.BrokenFeed(path, e.Message);
        }
    }

    /// <summary>A feed being read: one entry is held at a time.</summary>
    private sealed class Feed(XmlReader reader)
    {
        private string? _site;
        private string? _language;
        private string? _root;

        public string Root => _root ??= reader.MoveToContent() is XmlNodeType.Element ? reader.LocalName : "";

        public FeedEntry? Next()
        {
            while (!reader.EOF)
            {
                if (reader.NodeType is not XmlNodeType.Element) reader.Read();
                else if (reader.LocalName is "item" or "entry" or "url" or "sitemap" && reader.Depth > 0)
                    return Entry((XElement)XNode.ReadFrom(reader));
                else if (reader.Depth is 1 or 2 && reader.LocalName is "title" or "language") Say((XElement)XNode.ReadFrom(reader));
                else Enter();
            }

            return null;
        }

        private void Enter()
        {
            _language ??= LanguageTag.Read(reader.XmlLang);
            reader.Read();
        }

        // The channel's own title stands above its items; an image's title is deeper.
        private void Say(XElement element)
        {
            if (element.Name.LocalName is "title") _site ??= FeedEntry.Line(element.Value) is { Length: > 0 } name ? name : null;
            else _language ??= LanguageTag.Read(element.Value);
        }

        private FeedEntry Entry(XElement entry) => new(Facts(entry), Content(entry), IsMap: entry.Name.LocalName is "sitemap");

        private PageFacts Facts(XElement entry)
        {
            var told = First(entry, "news") ?? entry; // a sitemap for news has it in an element of its own
            return new(
                UrlOf(entry),
                (First(told, "source") ?? First(told, "publication")) is { } source
                    && (Child(source, "title") ?? Child(source, "name")) is { } of ? FeedEntry.Line(of) : _site,
                FeedEntry.Line(Child(told, "title")) is { Length: > 0 } title ? title : null,
                FeedEntry.Names(Authors(told)),
                new[] { "pubDate", "published", "publication_date", "date", "issued", "updated", "modified" }.Select(name => Child(told, name)).OfType<string>().Select(DayOf).FirstOrDefault(day => day is not null),
                LanguageTag.Read(Child(told, "language") ?? Child(First(told, "publication"), "language")) ?? _language);
        }

        // Some write the day in words.
        private static string? DayOf(string text) =>
            IsoDay.Read(text) ?? (text.Length <= LongestDay
                && WrittenDay.In(LineWords.Of(text)) is { Value: [not 'X', ..] } day ? day.Value : null);

        private static string? Content(XElement entry) =>
            Child(entry, "encoded") is { } encoded && !string.IsNullOrWhiteSpace(encoded) ? encoded
            : First(entry, "content") is { } content && content.Attribute("src") is null && Markup(content) is { } markup ? markup
            : FeedEntry.Whole(Child(entry, "description"));

        // Atom: of type xhtml the markup stands in the open, of the others as text. Media RSS calls pictures content too: they are empty.
        private static string? Markup(XElement content) =>
            content.HasElements ? Written(content)
            : string.IsNullOrWhiteSpace(content.Value) ? null
            : (string?)content.Attribute("type") is "text" ? System.Net.WebUtility.HtmlEncode(content.Value)
            : content.Value;

        // A character reference may stand for what XML cannot write again: a control character, half a letter.
        private static string Written(XElement content)
        {
            foreach (var text in content.DescendantNodes().OfType<XText>()) text.Value = XmlCharacters.Writable(text.Value);
            foreach (var element in content.DescendantsAndSelf()) LeaveUnwritableNamespaces(element);
            foreach (var attribute in content.DescendantsAndSelf().Attributes().Where(a => !a.IsNamespaceDeclaration))
                attribute.Value = XmlCharacters.Writable(attribute.Value);
            return string.Concat(content.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting)));
        }

        // HTML asks for the local name alone, so an element goes without such a namespace.
        private static void LeaveUnwritableNamespaces(XElement element)
        {
            if (!XmlCharacters.IsWritable(element.Name.NamespaceName)) element.Name = element.Name.LocalName;
            foreach (var attribute in element.Attributes().ToList())
            {
                var space = attribute.IsNamespaceDeclaration ? attribute.Value : attribute.Name.NamespaceName;
                if (!XmlCharacters.IsWritable(space)) attribute.Remove();
            }
        }

        private static string? UrlOf(XElement entry) => new[]
            {
                Child(entry, "origLink"),
                entry.Elements().FirstOrDefault(e => e.Name.LocalName is "link" && (string?)e.Attribute("rel") is null or "alternate" && e.Attribute("href") is not null)?.Attribute("href")?.Value,
                Child(entry, "link"),
                Child(entry, "guid"),
                Child(entry, "id"),
                Child(entry, "loc"),
            }
            .Select(WebAddress.Read).FirstOrDefault(url => url is not null);

        private static IEnumerable<string> Authors(XElement entry)
        {
            foreach (var author in entry.Elements().Where(e => e.Name.LocalName is "author" or "creator"))
                yield return Child(author, "name") ?? Named(author.Value);
        }

        // RSS wants an address there, and the name in brackets after it.
        private static string Named(string author) =>
            author.Contains('@') ? author.Split('(', ')') is [_, var name, ..] ? name : "" : author;

        private static string? Child(XElement? element, string name) => element is null ? null : First(element, name)?.Value;

        private static XElement? First(XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);
    }
}
