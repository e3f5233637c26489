using System.Collections.Immutable;
using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>Makes statements ready for comparison.</summary>
internal static class StatementFingerprinter
{
    // Fewer quoted words in common can be chance.
    private const int TellingWords = 6;

    // Every clause of one statement is compared with every clause of another.
    private const int MostClauses = 6;

    public static ImmutableArray<StatementFingerprint> Of(Article article, Findings findings, NameDetector names)
    {
        var vocabulary = Vocabulary.Of(article.Header.Language);
        var frames = findings.Statements.Where(s => s.Inside is not null).Select(s => s.Inside!).ToHashSet(StringComparer.Ordinal);
        var days = new SpanIndex(findings.Times.Where(IsDay).Select(t => t.Span));
        var values = findings.Times.Where(IsDay).DistinctBy(t => t.Span.Start).ToDictionary(t => t.Span.Start, t => t.Value);
        var figures = findings.Figures.Where(f => f.Statement is not null).ToLookup(f => f.Statement!, StringComparer.Ordinal);
        return [.. Alternatives.Of(article, findings).Select(Print)];

        StatementFingerprint Print(Statement statement)
        {
            var words = Words(article, statement);
            var told = vocabulary.Terms(words, names.IsName);
            return new(
                statement.Id,
                statement.Content,
                Terms(statement, words, told, vocabulary),
                Clauses(words, told, vocabulary),
                Sign(article, statement, words),
                Wording(statement, words),
                frames.Contains(statement.Id),
                OutletKeys.OfName(statement.Source.Name),
                statement.Content.SelectMany(days.Within).Select(d => values.GetValueOrDefault(d.Start)).FirstOrDefault(d => d is not null),
                [
                    .. figures[StatementPart.Of(statement.Id).Statement].Where(f => statement.Content.Any(c => c.Contains(f.Span))).Select(f => FigureFingerprinter.Of(article, f)),
                    .. FigureFingerprinter.Clocks(findings.Times, statement),
                    .. Agents.Of(article, statement, words, told),
                ]);
        }
    }

    /// <summary>1 where a statement says that its content is so, −1 where not, 0 where it does not say.</summary>
    public static int Sign(Article article, Statement statement) => Sign(article, statement, Words(article, statement));

    private static int Sign(Article article, Statement statement, List<ScannedWord> words) =>
        Sign(article, statement, words, Polarity.IsNegated(words, Vocabulary.Of(article.Header.Language)));

    /// <summary>The same, its words being turned into their contrary or not.</summary>
    public static int Sign(Article article, Statement statement, bool isTurned) => Sign(article, statement, Words(article, statement), isTurned);

    private static int Sign(Article article, Statement statement, List<ScannedWord> words, bool isTurned) =>
        IsWarnedAgainst(article, statement) ? 0 : Polarity.Sign(statement, words, isTurned, Vocabulary.Of(article.Header.Language));

    // Who warns against a thing does not say that it is so.
    private static bool IsWarnedAgainst(Article article, Statement statement)
    {
        const int before = 24;
        if (statement.Stance != Stance.Warns) return false;
        var start = statement.Content[0].Start;
        var words = WordScanner.Scan(article.Text, new(Math.Max(0, start - before), start));
        return Vocabulary.Of(article.Header.Language).Against.EndsIn(words);
    }

    /// <summary>Whether its content's words are turned into their contrary, whoever tells them.</summary>
    public static bool IsTurned(Article article, Statement statement) =>
        Polarity.IsNegated(Words(article, statement), Vocabulary.Of(article.Header.Language));

    // Who says «nobody has captured me», or denies having known, tells of himself by name.
    private static TermSet Terms(Statement statement, List<ScannedWord> words, List<(Term Term, int Index)> told, Vocabulary vocabulary)
    {
        var speaker = statement.Source is { Kind: SourceKind.Person or SourceKind.Organisation, Name: { } name } && vocabulary.FirstPerson.In(words).Any() ? vocabulary.NameTerms(name).Where(t => t.Kind is TermKind.Name or TermKind.State) : [];
        return new(told.Select(t => t.Term).Concat(speaker));
    }

    private static ImmutableArray<TermSet> Clauses(List<ScannedWord> words, List<(Term Term, int Index)> told, Vocabulary vocabulary)
    {
        List<int> starts = [.. vocabulary.Conjoined.In(words).Where(i => i > 0).Take(MostClauses)];
        if (starts.Count == 0) return [];
        return [.. starts.Prepend(0).Zip(starts.Append(words.Count), (start, end) => new TermSet(told.Where(t => t.Index >= start && t.Index < end).Select(t => t.Term)))];
    }

    private static ulong Wording(Statement statement, List<ScannedWord> words) =>
        statement.Manner == Manner.Indirect || words.Count < TellingWords ? 0 : words.Aggregate(1ul, (hash, word) => StableHash.Of(hash, StableHash.Of(word.Folded)));

    private static List<ScannedWord> Words(Article article, Statement statement) =>
        [.. statement.Content.SelectMany(c => WordScanner.Scan(article.Text, c))];

    private static bool IsDay(TimeExpression time) => time.Type == TimeType.Date && PartialDates.IsFull(time.Value);
}
