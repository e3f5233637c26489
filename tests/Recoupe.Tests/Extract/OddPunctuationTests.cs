using System.Text;
using Recoupe.Extract;

namespace Recoupe.Tests.Extract;

/// <summary>
/// Sentences of the press taken apart: pieces left out, told twice, or with quotation marks, commas and line breaks put between, by the thousand.
/// Nothing throws; no span is empty, reversed, outside the text or over another of its content.
/// </summary>
public sealed class OddPunctuationTests
{
    private const int Texts = 1000;

    private static readonly string[] Marks =
    [
        "\"", "\"", " \"", "\" ", "« ", " »", "«", "»", "“", "”", "„", "‘", "’", "'", "''", "``", "‹", "›", ",", ", ", ".", ". ", " : ", ";", "? ", "! ", "…", " – ", "—", "-", "(", ")", "\n", "\n", ",\n", " \n  ", "\u00A0", "\uFEFF", "\uD800",
    ];

    // Q a quotation mark, C a clause, V a cue, N a name, P what gives a clause to a name, T what goes with a name, X a joint; the rest stands for itself.
    private static readonly string[] Forms =
    [
        "Q C , V N . C . Q", "Q C ,\nV N , T .\nC Q", "Q C Q , V N , T .", "Q C , Q V N . Q C Q", "N V : Q C . Q", "N V X C , V N , X C .", "C , P N .", "P N , C .", "P N , C , V N , X C , P N .", "N , P X C , V X C",
        "N V X N V X C .", "Q C Q – N\nQ C .\nQ C . Q", "N V Q C Q X Q C Q .", "Q C\nC\nC Q V N", "N V T , Q C , V N , C Q", "C ( P N ) , V N , X C ; C", "Q Q C , V N Q , C . Q",
    ];

    private static readonly Dictionary<string, Dictionary<char, string[]>> Words = new(StringComparer.Ordinal)
    {
        ["fr"] = new()
        {
            ['C'] = ["le pont est sûr", "il y a eu trois morts", "beaucoup de familles sont parties et n'ont pas retrouvé de logement", "plus de 70 blessés", "Le barrage aurait cédé mardi 12 mars", "il n'y a plus rien", "que personne ne partirait", "l'hypothèse de la présence des soldats"],
            ['V'] = ["a déclaré", "déclare", "conclut", "confient", "a-t-il ajouté", "estime", "pense", "a dit hier", "n'a pas confirmé", "demande", "aurait dit", "a exprimé des doutes sur", "annonce"],
            ['N'] = ["Jean Carvel", "Mme Durel", "le maire de Lorvage", "les organisateurs", "la préfecture", "une source proche du dossier", "l'agence KNA", "il", "du port des bois", "Marc"],
            ['P'] = ["selon", "d'après", "pour", "de source policière", "à la demande de", "selon ses propres mots"],
            ['T'] = ["toujours interrogé par la Gazette", "un ancien animateur du club", "également chef de file des députés", "qui part demain", "au micro"],
            ['X'] = ["que", "qu'", "si", "et que", "mais", "dont", "et", "pour qui", "de"],
        },
        ["en"] = new()
        {
            ['C'] = ["the bridge is safe", "three people died", "many families left and cannot find a home", "more than 70 injured", "The dam reportedly burst on Tuesday", "there is nothing left", "that nobody would leave", "the claim that soldiers were present"],
            ['V'] = ["said", "says", "told reporters", "added", "claimed", "believes", "said yesterday", "did not confirm", "asked", "would have said", "cast doubt on", "announced"],
            ['N'] = ["Ann Corder", "Mr Pell", "the mayor of Lorvage", "officials", "the ministry", "a source close to the talks", "the KNA agency", "he", "of the port", "Mark"],
            ['P'] = ["according to", "in the words of", "for", "citing", "at the request of"],
            ['T'] = ["speaking to the Gazette", "a former host of the club", "who leaves tomorrow", "in a letter"],
            ['X'] = ["that", "whether", "if", "and that", "but", "and", "who", "of"],
        },
    };

    [Theory]
    [InlineData("fr", 1)]
    [InlineData("en", 2)]
    public void Every_span_lies_in_the_text_and_is_not_empty(string language, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Texts; i++)
        {
            var article = TestArticle.Of(Made(random, Words[language]), language);
            var findings = Should.NotThrow(() => Extractor.Extract(article, TestArticle.Read(article)), article.Text);
            Verification.Of(null, new FiledArticle(article with { Header = article.Header with { TextHash = ContentHash.OfText(article.Text) } }, findings)).ShouldBeEmpty(article.Text);
            foreach (var statement in findings.Statements) InOrder(statement).ShouldBeTrue(article.Text);
        }
    }

    [Theory]
    [InlineData("He said that ", "en")]
    [InlineData("selon le maire, ", "fr")]
    public void No_sentence_runs_on_for_ever(string piece, string language)
    {
        var article = TestArticle.Of(string.Concat(Enumerable.Repeat(piece, 2000)), language);
        TestArticle.Read(article).Sentences.Max(s => s.WordCount).ShouldBeLessThan(510);
        var longest = Extractor.Extract(article, TestArticle.Read(article)).Statements.SelectMany(s => s.Content).Max(c => c.Length);
        longest.ShouldBeLessThan(510 * piece.Length);
    }

    private static bool InOrder(Statement statement) =>
        statement.Content.Length > 0 && statement.Content.Zip(statement.Content.Skip(1)).All(p => p.First.End <= p.Second.Start);

    private static string Made(Random random, Dictionary<char, string[]> words)
    {
        var text = new StringBuilder();
        var quote = Marks[random.Next(Marks.Length)];
        for (var forms = random.Next(1, 4); forms > 0; forms--)
        {
            foreach (var piece in OneOf(Forms, random).Split(' ')) Append(text, piece, quote, random, words);
            text.Append(random.Next(2) == 0 ? " " : "\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string piece, string quote, Random random, Dictionary<char, string[]> words)
    {
        for (var times = random.Next(12) switch { 0 => 0, 1 => 2, _ => 1 }; times > 0; times--)
        {
            foreach (var sign in piece)
                text.Append(sign == 'Q' ? (random.Next(4) == 0 ? OneOf(Marks, random) : quote) : words.TryGetValue(sign, out var some) ? OneOf(some, random) : sign.ToString());
            text.Append(random.Next(8) == 0 ? OneOf(Marks, random) : " ");
        }
    }

    private static string OneOf(string[] some, Random random) => some[random.Next(some.Length)];
}
