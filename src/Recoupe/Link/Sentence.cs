using Recoupe.Language;

namespace Recoupe.Link;

/// <summary>A bare sentence, ready for comparison.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Terms">What they stand for.</param>
/// <param name="Vocabulary">Of its language.</param>
internal sealed record Sentence(List<ScannedWord> Words, TermSet Terms, Vocabulary Vocabulary)
{
    public static Sentence Of(string text, string language)
    {
        var vocabulary = Vocabulary.Of(language);
        var names = new NameTest(text, []);
        var words = WordScanner.Scan(text, new TextSpan(0, text.Length));
        return new(words, new(vocabulary.Terms(words, i => names.IsName(words[i])).Select(t => t.Term)), vocabulary);
    }

    /// <summary>The language of a sentence; where it is too short to tell, that of the two together, and else the first known.</summary>
    public static string LanguageOf(string text, string beside) =>
        new[] { text, text + "\n" + beside, beside }.Select(t => LanguageIdentifier.Identify(t).Language).FirstOrDefault(Vocabulary.Has) ?? Lexicon.Shipped.Languages[0];

    /// <summary>How much the two have in common, in ten-thousandths.</summary>
    public int Likeness(Sentence other) => Terms.Dice(other.Terms);
}
