using Recoupe.Link.Questions;
using Recoupe.Link.Terms;

namespace Recoupe.Tests.Link.Questions;

public sealed class AskedPredicateTests
{
    [Theory]
    [InlineData("fr", "capturer", true)]
    [InlineData("en", "capture", true)]
    [InlineData("fr", "libérer", true)] // its opposite: the side turns
    [InlineData("fr", "apprendre", false)]
    [InlineData("en", "learn", false)]
    [InlineData("fr", "être", true)] // tells nothing by itself
    public void A_claim_answers_only_where_its_predicate_is_asked_about(string language, string lemma, bool isAsked) =>
        AskedPredicate.IsAsked(AskedPredicate.Terms(lemma, Vocabulary.Of(language)), ComparedSentence.Of("Le colonel Zarovitch a-t-il été capturé ?", "fr").Terms).ShouldBe(isAsked);
}
