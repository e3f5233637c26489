using System.Text;

namespace Recoupe.Tests.Clean.Metadata;

/// <summary>Where the places that tell a fact disagree, the article keeps what each says.</summary>
public sealed class MetadataConflictsTests
{
    private const string Prose = "Le maire d'Orvec a annoncé lundi la fermeture du pont, dont une pile s'est affaissée pendant la nuit.";

    [Theory]
    [InlineData("OTHER-DAY", "JSON-LD: 2023-06-05; article:published_time: 2023-06-04", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2023-06-05\"}</script><meta property=article:published_time content=2023-06-04>", "")]
    [InlineData("OTHER-DAY", "page: 2023-06-05; date: 2023-06-04", "<meta name=date content=2023-06-04>", "<div class=date>5 juin 2023</div>")]
    [InlineData("OTHER-DAY", "address: 2023-06-05; date: 2023-06-03", "<link rel=canonical href=https://courrier.example/2023/06/05/pont><meta name=date content=2023-06-03>", "")]
    [InlineData("OTHER-TITLE", "og:title: Le pont d'Orvec fermé; h1: Un pont s'affaisse à Orvec", "<meta property=og:title content=\"Le pont d'Orvec fermé\">", "<h1>Un pont s'affaisse à Orvec</h1>")]
    [InlineData("OTHER-AUTHORS", "JSON-LD: Jeanne Ormel, Ivo Saar; page: Pia Lindt", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Jeanne Ormel\"},{\"name\":\"Ivo Saar\"}]}</script>", "<p class=byline>Par Pia Lindt</p>")]
    [InlineData("OTHER-SITE", "og:site_name: Le Courrier; JSON-LD: Karvelia Médias", "<meta property=og:site_name content=\"Le Courrier\"><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"Karvelia Médias\"}}</script>", "")]
    [InlineData("OTHER-ADDRESS", "canonical: https://courrier.example/pont; og:url: https://nouvelles.example/pont", "<link rel=canonical href=https://courrier.example/pont><meta property=og:url content=https://nouvelles.example/pont>", "")]
    [InlineData("OTHER-LANGUAGE", "text: fr; og:locale: de_DE", "<meta property=og:locale content=de_DE>", "")]
    public void What_another_place_says_is_kept_with_where_it_says_it(string code, string told, string head, string body)
    {
        var note = Notes(head, body).Single(n => n.Code == code).Arguments;
        $"{note["takenWhere"]}: {note["taken"]}; {note["where"]}: {note["value"]}".ShouldBe(told);
    }

    [Theory]
    [InlineData("<meta name=date content=2023-06-05><link rel=canonical href=https://courrier.example/2023/06/05/pont>", "<div class=date>05/06/2023</div>")]
    [InlineData("<meta name=date content=2023-05-06>", "<div class=date>05/06/2023</div>")]
    [InlineData("<title>Le pont d’Orvec fermé – Le Courrier</title><meta property=og:title content=\"Le pont d'Orvec fermé\">", "<h1>LE PONT D'ORVEC FERMÉ</h1>")]
    [InlineData("<title>Le pont d'Orvec fermé</title>", "<h1>Menu</h1><h1>Le pont d'Orvec fermé</h1>")]
    [InlineData("<meta name=author content=\"Jeanne Ormel\">", "<p class=byline>Par Jeanne Ormel et Ivo Saar</p>")]
    [InlineData("<link rel=canonical href=https://www.courrier.example/pont><meta property=og:url content=http://courrier.example/pont/?from=feed>", "")]
    [InlineData("<meta property=og:locale content=fr_BE>", "")]
    public void What_is_written_otherwise_and_says_the_same_is_no_dispute(string head, string body) => Notes(head, body).ShouldBeEmpty();

    [Theory]
    [InlineData("<link rel=canonical href=https://a.example/XXXX-04-07><meta name=date content=2024-04-07T23:30:00>")]
    [InlineData("<link rel=canonical href=\"https://ÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿÿ.example/a\"><meta property=og:url content=\"https://éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé.example/b\">")]
    public void What_an_address_says_breaks_nothing(string head) => Notes(head, "<div class=date>8 avril 2024</div>").ShouldNotBeNull();

    [Fact]
    public void A_byline_of_thousands_costs_no_more_than_one_of_twenty()
    {
        string[] names = [.. Enumerable.Range(0, 20_000).Select(i => $"Jeanne Ormel {i}")];
        Notes($"<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"author\":[{string.Join(',', names.Select(n => $"\"{n}\""))}]}}</script><meta name=author content=\"{string.Join(", ", names.Reverse())}\">", "").ShouldNotBeNull();
    }

    [Fact]
    public void What_was_given_with_a_page_is_followed_and_what_the_page_says_kept()
    {
        var given = PageFacts.None with { Published = "2023-06-01", Title = "Le pont" };
        var header = Cleaned.Page(PageKind.Html, Html("<meta name=date content=2023-06-04>", "<h1>Un bac est promis aux riverains</h1>"), given).Value!.Header;
        header.Published!.Value.ShouldBe("2023-06-01");
        header.Notes.Select(n => (n.Code, n.Arguments["takenWhere"], n.Arguments["value"])).ShouldBe([("OTHER-TITLE", "given", "Un bac est promis aux riverains"), ("OTHER-DAY", "given", "2023-06-04")]);
    }

    [Fact]
    public void A_feed_is_believed_where_the_page_is_silent_and_kept_where_it_is_not()
    {
        var feed = PageFacts.None with { Feed = PageFacts.None with { Published = "2023-06-01", Title = "Le pont d'Orvec fermé", Authors = ["Jeanne Ormel"] } };
        var silent = Cleaned.Page(PageKind.Html, Html("", ""), feed).Value!.Header;
        silent.Notes.ShouldBeEmpty();
        (silent.Published!.Value, silent.Title, silent.Authors.Single()).ShouldBe(("2023-06-01", "Le pont d'Orvec fermé", "Jeanne Ormel"));

        var telling = Cleaned.Page(PageKind.Html, Html("<meta name=date content=2023-06-04>", ""), feed).Value!.Header;
        telling.Published!.Value.ShouldBe("2023-06-04");
        telling.Notes.Single().Arguments["where"].ShouldBe("feed");
    }

    [Fact]
    public void A_text_page_keeps_what_its_lines_say_beside_what_was_given()
    {
        var header = Cleaned.Text($"Le pont d'Orvec est fermé\nPar Jeanne Ormel\nPublié le 5 juin 2023\n\n{Prose}\n\n{Prose}\n", PageFacts.None with { Published = "2023-06-04", Authors = ["Ivo Saar"] }).Header;
        header.Notes.Select(n => (n.Code, n.Arguments["value"])).ShouldBe([("OTHER-DAY", "2023-06-05"), ("OTHER-AUTHORS", "Jeanne Ormel")]);
    }

    [Fact]
    public void Of_one_fact_three_others_are_kept()
    {
        var metas = string.Concat("date pubdate published created dc.date".Split(' ').Select((name, i) => $"<meta name={name} content=2023-06-0{i + 1}>"));
        Notes(metas, "").Count(n => n.Code == "OTHER-DAY").ShouldBe(3);
    }

    [Fact]
    public void Mended_letters_are_noted()
    {
        var misread = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(Encoding.UTF8.GetBytes(Prose + Prose));
        var article = Cleaned.Html($"<p>{misread}</p>").Value!;
        article.Text.ShouldBe(Prose + Prose);
        article.Header.Notes.Single(n => n.Code == "MOJIBAKE").Arguments["letters"].ShouldBe("4");
        Cleaned.Html($"<p>{misread}</p><p>{Prose}</p>").Value!.Header.Notes.ShouldBeEmpty();
    }

    private static IEnumerable<Reason> Notes(string head, string body) => Cleaned.Page(PageKind.Html, Html(head, body)).Value!.Header.Notes;

    private static byte[] Html(string head, string body) => Encoding.UTF8.GetBytes($"<html><head>{head}</head><body>{body}<p>{Prose}</p><p>{Prose}</p></body></html>");
}
