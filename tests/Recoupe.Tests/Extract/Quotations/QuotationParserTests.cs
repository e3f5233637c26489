using Recoupe.Extract.Quotations;

namespace Recoupe.Tests.Extract.Quotations;

public sealed class QuotationParserTests
{
    [Theory]
    [InlineData("Il dit : « Oui ».", "Oui")]
    [InlineData("He said, “Yes.”", "Yes.")]
    [InlineData("He said, \"Yes,\" and left.", "Yes,")]
    [InlineData("for schools,\" For example, schools run it\".", "For example, schools run it")]
    [InlineData("Un atelier \" vrai \" et cher.", "vrai")]
    [InlineData("L'un n'a pas d'atelier ; l'autre s'en va.", "")]
    [InlineData("« il faut voir ; en somme, « bon pied, bon œil »", "il faut voir ; en somme, « bon pied, bon œil | bon pied, bon œil")]
    [InlineData("« Les autres, je leur dis : « partez ». Voilà »", "Les autres, je leur dis : « partez ». Voilà | partez")]
    [InlineData("« Jamais fermé", "Jamais fermé")]
    [InlineData("« Un.\n« Deux.\n« Trois »", "Un. + Deux. + Trois")]
    [InlineData("« Un.\n\nDeux.\n\nTrois » et la suite", "Un. + Deux. + Trois")]
    [InlineData("“ ” « » \"\"", "")]
    public void A_quotation_is_what_stands_between_its_marks(string text, string expected)
    {
        var found = QuotationParser.Find(TestArticle.Of(text, "fr"));
        string.Join(" | ", found.Select(q => string.Join(" + ", q.Parts.Select(p => p.In(text).ToString())))).ShouldBe(expected);
    }

    [Fact]
    public void A_quotation_in_furniture_is_none()
    {
        var article = TestArticle.Of("« Partagez cet article avec vos amis »", "fr");
        QuotationParser.Find(article with { Blocks = [new(new(0, article.Text.Length), BlockKind.Furniture)] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("«")]
    [InlineData("\"")]
    [InlineData("» \" '")]
    [InlineData("« a \n")]
    [InlineData("'a' ")]
    [InlineData("\"a”")]
    [InlineData("\"a ")]
    public void A_megabyte_of_marks_is_read_to_its_end(string marks)
    {
        var article = TestArticle.Of(string.Concat(Enumerable.Repeat(marks, (1 << 20) / marks.Length)), "fr");
        foreach (var quotation in QuotationParser.Find(article))
            quotation.Outer.End.ShouldBeLessThanOrEqualTo(article.Text.Length);
    }
}
