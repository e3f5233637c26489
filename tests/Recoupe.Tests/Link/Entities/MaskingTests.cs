using Recoupe.Language;
using Recoupe.Link.Entities;

namespace Recoupe.Tests.Link.Entities;

public sealed class MaskingTests
{
    private static readonly Rulings Masked = Rulings.None with { Masked = [Masking.HashOf("Agence Norvik")] };

    [Fact]
    public void An_absent_origin_whose_name_is_masked_has_none()
    {
        var origin = new AbsentOrigin("0123456789abcdef", "Agence Norvik", []);
        Masking.Of(origin, Masked, []).Name.ShouldBe("█ 012345");
        Masking.Of(origin, Rulings.None, []).ShouldBe(origin);
    }

    [Fact]
    public void A_name_that_is_masked_is_covered_in_whatever_was_found_of_it()
    {
        var filed = Stories.File("Selon Agence Norvik, le pont est fermé.", tellings: [new("le pont est fermé", "Agence Norvik", SourceKind.Media)]);
        var statement = filed.Findings.Statements.Single() with { Via = ["Agence Norvik", "Echo"] };
        var named = filed with { Findings = filed.Findings with { Mentions = [new(new(6, 19), NameType.Organisation, "Agence Norvik")], Statements = [statement] } };
        var masked = Masking.Of(named, Masked);
        masked.Article.Text.ShouldBe("Selon ██████ ██████, le pont est fermé.");
        masked.Findings.Mentions.Single().Name.ShouldBe("██████ ██████");
        masked.Findings.Statements.Single().Source.Name.ShouldBe("██████ ██████");
        masked.Findings.Statements.Single().Via.ShouldBe(["██████ ██████", "Echo"]);
    }

    [Fact]
    public void A_name_within_that_of_an_absent_origin_and_in_its_reasons_is_covered()
    {
        var origin = new AbsentOrigin("0123456789abcdef", "Courrier d'Ilan Brescu", [Reason.Of("CREDIT", [("name", "Brescu")])]);
        var masked = Masking.Of(origin, Masked, ["Ilan Brescu", "Brescu"]);
        masked.Name.ShouldBe("Courrier d'████ ██████");
        masked.Reasons[0].Arguments["name"].ShouldBe("██████");
    }
}
