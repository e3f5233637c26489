using Recoupe.Link.TextReuse;

namespace Recoupe.Tests.Link.TextReuse;

public sealed class FamilyBuilderTests
{
    private const string Text =
        "Une explosion a endommagé le pont de Kaltrova, dans le sud de la Lorvanie, tuant au moins sept ouvriers, a annoncé lundi le ministère des Transports. " +
        "Le maire Ilan Brescu a demandé l'ouverture d'une enquête indépendante et accuse la société Ferrolor d'avoir négligé l'entretien du pont.";

    [Fact]
    public void An_article_that_nothing_ties_is_a_family_of_its_own_and_its_origin()
    {
        var alone = Stories.File(Text);
        var family = Tree(alone).Families.ShouldHaveSingleItem();
        family.Members.ShouldBe([alone.Article.Id]);
        family.Origin.ShouldBe(alone.Article.Id.Value);
    }

    [Fact]
    public void The_earliest_of_a_family_is_its_origin()
    {
        var (first, second, third) = (Stories.File(Text, day: "2031-05-06"), Stories.File(Text + " Fin.", day: "2031-05-07"), Stories.File(Text + " Suite.", day: "2031-05-08"));
        Tree(third, first, second).Families.ShouldHaveSingleItem().Origin.ShouldBe(first.Article.Id.Value);
    }

    [Fact]
    public void Copies_of_a_wire_that_is_not_at_hand_have_an_absent_origin()
    {
        var tree = Tree(Stories.File(Text + "\n\n(AFP)", site: "Le Quotidien"), Stories.File(Text + " Fin.\n\n(avec AFP)", site: "La Gazette"));
        var absent = tree.Absent.ShouldHaveSingleItem();
        absent.Name.ShouldBe("AFP");
        absent.Reasons.ShouldHaveSingleItem().Passages.Length.ShouldBe(2);
        tree.Families.ShouldHaveSingleItem().Origin.ShouldBe(absent.Id);
    }

    [Fact]
    public void A_wire_at_hand_is_not_absent()
    {
        var wire = Stories.File(Text, site: "AFP");
        var tree = Tree(wire, Stories.File(Text + "\n\n(AFP)", site: "Le Quotidien"));
        tree.Absent.ShouldBeEmpty();
        tree.Families.ShouldHaveSingleItem().Origin.ShouldBe(wire.Article.Id.Value);
    }

    [Fact]
    public void A_link_to_the_rest_of_the_article_names_where_it_came_from() =>
        Tree(Stories.File(Text + "\n\nLire la suite de l’article sur nouvelles-du-pont.example", site: "Le Relais"))
            .Absent.ShouldHaveSingleItem().Name.ShouldBe("nouvelles-du-pont.example");

    [Fact]
    public void Where_it_cannot_be_told_which_came_first_a_family_has_no_origin() =>
        Tree(Stories.File(Text), Stories.File(Text + " Fin.")).Families.ShouldHaveSingleItem().Origin.ShouldBeNull();

    [Fact]
    public void To_cite_joins_no_family()
    {
        var cited = Stories.File("Le pont de Kaltrova sera fermé vendredi.", site: "Avia-pro", tellings: new Telling("Le pont de Kaltrova sera fermé vendredi", "la ville", SourceKind.Organisation));
        var citing = Stories.File(
            "Selon Avia-pro, le pont de Kaltrova sera fermé vendredi. Rien d'autre n'est connu.",
            site: "Le Relais",
            tellings: new Telling("le pont de Kaltrova sera fermé vendredi", "Avia-pro", SourceKind.Media));
        FiledArticle[] filed = [cited, citing];
        var tie = filed.Ties().Lineage.ShouldHaveSingleItem();
        (tie.Kind, tie.From, tie.To).ShouldBe((LineageKind.Cites, cited.Article.Id.Value, citing.Article.Id));
        Tree(filed).Families.Length.ShouldBe(2);
    }

    private static FamilyTree Tree(params FiledArticle[] filed) => FamilyBuilder.Of(filed.Select(f => Signature.Of(f.Print())), filed.Ties().Lineage);
}
