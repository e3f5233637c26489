namespace Recoupe.Language.Tests;

public sealed class RootTests
{
    private static readonly string[] _openings = ["", "« ", "- ", "(", "\" ", "… ", ": ", "• "];
    private static readonly string[] _closings = ["", ".", " »", " ».", "...", " !", ")", " :", "\".", " - "];

    [Theory]
    [InlineData("fr", "Démission du maire")]
    [InlineData("fr", "Le maire dément")]
    [InlineData("fr", "Non")]
    [InlineData("fr", "Lundi 3 mars, 12 h 30")]
    [InlineData("en", "Mayor resigns")]
    [InlineData("en", "The mayor denies it")]
    [InlineData("en", "No")]
    [InlineData("en", "Monday, 3 March, 12:30")]
    public void No_punctuation_is_a_root_where_there_is_a_word(string language, string words)
    {
        var reader = string.Equals(language, "fr", StringComparison.Ordinal) ? Readers.French : Readers.English;
        foreach (var opening in _openings)
        {
            foreach (var closing in _closings)
            {
                var reading = reader.Read(opening + words + closing);
                foreach (var sentence in reading.Sentences)
                {
                    var own = reading.Words.AsSpan(sentence.FirstWord, sentence.WordCount).ToArray();
                    own.Count(w => w.Head == -1).ShouldBe(1, opening + words + closing);
                    if (own.Any(w => w.Tag != PartOfSpeech.Punct)) own.Single(w => w.Head == -1).Tag.ShouldNotBe(PartOfSpeech.Punct, opening + words + closing);
                }
            }
        }
    }

    [Fact]
    public void Punctuation_alone_has_a_root_too() => Readers.English.Read("! ?").Words.Count(w => w.Head == -1).ShouldBeGreaterThan(0);
}
