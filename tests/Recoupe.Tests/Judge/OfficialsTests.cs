using Recoupe.Judge;

namespace Recoupe.Tests.Judge;

public sealed class OfficialsTests
{
    [Theory]
    [InlineData("Washington")]
    [InlineData("Londres")]
    [InlineData("France")]
    public void A_capital_or_a_country_that_speaks_is_a_government(string name) => new Officials([]).StateOf([name]).ShouldBe(Officials.OfSomeState);

    [Theory]
    [InlineData("Marseille")]
    [InlineData("Hôpital de Washington")]
    public void Another_town_or_a_body_of_a_capital_is_none(string name) => new Officials([]).StateOf([name]).ShouldBeNull();
}
