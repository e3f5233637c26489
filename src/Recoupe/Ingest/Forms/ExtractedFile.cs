using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Recoupe.Ingest.Files;
using Recoupe.Ingest.Metadata;

namespace Recoupe.Ingest.Forms;

/// <summary>
/// Reads an article that trafilatura took out of a page, in its XML: what it says of it as attributes, the text in <c>main</c>.
/// </summary>
internal static class ExtractedFile
{
    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal) { "p", "head", "quote", "item", "cell", "code" };

    /// <summary>The page; <see langword="null"/> where the XML is something else, or none.</summary>
    public static Outcome<Page>? Of(string path, string name, string xml)
    {
        if (!xml.Contains("<doc", StringComparison.Ordinal) || !xml.Contains("<main", StringComparison.Ordinal)) return null;
        if (Root(xml) is not { } doc || doc.Element("main") is not { } main) return null;
        var fields = new Fields();
        foreach (var attribute in doc.Attributes()) fields[attribute.Name.LocalName] = [attribute.Value];
        var text = string.Join("\n\n", main.Descendants().Where(e => IsPart(e) && !e.Ancestors().TakeWhile(a => a != main).Any(IsPart))
            .Select(Line).Where(line => line.Length > 0));
        if (text.Length == 0) return IngestRefusals.NoText(path);
        return new Page(path, SafeName.Of(name), PageKind.Text, ImmutableCollectionsMarshal.AsImmutableArray(Encoding.UTF8.GetBytes(text)), Facts.Of(fields));
    }

    private static XElement? Root(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml.TrimStart()), FeedFile.Safe);
            return XDocument.Load(reader).Root is { Name.LocalName: "doc" } doc ? doc : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool IsPart(XElement element) => Parts.Contains(element.Name.LocalName);

    private static string Line(XElement element) =>
        string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
