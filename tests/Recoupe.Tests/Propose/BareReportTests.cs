using Recoupe.Extract;
using Recoupe.Propose;
using Recoupe.Read;

namespace Recoupe.Tests.Propose;

/// <summary>Whoever rejects reports that are not named denies what stands next to them, and neither what his own people tell nor what was told farther up.</summary>
public sealed class BareReportTests
{
    private static readonly string[] English = ["rejected the reports", "dismissed the claims", "denied the allegations", "rejected the accusations"];
    private static readonly string[] French = ["a rejeté les informations", "a démenti les accusations", "a réfuté les allégations", "a démenti les rumeurs"];

    public static TheoryData<string, string> Unnamed()
    {
        var told = new TheoryData<string, string>();
        foreach (var denial in English)
        {
            told.Add("en", $"Colonel Vask was at his post in Tessalin, his wife said on Wednesday. The colonel {denial}.");
            told.Add("en", $"The mayor said the port was open. The road is long. Trains are late. The colonel {denial}.");
        }

        foreach (var denial in French)
        {
            told.Add("fr", $"Le colonel Vask était à son poste à Tessalin, a dit son épouse mercredi. Le colonel {denial}.");
            told.Add("fr", $"La maire affirme que le port est ouvert. La route est longue. Les trains sont en retard. Le colonel {denial}.");
        }

        return told;
    }

    [Theory]
    [MemberData(nameof(Unnamed))]
    public void Reports_that_are_not_named_stand_against_nothing(string language, string text) =>
        Denied(language, text).ShouldBeEmpty(text);

    [Theory]
    [InlineData("en", "The rebels said the colonel was captured. The army rejected the reports.")]
    [InlineData("en", "The rebels said the colonel was captured. The road is long. The army rejected these reports.")]
    [InlineData("fr", "Les rebelles affirment que le colonel a été capturé. L'armée a rejeté les informations.")]
    public void What_stands_next_to_them_is_denied(string language, string text) => Denied(language, text).ShouldNotBeEmpty(text);

    private static IEnumerable<Proposition> Denied(string language, string text)
    {
        var header = new ArticleHeader(new("0123456789abcdef"), ContentHash.OfText(text), "told", "told.txt", null, null, null, [], language, null);
        var article = new Article(header, text, [new(new(0, text.Length), BlockKind.Body)]);
        var findings = Extractor.Extract(article, ArticleReader.Read(article)!, out var trees);
        return Proposer.Propose(article, trees, findings).Statements.SelectMany(s => s.Propositions).Where(p => p.Side == Side.Against);
    }
}
