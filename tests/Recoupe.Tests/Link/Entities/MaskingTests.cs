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
    public void A_name_within_that_of_an_absent_origin_and_in_its_reasons_is_covered()
    {
        var origin = new AbsentOrigin("0123456789abcdef", "Courrier d'Ilan Brescu", [Reason.Of("CREDIT", [("name", "Brescu")])]);
        var masked = Masking.Of(origin, Masked, ["Ilan Brescu", "Brescu"]);
        masked.Name.ShouldBe("Courrier d'████ ██████");
        masked.Reasons[0].Arguments["name"].ShouldBe("██████");
    }
}
