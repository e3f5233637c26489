using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Recoupe.Formats;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Forms;

/// <summary>
/// Reads the XML in which Factiva hands out articles, many in one: headline, lead and the paragraphs after it, each in elements of their
/// own.
/// </summary>
internal static class FactivaXml
{
    /// <summary>The articles; <see langword="null"/> where the XML is something else, or none.</summary>
    public static IEnumerable<Outcome<Page>>? Read(string path, string name, string xml)
    {
        if (!xml.Contains("<tailParagraphs", StringComparison.Ordinal)
            && !xml.Contains("<leadParagraph", StringComparison.Ordinal)) return null;
        if (Root(xml) is not { } root) return null;
        var articles = root.DescendantsAndSelf().Where(e => e.Name.LocalName is "article" && Named(e, "headline") is not null).ToList();
        return articles.Count == 0 ? null : articles.Select((article, i) => PageOf(article, $"{path}#{Number(i)}", $"{name}-{Number(i)}"));
    }

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static Outcome<Page> PageOf(XElement article, string path, string name)
    {
        var lines = new[] { "leadParagraph", "tailParagraphs" }.SelectMany(part => Paragraphs(Named(article, part))).ToList();
        if (lines.Count == 0) return IngestRefusals.NoText(path);
        var facts = PageFacts.None with
        {
            Site = Line(Named(article, "sourceName")),
            Title = Line(Named(article, "headline")),
            Authors = Line(Named(article, "byline")) is { } names
                ? [.. names.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : [],
            Published = Line(Named(article, "publicationDate")) is { } day ? IsoDay.Read(day) : null,
            Language = LanguageTag.Read(Line(Named(article, "baseLang"))),
        };
        return new Page(path, SafeName.Of(name), PageKind.Text,
            ImmutableCollectionsMarshal.AsImmutableArray(Encoding.UTF8.GetBytes(string.Join("\n\n", lines))), facts);
    }

    private static IEnumerable<string> Paragraphs(XElement? part)
    {
        if (part is null) return [];
        var own = part.Descendants().Where(e => e.Name.LocalName is "paragraph").Select(Line).OfType<string>().ToList();
        return own.Count > 0 ? own : Line(part) is { } line ? [line] : [];
    }

    private static XElement? Named(XElement article, string name) =>
        article.Descendants().FirstOrDefault(e => e.Name.LocalName.Equals(name, StringComparison.Ordinal));

    private static string? Line(XElement? element) =>
        element is not null
            && string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line
            : null;

    private static XElement? Root(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml.TrimStart()), FeedFile.Safe);
            return XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
