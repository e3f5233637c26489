using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Recoupe.Tell.Reports;

/// <summary>A report as a Word document (ECMA-376), by the Open XML SDK.</summary>
internal static class DocxReport
{
    // Notes 0 and 1 are the lines that part notes from text, as Word wants them.
    private const int FirstNote = 2;

    // Half points; twips.
    private const string NoteSize = "18";
    private const string ItemIndent = "360";

    public static void Write(Stream output, Report report)
    {
        using var made = new MemoryStream();
        using (var document = WordprocessingDocument.Create(made, WordprocessingDocumentType.Document)) Fill(document, report);
        made.Position = 0;

        // The SDK dates each entry by the clock; the content types come first by custom, and as it happens by order.
        ZippedDocument.Write(output, ZippedDocument.Entries(made));
    }

    private static void Fill(WordprocessingDocument document, Report report)
    {
        var main = document.AddMainDocumentPart();
        document.ChangeIdOfPart(main, "document"); // the SDK would draw one by lot
        var styles = main.AddNewPart<StyleDefinitionsPart>("styles");
        styles.Styles = Styles(report.Language);
        var settings = main.AddNewPart<DocumentSettingsPart>("settings");
        settings.Settings = new W.Settings(
            new W.FootnoteDocumentWideProperties(new W.FootnoteSpecialReference { Id = 0 }, new W.FootnoteSpecialReference { Id = 1 }));
        var notes = main.AddNewPart<FootnotesPart>("footnotes");
        notes.Footnotes = new W.Footnotes(Lines(report, notes));
        main.Document = new W.Document(new W.Body(Blocks(report)));
    }

    private static IEnumerable<OpenXmlElement> Blocks(Report report)
    {
        yield return Styled("Title", new ReportRun(report.Title, report.Language));
        foreach (var block in report.Blocks)
        {
            yield return block switch
            {
                ReportHeading heading => Styled(
                    $"Heading{heading.Level.ToString(CultureInfo.InvariantCulture)}", new ReportRun(heading.Text, heading.Language)),
                ReportParagraph paragraph => Styled(paragraph.IsItem ? "Item" : null, [.. paragraph.Runs]),
                ReportTable table => Table(table),
                _ => throw new InvalidOperationException($"A report has no {block.GetType().Name}."),
            };
        }
    }

    private static W.Paragraph Styled(string? style, params ReadOnlySpan<ReportRun> runs)
    {
        var paragraph = new W.Paragraph();
        if (style is not null) paragraph.ParagraphProperties = new W.ParagraphProperties(new W.ParagraphStyleId { Val = style });
        foreach (var run in runs)
        {
            paragraph.Append(Worded(run));
            if (run.Note > 0) paragraph.Append(Reference(run.Note));
        }

        return paragraph;
    }

    private static W.Run Worded(ReportRun run)
    {
        var properties = new W.RunProperties();
        if (run.IsStrong) properties.Append(new W.Bold());
        properties.Append(new W.Languages { Val = run.Language });
        return new W.Run(properties, new W.Text(run.Text) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static W.Run Reference(int note) => new(
        Raised(), new W.FootnoteReference { Id = note - 1 + FirstNote });

    private static W.RunProperties Raised() => new(new W.VerticalTextAlignment { Val = W.VerticalPositionValues.Superscript });

    private static W.Table Table(ReportTable table)
    {
        var columns = table.Rows[0].Length;
        var rows = new W.Table(
            new W.TableProperties(new W.TableWidth { Width = "5000", Type = W.TableWidthUnitValues.Pct }, Borders()),
            new W.TableGrid(Enumerable.Range(0, columns).Select(_ => new W.GridColumn())));
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var row = new W.TableRow();
            if (i == 0) row.Append(new W.TableRowProperties(new W.TableHeader()));
            foreach (var cell in table.Rows[i]) row.Append(new W.TableCell(Styled(null, cell)));
            rows.Append(row);
        }

        return rows;
    }

    private static W.TableBorders Borders()
    {
        var (single, thin) = (W.BorderValues.Single, 4U);
        return new W.TableBorders(
            new W.TopBorder { Val = single, Size = thin },
            new W.BottomBorder { Val = single, Size = thin },
            new W.InsideHorizontalBorder { Val = single, Size = thin });
    }

    private static IEnumerable<W.Footnote> Lines(Report report, FootnotesPart part)
    {
        yield return new W.Footnote(new W.Paragraph(new W.Run(new W.SeparatorMark()))) { Type = W.FootnoteEndnoteValues.Separator, Id = 0 };
        yield return new W.Footnote(
            new W.Paragraph(new W.Run(new W.ContinuationSeparatorMark()))) { Type = W.FootnoteEndnoteValues.ContinuationSeparator, Id = 1 };
        for (var i = 0; i < report.Footnotes.Length; i++) yield return Note(report.Footnotes[i], report.Language, i, part);
    }

    private static W.Footnote Note(ReportNote note, string language, int index, FootnotesPart part)
    {
        var paragraph = Styled("FootnoteText");
        paragraph.Append(new W.Run(
            Raised(),
            new W.FootnoteReferenceMark()));
        paragraph.Append(Worded(new ReportRun(" " + note.Text, language)));
        if (note.Address is { } address) paragraph.Append(Worded(new ReportRun(" ", language)), Link(address, language, index, part));
        return new W.Footnote(paragraph) { Id = index + FirstNote };
    }

    private static W.Hyperlink Link(string address, string language, int index, FootnotesPart part)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"link{index}");
        part.AddHyperlinkRelationship(new Uri(address), isExternal: true, id);
        return new W.Hyperlink(Worded(new ReportRun(address, language))) { Id = id };
    }

    private static W.Styles Styles(string language) => new(
        new W.DocDefaults(
            new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(new W.Languages { Val = language })),
            new W.ParagraphPropertiesDefault()),
        Style(
            "Normal",
            "Normal",
            isDefault: true,
            new W.StyleParagraphProperties(new W.SpacingBetweenLines { After = "120" }),
            new W.StyleRunProperties()),
        Style("Title", "Title", isDefault: false, new W.StyleParagraphProperties(), Sized("40")),
        Heading(1, "32"),
        Heading(2, "26"),
        Heading(3, "22"),
        Style(
            "Item",
            "List Bullet",
            isDefault: false,
            new W.StyleParagraphProperties(new W.Indentation { Left = ItemIndent, Hanging = ItemIndent }),
            new W.StyleRunProperties()),
        Style(
            "FootnoteText",
            "footnote text",
            isDefault: false,
            new W.StyleParagraphProperties(),
            new W.StyleRunProperties(new W.FontSize { Val = NoteSize })));

    private static W.Style Heading(int level, string size)
    {
        var number = level.ToString(CultureInfo.InvariantCulture);
        var layout = new W.StyleParagraphProperties(
            new W.KeepNext(), new W.SpacingBetweenLines { Before = "240", After = "80" }, new W.OutlineLevel { Val = level - 1 });
        return Style("Heading" + number, "heading " + number, isDefault: false, layout, Sized(size));
    }

    private static W.StyleRunProperties Sized(string halfPoints) => new(new W.Bold(), new W.FontSize { Val = halfPoints });

    private static W.Style Style(string id, string name, bool isDefault, W.StyleParagraphProperties layout, W.StyleRunProperties letters)
    {
        var style = new W.Style(new W.StyleName { Val = name }, layout, letters) { Type = W.StyleValues.Paragraph, StyleId = id };
        if (isDefault) style.Default = true;
        return style;
    }
}
