using Recoupe.Extract;
using Recoupe.Propose;
using Recoupe.Tests.Extract;

namespace Recoupe.Tests.Propose;

/// <summary>What is found and put forward in a text.</summary>
internal static class Proposed
{
    public static Findings Findings(string language, string text)
    {
        var article = TestArticle.Of(text, language);
        var findings = Extractor.Extract(article, Recoupe.Read.ArticleReader.Read(article)!, out var trees);
        return Proposer.Propose(article, trees, findings);
    }

    /// <summary>What others than the article put forward, in text order.</summary>
    public static List<Proposition> Told(string language, string text) => [.. Findings(language, text).Statements.SelectMany(s => s.Propositions)];

    public static List<string> Texts(string language, string text) => [.. Told(language, text).Select(p => p.Text)];
}
