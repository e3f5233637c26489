using System.Collections.Immutable;
using Recoupe.Extract.Patterns;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Extract.Figures;

/// <summary>What an article says about a quantity elsewhere than in its own words: the day, the place, the statement that gives it.</summary>
internal sealed class FigureContext(Article article, Reading reading, ImmutableArray<TimeExpression> times, ImmutableArray<Statement> statements)
{
    // Bounds that keep a text without full stops from costing more than its length.
    private const int DeepestNesting = 64, MostInSentence = 64;

    private readonly ImmutableArray<(TextSpan Span, string Statement)> _contents =
        [.. statements.SelectMany(s => s.Content.Select(c => (Span: c, s.Id))).OrderBy(c => c.Span)];

    private readonly ImmutableArray<Name> _places = [.. reading.Names.Where(n => n.Type == NameType.Place)];

    /// <summary>A quantity as a figure.</summary>
    public Figure Figure(Quantity quantity, string? what, string? measure, FigureWords words, ImmutableArray<Lexeme> lexemes)
    {
        var sentence = SentenceOf(quantity.Span);
        return new(
            quantity.Span, quantity.Min, quantity.MinInclusive, quantity.Max, quantity.MaxInclusive, quantity.Approximate,
            quantity.Unit, what, measure, StatementOf(quantity.Span), AsOf(quantity.Span, sentence), Place(sentence, words, lexemes));
    }

    private TextSpan SentenceOf(TextSpan span)
    {
        var first = BinarySearch.First(reading.Sentences.Length, i => reading.Sentences[i].Span.End > span.Start);
        return first < reading.Sentences.Length ? reading.Sentences[first].Span : span;
    }

    // The innermost telling: of those whose content holds the figure, the shortest.
    private string? StatementOf(TextSpan span)
    {
        var past = BinarySearch.First(_contents.Length, i => _contents[i].Span.Start > span.Start);
        return _contents[Math.Max(0, past - DeepestNesting)..past].Where(c => c.Span.Contains(span))
            .OrderBy(c => c.Span.Length).Select(c => c.Statement).FirstOrDefault();
    }

    // The nearest day of the sentence: one that names at least a month or a weekday.
    private string? AsOf(TextSpan span, TextSpan sentence)
    {
        var from = BinarySearch.First(times.Length, i => times[i].Span.Start >= sentence.Start);
        return times.Skip(from).Take(MostInSentence).TakeWhile(t => t.Span.End <= sentence.End)
            .Where(t => t.Type is TimeType.Date or TimeType.Time && t.Value.Contains('-', StringComparison.Ordinal))
            .OrderBy(t => Math.Max(t.Span.Start - span.End, span.Start - t.Span.End)).Select(t => t.Value).FirstOrDefault();
    }

    // A place is the figure's only where it is the sentence's one place told by a preposition of place.
    private string? Place(TextSpan sentence, FigureWords words, ImmutableArray<Lexeme> lexemes)
    {
        var from = BinarySearch.First(_places.Length, i => _places[i].Span.Start >= sentence.Start);
        var told = _places.Skip(from).Take(MostInSentence).TakeWhile(p => p.Span.End <= sentence.End).Where(p => IsWhere(p.Span, words, lexemes))
            .Select(p => p.Span.In(article.Text).ToString()).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return told.Count == 1 ? told[0] : null;
    }

    private static bool IsWhere(TextSpan place, FigureWords words, ImmutableArray<Lexeme> lexemes)
    {
        var at = BinarySearch.First(lexemes.Length, i => lexemes[i].Span.End > place.Start);
        return at > 0 && words.Where.Has(lexemes[at - 1]);
    }
}
