using System.IO.Compression;
using System.Text;
using Recoupe.Tests.Ingest.Pdf;

namespace Recoupe.Tests.Hostile;

/// <summary>A small invented heap in every form that is taken in, each with the files that belong to it.</summary>
internal static class IntakeForms
{
    public const string Bridge =
        "Le pont de Kaltrova est fermé depuis lundi, a déclaré la maire Irène Costal. « Nous attendons les experts », a-t-elle dit. "
        + "Au moins 3 personnes ont été blessées, selon la préfecture. Le ministère a démenti mardi que le pont ait été miné.";

    private const string Markup =
        "<html lang=\"fr\"><head><title>Le pont fermé</title><meta name=\"date\" content=\"2024-03-12\"></head><body><h1>Le pont fermé</h1>"
        + "<p>Le maire d'Orvec, Pavel Ormel, a annoncé lundi la fermeture du pont, dont une pile s'est affaissée pendant la nuit.</p>"
        + "<p>«&nbsp;Les travaux dureront trois mois&nbsp;», a déclaré la préfecture, qui a promis un bac gratuit aux riverains.</p></body></html>";

    private static readonly string Feed = $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>La Dépêche d'Orvec</title><language>fr</language>
        <item><title>Le pont</title><link>https://orvec.example/pont</link><pubDate>Thu, 07 Apr 2022 18:30:00 +0200</pubDate>
        <content:encoded><![CDATA[<p>{Bridge}</p>]]></content:encoded></item></channel></rss>
        """;

    private static readonly string Atom = $"""
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Orvec</title>
        <entry><title>Le pont</title><id>https://orvec.example/pont</id><updated>2022-04-07T10:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{Bridge}</p></div></content></entry></feed>
        """;

    private static readonly string Reference =
        "TY  - NEWS\nTI  - Le pont de Kaltrova\nAU  - Costal, Irène\nJO  - Le Fil du Val\nDA  - 2024/03/04/\nUR  - https://fil.example/pont\nL1  - page.text\nER  - \n";

    private static readonly string Letter =
        "From: \"La Dépêche d'Orvec\" <desk@orvec.example>\r\nSubject: =?utf-8?Q?Le_pont_ferm=C3=A9?=\r\nDate: Thu, 07 Apr 2022 18:30:00 +0200\r\n"
        + "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\n"
        + $"Content-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(Bridge))}\r\n--b1--\r\n";

    private static readonly string Press =
        "<html><body><article><header><span class=\"DocPublicationName\">La Dépêche d'Orvec</span><span class=\"DocHeader\">vendredi 8 avril 2022</span>"
        + $"<p class=\"titreArticleVisu\">Le pont</p></header><section><div class=\"docOcurrContainer\"><p>{Bridge}</p></div></section></article></body></html>";

    private static readonly string[] FrontMatter = ["title: Le pont", "site: Le Fil du Val", "authors: [Irène Costal, B. Val]", "date: 2024-03-04", "url: https://fil.example/1"];

    /// <summary>The names of the files, each with its bytes; the first is the one to read.</summary>
    public static IReadOnlyDictionary<string, (string Name, byte[] Bytes)[]> All { get; } = new SortedDictionary<string, (string, byte[])[]>(StringComparer.Ordinal)
    {
        ["text"] = [Text("page.txt", Bridge), Text("page.meta.json", "{ \"site\": \"Le Fil du Val\", \"url\": \"https://fil.example/2\" }")],
        ["text of UTF-16"] = [("page.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Bridge)])],
        ["packed text"] = [("page.txt.gz", Packed(Encoding.UTF8.GetBytes(Bridge)))],
        ["Markdown with front matter"] = [Text("page.md", $"---\n{string.Join('\n', FrontMatter)}\n---\n\n# Le pont\n\n{Bridge}\n")],
        ["HTML"] = [Text("page.html", Markup)],
        ["HTML of Latin-1"] = [("page.html", Encoding.Latin1.GetBytes(Markup.Replace("<head>", "<head><meta charset=\"iso-8859-1\">", StringComparison.Ordinal)))],
        ["packed HTML"] = [("page.html.gz", Packed(Encoding.UTF8.GetBytes(Markup)))],
        ["lines of JSON"] = [Text("page.jsonl", Record + "\n" + Record.Replace("Orvec", "Vasilsk", StringComparison.Ordinal) + "\n")],
        ["JSON"] = [Text("page.json", "[" + Record + "]")],
        ["feed of JSON"] = [Text("feed.json", JsonFeed)],
        ["RSS"] = [Text("feed.rss", Feed)],
        ["Atom"] = [Text("feed.atom", Atom)],
        ["RDF"] = [Text("feed.rdf", $"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Orvec</title></channel><item rdf:about=\"https://orvec.example/pont\"><title>Le pont</title><link>https://orvec.example/pont</link><dc:date>2022-04-07</dc:date><content:encoded>&lt;p&gt;{Bridge}&lt;/p&gt;</content:encoded></item></rdf:RDF>")],
        ["packed feed"] = [("feed.rss.gz", Packed(Encoding.UTF8.GetBytes(Feed)))],
        ["web archive"] = [("crawl.warc", Archive)],
        ["packed web archive"] = [("crawl.warc.gz", Packed(Archive))],
        ["web archive in Zstandard"] = [("crawl.warc.zst", Zstandard(Archive))],
        ["WACZ"] = [("crawl.wacz", Zip(("archive/data.warc.gz", Packed(Archive)), ("datapackage.json", "{}"u8.ToArray())))],
        ["references"] = [Text("list.ris", Reference), Text("page.text", Bridge)],
        ["mail"] = [Text("letter.eml", Letter)],
        ["press export"] = [Text("export.html", Press)],
        ["press export of Factiva"] = [Text("factiva.html", $"<html><body><div class=\"article frArticle\"><table><tr><td><b>HD</b>&nbsp;</td><td>Le pont</td></tr><tr><td><b>BY</b>&nbsp;</td><td>Irène Costal</td></tr><tr><td><b>PD</b>&nbsp;</td><td>8 avril 2022</td></tr><tr><td><b>SN</b>&nbsp;</td><td>Le Fil du Val</td></tr><tr><td><b>LP</b>&nbsp;</td><td><p class=\"articleParagraph\">{Bridge}</p></td></tr></table></div></body></html>")],
        ["page saved by SingleFile"] = [Text("single.html", Markup.Replace("<html lang=\"fr\">", "<!DOCTYPE html><html lang=\"fr\"><!--\n Page saved with SingleFile \n url: https://orvec.example/1 \n saved date: Tue Mar 12 2024 18:02:00 GMT+0100\n-->", StringComparison.Ordinal))],
        ["capture of an archive"] = [Text("wayback.html", Markup.Replace("<body>", "<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id=\"wm-ipp-base\">12 captures</div><!-- END WAYBACK TOOLBAR INSERT --><script type=\"application/ld+json\">{ \"@graph\": [{ \"@type\": \"NewsArticle\", \"datePublished\": \"2024-03-12T18:02:00+01:00\", \"author\": [{ \"name\": \"Anne Valmy\" }] }] }</script>", StringComparison.Ordinal).Replace("<head>", "<head><link rel=\"canonical\" href=\"https://web.archive.org/web/20240312180200/https://orvec.example/1\">", StringComparison.Ordinal))],
        ["PDF"] = [("page.pdf", Pdf)],
        ["document of Word"] = [("page.docx", Zip(("word/document.xml", Encoding.UTF8.GetBytes(Word))))],
        ["OpenDocument"] = [("page.odt", Zip(("content.xml", Encoding.UTF8.GetBytes(OpenDocument))))],
        ["RTF"] = [("page.rtf", Encoding.ASCII.GetBytes(Rtf))],
        ["table"] = [Text("table.csv", $"titre;date;texte\r\nLe pont;12/03/2024;\"{Bridge}\"\r\n")],
        ["table of tabs"] = [Text("table.tsv", $"title\tdate\turl\ttext\nLe pont\t2024-03-12\thttps://orvec.example/1\t{Bridge}\n")],
        ["workbook of shared words"] = [("shared.xlsx", Zip(("xl/sharedStrings.xml", Encoding.UTF8.GetBytes($"<sst><si><t>titre</t></si><si><t>texte</t></si><si><r><t>Le </t></r><r><t>pont</t></r></si><si><t>{Bridge}</t></si></sst>")), ("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row><row><c r='A2' t='s'><v>2</v></c><c r='B2' t='s'><v>3</v></c></row></sheetData></worksheet>"u8.ToArray())))],
        ["workbook"] = [("table.xlsx", Zip(("xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes(Sheet))))],
        ["page saved as one file"] = [Text("page.mhtml", Saved)],
        ["mailbox"] = [Text("letters.mbox", $"From desk@orvec.example Thu Apr  7 18:30:00 2022\n{Letter.ReplaceLineEndings("\n")}\nFrom desk@orvec.example Fri Apr  8 18:30:00 2022\nSubject: Le bac\n\n{Bridge}\n")],
        ["zip of pages"] = [("pages.zip", Zip(("a/page.html", Encoding.UTF8.GetBytes(Markup)), ("b/page.docx", Zip(("word/document.xml", Encoding.UTF8.GetBytes(Word)))), ("c.pdf", Pdf)))],
        ["subtitles of the Web"] = [Text("talk.vtt", $"WEBVTT - Orvec\n\nNOTE dit mardi\n\n1\n00:00:01.000 --> 00:00:09.000 align:start\n<v Irène Costal>{Bridge.Replace(". ", ".</v>\n<v Pavel Ormel>", StringComparison.Ordinal)}\n")],
        ["subtitles"] = [Text("talk.srt", $"1\n00:00:01,000 --> 00:00:09,000\n{Bridge.Replace(". ", ".\n", StringComparison.Ordinal)}\n")],
        ["records of WordPress"] = [Text("posts.json", $$"""[{ "id": 7, "date": "2024-03-12T18:02:00", "link": "https://orvec.example/7", "title": { "rendered": "Le pont" }, "content": { "rendered": "<p>{{Bridge}}</p>" } }]""")],
        ["XML of Factiva"] = [Text("factiva.xml", $"<result><article><headline><paragraph>Le pont</paragraph></headline><byline>Irène Costal</byline><sourceName>Le Fil du Val</sourceName><publicationDate><date>2024-03-12</date></publicationDate><leadParagraph><paragraph>{Bridge}</paragraph></leadParagraph><tailParagraphs><paragraph>{Bridge.Replace("Kaltrova", "Vasilsk", StringComparison.Ordinal)}</paragraph></tailParagraphs></article></result>")],
        ["XML of trafilatura"] = [Text("page.xml", $"<doc sitename=\"Orvec\" title=\"Le pont\" date=\"2024-03-12\"><main><p>{Bridge}</p></main></doc>")],
    };

    /// <summary>What holds addresses or a mark of where an article is, and no article: each is refused by name without <c>--fetch</c>.</summary>
    public static IReadOnlyDictionary<string, (string Name, byte[] Bytes)[]> Leading { get; } = new SortedDictionary<string, (string, byte[])[]>(StringComparer.Ordinal)
    {
        ["list of feeds"] = [Text("feeds.opml", "<?xml version=\"1.0\"?><opml version=\"2.0\"><head><title>Presse</title></head><body><outline text=\"Le Fil\" type=\"rss\" xmlUrl=\"https://fil.example/feed\"/><outline text=\"Val\"><outline xmlUrl=\"feed.rss\"/></outline></body></opml>"), Text("feed.rss", Feed)],
        ["list of addresses"] = [Text("pages.urls", "# du jour\nhttps://fil.example/pont\nhttp://127.0.0.1/bac\nhttps://[::1]/\n")],
        ["map of a site"] = [Text("map.xml", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://fil.example/pont</loc><lastmod>2024-03-12</lastmod></url></urlset>")],
        ["feed of summaries"] = [Text("feed.xml", $"<rss version=\"2.0\"><channel><title>Orvec</title><item><title>Le pont</title><link>https://orvec.example/pont</link><description>{Bridge[..60]}…</description></item></channel></rss>")],
        ["reference alone"] = [Text("list.ris", "TY  - NEWS\nTI  - Le pont\nN2  - Le pont est fermé.\nUR  - https://fil.example/pont\nER  - \n")],
        ["cut record of NewsAPI"] = [Text("news.json", $$"""{ "status": "ok", "articles": [{ "source": { "name": "Orvec" }, "title": "Le pont", "url": "https://orvec.example/pont", "content": "{{Bridge[..80]}}… [+4211 chars]" }] }""")],
        ["BibTeX"] = [Text("list.bib", "@article{pont, title={Le pont}, journal={Le Fil}, url={https://fil.example/pont}}\n")],
    };

    private static byte[] Pdf
    {
        get
        {
            var pdf = new MadePdf();
            pdf.AddPage();
            pdf.Text(0, 50, 90, 20, "Le pont de Kaltrova est fermé", bold: true);
            new PressLayout(2, Indented: true, Justified: true, Hyphenated: true).Set(pdf, [Bridge, Bridge.Replace("Kaltrova", "Vasilsk", StringComparison.Ordinal)], 130);
            return pdf.Bytes();
        }
    }

    private static string Word =>
        $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>Le pont</w:t></w:r></w:p><w:p><w:r><w:t>{Bridge}</w:t></w:r></w:p></w:body></w:document>";

    private static string OpenDocument =>
        $"<office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text><text:h>Le pont</text:h><text:p>{Bridge}</text:p></office:text></office:body></office:document-content>";

    private static string Rtf =>
        "{\\rtf1\\ansi\\ansicpg1252\\uc1 Le pont\\par " + string.Concat(Bridge.Select(c => c < 128 ? c.ToString() : $"\\u{(int)c}?")) + "\\par}";

    private static string Sheet =>
        $"<worksheet><sheetData><row><c r='A1' t='inlineStr'><is><t>titre</t></is></c><c r='B1' t='inlineStr'><is><t>texte</t></is></c></row><row><c r='A2' t='inlineStr'><is><t>Le pont</t></is></c><c r='B2' t='inlineStr'><is><t>{Bridge}</t></is></c></row></sheetData></worksheet>";

    private static string Saved =>
        $"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://orvec.example/1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://orvec.example/1\r\n\r\n{Markup}\r\n--b1--\r\n";

    private static string Record => $$"""{ "id": "a1", "url": "https://orvec.example/a1", "title": "Le pont", "authors": [{ "name": "Anne Valmy" }], "date": "2022-04-07", "text": "{{Bridge}} (Orvec)" }""";

    private static string JsonFeed =>
        $$"""{ "version": "https://jsonfeed.org/version/1.1", "title": "Orvec", "items": [{ "id": "1", "url": "https://orvec.example/1", "date_published": "2022-04-07T10:00:00Z", "content_html": "<p>{{Bridge}}</p>" }] }""";

    private static byte[] Archive
    {
        get
        {
            var answer = $"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{Markup}";
            var length = Encoding.UTF8.GetByteCount(answer);
            return Encoding.UTF8.GetBytes(
                $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://orvec.example/1\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n{answer}\r\n\r\n");
        }
    }

    /// <summary>Puts the files of a form into a folder; the path of the one to read.</summary>
    public static string Write(string folder, string form)
    {
        Directory.CreateDirectory(folder);
        var files = Of(form);
        foreach (var (name, bytes) in files) File.WriteAllBytes(Path.Combine(folder, name), bytes);
        return Path.Combine(folder, files[0].Name);
    }

    /// <summary>The files of a form, whether it is an article's or only leads to one.</summary>
    public static (string Name, byte[] Bytes)[] Of(string form) => All.TryGetValue(form, out var files) ? files : Leading[form];

    private static (string, byte[]) Text(string name, string text) => (name, Encoding.UTF8.GetBytes(text));

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Zstandard(byte[] bytes)
    {
        using var compressor = new ZstdSharp.Compressor();
        return compressor.Wrap(bytes).ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }
}
