using Recoupe.Link.Fingerprints;
using Recoupe.Link.TextReuse;

namespace Recoupe.Tests.Link;

public sealed class CreditTests
{
    private const string Prose =
        "Une explosion a endommagé le pont de Kaltrova, dans le sud de la Lorvanie, tuant au moins sept ouvriers, a annoncé lundi le ministère des Transports.\n\n" +
        "Le maire Ilan Brescu a demandé l'ouverture d'une enquête indépendante et accuse la société Ferrolor d'avoir négligé l'entretien du pont.\n\n" +
        "Les travaux avaient commencé au printemps, et la circulation reste coupée entre les deux rives.";

    public static TheoryData<string, string> Signatures
    {
        get
        {
            var data = new TheoryData<string, string>();
            (string Written, string Name)[] outlets = [("AFP", "AFP"), ("Reuters", "Reuters"), ("dpa", "DPA"), ("franceinfo", "franceinfo"), ("FRANCE 24", "France 24"), ("The Associated Press", "AP")];
            string[] forms = ["{0}", "({0})", "(avec {0})", "(with {0})", "{0}/NAN", "({0}/NAN)", "Fin du texte. ({0})", "Fin du texte./ {0}", "Par {0} avec NAN", "Lire la suite sur {0}", "Read more at {0}", "Source : {0}", "{0}.", "NAN avec {0}", "NAN et {0}"];
            foreach (var (written, name) in outlets)
                foreach (var form in forms) data.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, written), name);
            return data;
        }
    }

    public static TheoryData<string, string> Citations
    {
        get
        {
            var data = new TheoryData<string, string>();
            (string Written, string Name)[] outlets = [("AFP", "AFP"), ("CNN", "CNN"), ("Reuters", "Reuters"), ("RFI", "RFI")];
            string[] forms =
            [
                "«Nous cherchons encore», a déclaré à l'{0} un secouriste.", "Il l'a confirmé à {0} mardi.", "Selon les informations de {0}, le pont était fermé.", "Un ingénieur cité par {0} s'en inquiète.",
                "D'après l'agence {0}, le pont était fermé.", "Le pont était fermé, a rapporté {0}.", "{0} a appris que le pont était fermé.", "L'agence {0} rapporte que le pont était fermé.",
                "\"We are still searching,\" a rescuer told {0}.", "He said in a statement to {0} that it was closed.", "The bridge was closed, according to {0}.", "{0} has reported that it was closed.", "An engineer quoted by {0} worries.",
            ];
            foreach (var (written, name) in outlets)
                foreach (var form in forms) data.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, written), name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Signatures))]
    public void An_article_credits_who_signs_it(string signature, string name) =>
        Print(Prose + "\n\n" + signature).Credits.Select(c => c.Name).ShouldContain(name, StringComparer.Ordinal);

    [Theory]
    [InlineData("Une agence de la ville a signé.")]
    [InlineData("Le pont ferme en avril/mai.")]
    [InlineData("(avec les ouvriers)")]
    [InlineData("Il reste à savoir qui paiera (la ville ou la région)")]
    public void A_last_line_that_names_no_outlet_credits_none(string last) => Print(Prose + "\n\n" + last).Credits.Where(c => c.IsKnown).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Citations))]
    public void Prose_tells_whom_it_has_a_thing_from(string sentence, string name)
    {
        var print = Print(Prose.Replace("\n\nLes travaux", "\n\n" + sentence + "\n\nLes travaux", StringComparison.Ordinal) + "\n\nUn dernier mot.\n\nEt la fin.");
        print.Cited.Select(c => c.Name).ShouldContain(name, StringComparer.Ordinal);
        print.Credits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Le monde entier regarde ce pont, selon le maire.")]
    [InlineData("Les employés de CNN ont fait grève lundi.")]
    [InlineData("Un porte-parole a parlé à Jean-Pierre.")]
    public void To_name_an_outlet_is_not_to_cite_it(string sentence) => Print(sentence + "\n\n" + Prose).Cited.ShouldBeEmpty();

    [Fact]
    public void An_outlet_that_prose_cites_and_the_ledger_lacks_is_an_absent_origin_and_no_family_s()
    {
        var tree = Tree(Stories.File("Un secouriste l'a dit à l'AFP.\n\n" + Prose, site: "Le Quotidien"));
        tree.Absent.ShouldHaveSingleItem().Name.ShouldBe("AFP");
        tree.Families.ShouldHaveSingleItem().Origin.ShouldNotBe(tree.Absent[0].Id, StringComparer.Ordinal);
        Tree(Stories.File("Un secouriste l'a dit à l'AFP.\n\n" + Prose, site: "Le Quotidien"), Stories.File("Rien à voir ici.", site: "AFP")).Absent.ShouldBeEmpty();
    }

    [Fact]
    public void Copies_of_an_absent_origin_are_siblings_whichever_holds_more()
    {
        var longer = Stories.File(Prose + "\n\nUn mot de plus sur les ouvriers, leurs familles et les secours venus de loin pendant la nuit de lundi.", site: "Le Quotidien");
        var signed = Stories.File(Prose + "\n\nLire la suite sur France 24", site: "Le Relais");
        FiledArticle[] filed = [longer, signed];
        filed.Ties().Lineage.ShouldHaveSingleItem().Direction.ShouldBe(LineageDirection.Unknown);
        var tree = Tree(filed);
        tree.Families.ShouldHaveSingleItem().Origin.ShouldBe(tree.Absent.ShouldHaveSingleItem().Id);
    }

    [Fact]
    public void Two_families_of_one_agency_have_one_absent_origin()
    {
        var tree = Tree(Stories.File(Prose + "\n\n(AFP)", site: "Le Quotidien"), Stories.File("Un tout autre sujet occupe la ville de Morvec ce matin.\n\n(AFP)", site: "La Gazette"));
        var absent = tree.Absent.ShouldHaveSingleItem();
        tree.Families.Select(f => f.Origin).ShouldBe([absent.Id, absent.Id]);
    }

    private static Fingerprint Print(string text) => Stories.File(text, site: "Le Quotidien").Print();

    private static FamilyTree Tree(params FiledArticle[] filed) => FamilyBuilder.Of(filed.Select(f => Signature.Of(f.Print())), filed.Ties().Lineage);
}
