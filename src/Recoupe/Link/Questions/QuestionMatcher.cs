using System.Collections.Immutable;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Questions;

/// <summary>Finds the claims that bear on a user's sentence, in either language, and what each answers.</summary>
internal sealed class QuestionMatcher
{
    // A claim bears on a question where it has most of what is asked; what is asked of weak words alone, nothing answers.
    private const int Asked = 6_000, LeastTerms = 2;

    private readonly Dictionary<TellingKey, ToldTerms> _told;

    private QuestionMatcher(IEnumerable<FiledArticle> filed, IEnumerable<Entity> entities)
    {
        var states = new StatesOfPeople(entities);
        _told = (
            from file in filed
            let names = NameDetector.Of(file.Article, file.Findings)
            from told in Tellings.Of(file.Article, file.Findings)
            select (Key: new TellingKey(file.Article.Id, told.Id), Terms: ToldTerms.Of(file.Article, told, names, states)))
            .DistinctBy(t => t.Key).ToDictionary(t => t.Key, t => t.Terms);
    }

    /// <summary>
    /// One question a sentence, each with its claims, the best answers first: those that are found, and as an analyst decided. A question
    /// stays the same, whatever of it is <paramref name="shown"/>.
    /// </summary>
    public static ImmutableArray<Question> Of(
        IEnumerable<string> sentences,
        IReadOnlyList<FiledArticle> filed,
        ImmutableArray<Claim> claims,
        IReadOnlyList<Entity>? entities = null,
        Rulings? rulings = null,
        Func<string, string>? shown = null)
    {
        var asked = sentences.Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count == 0) return [];
        var questions = new QuestionMatcher(filed, entities ?? []);
        return [
            .. asked.Select(s => questions.Ask(s, shown?.Invoke(s) ?? s, claims, rulings ?? Rulings.None))
                .OrderBy(q => q.Id, StringComparer.Ordinal),
        ];
    }

    private Question Ask(string asked, string sentence, ImmutableArray<Claim> claims, Rulings rulings)
    {
        // A question's language is not given, and it is too short to tell; the wrong one finds little.
        var readings = BilingualLexicon.Shipped.Languages.Select(l => ComparedSentence.Of(sentence, l)).ToList();
        var id = ContentHash.Id("question", asked);
        var answers = claims.Select(c => (Claim: c, Best: Best(c, readings)))
            .Where(a => rulings.Bears(id, a.Claim) ?? a.Best.Share >= Asked)
            .OrderByDescending(a => a.Best.Share).ThenBy(a => a.Claim.Id, StringComparer.Ordinal).ToList();
        return new(
            id,
            sentence,
            [.. answers.Select(a => a.Claim.Id)])
        {
            Answers = [.. answers.Select(a => new QuestionAnswer(a.Claim.Id, QuestionSide.Of(a.Claim, a.Best.Told!, a.Best.Reading!)))],
        };
    }

    private (int Share, ToldTerms? Told, ComparedSentence? Reading) Best(Claim claim, List<ComparedSentence> readings) => (
        from position in claim.Positions
        let told = _told[position.Key]
        from reading in readings
        let asked = AskedNumber.In(reading)?.Rest ?? reading.Terms
        select (Share: Share(asked, told.Terms), (ToldTerms?)told, (ComparedSentence?)reading)).MaxBy(b => b.Share);

    /// <summary>The share of what is asked that the terms have, what is only near it counting half; 0 where it is too little to go by.</summary>
    private static int Share(TermSet asked, TermSet terms) =>
        asked.Terms.Where(a => terms.Terms.Any(t => BilingualLexicon.Shipped.Answers(a, t))).ToList() is var met && met.Count(t => t.Kind != TermKind.Weak) < LeastTerms
            ? 0
            : Ratio.Of(met.Sum(t => terms.Terms.Contains(t) ? 2 * t.Weight : t.Weight), 2 * asked.Weight);
}
