using System.Collections.Immutable;
using Recoupe.Judge;
using Recoupe.Tests.Link;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Judge;

public sealed class RaterTests
{
    private const string Proposition = "le pont de Kaltrova a été détruit par une explosion lundi";

    [Fact]
    public void Copied_wire_stories_count_as_one_source()
    {
        FiledArticle[] filed = [.. Enumerable.Range(0, 10).Select(i => Article("Le journal croit savoir ceci" + new string('.', i), null, SourceKind.Article, Certainty.Probable))];
        var family = new Family("f", [.. filed.Select(f => f.Article.Id)], null);
        Only(filed, [family]).Independent.ShouldBe(new(1, 0));
    }

    [Fact]
    public void Ten_outlets_that_quote_one_spokesman_are_one_voice()
    {
        FiledArticle[] filed = [.. Enumerable.Range(0, 10).Select(i => Article($"Journal {i}", "Milo Dorn"))];
        Only(filed).Independent.ShouldBe(new(1, 0));
        Only(filed).Credibility.Value.ShouldBe(3);
    }

    [Fact]
    public void A_translation_that_names_the_source_otherwise_adds_no_voice()
    {
        FiledArticle[] filed = [Article("A", "Veille des fleuves", SourceKind.Organisation), Article("B", "River Watch", SourceKind.Organisation), Article("C", "un responsable", SourceKind.Anonymous)];
        Only(filed, [new Family("f", [.. filed.Select(f => f.Article.Id)], null)]).Independent.ShouldBe(new(1, 0));
        Only(filed).Independent.ShouldBe(new(3, 0));
        Only(filed, [new Family("f", [.. filed[..2].Select(f => f.Article.Id)], null)]).Independent.ShouldBe(new(2, 0));
    }

    [Fact]
    public void Unnamed_sources_count_as_one()
    {
        FiledArticle[] filed = [Article("A", "un responsable", SourceKind.Anonymous), Article("B", "une source", SourceKind.Anonymous)];
        var claim = Only(filed);
        claim.Independent.For.ShouldBe(1);
        claim.Credibility.Value.ShouldBe(6);
        claim.Credibility.Reasons.ShouldContain(r => r.Code == "ONLY-UNNAMED");
    }

    [Fact]
    public void A_rumour_cannot_be_judged_until_it_is_denied()
    {
        var rumour = Article("A", null, SourceKind.Article, Certainty.Possible);
        Only([rumour]).Credibility.Value.ShouldBe(6);
        Only([rumour, Article("B", "L'armée", SourceKind.Organisation, Certainty.CertainlyNot)]).Credibility.Value.ShouldBe(4);
        Only([rumour, Article("B", "L'armée", SourceKind.Organisation, Certainty.CertainlyNot), Article("C", "La mairie", SourceKind.Organisation, Certainty.CertainlyNot)])
            .Credibility.Value.ShouldBe(5);
    }

    [Fact]
    public void Two_parties_of_one_text_do_not_make_it_probable()
    {
        FiledArticle[] filed = [Article("A", "Milo Dorn"), Article("B", "Ana Keller")];
        Only(filed).Credibility.Value.ShouldBe(2);
        Only(filed, [new Family("f", [.. filed.Select(f => f.Article.Id)], null)]).Credibility.Value.ShouldBe(3);
    }

    [Fact]
    public void Rumours_of_ten_articles_are_one_voice_and_cannot_be_judged()
    {
        FiledArticle[] filed = [.. Enumerable.Range(0, 10).Select(i => Article($"Journal {i}", null, SourceKind.Article, Certainty.Possible))];
        Only(filed).Independent.ShouldBe(new(1, 0));
        Only(filed).Credibility.Value.ShouldBe(6);
    }

    [Fact]
    public void Two_independent_firm_voices_make_it_probable_and_three_confirm_it()
    {
        FiledArticle[] filed = [Article("A", "Milo Dorn"), Article("B", "Ana Keller"), Article("C", "Tom Reyes")];
        Only(filed[..2]).Credibility.Value.ShouldBe(2);
        Only(filed).Credibility.Value.ShouldBe(1);
    }

    [Theory]
    [InlineData(SourceKind.Anonymous, Certainty.Certain)]
    [InlineData(SourceKind.Anonymous, Certainty.Possible)]
    [InlineData(SourceKind.Person, Certainty.Possible)]
    [InlineData(SourceKind.Article, Certainty.Certain)]
    public void What_two_voices_bear_out_is_possible_only_where_anybody_says_what_excludes_it(SourceKind kind, Certainty certainty)
    {
        const string Other = "douze vaches paissaient sous les tilleuls";
        var telling = new Telling(Other, kind == SourceKind.Person ? "Ida Moor" : null, kind, certainty);
        if (kind == SourceKind.Article) telling = telling with { Place = OwnPlace.Headline };
        var rival = Stories.File($"D. On dit que {Other}.", tellings: telling);
        FiledArticle[] filed = [Article("A", "Milo Dorn"), Article("B", "Ana Keller"), rival];
        var claims = filed.Claims();
        claims.Length.ShouldBe(2);
        var borneOut = claims.MaxBy(c => c.Positions.Length)!;
        var opposed = claims.Select(c => c with { Contradicts = [new Contradiction(claims.Single(o => o.Id != c.Id).Id, [])] });
        Rated(claims).Single(c => c.Id == borneOut.Id).Credibility.Value.ShouldBe(2);
        Rated([.. opposed]).Single(c => c.Id == borneOut.Id).Credibility.Value.ShouldBe(3);

        ImmutableArray<Claim> Rated(ImmutableArray<Claim> of) => Rater.Rate(of, filed, [], [], Rulings.None);
    }

    [Fact]
    public void Officials_of_one_government_do_not_confirm_one_another()
    {
        FiledArticle[] filed =
        [
            Article("A", "Le Premier ministre, Milo Dorn"), Article("B", "le cabinet du Premier ministre", SourceKind.Organisation), Article("C", "Le préfet, Tom Reyes"),
        ];
        var claim = Only(filed);
        claim.Independent.For.ShouldBe(2); // the head of a government and his cabinet are one
        claim.Credibility.Value.ShouldBe(3);
        claim.Credibility.Reasons.ShouldContain(r => r.Code == "ONE-CAMP");
        Only([.. filed, Article("D", "La maire, Ana Keller")]).Credibility.Value.ShouldBe(2);
    }

    [Fact]
    public void The_documented_table_is_the_one_that_rates()
    {
        var documented = File.ReadLines(Path.Combine(StoryGold.Articles, "..", "..", "docs", "ratings.md"))
            .Where(l => l.Length > 3 && l[0] == '|' && char.IsAsciiDigit(l[2])).Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries)).Select(c => (c[0][0] - '0', c[1]));
        documented.ShouldBe(RatingTable.Rows.Select(r => (r.Value, r.When)));
    }

    [Fact]
    public void Nobody_committed_cannot_be_judged()
    {
        var claim = Only([Article("A", "Milo Dorn", certainty: Certainty.Uncommitted)]);
        claim.Credibility.Value.ShouldBe(6);
        claim.Credibility.Reasons.ShouldHaveSingleItem().Code.ShouldBe("NOBODY-COMMITS");
    }

    [Theory]
    [InlineData(Certainty.Certain)]
    [InlineData(Certainty.Possible)]
    [InlineData(Certainty.CertainlyNot)]
    [InlineData(Certainty.Uncommitted)]
    public void Every_rating_has_a_reason_with_a_passage(Certainty certainty)
    {
        foreach (var kind in Enum.GetValues<SourceKind>())
            Only([Article("A", "Milo Dorn", kind, certainty)]).Credibility.Reasons.ShouldContain(r => r.Passages.Length > 0);
    }

    private static FiledArticle Article(string opening, string? source, SourceKind kind = SourceKind.Person, Certainty certainty = Certainty.Certain) =>
        Stories.File($"{opening}. On dit que {Proposition}.", tellings: new Telling(Proposition, source, kind, certainty));

    private static Claim Only(FiledArticle[] filed, ImmutableArray<Family> families = default) =>
        Rater.Rate(filed.Claims(), filed, families.IsDefault ? [] : families, [], Rulings.None).ShouldHaveSingleItem();
}
