using System.Globalization;
using System.Text;
using System.Xml;
using Recoupe.Language;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Exchange;

/// <summary>
/// A ledger as a graph (GEXF 1.3, which Gephi reads): what article is taken from which, and who says what, with side and certainty on the
/// edge.
/// </summary>
internal static class GexfExport
{
    private const string Space = "http://gexf.net/1.3";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    public static void Write(Stream output, ExchangeLedger told)
    {
        using var xml = XmlWriter.Create(output, Settings);
        new Graph(xml, told).Write();
    }

    private sealed class Graph(XmlWriter xml, ExchangeLedger told)
    {
        private readonly Ledger _ledger = told.Ledger;
        private int _edges;

        public void Write()
        {
            xml.WriteStartElement("gexf", Space);
            xml.WriteAttributeString("version", "1.3");
            xml.WriteStartElement("graph", Space);
            xml.WriteAttributeString("defaultedgetype", "directed");
            Attributes("node", [("kind", "string"), ("day", "string"), ("rating", "integer")]);
            Attributes("edge", [("kind", "string"), ("certainty", "string"), ("direction", "string")]);
            xml.WriteStartElement("nodes", Space);
            foreach (var article in _ledger.Articles)
                Node("a" + article.Id, article.Headline(), ("kind", "article"), ("day", article.BelievedDay()));
            foreach (var origin in _ledger.Absent) Node("o" + origin.Id, origin.Name, ("kind", "absent"));
            foreach (var entity in _ledger.Entities.Where(e => e.Type is NameType.Person or NameType.Organisation))
                Node("e" + entity.Id, entity.Name, ("kind", EnumNames.Of(entity.Type)));
            foreach (var claim in _ledger.Claims)
                Node(
                    "c" + claim.Id,
                    claim.Text,
                    ("kind", "claim"),
                    ("day", claim.First),
                    ("rating", claim.Credibility.Value.ToString(CultureInfo.InvariantCulture)));
            xml.WriteEndElement();
            xml.WriteStartElement("edges", Space);
            foreach (var tie in _ledger.Lineage) WriteTie(tie);
            foreach (var claim in _ledger.Claims) WriteTellings(claim);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        private void WriteTie(Lineage tie)
        {
            var from = told.Header(new ArticleId(tie.From)) is null ? "o" + tie.From : "a" + tie.From;
            Edge(from, "a" + tie.To, ("kind", EnumNames.Of(tie.Kind)), ("direction", EnumNames.Of(tie.Direction)));
        }

        // Whoever is named tells a claim himself; else it is the article that does.
        private void WriteTellings(Claim claim)
        {
            foreach (var position in claim.Positions)
            {
                var teller = told.TellerEntity(position) is { Type: NameType.Person or NameType.Organisation } entity
                    ? "e" + entity.Id
                    : "a" + position.Article;
                Edge(teller, "c" + claim.Id, ("kind", EnumNames.Of(position.Side)), ("certainty", EnumNames.Of(position.Certainty)));
            }
        }

        private void Attributes(string of, ReadOnlySpan<(string Id, string Type)> attributes)
        {
            xml.WriteStartElement("attributes", Space);
            xml.WriteAttributeString("class", of);
            foreach (var (id, type) in attributes)
            {
                xml.WriteStartElement("attribute", Space);
                xml.WriteAttributeString("id", id);
                xml.WriteAttributeString("title", id);
                xml.WriteAttributeString("type", type);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        private void Node(string id, string label, params ReadOnlySpan<(string For, string? Value)> values)
        {
            xml.WriteStartElement("node", Space);
            xml.WriteAttributeString("id", id);
            xml.WriteAttributeString("label", XmlText.Printable(label));
            Values(values);
            xml.WriteEndElement();
        }

        private void Edge(string from, string to, params ReadOnlySpan<(string For, string? Value)> values)
        {
            xml.WriteStartElement("edge", Space);
            xml.WriteAttributeString("id", (_edges++).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("source", from);
            xml.WriteAttributeString("target", to);
            Values(values);
            xml.WriteEndElement();
        }

        private void Values(ReadOnlySpan<(string For, string? Value)> values)
        {
            xml.WriteStartElement("attvalues", Space);
            foreach (var (id, value) in values)
            {
                if (value is null) continue;
                xml.WriteStartElement("attvalue", Space);
                xml.WriteAttributeString("for", id);
                xml.WriteAttributeString("value", XmlText.Printable(value));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    }
}
