namespace Recoupe.Tests.Clean.Metadata;

public sealed class HtmlPublicationDateTests
{
    private const string Prose = "Le maire d'Orvec a annoncé lundi la fermeture du pont, dont une pile s'est affaissée pendant la nuit.";

    [Theory]
    [InlineData("<meta name='DC.date.issued' content='2024-03-12'>", "")]
    [InlineData("<meta property='article:published_time' content='12 mars 2024 à 14h15'>", "")]
    [InlineData("<meta name='pubdate' content='20240312'>", "")]
    [InlineData("<script type='application/ld+json'>{'@type':'WebPage','datePublished':'2024-03-12T08:00:00Z'}</script>", "")]
    [InlineData("<script>window.page = {'publishDate': '2024-03-12T08:00:00Z'}</script>", "")]
    [InlineData("", "<time datetime='2024-03-12T10:00'>mardi</time>")]
    [InlineData("", "<span itemprop='datePublished' content='2024-03-12'>hier</span>")]
    [InlineData("", "<abbr class='published' title='2024-03-12T10:00:00+01:00'>il y a deux jours</abbr>")]
    [InlineData("", "<div class='post-date'>12.03.2024, 10:30</div>")]
    [InlineData("", "<p class='article-meta'>Par Jeanne Ormel, le 12 mars 2024</p>")]
    [InlineData("", "<p>Posted on March 12th, 2024</p>")]
    [InlineData("", "<p>Publié le 12/03/2024 à 10h</p>")]
    [InlineData("", "<p class='stamp'>Updated 14 March 2024, 9.10am; first published 12 March 2024, 6.02pm</p>")]
    [InlineData("", "<p>Mis à jour le 14 mars 2024 ; publié le 12 mars 2024</p>")]
    [InlineData("", "<p>Veröffentlicht am 12. März 2024</p>")]
    [InlineData("<meta name='last-modified' content='2024-03-12'>", "")]
    [InlineData("<link rel='canonical' href='https://courrier.example/2024/3/12/pont.html'><meta name='date' content='2024-03-13T00:10:00Z'>", "")]
    [InlineData("<link rel='canonical' href='https://courrier.example/20240312/pont'>", "")]
    [InlineData("<link rel='canonical' href='https://courrier.example/news/2024-03-12-pont'>", "")]
    [InlineData("<meta name='datemodified' content='2024-03-15'><meta name='datepublished' content='2024-03-12'>", "<div class='date'>10 mars 2024</div>")]
    public void The_day_of_publication_is_found(string head, string body) => Day(head, body).ShouldBe("2024-03-12");

    [Theory]
    [InlineData("", "")]
    [InlineData("", "<blockquote><p>Le pont a cédé !!!</p><a href='/post'>12 mars 2024</a></blockquote>")]
    [InlineData("<meta name='date' content='soon'>", "<div class='date'>12 mars</div>")]
    [InlineData("<link rel='canonical' href='https://courrier.example/20241399/pont'>", "")]
    [InlineData("<script type='application/ld+json'>{'datePublished': [[</script>", "<time>hier</time>")]
    public void A_day_that_nothing_shows_is_not_made_up(string head, string body) => Day(head, body).ShouldBeNull();

    [Fact]
    public void Of_several_days_the_one_nearest_to_the_headline_is_the_articles() =>
        Cleaned.Html($"<ul><li class=date>1 mars 2024</li></ul><h1>Le pont fermé</h1><div class=date>12 mars 2024</div><p>{Prose}</p><div class=date>20 mars 2024</div>")
            .Value!.Header.Published!.Value.ShouldBe("2024-03-12");

    [Theory]
    [InlineData("<meta name='date' content='2024-03-13T01:05:00Z'>", "<div class='date'>12 mars 2024</div>", "2024-03-12")]
    [InlineData("<meta name='date' content='2024-03-13T01:05:00+01:00'>", "<div class='date'>12 mars 2024</div>", "2024-03-13")]
    [InlineData("<meta name='date' content='2024-03-11T23:15:00Z'>", "<time datetime='2024-03-11T23:15:00Z'>12 mars 2024</time>", "2024-03-12")]
    [InlineData("<meta name='date' content='2024-03-13T01:05:00Z'><script>page({'DateCreation':'2024-03-12'})</script>", "", "2024-03-12")]
    [InlineData("<meta name='date' content='2024-03-13T01:05:00Z'><script>page({'DateCreation':'2024-02-01'})</script>", "", "2024-03-13")]
    [InlineData("<meta name='date' content='2021-01-04T08:00:00Z'>", "<div class='date'>12 mars 2024</div>", "2024-03-12")]
    [InlineData("<meta name='date' content='2024-06-01T08:00:00Z'>", "<div class='date'>06/01/2024</div>", "2024-06-01")]
    [InlineData("<link rel='canonical' href='https://courrier.example/2024/03/11/pont.html'><meta name='date' content='2024-03-12T00:10:00+01:00'>", "", "2024-03-12")]
    public void A_day_shown_under_the_headline_mends_what_a_machine_stamped(string head, string body, string day) => Day(head, body).ShouldBe(day);

    [Theory]
    [InlineData("<span class='date-edition'>lun. 6 mai 2024</span>", "<ul class='info'><li>12 mars 2024</li><li>Par Jeanne Ormel</li></ul>")]
    [InlineData("<time datetime='2024-05-06'>lundi</time>", "<div><div><div><p>Par Jeanne Ormel</p></div></div></div><time datetime='2024-03-12'>mardi</time>")]
    [InlineData("<p class='date'>6 mai 2024</p>", "<p>Publié le 12 mars 2024</p>")]
    public void The_day_of_the_masthead_gives_way_to_one_under_the_headline(string masthead, string own) =>
        Cleaned.Html($"<header>{masthead}</header><main><article><h1>Le pont fermé</h1>{own}<p>{Prose}</p></article></main>").Value!.Header.Published!.Value.ShouldBe("2024-03-12");

    [Theory]
    [InlineData("2024-01-10", "2021-07-24", "2024-01-10")] // 900 days
    [InlineData("2024-01-10", "2021-07-23", "2021-07-23")] // 901
    public void A_bare_day_of_change_years_after_the_article_was_filed_is_not_its_day(string changed, string filed, string day) =>
        Day($"<meta property='article:published_time' content='{filed}T10:00:00+01:00'><meta property='article:modified_time' content='{changed}T10:00:00+01:00'>", $"<div class='date'>{changed[8..]}/{changed[5..7]}/{changed[..4]}</div>").ShouldBe(day);

    [Fact]
    public void A_day_above_the_headline_may_be_when_the_page_was_rendered_and_mends_nothing() =>
        Cleaned.Html($"<head><meta name=date content=2024-03-12></head><div class=date>26 novembre 2026</div><h1>Le pont fermé</h1><p>{Prose}</p>")
            .Value!.Header.Published!.Value.ShouldBe("2024-03-12");

    [Theory]
    [InlineData("<div class='date'>12.03.24</div>", "2024-03-12")]
    [InlineData("<div class='date'>mardi 12/3/24</div>", "2024-03-12")]
    [InlineData("<div class='date'>10.12.98</div>", "1998-12-10")]
    [InlineData("<div class='date'>31.31.24</div>", null)]
    [InlineData("<div class='date'>version 4.12.03.24</div>", null)]
    public void A_year_may_have_two_figures(string body, string? day) => Day("", body).ShouldBe(day);

    [Fact]
    public void The_day_of_a_link_to_another_article_is_not_this_ones()
    {
        Day("", "<ul><li><a href=/b>Le bac d'Orvec reprend du service</a> <span class=date>20 mars 2024</span></li></ul><p>Le 12 mars 2024</p>").ShouldBe("2024-03-12");
        Day("", "<ul class=meta><li class=date>12 mars 2024</li><li><a href=/jo>Jeanne Ormel</a></li></ul>").ShouldBe("2024-03-12");
    }

    [Fact]
    public void What_holds_the_article_is_its_own_whatever_its_class_says() =>
        Cleaned.Html($"<h1>Actualités</h1><div class='sidebar_content'><h3>Le pont fermé</h3><div>12 Sep 2016</div><p>{Prose}</p><p>{Prose}</p></div><div class='sidebar'><span class='date'>09/09/2019</span></div>")
            .Value!.Header.Published!.Value.ShouldBe("2016-09-12");

    private static string? Day(string head, string body) =>
        Cleaned.Html($"<html><head>{head.Replace('\'', '"')}</head><body><h1>Le pont fermé</h1>{body}<p>{Prose}</p></body></html>").Value!.Header.Published?.Value;
}
