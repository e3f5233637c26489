using Recoupe.Extract;
using Recoupe.Extract.Statements;
using Recoupe.Extract.Times;
using Recoupe.Language;

namespace Recoupe.Tests.Extract.Statements;

/// <summary>What the rules mend of the network's trees, which the reader of articles does not use yet.</summary>
public sealed class NetworkTreesTests
{
    private static readonly Lazy<Reader> Network = new(() => Reader.Load("fr"));

    [Theory]
    [InlineData("affirme ne pas avoir prévenu les habitants", "pas", "prévenu")]
    [InlineData("a déclaré ne jamais avoir signé le contrat", "jamais", "signé")]
    public void What_negates_an_infinitive_hangs_on_it(string told, string negation, string infinitive)
    {
        var words = Mended($"La préfète Lena Holt {told}.");
        words[words.Single(w => w.Form == negation).Head].Form.ShouldBe(infinitive);
    }

    [Theory]
    [InlineData("soupçonne")]
    [InlineData("suspecte")]
    public void A_perfect_infinitive_is_no_past_tense(string verb)
    {
        var words = Mended($"La préfète Lena Holt {verb} l'armée norlandaise d'avoir incendié la halle.");
        words.Single(w => w.Form == "incendié").Features.Has("VerbForm", "Fin").ShouldBeFalse();
        words[words.Single(w => w.Form == "armée").Head].Form.ShouldBe(verb);
    }

    private static List<Word> Mended(string text)
    {
        var article = TestArticle.Of(text, "fr");
        var reading = Network.Value.Read(text);
        var prose = new StatementContext(article, reading, MentionFinder.Find(article, reading), TimeFinder.Find(article, reading));
        return [.. prose.Trees.Reading.Words];
    }
}
