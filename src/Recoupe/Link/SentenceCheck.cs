using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Link;

/// <summary>Holds a user's sentence against articles: which statements and sentences have to do with it, and on which side they stand.</summary>
internal sealed class SentenceCheck
{
    // Shares of the asked sentence's weight, in ten-thousandths: from the first on something has to do with it, from the second on it takes a side.
    // A whole article that reports a matter may have less of it in any one sentence.
    private const int OneMatter = 4_000, OneThing = 6_000, OneReport = 2_500;

    // One word in common is a shared subject at most.
    private const int LeastTerms = 2;

    private readonly Sentence _asked;
    private readonly int _least;

    private SentenceCheck(string sentence, int least) => (_asked, _least) = (Sentence.Of(sentence, Sentence.LanguageOf(sentence, "")), least);

    /// <summary>What in some articles has to do with a sentence, article by article in text order.</summary>
    public static IEnumerable<Answer> Answers(string sentence, IEnumerable<Filed> articles)
    {
        var check = new SentenceCheck(sentence, OneMatter);
        return articles.SelectMany(a => check.In(a.Article, a.Findings));
    }

    /// <summary>How an article stands to a sentence as a whole, by what has most of it.</summary>
    public static ArticleStance Stance(string sentence, Article article, Findings findings) =>
        Stance([.. new SentenceCheck(sentence, OneReport).In(article, findings)]);

    // Its statements, and the sentences that no such statement stands in.
    private IEnumerable<Answer> In(Article article, Findings findings)
    {
        var names = NameTest.Of(article, findings);
        var told = findings.Statements.Select(s => Of(article, names, s.Id, s.Content, _ => StatementPrinter.Sign(article, s))).OfType<Answer>().ToList();
        var taken = new SpanIndex(Merged(told.SelectMany(a => a.Passages).Select(p => p.Span).Order()));
        var sentences = article.Blocks.Where(b => b.Kind == BlockKind.Title || LineMaker.IsProse(b.Kind)).SelectMany(b => SentenceSplitter.Trimmed(article.Text, b.Span))
            .Where(s => !taken.Within(s).Any());
        return told.Concat(sentences.Select(s => Of(article, names, null, [s], words => Sign(words, article)))
            .OfType<Answer>()).OrderBy(a => a.Passages[0]);
    }

    // Tellings nest.
    private static IEnumerable<TextSpan> Merged(IEnumerable<TextSpan> ascending)
    {
        TextSpan? open = null;
        foreach (var span in ascending)
        {
            if (open is { } before && span.Start <= before.End) open = new(before.Start, Math.Max(before.End, span.End));
            else
            {
                if (open is { } done) yield return done;
                open = span;
            }
        }

        if (open is { } last) yield return last;
    }

    private static ArticleStance Stance(IReadOnlyList<Answer> answers)
    {
        if (answers.Count == 0) return ArticleStance.Unrelated;
        var best = answers.Max(a => a.Score);
        var telling = answers.Where(a => a.Score == best).ToList();
        return telling.Exists(a => a.Position == Side.Against) ? ArticleStance.Disagree
            : telling.Exists(a => a.Position == Side.For && a.Statement is null) ? ArticleStance.Agree
            : ArticleStance.Discuss;
    }

    private Answer? Of(Article article, NameTest names, string? statement, ImmutableArray<TextSpan> spans, Func<List<ScannedWord>, int> sign)
    {
        var words = spans.SelectMany(s => WordScanner.Scan(article.Text, s)).ToList();
        var terms = new TermSet(Vocabulary.Of(article.Header.Language).Terms(words, names.IsName).Select(t => t.Term));
        var share = Share(terms);
        return share < _least ? null : new(article.Id, statement, SideOf(share, sign(words), terms), share / (decimal)Ratio.One, [.. spans.Select(s => new Passage(article.Id, s))]);
    }

    /// <summary>The share of what is asked that the terms have, what only answers to it counting half.</summary>
    private int Share(TermSet terms)
    {
        var met = _asked.Terms.Terms.Where(a => terms.Terms.Any(t => Lexicon.Shipped.Answers(a, t) || Lexicon.Shipped.AreOpposed(a, t))).ToList();
        return met.Count(t => t.Kind != TermKind.Weak) < LeastTerms ? 0 : Ratio.Of(met.Sum(t => terms.Terms.Contains(t) ? 2 * t.Weight : t.Weight), 2 * _asked.Terms.Weight);
    }

    private Side SideOf(int share, int sign, TermSet terms)
    {
        if (share < OneThing) return Side.Uncommitted;
        var turned = (_asked.IsNegated ? -1 : 1) * (Difference.Of(terms, _asked.Terms).HasOpposedWords ? -1 : 1) * sign;
        return turned switch { > 0 => Side.For, < 0 => Side.Against, _ => Side.Uncommitted };
    }

    private static int Sign(List<ScannedWord> words, Article article)
    {
        var vocabulary = Vocabulary.Of(article.Header.Language);
        return vocabulary.Ignorance.In(words).Any() ? 0 : Polarity.IsNegated(words, vocabulary) ? -1 : 1;
    }
}
