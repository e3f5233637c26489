using System.Text;
using System.Text.RegularExpressions;
using Recoupe.Ingest;
using Recoupe.Ingest.Documents.Pdf;

namespace Recoupe.Tests.Ingest.Pdf;

/// <summary>PDFs of the press: every word, in the order of reading, and what cannot be read refused for what it is.</summary>
public sealed partial class PdfTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Each => [.. PressPages.All.Select(p => p.Name)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Each))]
    public void The_words_of_a_press_page_are_read_in_their_order(string name)
    {
        var (_, bytes, gold, title) = PressPages.All.Single(p => p.Name == name);
        var content = PdfText.Of(bytes);
        content.Fault.ShouldBeNull();
        F1(Words(gold), Words(content.Text)).ShouldBeGreaterThan(0.98, content.Text);
        F1(Pairs(gold), Pairs(content.Text)).ShouldBeGreaterThan(0.98, content.Text);
        content.Text.Split("\n\n").Except(gold.Split("\n\n"), StringComparer.Ordinal).ShouldBeEmpty();
        content.Text.Split("\n\n").ShouldBe(gold.Split("\n\n"));
        content.Facts.Title.ShouldBe(title);
    }

    [Fact]
    public void Thirty_layouts_are_held() => PressPages.All.Count().ShouldBeGreaterThanOrEqualTo(28);

    [Fact]
    public void What_a_browser_printed_around_a_page_gives_its_address_and_no_text()
    {
        var content = PdfText.Of(PressPages.All.Single(p => p.Name.Contains("browser")).Bytes);
        content.Facts.Url.ShouldBe("https://orvec.example/actualites/le-pont-ferme");
        content.Text.ShouldNotContain("18:02");
        content.Text.ShouldNotContain("1/1");
    }

    [Fact]
    public void Pages_that_are_pictures_are_told_and_never_left_in_silence()
    {
        var scan = new MadePdf();
        scan.AddPage(isPicture: true);
        Take("scan.pdf", scan.Bytes()).ShouldBe(("", "INGEST-36"));
        var half = Article();
        half.AddPage(isPicture: true);
        var (text, codes) = Take("half.pdf", half.Bytes());
        (text.Length > 100, codes).ShouldBe((true, "INGEST-36"));
    }

    [Fact]
    public void A_locked_a_damaged_and_a_false_PDF_are_each_refused_for_what_they_are()
    {
        Take("locked.pdf", Article().Bytes(isLocked: true)).Codes.ShouldBe("INGEST-37");
        Take("false.pdf", "<html>no PDF</html>"u8.ToArray()).Codes.ShouldBe("INGEST-32");
        Take("empty.pdf", "%PDF-1.7\n"u8.ToArray()).Codes.ShouldBe("INGEST-33");
        Take("blank.pdf", Blank().Bytes()).Codes.ShouldBe("INGEST-32");
    }

    [Fact]
    public void A_PDF_of_more_pages_than_an_article_has_is_refused()
    {
        var book = Blank();
        while (book.Pages <= 1000) book.AddPage();
        Take("book.pdf", book.Bytes()).Codes.ShouldBe("INGEST-33");
    }

    [Theory]
    [InlineData(30, 1, true)] // the last draws the first
    [InlineData(1, 1, true)]
    [InlineData(30, 2, false)] // each is drawn twice by the one before
    [InlineData(40, 1, false)]
    public void Drawings_that_draw_one_another_without_end_are_given_up(int forms, int times, bool isCircle)
    {
        var pdf = Blank();
        pdf.Raw(0, "/F0 Do ");
        for (var i = 0; i < forms; i++) pdf.AddForm(i + 1 < forms || isCircle ? string.Concat(Enumerable.Repeat($"/F{(i + 1) % forms} Do ", times)) : "");
        Take("forms.pdf", pdf.Bytes()).Codes.ShouldBe("INGEST-33");
    }

    [Theory]
    [InlineData(310_000, 0, 0)] // on the page
    [InlineData(0, 40_000, 8)] // in a drawing, as often as it is drawn
    public void A_page_of_more_letters_than_any_has_is_given_up_before_it_is_read(int letters, int drawn, int times)
    {
        var pdf = Blank();
        pdf.Raw(0, $"BT /F1 10 Tf 50 700 Td ({new string('a', letters)}) Tj ET {string.Concat(Enumerable.Repeat("/F0 Do ", times))}");
        pdf.AddForm($"BT /F1 10 Tf 50 700 Td <{new string('6', 2 * drawn)}> Tj ET");
        var before = GC.GetTotalAllocatedBytes();
        Take("letters.pdf", pdf.Bytes()).Codes.ShouldBe("INGEST-33");
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(1L << 30); // other tests run beside it
    }

    [Fact]
    public void Text_in_drawings_within_drawings_is_read()
    {
        var pdf = Blank();
        pdf.Raw(0, "/F0 Do ");
        for (var i = 0; i < 5; i++) pdf.AddForm(i < 4 ? $"/F{i + 1} Do " : "BT /F1 10 Tf 50 700 Td (La mairie a confirmé la fermeture du pont.) Tj ET".Replace("é", "\\351", StringComparison.Ordinal));
        Take("forms.pdf", pdf.Bytes()).Text.ShouldBe("La mairie a confirmé la fermeture du pont.");
    }

    [Fact]
    public void A_PDF_is_known_by_its_bytes() => Take("article.txt", Article().Bytes()).Text.ShouldStartWith("Le pont de Kaltrova");

    [Fact]
    public void What_the_file_says_is_believed_where_its_pages_show_it()
    {
        var pdf = Article();
        pdf.Information["Title"] = "Microsoft Word - p12_final.docx";
        pdf.Information["Author"] = "administrateur";
        pdf.Information["CreationDate"] = "D:20240311213000+01'00'";
        var facts = PdfText.Of(pdf.Bytes()).Facts;
        (facts.Title, facts.Authors.Length, facts.Published, facts.Made).ShouldBe(("Le pont de Kaltrova", 0, null, "2024-03-11"));
        pdf.Information["Author"] = "Anne Valmy";
        pdf.Information["Title"] = "Le PONT de Kaltrova";
        facts = PdfText.Of(pdf.Bytes()).Facts;
        (facts.Title, facts.Authors.Single()).ShouldBe(("Le pont de Kaltrova", "Anne Valmy"));
    }

    [Fact]
    public void The_day_on_which_a_file_was_made_is_kept_and_not_believed()
    {
        var pdf = Article();
        pdf.Information["CreationDate"] = "D:20240311213000";
        var page = Intake.Pages([_folder.Write("a.pdf", pdf.Bytes())]).ToList().ShouldHaveSingleItem().Value!;
        var published = Recoupe.Clean.Cleaner.Clean(page).Value!.Header.Published!;
        (published.Value, published.Doubted!.Code).ShouldBe(("2024-03-11", "FILE-DATE"));
    }

    [Theory]
    [InlineData("com", "munal", false)]
    [InlineData("sous", "préfet", true)]
    [InlineData("est", "il", true)]
    [InlineData("Saint", "Orvec", true)]
    [InlineData("2023", "2024", true)]
    [InlineData("mi", "nistre", false)]
    [InlineData("ex", "plosion", false)]
    [InlineData("porte", "parole", true)]
    [InlineData("grille", "pain", true)] // as the text writes it elsewhere
    public void A_hyphen_at_a_line_s_end_stays_where_it_belongs_to_the_word(string end, string start, bool isKept) =>
        LineEndHyphens.Of([new PdfSegment("le grille-pain du conseil municipal", 0, 1, 1, 1, false)]).IsKept($"le {end}", $"{start} a dit").ShouldBe(isKept);

    private static MadePdf Blank()
    {
        var pdf = new MadePdf();
        pdf.AddPage();
        return pdf;
    }

    private static MadePdf Article()
    {
        var pdf = Blank();
        pdf.Text(0, 50, 90, 20, "Le pont de Kaltrova", bold: true);
        pdf.Text(0, 50, 120, 10, "Par Anne Valmy");
        pdf.Text(0, 50, 150, 10, "La maire Irène Costal a annoncé lundi la fermeture du pont, dont une pile s’est affaissée.");
        pdf.Text(0, 50, 162, 10, "La préfecture assure que les études commandées à l’automne n’avaient rien montré.");
        return pdf;
    }

    private (string Text, string Codes) Take(string name, byte[] bytes)
    {
        var outcomes = Intake.Pages([_folder.Write(name, bytes)]).ToList();
        return (string.Concat(outcomes.Select(o => o.Value is { } page ? Encoding.UTF8.GetString(page.Bytes.AsSpan()) : "")), string.Join(' ', outcomes.Select(o => o.Rejection?.Code).OfType<string>()));
    }

    private static double F1(Dictionary<string, int> gold, Dictionary<string, int> found)
    {
        var common = gold.Sum(g => Math.Min(g.Value, found.GetValueOrDefault(g.Key)));
        return 2.0 * common / (gold.Values.Sum() + found.Values.Sum());
    }

    private static Dictionary<string, int> Words(string text) => Word().Matches(text).Select(m => m.Value).CountBy(w => w).ToDictionary();

    private static Dictionary<string, int> Pairs(string text)
    {
        var words = Word().Matches(text).Select(m => m.Value).ToList();
        return words.Zip(words.Skip(1)).Select(p => $"{p.First} {p.Second}").CountBy(p => p).ToDictionary();
    }

    [GeneratedRegex(@"[\w-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
