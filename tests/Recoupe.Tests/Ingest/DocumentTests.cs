using System.IO.Compression;
using System.Text;
using Recoupe.Clean;
using Recoupe.Ingest;
using Recoupe.Ingest.Documents;

namespace Recoupe.Tests.Ingest;

/// <summary>Files that are no page of the Web, and files that are not what their names say.</summary>
public sealed class DocumentTests : IDisposable
{
    private const string Prose = "Le maire d'Orvec a annoncé lundi la fermeture du pont, dont une pile s'est affaissée.";
    private const string More = "La préfecture assure que les études commandées à l'automne n'avaient rien montré.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/document2.xml")]
    public void A_document_of_Word_is_read_without_what_was_struck_out(string name)
    {
        var path = _folder.Write("a.docx", Zip((name, $"""
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
            <w:p><w:pPr><w:rPr/></w:pPr><w:r><w:t>Le pont fermé</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">{Prose[..20]}</w:t></w:r><w:del><w:r><w:delText>jamais</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>ailleurs</w:t></w:r></w:moveFrom><w:r><w:t>{Prose[20..]}</w:t></w:r></w:p>
            <w:p><w:r><w:instrText>HYPERLINK</w:instrText><w:t>{More}</w:t></w:r></w:p></w:body></w:document>
            """)));
        Text(path).ShouldBe(["Le pont fermé", Prose, More]);
    }

    [Fact]
    public void A_document_of_OpenDocument_is_read()
    {
        var path = _folder.Write("a.odt", Zip(("content.xml", $"""
            <office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>
            <text:h>Le pont fermé</text:h><text:p>{Prose}<text:note>une note</text:note></text:p><text:p>{More[..20]}<text:s/>{More[21..]}</text:p></office:text></office:body></office:document-content>
            """)));
        Text(path).ShouldBe(["Le pont fermé", Prose, More]);
    }

    [Theory]
    [InlineData("title,date,url,text\n\"Le pont\",2024-03-12,https://fil.example/1,\"{0}\"\n", 1)]
    [InlineData("titre;date;texte\r\nLe pont;12/03/2024;\"{0}\"\r\nLe bac;13/03/2024;\"{1}\"\r\n", 2)]
    [InlineData("Le pont, la date, et tout ce que la mairie en dit depuis des mois\n\n{0}\n", 1)]
    public void A_table_that_is_called_a_text_is_read_as_one(string text, int pages) =>
        Recoupe.Ingest.Intake.Pages([_folder.Write("a.txt", string.Format(System.Globalization.CultureInfo.InvariantCulture, text, Prose, More))])
            .Select(p => p.Value).OfType<Page>().Count().ShouldBe(pages);

    [Theory]
    [InlineData("a.rtf")]
    [InlineData("a.doc")]
    [InlineData("a.txt")]
    public void RTF_is_read_whatever_its_name(string name)
    {
        var path = _folder.Write(name, Encoding.ASCII.GetBytes("""
            {\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times;}}{\info{\title Autre}}{\*\generator X;}\f0 Le pont ferm\'e9\par
            Le maire d\u8217?Orvec a annonc\'e9 {\b lundi} la fermeture\~: \ldblquote plus rien\rdblquote .\par {\pict 0102}Fin.\par}
            """));
        Text(path).ShouldBe(["Le pont fermé", "Le maire d’Orvec a annoncé lundi la fermeture\u00A0: “plus rien”.", "Fin."]);
    }

    [Theory]
    [InlineData("a.csv", ",")]
    [InlineData("a.csv", ";")]
    [InlineData("a.tsv", "\t")]
    public void A_table_has_an_article_a_row_by_the_names_of_its_columns(string name, string sign)
    {
        var rows = new[] { new[] { "titre", "date", "lien", "journal", "texte" }, ["Le \"pont\"", "12/03/2024 18:02", "https://orvec.example/a", "La Dépêche", Prose + "\n" + More], ["Deux", "45363", "https://orvec.example/b", "", More] };
        var path = _folder.Write(name, string.Join("\r\n", rows.Select(r => string.Join(sign, r.Select(c => "\"" + c.Replace("\"", "\"\"") + "\"")))));
        var (pages, codes) = Take(path);
        codes.ShouldBeEmpty();
        pages.Select(p => p.Given.Published).ShouldBe(["2024-03-12", "2024-03-12"]);
        pages[0].Given.Title.ShouldBe("Le \"pont\"");
        pages[0].Given.Site.ShouldBe("La Dépêche");
        pages[0].Given.Url.ShouldBe("https://orvec.example/a");
        Lines(pages[0]).ShouldBe([Prose, More]);
    }

    [Theory]
    [InlineData("a.csv", ',')]
    [InlineData("a.csv", ';')]
    [InlineData("a.tsv", '\t')]
    public void A_quotation_mark_that_is_not_closed_takes_no_other_row_with_it(string name, char sign)
    {
        string[] lines = ["titre,texte,lieu", $"Un,\"{Prose}\",Orvec", $"Deux,\"{More},Orvec", $"Trois,\"{Prose}\",Orvec", $"Quatre,\"{More}\" fin,Orvec", $"Cinq,\"{More}\",Orvec", ""];
        var (pages, codes) = Take(_folder.Write(name, string.Join('\n', lines.Select(l => l.Replace(", ", "; ", StringComparison.Ordinal).Replace(',', sign)))));
        codes.ShouldBe(["INGEST-38", "INGEST-38"]);
        pages.Select(p => p.Given.Title).ShouldBe(["Un", "Trois", "Cinq"]);
    }

    // Each line closes the quotation mark of the one before and opens another, and the last is broken.
    [Fact]
    public void Rows_that_run_into_each_other_are_looked_along_once()
    {
        var text = "titre,texte\n\"" + string.Concat(Enumerable.Repeat("\nx\",\"", 200_000)) + "\nx\"z\n";
        var clock = System.Diagnostics.Stopwatch.StartNew();
        DelimitedRows.Of(text).Count(row => row.IsBroken).ShouldBeGreaterThan(100_000);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("Un,Orvec,{0}\nDeux,Orvec,{0}\n", 2, 0)]
    [InlineData("Un,Orvec,{0}\nDeux,Orvec,{0}", 2, 0)]
    [InlineData("Un,Orvec,{0}\nDeux,Orv", 1, 1)]
    [InlineData("Un,Orvec,{0}\nDeux,Orvec,\"Le pont", 1, 1)]
    [InlineData("Un,Orvec,{0}\nDeux,Orvec\nTrois,Orvec,{0}", 2, 0)]
    public void A_table_that_was_cut_says_so(string rows, int read, int cut)
    {
        var text = "\"" + Prose + "\"";
        var (pages, codes) = Take(_folder.Write("a.csv", "titre,lieu,texte\n" + rows.Replace("{0}", text, StringComparison.Ordinal)));
        pages.Count.ShouldBe(read);
        codes.Count(c => c == "INGEST-38").ShouldBe(cut);
    }

    [Theory]
    [InlineData("2024-13-45", 1)]
    [InlineData("hier", 1)]
    [InlineData("2024-12-31", 0)]
    [InlineData("", 0)]
    public void A_day_that_is_none_is_told_and_the_row_is_read(string day, int told)
    {
        var (pages, codes) = Take(_folder.Write("a.csv", $"titre,date,texte\nUn,{day},\"{Prose}\"\n"));
        pages.ShouldHaveSingleItem().Given.Title.ShouldBe("Un");
        codes.Count(c => c == "INGEST-13").ShouldBe(told);
    }

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.odt")]
    [InlineData("a.xlsx")]
    [InlineData("a.pdf")]
    public void What_is_not_what_its_name_says_is_refused_as_that(string name) =>
        Take(_folder.Write(name, $"<html><body><p>{Prose}</p></body></html>")).Codes.ShouldBe(["INGEST-32"]);

    [Fact]
    public void A_table_that_is_called_a_page_is_read_as_a_table() =>
        Take(_folder.Write("a.html", $"titre,lieu,texte\nUn,Orvec,\"{Prose}\"\n")).Pages.ShouldHaveSingleItem().Given.Title.ShouldBe("Un");

    [Fact]
    public void A_link_to_nothing_is_no_file()
    {
        var path = Path.Combine(Path.GetDirectoryName(_folder.Write("b.txt", Prose))!, "a.txt");
        File.CreateSymbolicLink(path, "none.txt");
        Take(path).Codes.ShouldBe(["INGEST-1"]);
    }

    [Fact]
    public void A_table_without_texts_is_refused() => Take(_folder.Write("a.csv", "nom,prix\npont,3\n")).Codes.ShouldBe(["INGEST-31"]);

    [Fact]
    public void A_workbook_of_Excel_is_a_table()
    {
        var path = _folder.Write("a.xlsx", Zip(
            ("xl/sharedStrings.xml", $"<sst><si><t>date</t></si><si><t>texte</t></si><si><r><t>{Prose[..10]}</t></r><r><t>{Prose[10..]}</t></r></si></sst>"),
            ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c></row><row><c r='A2'><v>45363</v></c><c r='C2' t='s'><v>2</v></c></row></sheetData></worksheet>")));
        var page = Take(path).Pages.ShouldHaveSingleItem();
        page.Given.Published.ShouldBe("2024-03-12");
        Lines(page).ShouldBe([Prose]);
    }

    [Theory]
    [InlineData("a.mhtml")]
    [InlineData("a.html")]
    [InlineData("a.txt")]
    public void A_page_saved_as_one_file_has_its_address(string name)
    {
        var path = _folder.Write(name, $"""
            From: <Saved by Blink>
            Snapshot-Content-Location: https://orvec.example/a
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="B"

            --B
            Content-Type: text/html
            Content-Transfer-Encoding: quoted-printable
            Content-Location: https://orvec.example/a

            <html><head><meta charset=3D"utf-8"></head><body><h1>Pont</h1><p>{Prose.Replace("é", "=C3=A9")}</p></body></html>
            --B--
            """.ReplaceLineEndings("\r\n"));
        var page = Take(path).Pages.ShouldHaveSingleItem();
        page.Given.Url.ShouldBe("https://orvec.example/a");
        Cleaner.Clean(page).Value!.Text.ShouldBe(Prose);
    }

    [Fact]
    public void A_mailbox_is_read_message_by_message()
    {
        var path = _folder.Write("a.mbox", $"From a@b.example Tue Mar 12 18:02:00 2024\nSubject: Un\n\n{Prose}\n\n>From ici\n\nFrom a@b.example Tue Mar 12 18:02:00 2024\nSubject: Deux\n\n{More}\n");
        var (pages, codes) = Take(path);
        codes.ShouldBeEmpty();
        pages.Select(p => p.Given.Title).ShouldBe(["Un", "Deux"]);
        Lines(pages[0]).ShouldBe([Prose, "From ici"]);
    }

    [Fact]
    public void An_article_attached_to_a_message_is_read_and_what_is_not_is_told()
    {
        var html = Convert.ToBase64String(Encoding.UTF8.GetBytes($"<html><body><h1>Pont</h1><p>{Prose}</p></body></html>"));
        var path = _folder.Write("a.eml", $"""
            Subject: Fwd: pont
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b2"

            --b2
            Content-Type: text/plain

            Ci-joint.
            --b2
            Content-Type: text/html; charset=utf-8; name="article.html"
            Content-Disposition: attachment; filename="article.html"
            Content-Transfer-Encoding: base64

            {html}
            --b2
            Content-Type: application/zip; name="plans.zip"
            Content-Disposition: attachment; filename="plans.zip"

            PK
            --b2--
            """);
        var (pages, codes) = Take(path);
        codes.ShouldBe(["INGEST-30"]);
        Cleaner.Clean(pages.ShouldHaveSingleItem()).Value!.Text.ShouldBe(Prose);
    }

    [Theory]
    [InlineData("article.html")]
    [InlineData("article.txt")]
    [InlineData("article.docx")]
    public void What_is_attached_was_there_when_its_message_was_sent(string name)
    {
        var word = $"""<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>{Prose}</w:t></w:r></w:p></w:body></w:document>""";
        var isWord = name.EndsWith(".docx", StringComparison.Ordinal);
        var bytes = isWord ? Zip(("word/document.xml", word)) : Encoding.UTF8.GetBytes($"<p>{Prose}</p>");
        var path = _folder.Write("a.eml", $"""
            From: "Anne Morel" <anne@orvec.example>
            Date: Tue, 12 Mar 2024 18:02:00 +0100
            Content-Type: multipart/mixed; boundary="b2"

            --b2
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename="{name}"
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(bytes)}
            --b2--
            """);
        var page = Take(path).Pages.ShouldHaveSingleItem();
        page.Given.Made.ShouldBe("2024-03-12");
        page.Given.Published.ShouldBeNull();
        page.Given.Site.ShouldBeNull();
        var published = Cleaner.Clean(page).Value!.Header.Published.ShouldNotBeNull();
        (published.Value, published.Doubted?.Code).ShouldBe(("2024-03-12", "FILE-DATE"));
    }

    [Theory]
    [InlineData("filename=\"pièce.html\"")]
    [InlineData("filename=\"=?utf-8?Q?pi=C3=A8ce.html?=\"")]
    [InlineData("filename*=utf-8''pi%C3%A8ce%20jointe.html")]
    [InlineData("filename*=UTF-8'fr'piece.html")]
    [InlineData("filename*=iso-8859-1''pi%E8ce.html")]
    [InlineData("filename*0=\"piece join\"; filename*1=\"te.html\"")]
    [InlineData("filename*0*=utf-8''pi%C3%A8ce; filename*1=\".ht\"; filename*2*=ml")]
    public void However_the_name_of_what_is_attached_is_written_it_is_read(string name)
    {
        var html = Convert.ToBase64String(Encoding.UTF8.GetBytes($"<html><body><h1>Pont</h1><p>{Prose}</p></body></html>"));
        var path = _folder.Write("a.eml", $"""
            Subject: pont
            Content-Type: multipart/mixed; boundary="b2"

            --b2
            Content-Type: application/octet-stream
            Content-Disposition: attachment; {name}
            Content-Transfer-Encoding: base64

            {html}
            --b2--
            """);
        var (pages, codes) = Take(path);
        codes.ShouldBeEmpty();
        Cleaner.Clean(pages.ShouldHaveSingleItem()).Value!.Text.ShouldBe(Prose);
    }

    [Theory]
    [InlineData("a.opml", "<?xml version=\"1.0\"?><opml version=\"2.0\"><body><outline text=\"Orvec\" xmlUrl=\"https://orvec.example/feed\"/></body></opml>", "INGEST-35")]
    [InlineData("a.xml", "<?xml version=\"1.0\"?><opml version=\"2.0\"><body><outline xmlUrl=\"https://orvec.example/feed\"/></body></opml>", "INGEST-35")]
    [InlineData("a.txt", "@article{key, title = {Le pont}}", "INGEST-7")]
    [InlineData("a.txt", "filedesc://a.arc 0.0.0.0 20240312000000 text/plain 76", "INGEST-7")]
    [InlineData("a.docx", "Le pont est fermé.", "INGEST-32")]
    public void What_is_another_format_is_never_read_as_prose(string name, string text, string code) => Take(_folder.Write(name, text)).Codes.ShouldBe([code]);

    [Fact]
    public void A_zip_of_pages_is_read_in_the_order_of_its_names()
    {
        var path = _folder.Write("a.zip", Zip(("b.txt", More), ("a.html", $"<html><body><h1>Pont</h1><p>{Prose}</p></body></html>"), ("style.css", "p {}")));
        Take(path).Pages.Select(p => p.Name).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Subtitles_are_what_is_said() =>
        Text(_folder.Write("a.srt", $"1\n00:00:01,000 --> 00:00:03,000\n<i>{Prose[..30]}</i>\n{Prose[30..].Trim()}\n\n2\n00:00:04,000 --> 00:00:05,000\n{More}\n")).ShouldBe([$"{Prose[..30].Trim()} {Prose[30..].Trim()} {More}"]);

    [Theory]
    [InlineData("""{"titre":"Pont","contenu":"TEXT","lien":"https://orvec.example/a","source":"La Dépêche","date":"12/03/2024 18:02","auteur":"Anne Valmy"}""")]
    [InlineData("""{"status":"ok","articles":[{"source":{"id":null,"name":"La Dépêche"},"author":"Anne Valmy","title":"Pont","url":"https://orvec.example/a","publishedAt":"2024-03-12T17:02:00Z","content":"TEXT"}]}""")]
    [InlineData("""[{"date":"2024-03-12T17:02:00","link":"https://orvec.example/a","title":{"rendered":"Pont"},"content":{"rendered":"<p>TEXT</p>"},"author":"Anne Valmy","site":"La Dépêche"}]""")]
    [InlineData("""{"title":"Pont","text":"TEXT","url":"https://orvec.example/a","published":1710262920000,"site":"La Dépêche","author":"Anne Valmy"}""")]
    [InlineData("""{"title":"Pont","text":"TEXT","url":"https://orvec.example/a","published":1710262920,"site":"La Dépêche","author":"Anne Valmy"}""")]
    public void Records_are_read_under_the_names_that_their_makers_write(string record)
    {
        var page = Take(_folder.Write("a.json", record.Replace("TEXT", Prose, StringComparison.Ordinal))).Pages.ShouldHaveSingleItem();
        page.Given.ShouldBe(new("https://orvec.example/a", "La Dépêche", "Pont", page.Given.Authors, "2024-03-12", null));
        page.Given.Authors.ShouldBe(["Anne Valmy"]);
        Lines(page).ShouldBe([Prose]);
    }

    [Fact]
    public void A_text_that_is_cut_and_says_so_is_refused() =>
        Take(_folder.Write("a.json", """{"articles":[{"title":"Pont","url":"https://orvec.example/a","content":"Le maire d'Orvec a annoncé lundi la ferm… [+4211 chars]"}]}""")).Codes.ShouldBe(["INGEST-34"]);

    [Fact]
    public void What_trafilatura_took_out_is_read()
    {
        var page = Take(_folder.Write("a.xml", $"<doc sitename=\"La Dépêche\" title=\"Pont\" author=\"Anne Valmy\" date=\"2024-03-12\" source=\"https://orvec.example/a\"><main><head>Fermé</head><p>{Prose}</p><list><item>{More}</item></list></main><comments/></doc>")).Pages.ShouldHaveSingleItem();
        page.Given.Published.ShouldBe("2024-03-12");
        page.Given.Site.ShouldBe("La Dépêche");
        Lines(page).ShouldBe(["Fermé", Prose, More]);
    }

    [Theory]
    [InlineData("Le pont &ndash; d&eacute;tails", "Le pont – détails")]
    [InlineData("Cloarec & fils ferment", "Cloarec & fils ferment")]
    [InlineData("Un &amp; deux &#8211; trois &inconnu; A&B", "Un & deux – trois &inconnu; A&B")]
    public void A_feed_with_an_ampersand_that_XML_forbids_is_read(string written, string title)
    {
        var page = Take(_folder.Write("a.xml", $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Orvec</title><item><title>{written}</title><link>https://orvec.example/a?x=1&y=2</link><content:encoded><![CDATA[<p>{Prose} &amp; &eacute;</p>]]></content:encoded></item></channel></rss>")).Pages.ShouldHaveSingleItem();
        page.Given.Title.ShouldBe(title);
        page.Given.Url.ShouldBe("https://orvec.example/a?x=1&y=2");
        Encoding.UTF8.GetString(page.Bytes.AsSpan()).ShouldContain("&amp; &eacute;");
    }

    [Theory]
    [InlineData("Tue, 12 Mar 24 18:02:00 +0100")]
    [InlineData("mar., 12 mars 2024 18:02:00 +0100")]
    [InlineData("Mon, 12 Mar 2024 18:02:00 GMT")]
    [InlineData("12-Mar-2024 18:02")]
    [InlineData("mardi 12 mars 2024")]
    public void Days_of_feeds_are_read_as_they_are_written(string day) =>
        Take(_folder.Write("a.xml", $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><item><title>Un</title><pubDate>{day}</pubDate><content:encoded>&lt;p&gt;{Prose}&lt;/p&gt;</content:encoded></item></channel></rss>"))
            .Pages.ShouldHaveSingleItem().Given.Published.ShouldBe("2024-03-12");

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(text);
            }
        }

        return bytes.ToArray();
    }

    private static string[] Text(string path) => Lines(Take(path).Pages.ShouldHaveSingleItem());

    private static string[] Lines(Page page) => Cleaner.Clean(page).Value!.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static (List<Page> Pages, List<string> Codes) Take(string path)
    {
        var outcomes = Intake.Pages([path]).ToList();
        return ([.. outcomes.Where(o => o.Value is not null).Select(o => o.Value!)], [.. outcomes.Where(o => o.Rejection is not null).Select(o => o.Rejection!.Code)]);
    }
}
