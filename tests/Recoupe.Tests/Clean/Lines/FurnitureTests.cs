using Recoupe.Clean;
using Recoupe.Ingest;

namespace Recoupe.Tests.Clean.Lines;

public sealed class FurnitureTests
{
    private const string Prose = """
        Le maire d'Orvec a annoncé lundi la fermeture du pont, dont une pile s'est affaissée pendant la nuit.

        « Nous ne savons pas encore pourquoi la pile a cédé », a-t-il déclaré devant le conseil municipal.

        Les travaux dureront au moins trois mois, selon la préfecture, qui a promis un bac gratuit pour les riverains.
        """;

    [Theory]
    [InlineData("Publicité")]
    [InlineData("Lire aussi : Dix ponts à voir avant la fin du monde")]
    [InlineData("READ  Ten bridges to see before the end of the world")]
    [InlineData("Partagez cet article:")]
    [InlineData("PARTAGEZ:")]
    [InlineData("Suivez nous sur")]
    [InlineData("Publié le")]
    [InlineData("fbpx")]
    [InlineData("Tendance")]
    [InlineData("Home » Monde » Le pont d'Orvec est fermé")]
    [InlineData("Ce site utilise des cookies. En poursuivant votre navigation, vous acceptez leur usage.")]
    [InlineData("This website uses cookies to improve your experience. We'll assume you're ok with this.")]
    [InlineData("Nous utilisons votre inscription pour vous envoyer nos nouvelles. Vous pouvez vous désinscrire à tout moment.")]
    [InlineData("Les positions prises dans ces articles ne sont pas nécessairement celles du Courrier.")]
    [InlineData("Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *")]
    [InlineData("Advertisement")]
    [InlineData("Sign up for our newsletter")]
    [InlineData("Share this article")]
    [InlineData("Related Articles")]
    public void A_line_of_the_site_is_furniture_wherever_it_stands(string line)
    {
        Cleaned.Text($"{line}\n\n{Prose}").Of(BlockKind.Furniture).ShouldBe([line]);
        Cleaned.Text($"{Prose}\n\n{line}\n\n{Prose.Replace("lundi", "mardi")}").Of(BlockKind.Furniture).ShouldContain(line, StringComparer.Ordinal);
        Cleaned.Text($"{Prose}\n\n{line}").Of(BlockKind.Furniture).ShouldBe([line]);
    }

    [Theory]
    [InlineData("Les cookies que la pâtissière vend sur le pont n'ont pas trouvé preneur, a-t-elle raconté en riant.")]
    [InlineData("La publicité affichée sur le pont sera retirée, a indiqué la régie, qui en demande le remboursement.")]
    [InlineData("Share prices of the builder fell by a tenth on Monday, said a broker who asked not to be named.")]
    [InlineData("Sources close to the mayor said that he had read more than one warning before the night of the collapse.")]
    [InlineData("L'ancien « pont-neuf », dit aussi « passe-rivière » ou « vieux pont » par les riverains, datait de 1911.")]
    [InlineData("Le ministre a accepté.")]
    [InlineData("« Non. »")]
    public void Prose_that_sounds_like_the_site_is_prose(string line)
    {
        Cleaned.Text($"{Prose}\n\n{line}\n\n{Prose}").Of(BlockKind.Furniture).ShouldBeEmpty();
        Cleaned.Text(line).Of(BlockKind.Furniture).ShouldBeEmpty();
    }

    [Fact]
    public void What_follows_the_invitation_to_read_on_is_the_sites()
    {
        var article = Cleaned.Text($"{Prose}\n\nLire la suite de l’article sur courrier.example\n\nLaisser un commentaire\n\nDernières nouvelles\n\nLa pluie revient samedi sur Orvec et sa vallée");
        article.Of(BlockKind.Furniture).Length.ShouldBe(4);
        article.Of(BlockKind.Body).Length.ShouldBe(3);
    }

    [Fact]
    public void A_prose_line_that_breaks_off_before_it_stays_prose() =>
        Cleaned.Text($"{Prose}\n\n« La pile était saine en mai », a assuré l'ingénieur en chef de la ville,…\n\nLire la suite de l'article sur courrier.example\n\nLaisser un commentaire\n\nLire aussi")
            .Of(BlockKind.Body).Length.ShouldBe(4);

    [Fact]
    public void A_menu_of_many_links_is_the_sites_and_the_articles_head_is_not()
    {
        var menu = string.Join('\n', "Accueil", "Politique", "Sports", "Météo", "Se connecter", "Newsletter", "Suivez-nous");
        var article = Cleaned.Text($"{menu}\nLe pont d'Orvec fermé pour trois mois\nPar Jeanne Ormel\n12 mars 2024\n\n{Prose}\n\nMentions légales\nContact\nPlan du site");
        article.Of(BlockKind.Furniture).Length.ShouldBe(10);
        article.Header.Title.ShouldBe("Le pont d'Orvec fermé pour trois mois");
        article.Header.Authors.ShouldBe(["Jeanne Ormel"]);
        article.Of(BlockKind.Date).ShouldBe(["12 mars 2024"]);
        article.Of(BlockKind.Body).Length.ShouldBe(3);
    }

    [Fact]
    public void A_bare_article_keeps_every_line()
    {
        var article = Cleaned.Text($"Le pont\n\n{Prose}\n\nUne longue attente\n\n{Prose.Replace("lundi", "mardi")}\n\nOrvec\nTarsk\nVelda");
        article.Of(BlockKind.Furniture).ShouldBeEmpty();
        article.Of(BlockKind.Heading).ShouldContain("Une longue attente", StringComparer.Ordinal);
    }

    [Fact]
    public void A_headline_given_twice_is_a_title_and_a_heading_and_no_prose()
    {
        var article = Cleaned.Text($"Le pont d'Orvec est fermé\n\nLe pont d'Orvec est fermé\n\n{Prose}");
        article.Of(BlockKind.Title).ShouldBe(["Le pont d'Orvec est fermé"]);
        article.Of(BlockKind.Heading).ShouldBe(["Le pont d'Orvec est fermé"]);
    }

    [Fact]
    public void Names_alone_in_a_line_are_a_caption_and_other_words_a_heading()
    {
        var article = Cleaned.Text($"{Prose}\n\nLe préfet a reçu Irena Hadrik à Dravna.\n\nHadrik et Dravna\n\nUn pont sous surveillance\n\n{Prose.Replace("lundi", "mardi")}");
        article.Of(BlockKind.Caption).ShouldBe(["Hadrik et Dravna"]);
        article.Of(BlockKind.Heading).ShouldBe(["Un pont sous surveillance"]);
    }

    [Fact]
    public void A_legend_with_its_photographer_is_a_caption_and_who_contributed_a_credit()
    {
        var article = Cleaned.Text($"Le maire serre la main du préfet devant le pont, le 18 février. (Jeanne Roe/Ormel/Images)\n\n{Prose}\n\nJames Ollen du Harbour Chronicle a contribué à cet article.");
        article.Of(BlockKind.Caption).Length.ShouldBe(1);
        article.Of(BlockKind.Credit).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("000", "", "Body=9")]
    [InlineData("001", "0-14 16-29 31-173 2455-2587", "Title=1 Heading=1 Body=14 Caption=1 Credit=1")]
    [InlineData("002", "0-4 6-21 2953-3004 3006-3028 3030-3116 3118-3137 3139-3152 3154-3164", "Title=1 Body=9")]
    [InlineData("003", "0-142 273-276 3682-3698 3700-3837", "Title=1 Heading=1 Body=21 Caption=3")]
    [InlineData("004", "0-15 17-31 152-161 163-172 174-176 178-363 2168-2177 2512-2533 2535-2746 2748-2756", "Title=1 Body=8")]
    public void The_furniture_of_the_five_pages_is_told_from_their_prose(string page, string furniture, string others)
    {
        var folder = Environment.GetEnvironmentVariable("RECOUPE_SEEDS");
        Assert.SkipWhen(folder is null, "RECOUPE_SEEDS names no folder");
        var article = Cleaner.Clean(Intake.Pages([Path.Combine(folder!, page + "_*.txt")]).Single().Value!).Value!;
        string.Join(' ', article.Blocks.Where(b => b.Kind is BlockKind.Furniture).Select(b => $"{b.Span.Start}-{b.Span.End}")).ShouldBe(furniture);
        string.Join(' ', article.Blocks.Where(b => b.Kind is not BlockKind.Furniture).GroupBy(b => b.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key}={g.Count()}")).ShouldBe(others);
        article.Header.Language.ShouldBe("fr");
    }
}
