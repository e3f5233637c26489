using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>Makes what is told in an article ready for comparison.</summary>
internal sealed class StatementFingerprinter
{
    // Fewer quoted words in common can be chance.
    private const int TellingWords = 6;

    private readonly Article _article;
    private readonly Findings _findings;
    private readonly NameDetector _names;
    private readonly Vocabulary _vocabulary;
    private readonly ILookup<string, TextSpan> _within;
    private readonly Dictionary<TextSpan, Figure> _figures;

    private StatementFingerprinter(Article article, Findings findings, NameDetector names)
    {
        (_article, _findings, _names) = (article, findings, names);
        _vocabulary = Vocabulary.Of(article.Header.Language);
        _within = findings.Statements.Where(s => s.Inside is not null).ToLookup(s => s.Inside!, s => s.Content[0], StringComparer.Ordinal);
        _figures = findings.Figures.DistinctBy(f => f.Span).ToDictionary(f => f.Span);
    }

    public static ImmutableArray<StatementFingerprint> Of(Article article, Findings findings, NameDetector names)
    {
        var prints = new StatementFingerprinter(article, findings, names);
        return [.. Tellings.Of(article, findings).Select(prints.Print)];
    }

    /// <summary>The terms of a proposition's wording, supplied words too.</summary>
    public static TermSet Terms(Proposition proposition, Vocabulary vocabulary, NameDetector names)
    {
        var words = WordScanner.Scan(proposition.Text, new(0, proposition.Text.Length));
        return new(vocabulary.Terms(words, w => names.IsNameIn(proposition.Text, w)).Select(t => t.Term));
    }

    private StatementFingerprint Print(ToldProposition told)
    {
        var proposition = told.Proposition;
        var terms = Terms(proposition, _vocabulary, _names);
        var subject = Part(proposition, ArgumentRole.Subject);
        var predicate = LemmaTerms(proposition.Predicate.Lemma);
        return new(
            told.Id,
            told.Statement?.Id,
            told.Spans,
            terms,
            new(predicate, subject, Part(proposition, ArgumentRole.Object), PlaceTerms(proposition), proposition.Kind, proposition.Predicate.Tense),
            told.Sign,
            Wording(told),
            IsFrame(told),
            told.IsOwn,
            told.Alternative,
            OutletKeys.OfName(told.Source.Name),
            PartialDates.IsFull(proposition.When) ? proposition.When![..10] : null,
            [.. Figures(proposition), .. FigureFingerprinter.Clocks(_findings.Times, told.Spans)]);
    }

    private IEnumerable<FigureFingerprint> Figures(Proposition proposition) =>
        proposition.Figures.Where(_figures.ContainsKey).Select(s => FigureFingerprinter.Of(_article, _figures[s], proposition));

    private TermSet Part(Proposition proposition, ArgumentRole role) => new(proposition.Arguments.Where(a => a.Role == role).SelectMany(ArgumentTerms));

    private IEnumerable<Term> ArgumentTerms(Argument argument)
    {
        var named = argument.Name is { } name ? _vocabulary.NameTerms(name) : [];
        var told = argument.Span is { } span ? _vocabulary.Terms(WordScanner.Scan(_article.Text, span), _names.IsName).Select(t => t.Term) : LemmaTerms(argument.Head).Terms;
        return named.Concat(told);
    }

    private TermSet PlaceTerms(Proposition proposition) => new(proposition.Where is { } place ? _vocabulary.NameTerms(place) : []);

    private TermSet LemmaTerms(string lemma) => new(_vocabulary.Terms(WordScanner.Scan(lemma, new(0, lemma.Length)), w => w.IsCapital).Select(t => t.Term));

    // What is told is that somebody tells, and what he tells is kept beside it.
    private bool IsFrame(ToldProposition told) =>
        told.Statement is { } statement && _within[statement.Id].Any(inner => told.Spans.Any(s => s.Overlaps(inner)));

    private ulong Wording(ToldProposition told)
    {
        if (told.Statement is null or { Manner: Manner.Indirect }) return 0;
        var words = told.Spans.SelectMany(s => WordScanner.Scan(_article.Text, s)).ToList();
        return words.Count < TellingWords ? 0 : words.Aggregate(1ul, (hash, word) => StableHash.Of(hash, StableHash.Of(word.Folded)));
    }
}
