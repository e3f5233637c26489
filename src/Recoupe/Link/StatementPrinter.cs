using System.Collections.Immutable;

namespace Recoupe.Link;

/// <summary>Makes statements ready for comparison.</summary>
internal static class StatementPrinter
{
    // Fewer quoted words in common can be chance.
    private const int TellingWords = 6;

    // Every clause of one statement is compared with every clause of another.
    private const int MostClauses = 6;

    public static ImmutableArray<StatementPrint> Of(Article article, Findings findings)
    {
        var names = new NameTest(article.Text, findings.Mentions.Select(m => m.Span));
        var frames = findings.Statements.Where(s => s.Inside is not null).Select(s => s.Inside!).ToHashSet(StringComparer.Ordinal);
        var days = new SpanIndex(findings.Times.Where(IsDay).Select(t => t.Span));
        var values = findings.Times.Where(IsDay).DistinctBy(t => t.Span.Start).ToDictionary(t => t.Span.Start, t => t.Value);
        var figures = findings.Figures.Where(f => f.Statement is not null).ToLookup(f => f.Statement!, StringComparer.Ordinal);
        return [.. Alternatives.Of(article, findings).Select(s => new StatementPrint(
            s.Id,
            s.Content,
            Terms(article, s, names),
            [.. Clauses(article, s, names)],
            Sign(article, s),
            Wording(article, s),
            frames.Contains(s.Id),
            OutletKeys.OfName(s.Source.Name),
            s.Content.SelectMany(days.Within).Select(d => values.GetValueOrDefault(d.Start)).FirstOrDefault(d => d is not null),
            [.. figures[StatementPart.Of(s.Id).Statement].Where(f => s.Content.Any(c => c.Contains(f.Span))).Select(f => FigurePrinter.Of(article, f)), .. FigurePrinter.Clocks(findings.Times, s), .. Doers.Of(article, s, Words(article, s), names)]))];
    }

    /// <summary>1 where a statement says that its content is so, −1 where not, 0 where it does not say.</summary>
    public static int Sign(Article article, Statement statement) =>
        IsWarnedAgainst(article, statement) ? 0 : Polarity.Sign(statement, Words(article, statement), Vocabulary.Of(article.Header.Language));

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
    private static TermSet Terms(Article article, Statement statement, NameTest names)
    {
        var words = Words(article, statement);
        var vocabulary = Vocabulary.Of(article.Header.Language);
        var speaker = statement.Source is { Kind: SourceKind.Person or SourceKind.Organisation, Name: { } name } && vocabulary.FirstPerson.In(words).Any() ? vocabulary.NameTerms(name) : [];
        return new(vocabulary.Terms(words, i => names.IsName(words[i])).Select(t => t.Term).Concat(speaker));
    }

    private static IEnumerable<TermSet> Clauses(Article article, Statement statement, NameTest names)
    {
        var words = Words(article, statement);
        var vocabulary = Vocabulary.Of(article.Header.Language);
        List<int> starts = [.. vocabulary.Conjoined.In(words).Where(i => i > 0).Take(MostClauses)];
        if (starts.Count == 0) yield break;
        var terms = vocabulary.Terms(words, i => names.IsName(words[i])).ToList();
        foreach (var (start, end) in starts.Prepend(0).Zip(starts.Append(words.Count)))
            yield return new(terms.Where(t => t.Index >= start && t.Index < end).Select(t => t.Term));
    }

    private static ulong Wording(Article article, Statement statement)
    {
        if (statement.Manner == Manner.Indirect) return 0;
        var words = Words(article, statement);
        return words.Count < TellingWords ? 0 : words.Aggregate(1ul, (hash, word) => StableHash.Of(hash, StableHash.Of(word.Folded)));
    }

    private static List<ScannedWord> Words(Article article, Statement statement) =>
        [.. statement.Content.SelectMany(c => WordScanner.Scan(article.Text, c))];

    private static bool IsDay(TimeExpression time) => time.Type == TimeType.Date && Days.IsFull(time.Value);
}
