using Recoupe.Link.Questions;

namespace Recoupe.Tests.Link.Questions;

public sealed class SentenceComparerTests
{
    [Theory]
    [InlineData("Le maire Ilan Brescu a fermé le pont.", "fr", "Mayor Ilan Brescu closed the bridge.", "en", Relation.Same)]
    [InlineData("Le maire Ilan Brescu a fermé le pont.", "fr", "Le maire Ilan Brescu n'a pas fermé le pont.", "fr", Relation.Contradicts)]
    [InlineData("Le maire Ilan Brescu a ouvert le pont.", "fr", "Le maire Ilan Brescu a fermé le pont.", "fr", Relation.Contradicts)]
    [InlineData("Twelve workers died in the Kaltrova fire.", "en", "Seven workers died in the Kaltrova fire.", "en", Relation.Contradicts)]
    [InlineData("Mayor Ilan Brescu closed the Kaltrova bridge on Monday after a violent storm damaged two pillars.", "en", "Ilan Brescu closed the bridge.", "en", Relation.Entails)]
    [InlineData("Le maire Ilan Brescu a fermé le pont.", "fr", "Les abeilles aiment le miel.", "fr", Relation.Unrelated)]
    public void Two_sentences_stand_to_each_other_as_what_they_share_says(string first, string language, string second, string other, Relation relation) =>
        SentenceComparer.Compare(ComparedSentence.Of(first, language), ComparedSentence.Of(second, other)).Relation.ShouldBe(relation);

    [Theory]
    [InlineData("")]
    [InlineData("\ud800")]
    public void Any_sentence_can_be_compared(string text) => SentenceComparer.Compare(text, text).Relation.ShouldBe(Relation.Unrelated);
}
