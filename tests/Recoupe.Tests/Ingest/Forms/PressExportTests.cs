using System.Text;
using Recoupe.Clean;
using Recoupe.Ingest;

namespace Recoupe.Tests.Ingest.Forms;

/// <summary>The forms in which libraries and e-mail hand out the press; the articles are invented.</summary>
public sealed class PressExportTests : IDisposable
{
    private const string First = "Le maire d'Orvec a annoncé lundi la fermeture du pont de Kaltrova, dont deux piles sont fendues depuis l'hiver.";
    private const string Second = "La préfecture a indiqué qu'elle n'avait reçu aucun rapport sur l'état de l'ouvrage.";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Europresse_gives_an_article_a_page_with_outlet_headline_author_and_day_apart()
    {
        var (pages, codes) = Take(folder.Write("europresse.HTML", $"""
            <html><body>
            {EuropresseArticle("La Dépêche d'Orvec, no. 4301", "Société, vendredi 8 avril 2022 431 mots, p. 3", "Le pont de Kaltrova est fermé", "Anne Valmy")}
            {EuropresseArticle("Orvec Matin (site web)", "International", "La préfecture <mark>dément</mark>", "")}
            <article><header><span class="DocPublicationName">Vide</span></header></article>
            </body></html>
            """));
        codes.ShouldBe(["INGEST-11"]);
        pages.Select(p => p.Name).ShouldBe(["europresse-1", "europresse-2"]);
        pages.Select(p => p.Given.Site).ShouldBe(["La Dépêche d'Orvec", "Orvec Matin"]);
        pages.Select(p => p.Given.Title).ShouldBe(["Le pont de Kaltrova est fermé", "La préfecture dément"]);
        pages.Select(p => p.Given.Published).ShouldBe(["2022-04-08", "2022-04-09"]);
        pages[0].Given.Authors.ShouldBe(["Anne Valmy"]);
        pages[1].Given.Authors.ShouldBeEmpty();
        Cleaner.Clean(pages[0]).Value!.Text.ShouldBe($"{First}\n\n{Second}");
    }

    [Theory]
    [InlineData("<div class=\"docAuthors\">Anne Valmy ; Bruno Val</div>", "", "Anne Valmy|Bruno Val")]
    [InlineData("<div class=\"docAuthors\">Anne Valmy</div>", "Politique", "Anne Valmy")]
    [InlineData("", "Par Anne Valmy et Bruno Val", "Anne Valmy|Bruno Val")]
    [InlineData("", "ANNE VALMY, Bruno Val", "ANNE VALMY|Bruno Val")]
    [InlineData("", "By Anne Valmy and Bruno Val", "Anne Valmy|Bruno Val")]
    [InlineData("", "Société", "")] // the section of the paper stands in the same place
    [InlineData("", "Le pont, un an après", "")]
    public void Either_by_line_of_Europresse_gives_names_and_no_section_is_one(string first, string second, string names)
    {
        var article = EuropresseArticle("La Dépêche d'Orvec", "vendredi 8 avril 2022", "Le pont", second).Replace("<header>", $"<header>{first}", StringComparison.Ordinal);
        var (pages, _) = Take(folder.Write("europresse.html", $"<html><body>{article}</body></html>"));
        string.Join('|', pages.Single().Given.Authors).ShouldBe(names);
    }

    [Fact]
    public void Factiva_with_indexing_is_read_by_its_codes()
    {
        var (pages, codes) = Take(folder.Write("factiva.html", $"""
            <html><body><div class="article frArticle"><table>
            <tr><td class="index"><b>HD</b>&nbsp;</td><td><span class="enHeadline">Le pont de Kaltrova est fermé</span></td></tr>
            <tr><td><b>BY</b>&nbsp;</td><td>Anne Valmy</td></tr><tr><td><b>WC</b>&nbsp;</td><td>431 mots</td></tr>
            <tr><td><b>PD</b>&nbsp;</td><td>8 avril 2022</td></tr><tr><td><b>SN</b>&nbsp;</td><td>La Dépêche d'Orvec</td></tr>
            <tr><td><b>LP</b>&nbsp;</td><td><p class="articleParagraph frarticleParagraph">{First}</p></td></tr>
            <tr><td><b>TD</b>&nbsp;</td><td><p class="articleParagraph frarticleParagraph">{Second}</p></td></tr>
            <tr><td><b>AN</b>&nbsp;</td><td>Document DEPORV0020220408</td></tr></table></div></body></html>
            """));
        codes.ShouldBeEmpty();
        ShouldBeTheBridge(pages.Single());
    }

    [Fact]
    public void Factiva_as_it_is_shown_is_read_by_the_order_of_its_lines()
    {
        var (pages, codes) = Take(folder.Write("factiva.html", $"""
            <html><body><div class="article frArticle"><p>
            <div id="hd"><span class="frHeadline">Le pont de Kaltrova est fermé</span></div><div class="author">Anne Valmy</div>
            <div>431 mots</div><div>8 avril 2022</div><div>18:02</div><div>La Dépêche d'Orvec</div><div>DEPORV</div><div>Français</div><div>Copyright 2022 La Dépêche d'Orvec</div>
            <p class="articleParagraph frarticleParagraph">{First}</p><p class="articleParagraph frarticleParagraph">{Second}</p>
            <p>Document DEPORV0020220408</p></div></body></html>
            """));
        codes.ShouldBeEmpty();
        ShouldBeTheBridge(pages.Single());
    }

    [Fact]
    public void A_reference_gives_what_it_says_to_the_page_that_is_filed_with_it()
    {
        folder.Write("files/12/pont.html", $"<p>{First}</p><p>{Second}</p>");
        var elsewhere = folder.Write($"../{Path.GetFileName(folder.Root)}.txt", First);
        var (pages, codes) = Take(folder.Write("zotero.ris", $"""
            TY  - NEWS
            TI  - Le pont de Kaltrova est fermé
            AU  - Valmy, Anne
            T2  - La Dépêche d'Orvec
            DA  - 2022/04/08/
            UR  - https://orvec.example/pont
            L2  - files/12/pont.html
            ER  - 
            
            TY  - NEWS
            TI  - Sans texte
            AB  - Un résumé.
            L1  - {elsewhere}
            UR  - https://orvec.example/2
            ER  - 
            """));
        codes.ShouldBe(["INGEST-17"]);
        pages.Single().Given.Url.ShouldBe("https://orvec.example/pont");
        ShouldBeTheBridge(pages.Single());
        File.Delete(elsewhere);
    }

    [Fact]
    public void An_article_within_another_is_of_the_outer()
    {
        var nested = string.Concat(Enumerable.Repeat("<article><span class=\"DocPublicationName\">Orvec Matin</span>", 40)) + $"<section><p>{First}</p></section>" + string.Concat(Enumerable.Repeat("</article>", 40));
        var (pages, codes) = Take(folder.Write("europresse.html", $"<html><body>{nested}</body></html>"));
        (pages.Length + codes.Length).ShouldBe(1);
    }

    [Fact]
    public void A_page_that_two_references_name_is_read_once()
    {
        folder.Write("files/mon pont.html", $"<p>{First}</p><p>{Second}</p>");
        const string reference = "TY  - NEWS\nTI  - Le pont\nL1  - file://files/mon%20pont.html\nER  - \n\n";
        var (pages, codes) = Take(folder.Write("zotero.ris", reference + reference));
        pages.Length.ShouldBe(1);
        codes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("quoted-printable", "utf-8")]
    [InlineData("base64", "iso-8859-1")]
    [InlineData("8bit", "utf-8")]
    public void A_message_is_the_page_that_it_carries(string how, string charset)
    {
        var bytes = Encoding.GetEncoding(charset).GetBytes($"<html><body><p>{First}</p><p>{Second}</p></body></html>");
        byte[] body = how switch
        {
            "base64" => Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)),
            "quoted-printable" => Encoding.ASCII.GetBytes(string.Concat(bytes.Select((b, i) => (b is (byte)'=' or > 127 ? $"={b:X2}" : ((char)b).ToString()) + (i % 50 == 49 ? "=\r\n" : "")))),
            _ => bytes,
        };
        var head = $"From: =?utf-8?Q?La_D=C3=A9p=C3=AAche_d'Orvec?= <une@orvec.example>\r\nSubject: =?UTF-8?B?{Convert.ToBase64String("Le pont de Kaltrova "u8)}?=\r\n =?iso-8859-1?q?est_ferm=E9?=\r\nDate: Fri, 8 Apr 2022 07:00:00 +0200 (CEST)\r\nContent-Type: multipart/alternative;\r\n boundary=\"--b=1\"\r\n\r\nprologue\r\n----b=1\r\nContent-Type: text/plain\r\n\r\nx\r\n----b=1\r\nContent-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: {how}\r\n\r\n";
        var (pages, codes) = Take(folder.Write("lettre.eml", [.. Encoding.UTF8.GetBytes(head), .. body, .. "\r\n----b=1--\r\n"u8]));
        codes.ShouldBeEmpty();
        ShouldBeTheBridge(pages.Single() with { Given = pages.Single().Given with { Authors = ["Anne Valmy"] } });
    }

    [Fact]
    public void No_mutation_of_a_message_breaks_the_reader()
    {
        var random = new Random(8);
        var sound = Encoding.UTF8.GetBytes("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+TGU8L3A+\r\n--c--\r\n--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=C3=A9=\r\n--b--\r\n");
        for (var round = 0; round < 500; round++)
        {
            byte[] mutated = [.. sound];
            for (var n = random.Next(1, 12); n > 0; n--) mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            var (pages, codes) = Take(folder.Write("m.eml", mutated));
            (pages.Length + codes.Length).ShouldBe(1);
        }
    }

    private static string EuropresseArticle(string outlet, string header, string title, string author) => $"""
        <article><header>
        <div class="rdp__DocPublicationName"><span class="DocPublicationName">{outlet}<br>Édition du soir</span></div>
        <div><span class="DocHeader">{header}</span></div>
        <div class="titreArticle"><p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">{title}</p><p class="sm-margin-bottomNews">{author}</p></div>
        </header><section><div class="DocText clearfix"><div class="docOcurrContainer"><p>{First}</p><p>{Second}</p></div></div></section>
        <footer><div class="publiC-lblNodoc">news·20220409·DO·4301</div></footer></article>
        """;

    private static void ShouldBeTheBridge(Page page)
    {
        page.Given.Site.ShouldBe("La Dépêche d'Orvec");
        page.Given.Title.ShouldBe("Le pont de Kaltrova est fermé");
        page.Given.Authors.ShouldBe(["Anne Valmy"]);
        page.Given.Published.ShouldBe("2022-04-08");
        Cleaner.Clean(page).Value!.Text.ShouldBe($"{First}\n\n{Second}");
    }

    private static (Page[] Pages, string[] Codes) Take(params string[] paths)
    {
        var outcomes = Intake.Pages(paths).ToArray();
        return ([.. outcomes.Where(o => o.Value is not null).Select(o => o.Value!)], [.. outcomes.Where(o => o.Rejection is not null).Select(o => o.Rejection!.Code)]);
    }
}
