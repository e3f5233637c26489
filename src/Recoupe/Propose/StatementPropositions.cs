using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Language;

namespace Recoupe.Propose;

/// <summary>What one statement puts forward.</summary>
internal static class StatementPropositions
{
    /// <summary>In text order; none where no clause can be read alone.</summary>
    public static ImmutableArray<Proposition> Of(Prose prose, Statement statement)
    {
        var found = ImmutableArray.CreateBuilder<Proposition>();
        foreach (var span in statement.Content)
        {
            foreach (var stretch in prose.Stretches(span))
                found.AddRange(Clauses.Of(prose, stretch).Select(clause => Worded(prose, statement, clause)).OfType<Proposition>());
        }

        return found.ToImmutable();
    }

    private static Proposition? Worded(Prose prose, Statement statement, Clause clause)
    {
        if (Opening(prose, statement, clause) is not { } wording) return null;
        wording.Own(prose.Trees.Span(clause.Words.First, clause.Words.Last));
        var (text, supplied) = wording.Read();
        return Balance.Holds(text) ? Made(prose, statement, clause, wording.Spans(), text, supplied) : null;
    }

    // The subject, where it has to be supplied; null where it cannot be.
    private static Wording? Opening(Prose prose, Statement statement, Clause clause)
    {
        var wording = new Wording(prose.Text);
        if (clause.Subject >= 0) return prose.Words.Has("pronouns", prose.Trees[clause.Subject].Form) ? null : wording;
        if (clause.Leader is not { Subject: >= 0 } leader || prose.Words.Has("pronouns", prose.Trees[leader.Subject].Form)) return null;
        var subject = prose.Trees.Span(Math.Max(leader.Words.First, prose.Trees.First(leader.Subject)), Math.Min(prose.Trees.Last(leader.Subject), leader.Words.Last));
        return wording.Give(subject.In(prose.Text).ToString(), subject);
    }

    private static Proposition Made(Prose prose, Statement statement, Clause clause, ImmutableArray<TextSpan> spans, string text, ImmutableArray<Supplied> supplied) => new(
        ContentHash.Id(statement.Id, text, string.Join(';', spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}-{s.End}")))),
        text,
        spans,
        supplied,
        Arguments.PredicateOf(prose, clause),
        Arguments.Of(prose, clause),
        Sides.Of(statement.Certainty, statement.Stance),
        statement.Certainty,
        null,
        PropositionKind.Fact,
        prose.Findings.Times.FirstOrDefault(t => spans.Any(s => s.Contains(t.Span)))?.Value,
        prose.Findings.Mentions.FirstOrDefault(m => m.Type == NameType.Place && spans.Any(s => s.Contains(m.Span)))?.Name)
    {
        Figures = [.. prose.Findings.Figures.Where(f => spans.Any(s => s.Contains(f.Span))).Select(f => f.Span)],
    };
}
