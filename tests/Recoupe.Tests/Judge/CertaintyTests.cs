namespace Recoupe.Tests.Judge;

public sealed class CertaintyTests
{
    [Theory]
    [InlineData(Certainty.Certain, "CT+", 1, 0, true)]
    [InlineData(Certainty.Probable, "PR+", 1, 1, true)]
    [InlineData(Certainty.Possible, "PS+", 1, 2, false)]
    [InlineData(Certainty.CertainlyNot, "CT-", -1, 0, true)]
    [InlineData(Certainty.ProbablyNot, "PR-", -1, 1, true)]
    [InlineData(Certainty.PossiblyNot, "PS-", -1, 2, false)]
    [InlineData(Certainty.Uncommitted, "U", 0, 3, false)]
    public void A_certainty_has_a_code_a_sign_and_a_degree(Certainty certainty, string code, int sign, int doubt, bool isFirm)
    {
        (certainty.Code(), certainty.Sign(), certainty.Doubt(), certainty.IsFirm()).ShouldBe((code, sign, doubt, isFirm));
        CertaintyScale.OfCode(code).ShouldBe(certainty);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CT")]
    [InlineData("ct+")]
    public void No_other_code_is_one(string code) => Should.Throw<FormatException>(() => CertaintyScale.OfCode(code));
}
