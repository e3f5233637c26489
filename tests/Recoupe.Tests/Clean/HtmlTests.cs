using System.Diagnostics;
using System.Text;
using Recoupe.Ingest.Files;

namespace Recoupe.Tests.Clean;

public sealed class HtmlTests
{
    // Long for a loaded machine, and short for anything that grows as the square: that takes hours.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const string First = "Le maire d'Orvec a annoncé lundi la fermeture du pont, dont une pile s'est affaissée pendant la nuit.";
    private const string Second = "Les travaux dureront au moins trois mois, selon la préfecture, qui a promis un bac gratuit aux riverains.";

    private const string Page = $$"""
        <!doctype html><html lang="fr"><head><title>Le pont fermé - Courrier</title>
        <link rel="canonical" href="https://courrier.example/pont">
        <meta property="og:site_name" content="Le Courrier">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"Le pont fermé","author":[{"name":"Jeanne Ormel"}],"datePublished":"2024-03-12T14:15:00+01:00"}]}</script>
        </head><body>
        <nav><a href="/">Accueil</a><a href="/s">Sports</a></nav>
        <div class="cookie-bar"><p>Nous aimons bien vous suivre partout, et vous demandons pour cela votre accord le plus cordial.</p></div>
        <main><article><h1>Le pont fermé</h1>
        <p>{{First}}</p><script>var x = "<p>nothing</p>";</script>
        <h2>Trois mois de <em>travaux</em></h2>
        <p>{{Second}}</p>
        <ul class="share"><li><a href="#">Partager</a></li></ul>
        <form><input><p>Écrivez-nous ce que vous en pensez, nous lisons tout et nous répondons à beaucoup.</p></form>
        </article><aside><p>{{Second}}</p></aside></main>
        <footer><p>Le Courrier est édité par la Société du Courrier, société anonyme au capital de mille francs.</p></footer>
        </body></html>
        """;

    [Fact]
    public void The_prose_is_taken_and_the_rest_of_the_page_left()
    {
        var article = Cleaned.Html(Page).Value!;
        article.Text.ShouldBe($"{First}\n\nTrois mois de travaux\n\n{Second}");
        article.Blocks.Select(b => b.Kind).ShouldBe([BlockKind.Body, BlockKind.Heading, BlockKind.Body]);
        article.Blocks.Select(b => b.Span.In(article.Text).ToString()).ShouldBe(article.Text.Split("\n\n"));
    }

    [Fact]
    public void The_markup_tells_what_the_page_is()
    {
        var header = Cleaned.Html(Page).Value!.Header;
        header.ShouldSatisfyAllConditions(
            h => h.Title.ShouldBe("Le pont fermé"),
            h => h.Site.ShouldBe("Le Courrier"),
            h => h.Url.ShouldBe("https://courrier.example/pont"),
            h => h.Authors.ShouldBe(["Jeanne Ormel"]),
            h => h.Language.ShouldBe("fr"),
            h => h.Published!.Value.ShouldBe("2024-03-12"),
            h => h.Published!.From.ShouldBe(PublicationSource.Metadata));
    }

    [Fact]
    public void A_standfirst_beside_the_text_is_kept_and_a_heading_of_nothing_is_not() =>
        Cleaned.Html($"<main><header><h1>Le pont fermé</h1><p class=teaser>{Second}</p></header><div><p>{First}</p><p>{First}</p><p>{First}</p><h2>À lire demain</h2><ul><li><a href=/a>Le bac</a></li></ul></div></main>")
            .Value!.Text.ShouldBe($"{Second}\n\n{First}\n\n{First}\n\n{First}");

    [Fact]
    public void A_post_is_kept_though_its_classes_name_its_tags() =>
        Cleaned.Html($"<div class='hentry category-ponts tag-orvec'><p>{First}</p><p>{First}</p><p>{First}</p></div><div>{string.Concat(Enumerable.Repeat($"<p class=comment>{Second}</p>", 9))}</div>")
            .Value!.Text.ShouldBe($"{First}\n\n{First}\n\n{First}");

    [Fact]
    public void An_article_in_an_unlikely_element_is_found_where_there_is_no_other() =>
        Cleaned.Html($"<div><noscript><p>{First}</p><p>{Second}</p></noscript></div>").Value!.Text.ShouldBe($"{First}\n\n{Second}");

    [Fact]
    public void Broken_linked_data_is_no_obstacle() =>
        Cleaned.Html(Page.Replace("\"@graph\":[", "\"@graph\":[[")).Value!.Header.Title.ShouldNotBeNull();

    [Theory]
    [InlineData("iso-8859-1", "iso-8859-1")]
    [InlineData("windows-1252", "iso-8859-1")]
    [InlineData("windows-1252", "utf-8")]
    [InlineData("windows-1252", "no-such")]
    [InlineData("windows-1252", null)]
    [InlineData("utf-8", "iso-8859-1")]
    [InlineData("utf-8", null)]
    [InlineData("utf-16", "utf-8")]
    [InlineData("utf-16BE", null)]
    [InlineData("iso-8859-15", "iso-8859-15")]
    public void A_page_is_read_whatever_encoding_it_is_in_or_claims_to_be(string encoding, string? claimed)
    {
        var html = $"<html><head>{(claimed is null ? "" : $"<meta charset={claimed}>")}</head><body><p>{First}</p><p>{Second} {First}</p></body></html>";
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(html);
        Cleaned.Page(PageKind.Html, bytes).Value!.Text.ShouldBe($"{First}\n\n{Second} {First}");
    }

    [Fact]
    public void Mojibake_is_repaired_where_every_letter_proves_it()
    {
        var misread = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(Encoding.UTF8.GetBytes($"{First} {Second}"));
        Cleaned.Html($"<p>{misread}</p>").Value!.Text.ShouldBe($"{First} {Second}");
        Cleaned.Html($"<p>{misread}</p><p>{First}</p>").Value!.Text.ShouldBe($"{misread}\n\n{First}");
    }

    [Fact]
    public void A_page_cut_in_the_middle_of_a_letter_stays_UTF8() =>
        Cleaned.Page(PageKind.Html, [.. Encoding.UTF8.GetBytes($"<p>{First}</p><p>{Second}"), 0xC3]).Value!.Text.ShouldStartWith(First);

    [Theory]
    [InlineData("CLEAN-6", "<html><body><script>render()</script><noscript>Please enable JavaScript.</noscript><div id=app></div></body></html>")]
    [InlineData("CLEAN-5", "<html><body><div class=modal><h2>Votre vie privée</h2><p>Nous et nos partenaires utilisons des cookies pour vous proposer des publicités.</p><button>Tout accepter</button></div></body></html>")]
    [InlineData("CLEAN-4", $"<html><body><article><h1>Le pont</h1><p>{First}</p><p>{Second}</p><p>Il vous reste 83 % de cet article à lire. La suite est réservée aux abonnés.</p></article></body></html>")]
    [InlineData("CLEAN-4", "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script></head><body><p>" + First + "</p></body></html>")]
    public void A_page_that_shows_its_reader_no_article_is_refused_for_what_it_is(string code, string html) => Cleaned.Html(html).Rejection!.Code.ShouldBe(code);

    [Fact]
    public void A_whole_article_is_kept_though_its_site_sells_subscriptions() =>
        Cleaned.Html($"<html><head><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}}</script></head><body><article>{string.Concat(Enumerable.Repeat($"<p>{First} {Second}</p>", 5))}</article></body></html>").Value.ShouldNotBeNull();

    [Fact]
    public void A_table_and_the_entries_of_a_live_page_keep_their_order()
    {
        var text = Cleaned.Html($"<article><p>{First}</p><table><tr><td>Le bac transportera gratuitement les riverains dès mardi matin, a promis le maire.</td></tr></table><section><h3>14h05</h3><p>{Second}</p></section><section><h3>13h40</h3><p>La gendarmerie a fermé les deux accès du pont à la demande de la préfecture.</p></section></article>").Value!.Text;
        string[] parts = [First, "Le bac transportera", "14h05", Second, "13h40", "La gendarmerie"];
        parts.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ShouldBe(parts.Select(part => text.IndexOf(part, StringComparison.Ordinal)).Where(at => at >= 0).Order());
    }

    [Fact]
    public void No_mutation_of_a_page_breaks_the_cleaner()
    {
        var random = new Random(8);
        var sound = Encoding.UTF8.GetBytes(Page);
        for (var round = 0; round < 300; round++)
        {
            byte[] mutated = [.. sound];
            for (var n = random.Next(1, 40); n > 0; n--)
            {
                var (at, length) = (random.Next(mutated.Length), random.Next(1, 60));
                // Bytes changed, a stretch cut out, or a stretch said again.
                mutated = random.Next(3) switch
                {
                    0 => [.. mutated[..at], (byte)random.Next(256), .. mutated[(at + 1)..]],
                    1 => [.. mutated[..at], .. mutated[Math.Min(mutated.Length, at + length)..]],
                    _ => [.. mutated[..at], .. mutated[(at / 2)..Math.Min(mutated.Length, (at / 2) + length)], .. mutated[at..]],
                };
                if (mutated.Length == 0) mutated = [.. sound];
            }

            var outcome = Cleaned.Page(PageKind.Html, mutated);
            (outcome.Value is null).ShouldBe(outcome.Rejection is not null);
            if (outcome.Value is { } article) article.Blocks.ShouldAllBe(b => b.Span.Start < b.Span.End && b.Span.End <= article.Text.Length);
        }
    }

    [Theory]
    [InlineData("<html><body><ul><li><a href=/a>Une</a><li><a href=/b>Deux</a></ul></body></html>")]
    [InlineData("")]
    [InlineData("<")]
    public void A_page_without_prose_is_refused(string html) => Cleaned.Html(html).Rejection!.Code.ShouldBe("CLEAN-2");

    public static TheoryData<string, string> Hostile => new()
    {
        { "nested", string.Concat(Enumerable.Repeat("<div>", 1_000_000)) },
        { "formatting", string.Concat(Enumerable.Range(0, 400).Select(i => $"<b id={i}>")) + string.Concat(Enumerable.Repeat("<p>x", 500_000)) },
        { "misnested", string.Concat(Enumerable.Repeat("<b><div></b>", 300_000)) },
        { "tables", string.Concat(Enumerable.Repeat("<table><tr><td>", 300_000)) },
        { "soup", string.Concat(Enumerable.Repeat("<i>a</b></p><td", 1_300_000)) },
        { "attributes", "<div " + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"a{i}=1 ")) + ">" },
    };

    [Fact]
    public void Entities_that_a_page_declares_stand_for_nothing()
    {
        var bomb = "<!DOCTYPE html [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range(1, 25).Select(n => $"<!ENTITY a{n} \"&a{(n == 1 ? "" : n - 1)};&a{(n == 1 ? "" : n - 1)};\">")) + "]>";
        Cleaned.Html($"{bomb}<html><body><p>{First} &a25;</p><p>{Second}</p></body></html>").Value!.Text.Length.ShouldBeLessThan(4000);
    }

    [Fact]
    public void Tag_soup_is_read_as_browsers_read_it() =>
        Cleaned.Html($"<p>{First}<p><b>{Second}</p></b></i><div></span><td>{First}<table><p>{Second}</table></body></html><p>{First}").Value!.Blocks.Length.ShouldBe(5);

    [Theory]
    [InlineData("iso-8859-2", "utf-8", "ISO-8859-2")]
    [InlineData("koi8-r", null, "koi8-r")]
    [InlineData("utf-8", null, "koi8-r")]
    [InlineData("windows-1252", null, "no-such")]
    [InlineData("windows-1252", "windows-1252", "utf-8")]
    public void The_encoding_that_was_sent_with_a_page_goes_before_the_one_it_declares_unless_it_is_UTF8(string encoding, string? claimed, string sent)
    {
        var line = encoding is "koi8-r" ? "Мэр Орвека объявил в понедельник о закрытии моста, опора которого осела ночью, сообщила газета." : First;
        var html = $"<html><head>{(claimed is null ? "" : $"<meta charset={claimed}>")}</head><body><p>{line}</p><p>{line} {line}</p></body></html>";
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(html);
        Cleaned.Page(PageKind.Html, bytes, PageFacts.None with { Encoding = sent }).Value!.Text.ShouldBe($"{line}\n\n{line} {line}");
    }

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Hostile_pages_are_refused_in_time(string kind, string html)
    {
        var clock = Stopwatch.StartNew();
        Cleaned.Html(html).Rejection.ShouldNotBeNull(kind);
        clock.Elapsed.ShouldBeLessThan(Patience, kind);
    }

    [Fact]
    public void A_page_of_one_paragraph_of_twenty_megabytes_is_cleaned() =>
        Cleaned.Html($"<p>{new string('a', PageLimits.LargestPage - 20)}.</p>").Value!.Blocks.Length.ShouldBe(1);
}
