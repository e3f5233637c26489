using Recoupe.Language;

namespace Recoupe;

/// <summary>Something in a ledger that does not hold.</summary>
/// <param name="Code">A searchable code (<c>VERIFY-1</c>); listed in <c>docs/refusals.md</c>.</param>
/// <param name="Where">The article, claim or file it was seen in.</param>
/// <param name="Message">What does not hold.</param>
public sealed record Fault(string Code, string Where, string Message);

/// <summary>Checks that what a ledger says still points to what its pages say.</summary>
internal static class Verification
{
    /// <summary>The code of what is not as it was written.</summary>
    public const string Hurt = "VERIFY-6";

    /// <summary>Where a fault is that is no article's alone.</summary>
    public const string File = "ledger";

    /// <summary>A fault of the order that SQLite keeps.</summary>
    public static Fault OfFile(string said) => new(Hurt, File, $"the file is damaged: {said}");

    /// <summary>A row that cannot be read, or is not what was written.</summary>
    public static Fault OfRow(ArticleId? article, string said) => new(Hurt, article?.Value ?? File, said);

    /// <summary>That what is kept of the derived ledger does not follow from the rows.</summary>
    public static Fault OfDerived() => new(
        "VERIFY-9",
        File,
        "what is kept of claims and ratings is not what follows from the articles: it is derived anew with the next article or decision");

    /// <summary>That what ties two articles, or an article to itself, is not what their texts give.</summary>
    public static Fault OfTie((ArticleId One, ArticleId Other) pair) => new(
        "VERIFY-8",
        pair.One.Value,
        pair.One == pair.Other ? "its ties to itself are not those that its text gives" : $"its ties to {pair.Other} are not those that the two texts give");

    /// <summary>The faults of questions that are not those that were asked.</summary>
    public static IEnumerable<Fault> OfQuestions(IEnumerable<(string Id, string Text)> questions) =>
        questions.Where(q => !string.Equals(ContentHash.Id("question", q.Text), q.Id, StringComparison.Ordinal))
            .Select(q => new Fault(Hurt, File, $"the question {q.Id} is not the one that was asked"));

    /// <summary>
    /// The faults of decisions that are not those that were made. One whose words were erased since cannot be held against its id.
    /// </summary>
    public static IEnumerable<Fault> Of(IEnumerable<Decision> decisions) =>
        decisions.Where(d => !IsReworded(d) && !d.IsAsMade())
            .Select(d => new Fault("VERIFY-7", d.Id, "the decision is not the one that was made: its words or its place were changed in the log"));

    private static bool IsReworded(Decision decision) =>
        decision.Anchors.Any(a => a.Quotation.Length == 0) || decision.Anchors.SelectMany(a => new[] { a.Quotation, a.Before, a.After })
            .Append(decision.Value ?? "").Append(decision.Note ?? "").Any(text => text.Contains(MaskedLetter));

    // Stands for each letter of a name that was taken out of the log.
    private const char MaskedLetter = '\u2588';

    /// <summary>The faults of one article: its page's hash, where the page was kept, its text's hash, its spans.</summary>
    public static IEnumerable<Fault> Of(Page? page, FiledArticle filed)
    {
        var (article, findings) = filed;
        if (page is not null && page.Id != article.Id)
            yield return new Fault("VERIFY-1", article.Id.Value, "the page's bytes or URL are not those that gave the article its id");
        if (!string.Equals(ContentHash.OfText(article.Text), article.Header.TextHash, StringComparison.Ordinal))
            yield return new Fault("VERIFY-2", article.Id.Value, "the text is not the one its spans were pinned to");
        foreach (var (what, span) in Spans(article, findings))
        {
            if (!IsWithin(span, article.Text.Length))
                yield return new Fault("VERIFY-3", article.Id.Value, $"a {what} points outside the text ({span.Start} to {span.End})");
        }
    }

    /// <summary>The faults of blocks that are not where they are said to stand on their page.</summary>
    public static IEnumerable<Fault> Of(ArticleId article, IEnumerable<Block> misplaced) =>
        misplaced.Select(b => new Fault("VERIFY-5", article.Value, $"a block is not on the page where it is said to be ({b.OnPage?.Start} to {b.OnPage?.End})"));

    /// <summary>The faults of what is derived: every passage must lie in an article of the ledger.</summary>
    public static IEnumerable<Fault> Of(Ledger ledger, Func<ArticleId, int?> textLength) =>
        from place in Passages(ledger)
        let length = textLength(place.Passage.Article)
        where length is not { } known || !IsWithin(place.Passage.Span, known)
        select new Fault("VERIFY-4", place.Where, $"a passage points outside the ledger's texts ({place.Passage.Article}, {place.Passage.Span.Start} to {place.Passage.Span.End})");

    private static bool IsWithin(TextSpan span, int length) => span.Start >= 0 && span.Start < span.End && span.End <= length;

    private static IEnumerable<(string What, TextSpan Span)> Spans(Article article, Findings findings) =>
        article.Blocks.Select(b => ("block", b.Span))
            .Concat(article.Header.Published?.Span is { } day ? [("date", day)] : [])
            .Concat(findings.Mentions.Select(m => ("mention", m.Span)))
            .Concat(findings.Times.Select(t => ("time", t.Span)))
            .Concat(findings.Figures.Select(f => ("figure", f.Span)))
            .Concat(findings.Statements.SelectMany(Spans))
            .Concat(findings.Own.SelectMany(Spans));

    private static IEnumerable<(string What, TextSpan Span)> Spans(Statement statement)
    {
        foreach (var part in statement.Content)
            yield return ("content", part);
        if (statement.Source.Span is { } source)
            yield return ("source", source);
        if (statement.Cue is { } cue)
            yield return ("cue", cue);
        foreach (var place in statement.Propositions.SelectMany(Spans))
            yield return place;
    }

    private static IEnumerable<(string What, TextSpan Span)> Spans(Proposition proposition) =>
        proposition.Spans.Select(s => ("proposition", s))
            .Concat(proposition.Supplied.Where(s => s.From is not null).Select(s => ("supplied word", s.From!.Value)))
            .Concat(proposition.Arguments.Where(a => a.Span is not null).Select(a => ("argument", a.Span!.Value)))
            .Concat(proposition.Predicate.Span is { } predicate ? [("predicate", predicate)] : []);

    private static IEnumerable<(string Where, Passage Passage)> Passages(Ledger ledger)
    {
        var reasons = ledger.Lineage.SelectMany(l => l.Reasons.Select(r => (Where: $"{l.From} → {l.To}", Reason: r)))
            .Concat(ledger.Absent.SelectMany(a => a.Reasons.Select(r => (Where: a.Id, Reason: r))))
            .Concat(ledger.Suggestions.SelectMany(s => s.Reasons.Select(r => (Where: $"{s.First} ~ {s.Second}", Reason: r))))
            .Concat(ledger.Claims.SelectMany(c =>
                c.Credibility.Reasons.Concat(c.Contradicts.SelectMany(x => x.Reasons)).Concat(c.Voices.SelectMany(v => v.Folded.Select(f => f.Why))).Select(r => (Where: c.Id, Reason: r))));
        return reasons.SelectMany(r => r.Reason.Passages.Select(p => (r.Where, p)))
            .Concat(ledger.Claims.SelectMany(c => c.Wording.Select(p => (c.Id, p))))
            .Concat(ledger.Counts.SelectMany(c => c.Passages.Select(p => (c.Id, p))))
            .Concat(ledger.Entities.SelectMany(e => e.Mentions.Concat(e.Roles.SelectMany(r => r.Passages)).Select(p => (e.Id, p))));
    }
}
