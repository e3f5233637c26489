using System.Text.Json;
using Recoupe.Tell;
using Recoupe.Tell.Exchange;

namespace Recoupe.Tests.Tell.Exchange;

public sealed class LedgerSliceTests
{
    private static readonly Ledger Story = StoryLedger.Whole.Ledger;

    [Fact]
    public void Words_name_kinds_each_with_its_ids()
    {
        var slice = LedgerSlice.Parse(["dispute", "aa", "bb", "article", "cc"])!;
        slice.Disputes.ShouldBe(["aa", "bb"]);
        slice.Articles.ShouldBe(["cc"]);
        (slice.Questions.IsEmpty, slice.Claims.IsEmpty, slice.IsWhole).ShouldBe((true, true, false));
    }

    [Theory]
    [InlineData("aa")]
    [InlineData("claim")]
    [InlineData("claim aa question")]
    [InlineData("claim question aa")]
    [InlineData("clam aa")]
    public void Words_without_a_kind_or_an_id_name_nothing(string words) => LedgerSlice.Parse(words.Split(' ')).ShouldBeNull();

    [Fact]
    public void No_words_name_the_whole()
    {
        LedgerSlice.Parse([])!.IsWhole.ShouldBeTrue();
        LedgerSlice.Whole.Of(Story).Value.ShouldBeSameAs(Story);
    }

    [Fact]
    public void A_claim_brings_its_articles_and_none_besides()
    {
        var claim = Story.Claims.MinBy(c => c.Positions.Length)!;
        var part = Part("claim", claim.Id);
        part.Claims.Select(c => c.Id).ShouldBe([claim.Id]);
        part.Articles.Select(a => a.Id).ShouldBe(claim.Positions.Select(p => p.Article).Distinct().Order());
    }

    [Fact]
    public void An_article_brings_the_claims_that_it_tells()
    {
        var article = Story.Claims[0].Positions[0].Article;
        var part = Part("article", article.Value);
        part.Claims.Select(c => c.Id).ShouldBe(Story.Claims.Where(c => c.Positions.Any(p => p.Article == article)).Select(c => c.Id));
        part.Articles.ShouldContain(a => a.Id == article);
    }

    [Fact]
    public void A_question_brings_the_claims_that_answer_it()
    {
        var question = Story.Questions[0];
        Part("question", question.Id).Claims.Select(c => c.Id).ShouldBe(question.Claims.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_id_in_a_part_is_of_a_thing_in_it()
    {
        foreach (var claim in Story.Claims)
        {
            var part = Part("claim", claim.Id);
            var articles = part.Articles.Select(a => a.Id).ToHashSet();
            var claims = part.Claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
            var ends = articles.Select(a => a.Value).Concat(part.Absent.Select(a => a.Id)).ToHashSet(StringComparer.Ordinal);
            part.Entities.ShouldAllBe(e => e.Mentions.All(m => articles.Contains(m.Article)));
            part.Families.ShouldAllBe(f => f.Members.All(articles.Contains) && (f.Origin == null || ends.Contains(f.Origin)));
            part.Lineage.ShouldAllBe(t => ends.Contains(t.From) && articles.Contains(t.To));
            part.Claims.ShouldAllBe(c => c.Contradicts.All(o => claims.Contains(o.Claim)));
            part.Questions.ShouldAllBe(q => q.Claims.All(claims.Contains) && q.Answers.All(a => claims.Contains(a.Claim)));
            var counts = part.Counts.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
            part.Counts.ShouldAllBe(c => c.Passages.All(p => articles.Contains(p.Article)) && c.Relations.All(r => counts.Contains(r.To)));
            part.Disputes.ShouldAllBe(d => d.Claims.All(claims.Contains));
        }
    }

    [Fact]
    public void A_part_is_written_as_its_schema_says()
    {
        using var output = new MemoryStream();
        LedgerJson.Write(output, Part("claim", Story.Claims[0].Id));
        using var json = JsonDocument.Parse(output.ToArray());
        JsonTests.LedgerSchema.Evaluate(json.RootElement).IsValid.ShouldBeTrue();
    }

    [Fact]
    public void An_id_of_nothing_or_of_several_things_is_refused()
    {
        LedgerSlice.Parse(["claim", "zz"])!.Of(Story).Rejection!.Code.ShouldBe("EXPORT-1");
        LedgerSlice.Parse(["claim", Story.Articles[0].Id.Value])!.Of(Story).Rejection!.Code.ShouldBe("EXPORT-1");
        var shared = Story.Articles.GroupBy(a => a.Id.Value[..1], StringComparer.Ordinal).First(g => g.Count() > 1).Key;
        LedgerSlice.Parse(["article", shared])!.Of(Story).Rejection!.Code.ShouldBe("EXPORT-2");
    }

    private static Ledger Part(string kind, string id) => LedgerSlice.Parse([kind, id])!.Of(Story).Value.ShouldNotBeNull();
}
