using System.Xml;
using Recoupe.Formats;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Fetch;

/// <summary>Reads lists of feeds (.opml), as readers of feeds hand them out.</summary>
internal static class OpmlFile
{
    private static readonly XmlReaderSettings Safe =
        new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false };

    /// <summary>The pages behind the feeds; without a web the list is refused.</summary>
    public static IEnumerable<Outcome<Page>> Read(FoundFile file, WebSource? web)
    {
        var read = FileBytes.OfText(file);
        if (read.Rejection is { } unreadable) return [unreadable];
        if (web is null) return [IngestRefusals.FeedsAlone(file.Path)];
        try
        {
            return Feeds(PageText.OfHtml(read.Value!)).Distinct(StringComparer.Ordinal).ToList().SelectMany(url => web.At(url));
        }
        catch (XmlException e)
        {
            return [IngestRefusals.BrokenFeed(file.Path, e.Message)];
        }
    }

    private static IEnumerable<string> Feeds(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text.TrimStart()), Safe);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "outline" }
                && WebAddress.Read(reader.GetAttribute("xmlUrl")) is { } url)
                yield return url;
        }
    }
}
