using Recoupe.Language;
using Recoupe.Link.Entities;

namespace Recoupe.Tests.Link.Entities;

public sealed class MaskingTests
{
    private static readonly MaskedView Masked = View([]);

    [Fact]
    public void An_absent_origin_whose_name_is_masked_has_none()
    {
        var origin = new AbsentOrigin("0123456789abcdef", "Agence Norvik", []);
        Masked.Of(origin).Name.ShouldBe("█ 012345");
        new MaskedView([], () => []).Of(origin).ShouldBe(origin);
    }

    [Fact]
    public void A_name_that_is_masked_is_covered_in_whatever_was_found_of_it()
    {
        var filed = Stories.File("Selon Agence Norvik, le pont est fermé.", tellings: [new("le pont est fermé", "Agence Norvik", SourceKind.Media)]);
        var statement = filed.Findings.Statements.Single() with { Via = ["Agence Norvik", "Echo"] };
        var named = filed with { Findings = filed.Findings with { Mentions = [new(new(6, 19), NameType.Organisation, "Agence Norvik")], Statements = [statement] } };
        var masked = Masked.Of(named);
        masked.Article.Text.ShouldBe("Selon ██████ ██████, le pont est fermé.");
        masked.Findings.Mentions.Single().Name.ShouldBe("██████ ██████");
        masked.Findings.Statements.Single().Source.Name.ShouldBe("██████ ██████");
        masked.Findings.Statements.Single().Via.ShouldBe(["██████ ██████", "Echo"]);
    }

    [Fact]
    public void A_name_within_that_of_an_absent_origin_and_in_its_reasons_is_covered()
    {
        var origin = new AbsentOrigin("0123456789abcdef", "Courrier d'Agence Norvik", [Reason.Of("CREDIT", [("name", "Agence Norvik")])]);
        var masked = View([Naming("Agence Norvik tait tout.")]).Of(origin);
        masked.Name.ShouldBe("Courrier d'██████ ██████");
        masked.Reasons[0].Arguments["name"].ShouldBe("██████ ██████");
    }

    [Fact]
    public void A_name_within_that_of_another_entity_in_its_roles_and_in_what_it_may_be_is_covered()
    {
        var view = View([Naming("Agence Norvik tait tout.")]);
        var named = new Entity("0123456789abcdef", NameType.Person, "Amis d'Agence Norvik", ["Amis d'Agence Norvik"], [new Role("chef d'Agence Norvik", [])], []);
        var masked = view.Of(named);
        masked.Name.ShouldBe("Amis d'██████ ██████");
        masked.Variants.ShouldBe(["Amis d'██████ ██████"]);
        masked.Roles.Single().Text.ShouldBe("chef d'██████ ██████");
        view.Of(new Suggestion("0", "1", 0.5m, [Reason.Of("ALIKE", [("a", "Agence Norvik")])])).Reasons[0].Arguments["a"].ShouldBe("██████ ██████");
        view.Of("AGENCE NORVIK, Agence Norvikson").ShouldBe("██████ ██████, Agence Norvikson");
    }

    [Fact]
    public void A_place_that_is_masked_is_in_no_figure()
    {
        var filed = Naming("Agence Norvik, 12 morts.");
        var figure = new Figure(new(15, 17), 12, true, 12, true, false, null, "morts d'Agence Norvik", "killed", null, null, "Agence Norvik");
        var masked = Masked.Of(filed with { Findings = filed.Findings with { Figures = [figure] } }).Findings.Figures.Single();
        (masked.What, masked.Place).ShouldBe(("morts d'██████ ██████", "██████ ██████"));
    }

    private static MaskedView View(FiledArticle[] filed) => new([Masking.HashOf("Agence Norvik")], () => filed);

    private static FiledArticle Naming(string text)
    {
        var filed = Stories.File(text);
        return filed with { Findings = filed.Findings with { Mentions = [new(new(0, 13), NameType.Organisation, "Agence Norvik")] } };
    }
}
