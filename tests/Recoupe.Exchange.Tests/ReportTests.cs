using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Recoupe.Tell.Reports;
using WordRun = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Recoupe.Exchange.Tests;

public sealed class ReportTests(Samples samples)
{
    private const string Office = "/usr/bin/soffice";

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void A_Word_document_is_valid(string which)
    {
        using var document = Word(which);
        new OpenXmlValidator().Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a run outside a paragraph")]
    [InlineData("text set sideways")]
    [InlineData("letters of no size")]
    [InlineData("a footnote without a number")]
    [InlineData("a reference to no footnote")]
    [InlineData("a link that leads nowhere")]
    [InlineData("a paragraph in a run")]
    [InlineData("two ends of the text")]
    public void A_fault_in_a_Word_document_is_found(string fault)
    {
        var bytes = new MemoryStream();
        bytes.Write(Written("docx", "story"));
        using var document = WordprocessingDocument.Open(bytes, isEditable: true);
        Break(document.MainDocumentPart!, fault);
        new OpenXmlValidator().Validate(document).ShouldNotBeEmpty();
    }

    private static void Break(MainDocumentPart main, string fault)
    {
        var body = main.Document!.Body!;
        var paragraph = body.Descendants<Paragraph>().First();
        switch (fault)
        {
            case "a run outside a paragraph": body.PrependChild(new WordRun(new Text("alone"))); break;
            case "text set sideways": paragraph.PrependChild(new ParagraphProperties(Invalid())); break;
            case "letters of no size": paragraph.AppendChild(new WordRun(new RunProperties(new FontSize { Val = "large" }), new Text("x"))); break;
            case "a footnote without a number": main.FootnotesPart!.Footnotes!.Elements<Footnote>().Last().Id = null; break;
            case "a reference to no footnote": paragraph.AppendChild(new WordRun(new FootnoteReference())); break;
            case "a link that leads nowhere": paragraph.AppendChild(new Hyperlink(new WordRun(new Text("x"))) { Id = "nowhere" }); break;
            case "a paragraph in a run": paragraph.AppendChild(new WordRun(new Paragraph())); break;
            default: body.AppendChild(new SectionProperties()); body.AppendChild(new SectionProperties()); break;
        }
    }

    private static Justification Invalid()
    {
        var set = new Justification();
        set.SetAttribute(new("w", "val", "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "sideways"));
        return set;
    }

    [Fact]
    public void Each_passage_has_a_footnote_with_its_outlet_its_address_and_its_hash()
    {
        using var document = Word("story");
        var main = document.MainDocumentPart!;
        var notes = main.FootnotesPart!.Footnotes!.Elements<Footnote>().Where(n => n.Type is null)
            .ToDictionary(n => n.Id!.Value, n => n.InnerText);
        var referred = main.Document!.Descendants<FootnoteReference>().Select(r => r.Id!.Value).ToList();
        referred.ShouldBeUnique();
        referred.Order().ShouldBe(notes.Keys.Order());
        referred.Count.ShouldBeGreaterThanOrEqualTo(samples.Story.Claims.Sum(c => c.Positions.Length));
        foreach (var article in samples.Story.Claims.SelectMany(c => c.Positions).Select(p => p.Article).Distinct())
        {
            var header = samples.Story.Articles.Single(a => a.Id == article);
            notes.Values.ShouldContain(note => note.Contains(header.TextHash) && note.Contains(header.Url ?? ""));
        }
    }

    [Fact]
    public void It_says_each_claim_its_rating_and_what_was_not_found()
    {
        using var document = Word("story");
        var text = document.MainDocumentPart!.Document!.InnerText;
        foreach (var claim in samples.Story.Claims) text.ShouldContain(claim.Id);
        text.ShouldContain("Aucun démenti trouvé dans ce registre");
        text.ShouldContain(Credibility.Rule);
        document.MainDocumentPart.Document.Descendants<Table>().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("odt")]
    [InlineData("html")]
    public void Equal_ledgers_give_equal_bytes(string format)
    {
        var first = Written(format, "story");
        Thread.Sleep(2100); // the archive's clock ticks every two seconds
        Written(format, "story").ShouldBe(first);
    }

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void An_OpenDocument_says_its_type_first_and_unpacked_and_what_is_in_it(string which)
    {
        using var archive = new ZipArchive(new MemoryStream(Written("odt", which)));
        var type = archive.Entries[0];
        (type.FullName, type.CompressedLength).ShouldBe(("mimetype", type.Length));
        var content = XDocument.Load(archive.GetEntry("content.xml")!.Open());
        XNamespace text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
        content.Descendants(text + "note").ShouldNotBeEmpty();
        XDocument.Load(archive.GetEntry("META-INF/manifest.xml")!.Open()).Root!.Elements().Count().ShouldBe(2);
    }

    [Fact]
    public void A_page_of_what_attacks_its_readers_runs_nothing()
    {
        var page = System.Text.Encoding.UTF8.GetString(Written("html", "hostile"));
        page.ShouldNotContain("<script", Case.Insensitive);
        page.ShouldNotContain("<img", Case.Insensitive);
        page.ShouldNotContain("javascript:", Case.Insensitive);
        page.ShouldContain("&lt;script");
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("odt")]
    public async Task An_office_program_opens_it_and_makes_a_PDF_of_it(string format)
    {
        Assert.SkipUnless(File.Exists(Office), "LibreOffice is not installed; ./test installs it.");
        var folder = Directory.CreateTempSubdirectory("recoupe-office-").FullName;
        try
        {
            await File.WriteAllBytesAsync(
                Path.Combine(folder, "report." + format), Written(format, "story"), TestContext.Current.CancellationToken);
            string[] arguments = [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "report." + format];
            var start = new ProcessStartInfo(Office, arguments) { WorkingDirectory = folder, UseShellExecute = false };
            using var office = Process.Start(start)!;
            await office.WaitForExitAsync(TestContext.Current.CancellationToken);
            new FileInfo(Path.Combine(folder, "report.pdf")).Length.ShouldBeGreaterThan(10_000);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private byte[] Written(string format, string which) =>
        Samples.Bytes(output => ReportFormat.Named(format)!.Write(output, samples.Of(which), samples.Story.Articles.Length));

    private WordprocessingDocument Word(string which) =>
        WordprocessingDocument.Open(new MemoryStream(Written("docx", which)), isEditable: false);
}
