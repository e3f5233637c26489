using System.Collections.Immutable;
using System.Numerics;
using Recoupe.Language;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Questions;

/// <summary>Holds a user's sentence against articles: which statements and sentences have to do with it, and on which side they stand.</summary>
internal sealed class EvidenceSearch
{
    // Shares of the asked sentence's weight, in ten-thousandths: from the first on something has to do with it, from the second on it takes a side.
    // A whole article that reports a matter may have less of it in any one sentence.
    private const int OneMatter = 4_000, OneThing = 6_000, NearlyAll = 7_000, OneReport = 2_500;

    // One word in common is a shared subject at most; two, where more is asked, are still no more than a matter.
    private const int LeastTerms = 2, LeastTold = 3;

    private readonly ComparedSentence _asked;
    private readonly int _least;

    private EvidenceSearch(string sentence, int least) => (_asked, _least) = (ComparedSentence.Of(sentence, ComparedSentence.LanguageOf(sentence, "")), least);

    /// <summary>What in some articles has to do with a sentence, article by article in text order.</summary>
    public static IEnumerable<Answer> Answers(string sentence, IEnumerable<FiledArticle> articles)
    {
        var check = new EvidenceSearch(sentence, OneMatter);
        return articles.SelectMany(a => check.In(a.Article, a.Findings));
    }

    /// <summary>
    /// Whether anything in an article can have to do with a sentence, by all the terms that are held against one: what is not so has no
    /// answer.
    /// </summary>
    public static Func<IEnumerable<uint>, bool> MayAnswer(string sentence)
    {
        var check = new EvidenceSearch(sentence, OneMatter);
        var asked = check._asked.Terms.Terms.Where(IsTold).Take(sizeof(ulong) * 8).ToList();
        var near = new Dictionary<uint, ulong>();
        var isLong = check._asked.Terms.Terms.Count(IsTold) > asked.Count; // then all are looked at
        return told => isLong || BitOperations.PopCount(told.Aggregate(0ul, (met, term) => met | Near(term))) >= LeastTerms;

        ulong Near(uint told)
        {
            if (near.TryGetValue(told, out var known)) return known;
            return near[told] = asked.Index().Where(a => AskedPredicate.IsNear(a.Item, new(told)))
                .Aggregate(0ul, (met, a) => met | (1ul << a.Index));
        }
    }

    /// <summary>All the terms of an article that a sentence is held against, ascending.</summary>
    public static ImmutableArray<uint> TermsOf(Article article, Findings findings)
    {
        var (names, vocabulary) = (NameDetector.Of(article, findings), Vocabulary.Of(article.Header.Language));
        var told = Tellings.Of(article, findings).SelectMany(t => StatementFingerprinter.Terms(t.Proposition, vocabulary, names).Terms);
        var written = Sentences(article)
            .SelectMany(s => vocabulary.Terms(WordScanner.Scan(article.Text, s), names.IsName)).Select(t => t.Term);
        return [.. told.Concat(written).Select(t => t.Value).Distinct().Order()];
    }

    private static IEnumerable<TextSpan> Sentences(Article article) =>
        article.Blocks.Where(b => b.Kind == BlockKind.Title || LineFingerprinter.IsProse(b.Kind))
            .SelectMany(b => SentenceSplitter.Trimmed(article.Text, b.Span));

    /// <summary>How an article stands to a sentence as a whole, by what has most of it.</summary>
    public static ArticleStance Stance(string sentence, Article article, Findings findings) =>
        Stance([.. new EvidenceSearch(sentence, OneReport).In(article, findings)]);

    // Its statements, and the sentences that no such statement stands in.
    private IEnumerable<Answer> In(Article article, Findings findings)
    {
        var names = NameDetector.Of(article, findings);
        var told = Tellings.Of(article, findings).Select(t => Of(article, names, t)).OfType<Answer>().ToList();
        var taken = new SpanIndex(Merged(told.SelectMany(a => a.Passages).Select(p => p.Span).Order()));
        var sentences = Sentences(article).Where(s => !taken.Within(s).Any());
        return told.Concat(sentences.Select(s => Of(article, names, s)).OfType<Answer>()).OrderBy(a => a.Passages[0]);
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

    private Answer? Of(Article article, NameDetector names, ToldProposition told)
    {
        var vocabulary = Vocabulary.Of(article.Header.Language);
        var terms = StatementFingerprinter.Terms(told.Proposition, vocabulary, names);
        return Of(article, told, told.Spans, terms, IsAsked(told, vocabulary) ? told.SignAsWorded : 0);
    }

    // Who rejects reports of a capture does not say that somebody was captured.
    private bool IsAsked(ToldProposition told, Vocabulary vocabulary) =>
        AskedPredicate.IsAsked(AskedPredicate.Terms(told.Proposition, vocabulary), _asked.Terms);

    private Answer? Of(Article article, NameDetector names, TextSpan sentence)
    {
        var vocabulary = Vocabulary.Of(article.Header.Language);
        var words = WordScanner.Scan(article.Text, sentence);
        var sign = IsOpen(article.Text, sentence) || vocabulary.Ignorance.In(words).Any() ? 0 : Polarity.IsNegated(words, vocabulary) ? -1 : 1;
        return Of(article, null, [sentence], new(vocabulary.Terms(words, names.IsName).Select(t => t.Term)), sign);
    }

    // «Pont de l'Orne : que sait-on ?»: a question says nothing.
    private static bool IsOpen(string text, TextSpan sentence) => sentence.In(text).TrimEnd(" \t\n\u00A0\u202F»”\"*_)").EndsWith('?');

    private Answer? Of(Article article, ToldProposition? told, ImmutableArray<TextSpan> spans, TermSet terms, int sign)
    {
        var share = Share(terms);
        if (share < _least) return null;
        var side = IsEnough(share, terms) ? SideOf(sign, terms) : Side.Uncommitted;
        return new(
            article.Id,
            told?.Statement?.Id,
            told?.Id,
            told?.Source.Name,
            side,
            share / (decimal)Ratio.One,
            [.. (told?.Statement?.WithHedge(article.Text, spans) ?? spans).Select(s => new Passage(article.Id, s))],
            told?.Proposition.Certainty);
    }

    /// <summary>The share of what is asked that the terms have, what only answers to it counting half.</summary>
    private int Share(TermSet terms)
    {
        var met = Met(terms).ToList();
        return met.Count(IsTold) < LeastTerms ? 0 : Ratio.Of(met.Sum(t => terms.Terms.Contains(t) ? 2 * t.Weight : t.Weight), 2 * _asked.Terms.Weight);
    }

    private IEnumerable<Term> Met(TermSet terms) => _asked.Terms.Terms.Where(a => terms.Terms.Any(t => AskedPredicate.IsNear(a, t)));

    /// <summary>Whether enough of what is asked is told for a side to be taken on it: most of it, and three of its words, or as many as it has.</summary>
    private bool IsEnough(int share, TermSet terms)
    {
        var met = Met(terms).Where(IsTold).ToList();
        var isNamed = share >= NearlyAll && met.Count >= LeastTerms && met.Exists(t => t.Kind == TermKind.Name);
        return isNamed || (share >= OneThing && met.Count >= Math.Min(LeastTold, _asked.Terms.Terms.Count(IsTold)));
    }

    private static bool IsTold(Term term) => term.Kind != TermKind.Weak;

    private Side SideOf(int sign, TermSet terms)
    {
        var turned = (_asked.IsNegated ? -1 : 1) * (TermDifference.Of(terms, _asked.Terms).HasContraryWords ? -1 : 1) * sign;
        return turned switch { > 0 => Side.For, < 0 => Side.Against, _ => Side.Uncommitted };
    }
}
