using System.Globalization;
using System.Text;
using System.Xml;

namespace Recoupe.Tell.Reports;

/// <summary>A report as an OpenDocument text (ISO/IEC 26300, version 1.3): zipped XML, which LibreOffice and Word open.</summary>
internal static class OdtReport
{
    private const string Type = "application/vnd.oasis.opendocument.text";
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string TableSpace = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string StyleSpace = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private const string Fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    private const string Link = "http://www.w3.org/1999/xlink";
    private const string Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineChars = "\n",
    };

    public static void Write(Stream output, Report report) => ZippedDocument.Write(output,
    [
        ("mimetype", Encoding.ASCII.GetBytes(Type), true),
        ("content.xml", Bytes(xml => new Content(xml, report).Write()), false),
        ("META-INF/manifest.xml", Bytes(WriteManifest), false),
    ]);

    private static byte[] Bytes(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings)) write(xml);
        return bytes.ToArray();
    }

    private static void WriteManifest(XmlWriter xml)
    {
        xml.WriteStartElement("manifest", "manifest", Manifest);
        xml.WriteAttributeString("manifest", "version", Manifest, "1.3");
        foreach (var (path, type) in new[] { ("/", Type), ("content.xml", "text/xml") })
        {
            xml.WriteStartElement("manifest", "file-entry", Manifest);
            xml.WriteAttributeString("manifest", "full-path", Manifest, path);
            xml.WriteAttributeString("manifest", "media-type", Manifest, type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private sealed class Content(XmlWriter xml, Report report)
    {
        private int _written;

        public void Write()
        {
            xml.WriteStartElement("office", "document-content", Office);
            foreach (
                var (prefix, space) in new[] { ("text", Text), ("table", TableSpace), ("style", StyleSpace), ("fo", Fo), ("xlink", Link) })
                xml.WriteAttributeString("xmlns", prefix, null, space);
            xml.WriteAttributeString("office", "version", Office, "1.3");
            WriteStyles();
            xml.WriteStartElement("body", Office);
            xml.WriteStartElement("text", Office);
            Paragraph("p", "Title", null, new ReportRun(report.Title, report.Language));
            foreach (var block in report.Blocks) Write(block);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        // A style a language: OpenDocument tells a run's language by its style.
        private void WriteStyles()
        {
            xml.WriteStartElement("automatic-styles", Office);
            foreach (var language in Languages())
            {
                Style("T" + language, language, isStrong: false);
                Style("B" + language, language, isStrong: true);
            }

            xml.WriteEndElement();
        }

        private IEnumerable<string> Languages() => report.Blocks.SelectMany(RunsOf).Select(run => run.Language).Append(report.Language)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        private static IEnumerable<ReportRun> RunsOf(ReportBlock block) => block switch
        {
            ReportHeading heading => [new ReportRun(heading.Text, heading.Language)],
            ReportParagraph paragraph => paragraph.Runs,
            ReportTable table => table.Rows.SelectMany(row => row),
            _ => [],
        };

        private void Style(string name, string language, bool isStrong)
        {
            xml.WriteStartElement("style", StyleSpace);
            xml.WriteAttributeString("name", StyleSpace, name);
            xml.WriteAttributeString("family", StyleSpace, "text");
            xml.WriteStartElement("text-properties", StyleSpace);
            xml.WriteAttributeString("language", Fo, language);
            if (isStrong) xml.WriteAttributeString("font-weight", Fo, "bold");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        private void Write(ReportBlock block)
        {
            switch (block)
            {
                case ReportHeading heading:
                    var level = heading.Level.ToString(CultureInfo.InvariantCulture);
                    Paragraph("h", "Heading_20_" + level, level, new ReportRun(heading.Text, heading.Language));
                    break;
                case ReportParagraph { IsItem: true } item:
                    xml.WriteStartElement("list", Text);
                    xml.WriteStartElement("list-item", Text);
                    Paragraph("p", "List_20_Contents", null, [.. item.Runs]);
                    xml.WriteEndElement();
                    xml.WriteEndElement();
                    break;
                case ReportParagraph paragraph:
                    Paragraph("p", "Text_20_body", null, [.. paragraph.Runs]);
                    break;
                case ReportTable table:
                    Write(table);
                    break;
                default:
                    throw new InvalidOperationException($"A report has no {block.GetType().Name}.");
            }
        }

        private void Write(ReportTable table)
        {
            xml.WriteStartElement("table", TableSpace);
            xml.WriteStartElement("table-column", TableSpace);
            xml.WriteAttributeString("number-columns-repeated", TableSpace, table.Rows[0].Length.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            for (var i = 0; i < table.Rows.Length; i++)
            {
                if (i == 0) xml.WriteStartElement("table-header-rows", TableSpace);
                xml.WriteStartElement("table-row", TableSpace);
                foreach (var cell in table.Rows[i]) Cell(cell);
                xml.WriteEndElement();
                if (i == 0) xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        private void Cell(ReportRun cell)
        {
            xml.WriteStartElement("table-cell", TableSpace);
            xml.WriteAttributeString("value-type", Office, "string");
            Paragraph("p", "Table_20_Contents", null, cell);
            xml.WriteEndElement();
        }

        private void Paragraph(string element, string style, string? level, params ReadOnlySpan<ReportRun> runs)
        {
            xml.WriteStartElement(element, Text);
            xml.WriteAttributeString("style-name", Text, style);
            if (level is not null) xml.WriteAttributeString("outline-level", Text, level);
            foreach (var run in runs)
            {
                Run(run.Text, run.Language, run.IsStrong);
                if (run.Note > 0) Note(run.Note);
            }

            xml.WriteEndElement();
        }

        // Blanks at an end, or several, are an element there; else they would be lost.
        private void Run(string text, string language, bool isStrong)
        {
            xml.WriteStartElement("span", Text);
            xml.WriteAttributeString("style-name", Text, (isStrong ? "B" : "T") + language);
            foreach (var letter in Blanks(text))
            {
                if (letter.IsBlank) Element("s");
                else xml.WriteString(letter.Words);
            }

            xml.WriteEndElement();
        }

        private static IEnumerable<(string Words, bool IsBlank)> Blanks(string text)
        {
            var from = 0;
            for (var at = 0; at < text.Length; at++)
            {
                var isLone = text[at] == ' ' && at > 0 && at + 1 < text.Length && text[at - 1] != ' ';
                if (text[at] != ' ' || isLone) continue;
                if (at > from) yield return (text[from..at], false);
                yield return (" ", true);
                from = at + 1;
            }

            if (from < text.Length) yield return (text[from..], false);
        }

        private void Element(string name)
        {
            xml.WriteStartElement(name, Text);
            xml.WriteEndElement();
        }

        private void Note(int number)
        {
            var note = report.Footnotes[number - 1];
            xml.WriteStartElement("note", Text);
            xml.WriteAttributeString("id", Text, "n" + (++_written).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("note-class", Text, "footnote");
            xml.WriteElementString("note-citation", Text, number.ToString(CultureInfo.InvariantCulture));
            xml.WriteStartElement("note-body", Text);
            xml.WriteStartElement("p", Text);
            xml.WriteAttributeString("style-name", Text, "Footnote");
            Run(note.Address is null ? note.Text : note.Text + " ", report.Language, isStrong: false);
            if (note.Address is { } address)
            {
                xml.WriteStartElement("a", Text);
                xml.WriteAttributeString("type", Link, "simple");
                xml.WriteAttributeString("href", Link, address);
                xml.WriteString(address);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }
}
