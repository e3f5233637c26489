using Recoupe.Link.Claims;

namespace Recoupe.Tests.Link.Claims;

public sealed class IncrementalClaimsTests
{
    private const string Proposition = "le pont de Kaltrova a été détruit par une explosion lundi";

    private static readonly FiledArticle[] Filed = [Article("Milo Dorn"), Article("Ana Keller"), Article("Tom Reyes")];

    [Fact]
    public void A_tie_that_no_longer_holds_parts_what_it_joined()
    {
        var ties = Filed.Ties().Statements;
        var growing = new IncrementalClaims();
        growing.Of(Filed, ties, Rulings.None).Length.ShouldBe(1);
        growing.Of(Filed, [], Rulings.None).Length.ShouldBe(3);
        growing.Of(Filed, ties, Rulings.None).Length.ShouldBe(1);
    }

    [Fact]
    public void An_article_that_is_gone_takes_its_statement_with_it()
    {
        var growing = new IncrementalClaims();
        growing.Of(Filed, Filed.Ties().Statements, Rulings.None).Single().Positions.Length.ShouldBe(3);
        var left = Filed[..2];
        growing.Of(left, left.Ties().Statements, Rulings.None).Single().Positions.Length.ShouldBe(2);
    }

    private static FiledArticle Article(string source) => Stories.File($"{source} a dit que {Proposition}.", tellings: [new(Proposition, source)]);
}
