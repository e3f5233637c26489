using System.Text;
using Recoupe.Clean;
using Recoupe.Ingest;

namespace Recoupe.Tests.Ingest.Forms;

public sealed class FeedTests : IDisposable
{
    private const string Story = "<p>Le maire d'Orvec a annoncé lundi la fermeture du pont de Kaltrova, dont deux piles sont fendues depuis l'hiver.</p>";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_entry_of_RSS_that_holds_its_article_is_a_page_and_one_with_a_summary_is_refused()
    {
        var (pages, codes) = Take(folder.Write("une.xml", $"""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>La Dépêche d&apos;Orvec</title><link>https://orvec.example/</link><language>fr-FR</language>
            <image><title>Logo</title></image>
            <item><title>Le pont &amp;amp; la rivière</title><link>https://orvec.example/pont</link><dc:creator>Anne Valmy</dc:creator>
              <pubDate>Thu, 07 Apr 2022 18:30:00 +0200</pubDate><description>Un résumé.</description><content:encoded><![CDATA[{Story}]]></content:encoded></item>
            <item><title>Autre chose</title><guid>https://orvec.example/autre</guid><description>Un résumé seulement.</description></item>
            <item><title>Long</title><link>https://orvec.example/long</link><author>desk@orvec.example (Paul Rey)</author><description>&lt;p&gt;{string.Concat(Enumerable.Repeat("Le conseil se réunit mardi soir. ", 40))}&lt;/p&gt;</description></item>
            </channel></rss>
            """));
        codes.ShouldBe(["INGEST-17"]);
        pages.Select(p => p.Name).ShouldBe(["une-1", "une-3"]);
        pages[0].Given.ShouldBe(new("https://orvec.example/pont", "La Dépêche d'Orvec", "Le pont & la rivière", pages[0].Given.Authors, "2022-04-07", "fr"));
        pages.Select(p => p.Given.Authors.Single()).ShouldBe(["Anne Valmy", "Paul Rey"]);
        Cleaner.Clean(pages[0]).Value!.Text.ShouldStartWith("Le maire d'Orvec");
    }

    [Fact]
    public void Atom_gives_markup_as_text_or_in_the_open()
    {
        var (pages, codes) = Take(folder.Write("une.atom", $"""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Orvec</title><link rel="self" href="https://orvec.example/feed"/>
            <entry><title type="html">Le &lt;b&gt;pont&lt;/b&gt;</title><id>tag:orvec.example,2022:1</id><link rel="alternate" href="https://orvec.example/1"/><updated>2022-04-08T08:00:00Z</updated><published>2022-04-07T08:00:00Z</published>
              <author><name>Anne Valmy</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{Story}</div></content></entry>
            <entry><title>Deux</title><link href="https://orvec.example/2"/><content type="html">{System.Net.WebUtility.HtmlEncode(Story)}</content></entry>
            <entry><title>Trois</title><link href="https://orvec.example/3"/><content src="https://orvec.example/3.html"/><summary>Un résumé.</summary></entry>
            </feed>
            """));
        codes.ShouldBe(["INGEST-17"]);
        pages.Select(p => p.Given.Title).ShouldBe(["Le pont", "Deux"]);
        pages[0].Given.Published.ShouldBe("2022-04-07");
        pages.Select(p => Cleaner.Clean(p).Value!.Text).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }

    [Fact]
    public void A_feed_in_JSON_is_told_by_its_version()
    {
        var (pages, codes) = Take(folder.Write("feed.json", """
            { "version": "https://jsonfeed.org/version/1.1", "title": "Orvec", "language": "fr", "items": [
              { "id": "1", "url": "https://orvec.example/1", "title": "Le pont", "date_published": "2022-04-07T08:00:00Z", "authors": [{ "name": "Anne Valmy" }], "content_html": "<p>Le pont est fermé.</p>" },
              { "id": "2", "content_text": "Le pont est fermé." },
              { "id": "3", "url": "https://orvec.example/3", "summary": "Un résumé." }] }
            """));
        codes.ShouldBe(["INGEST-17"]);
        pages.Select(p => p.Kind).ShouldBe([PageKind.Html, PageKind.Text]);
        pages[0].Given.Site.ShouldBe("Orvec");
        pages[0].Given.Published.ShouldBe("2022-04-07");
    }

    [Fact]
    public void A_sitemap_holds_addresses_and_other_XML_is_no_feed()
    {
        Take(folder.Write("a.xml", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://orvec.example/1</loc></url></urlset>")).Codes.ShouldBe(["INGEST-18"]);
        Take(folder.Write("b.xml", "<inventory><item/></inventory>")).Codes.ShouldBe(["INGEST-16"]);
        Take(folder.Write("c.xml", "not XML")).Codes.ShouldBe(["INGEST-16"]);
    }

    [Fact]
    public void A_feed_that_breaks_off_gives_the_entries_before_the_break()
    {
        var (pages, codes) = Take(folder.Write("a.rss", $"<rss><channel><item><link>https://a.example/1</link><encoded>{System.Net.WebUtility.HtmlEncode(Story)}</encoded></item><item><title>A & B"));
        pages.Length.ShouldBe(1);
        codes.ShouldBe(["INGEST-16"]);
    }

    [Fact]
    public void A_bomb_of_entities_is_refused_at_once()
    {
        var bomb = "<!DOCTYPE rss [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range(1, 25).Select(n => $"<!ENTITY a{n} \"&a{(n == 1 ? "" : n - 1)};&a{(n == 1 ? "" : n - 1)};\">")) + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&a25;&x;</title></item></channel></rss>";
        Take(folder.Write("a.rss", bomb)).Codes.ShouldBe(["INGEST-16"]);
    }

    [Fact]
    public void A_feed_nested_without_end_is_refused_and_not_walked()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 200_000)) + string.Concat(Enumerable.Repeat("</a>", 200_000));
        Take(folder.Write("a.rss", $"<rss><channel><item><title>{deep}</title></item></channel></rss>")).Codes.ShouldBe(["INGEST-16"]);
    }

    [Fact]
    public void A_sign_of_less_is_no_tag() =>
        Take(folder.Write("a.rss", $"<rss><channel><item><title>Inflation &lt; 2 % en mai</title><encoded><![CDATA[{Story}]]></encoded></item></channel></rss>"))
            .Pages.Single().Given.Title.ShouldBe("Inflation < 2 % en mai");

    [Fact]
    public void A_feed_is_read_in_the_letters_that_it_declares()
    {
        var latin = Encoding.Latin1.GetBytes($"<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><title>Dépêche</title><item><content type='text'>Fermé depuis l'été.</content></item></channel></rss>");
        Take(folder.Write("a.rss", latin)).Pages.Single().Given.Site.ShouldBe("Dépêche");
    }

    [Fact]
    public void No_mutation_of_a_feed_breaks_the_reader()
    {
        var random = new Random(8);
        var sound = Encoding.UTF8.GetBytes($"<?xml version='1.0'?><rss><channel><title>A</title>{string.Concat(Enumerable.Repeat($"<item><title>B</title><pubDate>Thu, 07 Apr 2022 18:30:00 +0200</pubDate><encoded><![CDATA[{Story}]]></encoded></item>", 3))}</channel></rss>");
        for (var round = 0; round < 500; round++)
        {
            byte[] mutated = [.. sound];
            for (var n = random.Next(1, 12); n > 0; n--) mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            var (pages, codes) = Take(folder.Write("m.rss", mutated));
            (pages.Length + codes.Length).ShouldBeLessThan(20);
        }
    }

    private static (Page[] Pages, string[] Codes) Take(params string[] paths)
    {
        var outcomes = Intake.Pages(paths).ToArray();
        return ([.. outcomes.Where(o => o.Value is not null).Select(o => o.Value!)], [.. outcomes.Where(o => o.Rejection is not null).Select(o => o.Rejection!.Code)]);
    }
}
