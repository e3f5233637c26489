using Recoupe.Judge;
using Recoupe.Language;

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

    [Theory]
    [InlineData("la Karvélie", true)]
    [InlineData("Karvélie", true)]
    [InlineData("Le port de Karvélie", false)]
    [InlineData("la Norvanie", false)]
    public void Where_a_place_alone_speaks_its_government_does(string name, bool isGovernment)
    {
        var place = new Entity("1", NameType.Place, "Karvélie", ["Karvélie"], [], []);
        new Officials([place]).StateOf([name], isBody: true).ShouldBe(isGovernment ? Officials.OfSomeState : null);
    }
}
