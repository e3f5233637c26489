using Recoupe.Clean.Html;
using Recoupe.Formats;

namespace Recoupe.Tests.Clean;

/// <summary>What a page's markup calls its parts never takes out a piece of the article in silence.</summary>
public sealed class WholeTextTests
{
    private static readonly string[] _prose =
    [
        "Le maire d'Orvec a annoncé lundi la fermeture du pont, dont une pile s'est affaissée pendant la nuit de dimanche.",
        "« Nous ne prendrons aucun risque », a-t-il dit devant les habitants, réunis sur la place de la mairie dans la matinée.",
        "La préfecture assure que les études commandées à l'automne n'avaient rien montré qui justifiât une telle décision.",
        "Une déviation par la rive gauche est en place jusqu'à nouvel ordre, et les cars scolaires partent un quart d'heure plus tôt.",
        "Les commerçants du quartier demandent à être indemnisés, et se réuniront jeudi soir à la salle des fêtes du village.",
    ];

    [Theory]
    [InlineData("<div class='pub'>Publicité</div>")]
    [InlineData("<div>Article content</div>")]
    [InlineData("<span class='sr-only'>Lien vers la page suivante</span>")]
    [InlineData("<p><a href='/autre'>Lire aussi : le pont de Kaltrova sera détruit avant l'été</a></p>")]
    [InlineData("<div class='box'><a href='/login'>Se connecter</a> <a href='/new'>S'inscrire</a></div>")]
    [InlineData("<div class='related'><h3><a href='/a'>Le pont de Kaltrova sera détruit avant l'été</a></h3></div>")]
    public void What_stands_between_all_paragraphs_does_not_end_the_text(string inset) =>
        Paragraphs(string.Concat(_prose.Select(p => $"<p>{p}</p>{inset}"))).ShouldBe(_prose);

    [Fact]
    public void Paragraphs_that_each_have_a_box_with_a_label_are_one_text() =>
        Paragraphs(string.Concat(_prose.Select(p => $"<section><p class='label'>Article content</p><p>{p}</p></section>"))).ShouldBe(_prose);

    [Fact]
    public void The_next_article_of_the_page_is_left() =>
        Cleaned.Html($"<main><article><h1>Le pont fermé</h1>{string.Concat(_prose[..3].Select(p => $"<p>{p}</p>"))}</article><article><h2>Le bac rouvre samedi</h2><p>{_prose[3]}</p><p>{_prose[4]}</p></article></main>")
            .Value!.Text.Split("\n\n").ShouldBe(_prose[..3]);

    [Fact]
    public void Articles_under_a_headline_that_holds_no_text_are_the_posts_of_one_page() =>
        Cleaned.Html($"<main><article><h1>Le pont fermé</h1></article>{string.Concat(_prose.Select(p => $"<article><p>{p}</p></article>"))}</main>")
            .Value!.Text.Split("\n\n").ShouldBe(_prose);

    [Theory]
    [InlineData("<div class='signin-box'><p>Créez un compte gratuit pour garder des articles, et recevez nos lettres chaque matin.</p></div>")]
    [InlineData("<div class='author-bio'><p>Irène Costal est journaliste au Courrier d'Orvec, où elle suit les ponts depuis 2012.</p></div>")]
    [InlineData("<p class='bio'>Irène Costal est journaliste au Courrier d'Orvec, où elle suit les ponts depuis 2012.</p>")]
    public void What_the_site_says_of_accounts_and_authors_is_no_paragraph(string box) =>
        Paragraphs(string.Concat(_prose[..3].Select(p => $"<p>{p}</p>")) + box + string.Concat(_prose[3..].Select(p => $"<p>{p}</p>"))).ShouldBe(_prose);

    [Theory]
    [InlineData("paywall")]
    [InlineData("print")]
    [InlineData("sc-1f3-ad-9c")]
    [InlineData("text-widget")]
    [InlineData("rail")]
    public void A_paragraph_among_others_is_kept_whatever_its_class_says(string name) =>
        Paragraphs(string.Concat(_prose.Select((p, i) => i < 2 ? $"<p>{p}</p>" : $"<p class='{name}'>{p}</p>"))).ShouldBe(_prose);

    [Fact]
    public void A_box_of_paragraphs_that_goes_on_with_the_article_is_kept() =>
        Paragraphs($"<p>{_prose[0]}</p><p>{_prose[1]}</p><p>{_prose[2]}</p><div class='paywall'><p>{_prose[3]}</p><p>{_prose[4]}</p></div>").ShouldBe(_prose);

    [Fact]
    public void What_the_linked_data_names_is_kept_though_it_is_hidden()
    {
        const string data = """<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":"main .reste, #fin"}}</script>""";
        var page = $"<html><head>{data}</head><body><main><article><h1>Le pont fermé</h1><p>{_prose[0]}</p><div class='reste paywall' hidden><p>{_prose[1]}</p></div><div id='fin' style='display: none'><p>{_prose[2]}</p></div></article></main></body></html>";
        Cleaned.Html(page).Value!.Text.Split("\n\n").ShouldBe(_prose[..3]);
    }

    [Fact]
    public void The_beginning_of_an_article_for_subscribers_is_refused_still()
    {
        const string data = """<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".paywall"}}</script>""";
        Cleaned.Html($"<html><head>{data}</head><body><article><h1>Le pont fermé</h1><p>{_prose[0]}</p><div class='paywall'></div></article></body></html>").Rejection!.Code.ShouldBe("CLEAN-4");
    }

    [Fact]
    public void A_quoted_post_is_a_quotation_and_what_follows_it_is_kept()
    {
        var article = Article($"<p>{_prose[0]}</p><p>{_prose[1]}</p><blockquote class='social-embed'><p>« ALERTE : le pont vient de céder !!! Fuyez »</p></blockquote><p>{_prose[2]}</p>");
        article.Text.ShouldEndWith(_prose[2]);
        article.Of(BlockKind.Quote).ShouldBe(["« ALERTE : le pont vient de céder !!! Fuyez »"]);
    }

    [Fact]
    public void Text_after_the_last_break_of_an_inline_element_is_kept() =>
        Paragraphs($"<table><tr><td><font face='Arial'>{string.Join("<br><br>", _prose)}</font></td></tr></table>").ShouldBe(_prose);

    [Fact]
    public void A_correction_in_an_aside_is_kept_and_another_aside_is_not()
    {
        const string correction = "Correction du 13 mars : le pont a été fermé dimanche, et non lundi comme nous l'avions écrit dans une première version.";
        var kept = Paragraphs($"{string.Concat(_prose.Select(p => $"<p>{p}</p>"))}<aside><p>{correction}</p></aside><aside><p>Notre lettre du matin vous raconte la vallée, ses ponts et ses gens, tous les jours à sept heures précises.</p></aside>");
        kept.ShouldBe([.. _prose, correction]);
    }

    [Fact]
    public void A_shadow_tree_that_the_page_writes_out_is_read() =>
        Paragraphs($"<x-body><template shadowrootmode='open'>{string.Concat(_prose.Select(p => $"<p>{p}</p>"))}</template></x-body>").ShouldBe(_prose);

    [Fact]
    public void A_text_that_only_programs_are_given_is_taken()
    {
        var body = System.Text.Json.JsonSerializer.Serialize(string.Join('\n', _prose));
        Cleaned.Html($"<html><head><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"articleBody\":{body}}}</script></head><body><div id='app'></div></body></html>").Value!.Text.Split("\n\n").ShouldBe(_prose);
    }

    [Fact]
    public void Consent_that_is_asked_for_beside_the_article_is_no_part_of_it()
    {
        const string consent = "Vous pouvez accepter ou refuser, notamment exercer votre droit d'opposition lorsque l'intérêt légitime est utilisé, à tout moment.";
        var page = $"<html><body><main><article><h1>Le pont fermé</h1>{string.Concat(_prose[..3].Select(p => $"<p>{p}</p>"))}</article></main><div><p>Nous et nos 842 partenaires stockons des informations sur votre appareil, telles que les identifiants déposés dans les cookies.</p>{string.Concat(Enumerable.Repeat($"<p>{consent}</p><p>Ces choix seront signalés à nos partenaires et n'affecteront pas les données de navigation, comme la loi le veut.</p>", 4))}</div></body></html>";
        Cleaned.Html(page).Value!.Text.Split("\n\n").ShouldBe(_prose[..3]);
    }

    [Fact]
    public void White_space_counts_as_no_attribute()
    {
        var attributes = string.Concat(Enumerable.Range(0, 60).Select(i => $"\n{new string(' ', 40)}data-a{i}=\"{i}\""));
        Cleaned.Html($"<html><body><article{attributes}><h1>Le pont fermé</h1>{string.Concat(_prose.Select(p => $"<p>{p}</p>"))}</article></body></html>").Value!.Text.Split("\n\n").ShouldBe(_prose);
    }

    [Theory]
    [InlineData("Les travaux ont coûté 2 000 \u00A4 par habitant", "2 000 €")]
    [InlineData("Les secours, des s\u00BDurs de la charit\u00E9", "sœurs")]
    public void Latin_9_is_known_by_its_euro_and_its_ligature(string letters, string read)
    {
        var html = $"<html><body><h1>Pont</h1><p>{letters}, \u00E0 ce que dit le maire d'Orvec, qui l'a fait fermer lundi pour trois mois au moins.</p></body></html>";
        Cleaned.Page(PageKind.Html, System.Text.Encoding.Latin1.GetBytes(html)).Value!.Text.ShouldContain(read);
    }

    [Theory]
    [InlineData(4, "", "CLEAN-8")]
    [InlineData(3, "", null)]
    [InlineData(4, "<meta property='og:type' content='article'>", null)]
    public void A_list_of_teasers_is_no_article(int cards, string head, string? code)
    {
        var page = $"<html><head>{head}</head><body><main>{string.Concat(_prose[..cards].Select((p, i) => $"<div><h3><a href='/{i}'>Le pont de Kaltrova, numéro {i}</a></h3><p>{p}</p></div>"))}</main></body></html>";
        (Cleaned.Html(page).Rejection?.Code is "CLEAN-8" ? "CLEAN-8" : null).ShouldBe(code);
    }

    [Fact]
    public void What_a_list_of_teasers_leads_to_is_kept_in_the_advice()
    {
        var cards = string.Concat(_prose.Select((p, i) => $"<div><h3><a href='https://orvec.example/{i}'>Le pont de Kaltrova, numéro {i}</a></h3><p>{p}</p></div>"));
        var advice = Cleaned.Html($"<html><body><main>{cards}</main></body></html>").Rejection!.Advice;
        advice.ShouldEndWith(": https://orvec.example/0 https://orvec.example/1 https://orvec.example/2 https://orvec.example/3 https://orvec.example/4");
    }

    [Theory]
    [InlineData("https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://orvec.example/{0}&amp;ct=ga", "CLEAN-8")]
    [InlineData("https://www.google.fr/url?q=https%3A%2F%2Forvec.example%2F{0}&amp;usg=x", "CLEAN-8")]
    [InlineData("https://www.bing.com/news/apiclick.aspx?ref=x&amp;url=https%3a%2f%2forvec.example%2f{0}&amp;c=1", "CLEAN-8")]
    [InlineData("https://orvec.example/{0}", null)] // an article with links in it
    public void An_alert_is_no_article_and_its_links_are_kept(string address, string? code)
    {
        var rows = string.Concat(_prose.Select((p, i) => $"<tr><td><a href='{address.Replace("{0}", $"{i}", StringComparison.Ordinal)}'>Le pont de Kaltrova, numéro {i}</a><div>{p}</div></td></tr>"));
        var refused = Cleaned.Html($"<html><body><table>{rows}</table></body></html>").Rejection;
        (refused?.Code is "CLEAN-8" ? "CLEAN-8" : null).ShouldBe(code);
        if (code is not null) refused!.Advice.ShouldContain(": https://orvec.example/0 https://orvec.example/1 ");
    }

    [Fact]
    public void An_alert_whose_lines_all_break_off_keeps_its_links_too()
    {
        var rows = string.Concat(_prose.Select((p, i) => $"<tr><td><a href='https://www.google.com/url?url=https://orvec.example/{i}&amp;ct=ga'>Le pont de Kaltrova, numéro {i}</a><div>{p[..40]} ...</div></td></tr>"));
        var refused = Cleaned.Html($"<html><body><table>{rows}</table></body></html>").Rejection!;
        (refused.Code, refused.Advice.Contains(": https://orvec.example/0 https://orvec.example/1 ", StringComparison.Ordinal)).ShouldBe(("CLEAN-8", true));
    }

    [Theory]
    [InlineData("<article><h1>Le pont</h1>{0}</article>", true)]
    [InlineData("<div itemprop='articleBody'>{0}</div>", true)]
    [InlineData("<article><h1>Le pont</h1></article><section>{0}</section>", false)]
    [InlineData("<article>{0}</article><article>{0}</article>", false)] // which of them is the page's is not told
    [InlineData("<div>{0}</div>", false)]
    public void Where_much_less_is_found_than_the_article_element_holds_a_note_says_so(string markup, bool isNoted)
    {
        var paragraphs = string.Concat(_prose.Concat(_prose).Select(p => $"<p>{p}</p>"));
        using var document = HtmlTree.Parse($"<html><body>{markup.Replace("{0}", paragraphs, StringComparison.Ordinal)}</body></html>")!;
        var words = Recoupe.Clean.Lines.SiteWords.Shipped;
        HtmlText Found(int count) => new([.. _prose.Concat(_prose).Take(count).Select(p => (p, BlockKind.Body))], null);
        OwnText.Note(document, Found(8), words).ShouldBeEmpty();
        OwnText.Note(document, Found(3), words).Any(n => n.Code is "PART-FOUND").ShouldBe(isNoted);
    }

    [Theory]
    [InlineData("<h2>{0}</h2>", true)]
    [InlineData("<div class='article__standfirst'>{0}</div>", true)]
    [InlineData("<div class='chapo'><p>{0}</p></div>", true)]
    [InlineData("<div class='tools'>{0}</div>", false)]
    [InlineData("<h2><a href='/x'>{0}</a></h2>", false)]
    public void A_standfirst_without_a_point_is_kept_where_the_markup_says_what_it_is(string markup, bool isKept)
    {
        const string standfirst = "Les habitants de la rive gauche devront faire un détour de douze kilomètres";
        var page = $"<html><body><main><h1>Le pont fermé</h1>{markup.Replace("{0}", standfirst, StringComparison.Ordinal)}<ul><li><a href='/s'>Partager cette page</a></li></ul><div>{string.Concat(_prose.Select(p => $"<p>{p}</p>"))}</div></main></body></html>";
        Cleaned.Html(page).Value!.Text.Contains(standfirst, StringComparison.Ordinal).ShouldBe(isKept);
    }

    [Theory]
    [InlineData("<link rel='canonical' href='https://web.archive.org/web/20240312180200/https://orvec.example/pont'>")]
    [InlineData("<link rel='canonical' href='/web/20240312180200/https://orvec.example/pont'>")]
    [InlineData("<link rel='canonical' href='https://archive.ph/2024.03.12-180200/https://orvec.example/pont'>")]
    [InlineData("<link rel='canonical' href='https://archives.example/all/20240312180200mp_/https:/orvec.example/pont'>")]
    [InlineData("<link rel='canonical' href='https://orvec.example/pont'><!-- FILE ARCHIVED ON 18:02:00 Mar 12, 2024 AND RETRIEVED -->")]
    [InlineData("<!-- Page saved with SingleFile \n url: https://orvec.example/pont \n saved date: Tue Mar 12 2024 18:02:00 GMT+0100 (CET) -->")]
    public void The_day_of_a_capture_is_kept_and_not_believed(string head)
    {
        var article = Cleaned.Html($"<html><head>{head}</head><body><article><h1>Le pont fermé</h1>{string.Concat(_prose.Select(p => $"<p>{p}</p>"))}</article></body></html>").Value!;
        (article.Header.Url, article.Header.Published?.Value, article.Header.Published?.Doubted?.Code).ShouldBe(("https://orvec.example/pont", "2024-03-12", "FILE-DATE"));
    }

    [Fact]
    public void A_brief_above_a_list_of_teasers_is_an_article()
    {
        var teasers = string.Concat(_prose[1..].Select((p, i) => $"<div><h3><a href='/{i}'>Le pont de Kaltrova, numéro {i}</a></h3><p>{p}</p></div>"));
        Cleaned.Html($"<html><body><main><div><h1>Le pont fermé</h1><p>{_prose[0]}</p><h3><a href='/a'>Le pont de Kaltrova sera détruit</a></h3></div><div>{teasers}</div></main></body></html>").Value!.Text.ShouldStartWith(_prose[0]);
    }

    [Fact]
    public void A_page_of_a_dossier_of_ours_is_no_article() =>
        Cleaned.Html($"<html><head><meta name='generator' content='Recoupe 1.2.3'></head><body>{string.Concat(_prose.Select(p => $"<p>{p}</p>"))}</body></html>").Rejection!.Code.ShouldBe("CLEAN-7");

    [Theory]
    [InlineData("<link rel='canonical' href='https://web.archive.org/web/20240312180200/https://orvec.example/pont'>")]
    [InlineData("<link rel='canonical' href='http://web.archive.org/web/20240312180200mp_/https://orvec.example/pont'>")]
    [InlineData("<!-- Page saved with SingleFile \n url: https://orvec.example/pont \n saved date: now -->")]
    [InlineData("<!-- saved from url=(0027)https://orvec.example/pont -->")]
    public void A_capture_is_of_the_outlet_that_was_captured(string head)
    {
        var header = Cleaned.Html($"<html><head>{head}</head><body><article><h1>Le pont fermé</h1>{string.Concat(_prose.Select(p => $"<p>{p}</p>"))}</article></body></html>").Value!.Header;
        header.Url.ShouldBe("https://orvec.example/pont");
        header.Site.ShouldBe("orvec.example");
    }

    private static string[] Paragraphs(string inside) => Article(inside).Text.Split("\n\n");

    private static Article Article(string inside) => Cleaned.Html($"<html><body><main><article><h1>Le pont fermé</h1>{inside}</article></main></body></html>").Value!;
}
