using System.Collections.Immutable;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Questions;

/// <summary>Finds the claims that answer a user's sentence, in either language.</summary>
internal sealed class QuestionMatcher
{
    // A statement answers where it has most of what is asked; what is asked of weak words alone, nothing answers.
    private const int Asked = 6_000, LeastTerms = 2;

    private readonly ILookup<StatementKey, TermSet> _terms;

    private QuestionMatcher(IEnumerable<FiledArticle> filed) => _terms = (
        from file in filed
        let sources = Alternatives.Of(file.Article, file.Findings).ToDictionary(s => s.Id, s => s.Source, StringComparer.Ordinal)
        from print in StatementFingerprinter.Of(file.Article, file.Findings, NameDetector.Of(file.Article, file.Findings))
        select (Key: new StatementKey(file.Article.Id, print.Id), Terms: With(sources[print.Id], print.Terms, file.Article.Header.Language))).ToLookup(p => p.Key, p => p.Terms);

    // Who speaks of himself answers what is asked of him.
    private static TermSet With(Source source, TermSet terms, string language) =>
        source is { Kind: SourceKind.Person, Name: { } name } ? new(terms.Terms.Concat(Vocabulary.Of(language).NameTerms(name))) : terms;

    /// <summary>One question a sentence, each with its claims, the best answers first.</summary>
    public static ImmutableArray<Question> Of(IEnumerable<string> sentences, IReadOnlyList<FiledArticle> filed, ImmutableArray<Claim> claims)
    {
        var asked = sentences.Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count == 0) return [];
        var questions = new QuestionMatcher(filed);
        return [.. asked.Select(s => questions.Ask(s, claims)).OrderBy(q => q.Id, StringComparer.Ordinal)];
    }

    private Question Ask(string sentence, ImmutableArray<Claim> claims)
    {
        // A question's language is not given, and it is too short to tell; the wrong one finds little.
        var readings = BilingualLexicon.Shipped.Languages.Select(l => ComparedSentence.Of(sentence, l).Terms).ToList();
        var answers = claims.Select(c => (c.Id, Share: Share(c, readings))).Where(a => a.Share >= Asked)
            .OrderByDescending(a => a.Share).ThenBy(a => a.Id, StringComparer.Ordinal).Select(a => a.Id);
        return new(ContentHash.Id("question", sentence), sentence, [.. answers]);
    }

    private int Share(Claim claim, List<TermSet> readings) =>
        claim.Positions.SelectMany(p => _terms[p.Key]).Max(t => readings.Max(r => Answers(r, t)));

    /// <summary>The share of what is asked that the terms have, what is only near it counting half; 0 where it is too little to go by.</summary>
    private static int Answers(TermSet asked, TermSet terms) =>
        asked.Terms.Where(a => terms.Terms.Any(t => BilingualLexicon.Shipped.Answers(a, t))).ToList() is var met && met.Count(t => t.Kind != TermKind.Weak) < LeastTerms
            ? 0
            : Ratio.Of(met.Sum(t => terms.Terms.Contains(t) ? 2 * t.Weight : t.Weight), 2 * asked.Weight);
}
