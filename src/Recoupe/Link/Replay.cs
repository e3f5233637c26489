using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Link;

/// <summary>
/// Finds again the statements that decisions were made on, and says what the decisions come to. A decision whose text has changed, or
/// whose statement is no longer found, is put up for review and not followed; none is dropped.
/// </summary>
internal static class Replay
{
    /// <summary>What was decided and is followed, and each decision of the log, in its order, with the statements it was found to bear on.</summary>
    public static (Rulings Rulings, ImmutableArray<(Decision Decision, DecisionState State, ImmutableArray<StatementKey> On)> Log) Of(
        IReadOnlyList<Decision> log, IReadOnlyList<Filed> filed)
    {
        if (log.Count == 0) return (Rulings.None, []);
        var articles = filed.ToDictionary(f => f.Article.Id);
        var undone = Undone(log);
        var standing = log.Select(d => Stand(d, undone.Contains(d.Id), articles)).ToImmutableArray();
        return (standing.Index().Where(s => s.Item.State == DecisionState.Applied).Aggregate(Rulings.None, (rulings, s) => Follow(rulings, s.Item.Decision, s.Index, s.Item.On)), standing);
    }

    // From the last to the first, so that taking back what took something back brings it about again.
    private static HashSet<string> Undone(IReadOnlyList<Decision> log)
    {
        var undone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var decision in log.Reverse())
        {
            if (decision is { Act: DecisionAct.Undo, Value: { } earlier } && !undone.Contains(decision.Id)) undone.Add(earlier);
        }

        return undone;
    }

    private static (Decision Decision, DecisionState State, ImmutableArray<StatementKey> On) Stand(
        Decision decision, bool undone, Dictionary<ArticleId, Filed> articles)
    {
        var found = decision.Anchors.Select(a => Find(a, articles)).ToList();
        var state = undone ? DecisionState.Undone : found.Contains(null) ? DecisionState.Review : DecisionState.Applied;
        return (decision, state, [.. found.OfType<StatementKey>()]);
    }

    // A program that reads better may move a statement's ends a little: what overlaps by half is the same.
    private static StatementKey? Find(Anchor anchor, Dictionary<ArticleId, Filed> articles)
    {
        if (!articles.TryGetValue(anchor.Article, out var file) || !string.Equals(file.Article.Header.TextHash, anchor.TextHash, StringComparison.Ordinal)) return null;
        var best = Alternatives.Of(file.Article, file.Findings)
            .Select(s => (Statement: s, Span: Whole(s)))
            .Where(s => 2 * Shared(s.Span, anchor.Span) >= Math.Max(s.Span.Length, anchor.Span.Length))
            .MinBy(s => (Math.Abs(s.Span.Start - anchor.Span.Start) + Math.Abs(s.Span.End - anchor.Span.End), s.Statement.Id));
        return best.Statement is null ? null : new(anchor.Article, best.Statement.Id);
    }

    /// <summary>From the first word of what a statement tells to the last: what anchors cover.</summary>
    public static TextSpan Whole(Statement statement) => new(statement.Content[0].Start, statement.Content[^1].End);

    private static int Shared(TextSpan a, TextSpan b) => Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);

    private static Rulings Follow(Rulings rulings, Decision decision, int place, ImmutableArray<StatementKey> on)
    {
        if (on.IsEmpty) return rulings;
        var pairs = on.Skip(1).Select(other => Pair(on[0], other)).ToList();
        return decision.Act switch
        {
            DecisionAct.Merge => rulings with { Together = [.. rulings.Together.Except(pairs), .. pairs], Apart = [.. rulings.Apart.Except(pairs)] },
            DecisionAct.Split => rulings with { Together = [.. rulings.Together.Except(pairs)], Apart = [.. rulings.Apart.Union(pairs).Order()] },
            DecisionAct.Reword => rulings with { Wordings = rulings.Wordings.SetItem(on[0], (place, decision)) },
            DecisionAct.Rate => rulings with { Ratings = rulings.Ratings.SetItem(on[0], (place, decision)) },
            DecisionAct.Side when Enum.TryParse<Side>(decision.Value, ignoreCase: true, out var side) => rulings with { Sides = rulings.Sides.SetItem(on[0], side) },
            DecisionAct.Dismiss => rulings with { Dismissed = rulings.Dismissed.Union(on) },
            _ => rulings,
        };
    }

    private static (StatementKey A, StatementKey B) Pair(StatementKey a, StatementKey b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);
}
