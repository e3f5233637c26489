namespace Recoupe.Tests.Clean;

/// <summary>Text of an article that its layout once lost, by kind; and what is like it, and is none.</summary>
public sealed class LostTextTests
{
    private const string Standfirst = "Le pont restera fermé au moins trois mois, et les riverains s'organisent pour passer la rivière autrement.";
    private const string Headline = "<h1>Le pont d'Orvec fermé</h1>";

    private static readonly string[] _prose =
    [
        "Le maire d'Orvec a annoncé lundi la fermeture du pont, dont une pile s'est affaissée pendant la nuit de dimanche.",
        "« Nous ne prendrons aucun risque », a-t-il dit devant les habitants, réunis sur la place de la mairie dans la matinée.",
        "La préfecture assure que les études commandées à l'automne n'avaient rien montré qui justifiât une telle décision.",
        "Une déviation par la rive gauche est en place jusqu'à nouvel ordre, et les cars scolaires partent un quart d'heure plus tôt.",
    ];

    private static string Prose => string.Concat(_prose.Select(p => $"<p>{p}</p>"));

    private static string Far => $"<ul>{string.Concat(Enumerable.Range(1, 40).Select(i => $"<li><a href='/{i}'>Rubrique {i}</a></li>"))}</ul>";

    [Fact]
    public void A_soft_hyphen_is_no_letter_and_the_paragraph_is_found_on_its_page_all_the_same()
    {
        var article = Cleaned.Html($"<html><body><article>{Headline}{Prose.Replace("annoncé", "an\u00ADnon&shy;cé", StringComparison.Ordinal)}</article></body></html>").Value!;
        article.Text.Split("\n\n").ShouldBe(_prose);
        article.Blocks.ShouldAllBe(b => b.OnPage != null);
    }

    [Theory]
    [InlineData("<div class='kopf'><h1>Le pont d'Orvec fermé</h1><p>STANDFIRST</p></div>")]
    [InlineData("<h1>Le pont d'Orvec fermé</h1><div><span>Publié à 12 h</span></div><div class='texto-bajada'><p>STANDFIRST</p></div>")]
    public void The_standfirst_right_under_a_headline_is_kept_however_far_the_text_is(string head) =>
        Paragraphs(head.Replace("STANDFIRST", Standfirst, StringComparison.Ordinal) + Far + $"<div>{Prose}</div>").ShouldBe([Standfirst, .. _prose]);

    [Fact]
    public void Prose_elsewhere_above_a_far_text_is_none() =>
        Paragraphs($"<div>{Headline}</div><div class='angebot'><p>{Standfirst}</p></div>{Far}<div>{Prose}</div>").ShouldBe(_prose);

    [Fact]
    public void A_heading_that_is_a_sentence_is_a_paragraph_whatever_follows_it() =>
        Paragraphs($"{Headline}<div><h2>{Standfirst}</h2><h3><a href='/x'>À lire : les autres ponts de la vallée sont-ils sûrs</a></h3>{Prose}</div>").ShouldBe([Standfirst, .. _prose]);

    [Fact]
    public void A_heading_whose_links_were_not_kept_goes_with_them() =>
        Paragraphs($"{Headline}<div>{Prose}<h2>À lire dans la vallée</h2><ul><li><a href='/x'>Les autres ponts de la vallée sont-ils sûrs</a></li></ul></div>").ShouldBe(_prose);

    [Theory]
    [InlineData(3, true)]
    [InlineData(1, false)]
    public void A_long_paragraph_that_breaks_off_is_no_teaser(int times, bool isKept)
    {
        var broken = string.Join(' ', Enumerable.Repeat("Rien n'annonçait pourtant, disent les plus anciens, que l'ouvrage pût céder en une nuit", times)) + "…";
        var found = Paragraphs($"{Headline}<div><p>{broken}</p>{Prose}</div>");
        found.Contains(broken).ShouldBe(isKept);
    }

    [Theory]
    [InlineData("Selon les services de l'État, qui ont dépêché deux ingénieurs sur place dès lundi soir, la pile pourrait être confortée avant la fin du mois de mai, si la rivière le permet et si les crédits sont votés. (afp/orv)", true)]
    [InlineData("Le pont d'Orvec, lundi matin. (Anna Orme/AFP)", false)]
    public void A_last_paragraph_that_agencies_sign_is_no_legend(string last, bool isKept) =>
        Paragraphs($"{Headline}<div>{Prose}<p>{last}</p></div>").Contains(last).ShouldBe(isKept);

    [Fact]
    public void What_holds_the_headline_is_no_aside_whatever_its_class_says() =>
        Paragraphs($"<div class='sidebar'>{Headline}<p class='chapo'>{Standfirst}</p></div><div>{Prose}</div>").ShouldBe([Standfirst, .. _prose]);

    [Fact]
    public void An_article_in_several_boxes_is_read_whole_and_what_lies_outside_it_is_not()
    {
        var many = string.Concat(Enumerable.Repeat(0, 6).Select((_, i) => string.Concat(_prose.Select(p => $"<p>{i}. {p}</p>"))));
        var found = Paragraphs($"<article>{Headline}<section><p>{_prose[0]}</p><p>{_prose[1]}</p><p>{_prose[2]}</p></section><section>{many}</section></article><div><p>{Standfirst}</p></div>");
        found.Take(3).ShouldBe(_prose[..3]);
        found.Length.ShouldBe(27);
    }

    private static string[] Paragraphs(string body) => Cleaned.Html($"<html><body>{body}</body></html>").Value!.Text.Split("\n\n");
}
