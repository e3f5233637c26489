using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Link.Entities;

namespace Recoupe.Link.Decisions;

/// <summary>
/// Finds again the statements that decisions were made on, and says what the decisions come to. A decision whose text has changed, or
/// whose statement is no longer found, is put up for review and not followed; none is dropped.
/// </summary>
internal static class DecisionReplay
{
    /// <summary>What was decided and is followed, and each decision of the log, in its order, with the statements it was found to bear on.</summary>
    public static (Rulings Rulings, ImmutableArray<Replayed> Log) Of(IReadOnlyList<Decision> log, Func<ArticleId, FiledArticle?> articles)
    {
        if (log.Count == 0) return (Rulings.None, []);
        var undone = Undone(log);
        var standing = log.Select(d => Stand(d, undone.Contains(d.Id), articles)).ToImmutableArray();
        return (standing.Index().Where(s => s.Item.State == DecisionState.Applied).Aggregate(Rulings.None, (rulings, s) => Follow(rulings, s.Item, s.Index)), standing);
    }

    /// <summary>The names that are masked, which no article need be read for.</summary>
    public static Rulings Masked(IReadOnlyList<Decision> log)
    {
        if (!log.Any(d => d.Act == DecisionAct.Mask)) return Rulings.None;
        var undone = Undone(log);
        return log.Where(d => d.Act == DecisionAct.Mask && !undone.Contains(d.Id)).Aggregate(Rulings.None, Mask);
    }

    private static Rulings Mask(Rulings rulings, Decision decision) =>
        rulings with { Masked = rulings.Masked.Union((decision.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)) };

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

    private static Replayed Stand(Decision decision, bool undone, Func<ArticleId, FiledArticle?> articles)
    {
        var isOfNames = decision.Act is DecisionAct.SameEntity or DecisionAct.DifferentEntity;
        var found = isOfNames ? [] : decision.Anchors.Select(a => Find(a, articles)).ToList();
        var names = isOfNames ? decision.Anchors.Select(a => Name(a, articles)).ToList() : [];
        var state = undone ? DecisionState.Undone : found.Contains(null) || names.Contains(null, StringComparer.Ordinal) ? DecisionState.Review : DecisionState.Applied;
        return new(decision, state, [.. found.OfType<TellingKey>()], [.. names.OfType<string>()])
        {
            Named = [.. found.Zip(decision.Anchors, (key, anchor) => (key, anchor)).Where(f => f.key is not null).Select(f => new NamedStatement(f.key!.Value, f.anchor.Item, f.anchor.IsOfClaim))],
        };
    }

    private static string? Name(Anchor anchor, Func<ArticleId, FiledArticle?> articles) =>
        Anchored(anchor, articles)?.Findings.Mentions.Where(m => 2 * Shared(m.Span, anchor.Span) >= Math.Max(m.Span.Length, anchor.Span.Length))
            .MinBy(m => (Math.Abs(m.Span.Start - anchor.Span.Start) + Math.Abs(m.Span.End - anchor.Span.End), m.Span)) is { } mention ? EntityForms.IdOf(mention) : null;

    private static FiledArticle? Anchored(Anchor anchor, Func<ArticleId, FiledArticle?> articles) =>
        articles(anchor.Article) is { } file && IsOfText(file, anchor.TextHash) ? file : null;

    private static bool IsOfText(FiledArticle file, string hash) =>
        string.Equals(file.Article.Header.TextHash, hash, StringComparison.Ordinal);

    // A program that reads better may move a proposition's ends a little: what overlaps by half is the same.
    private static TellingKey? Find(Anchor anchor, Func<ArticleId, FiledArticle?> articles)
    {
        if (Anchored(anchor, articles) is not { } file) return null;
        var best = ToldProposition.In(file.Findings)
            .Select(t => (Told: t, Span: Whole(t)))
            .Where(t => 2 * Shared(t.Span, anchor.Span) >= Math.Max(t.Span.Length, anchor.Span.Length))
            .MinBy(t => (Math.Abs(t.Span.Start - anchor.Span.Start) + Math.Abs(t.Span.End - anchor.Span.End), !string.Equals(t.Told.Id, anchor.Statement, StringComparison.Ordinal), t.Told.Id));
        return best.Told is null ? null : new(anchor.Article, best.Told.Id);
    }

    /// <summary>From the first word of what is told to the last: what anchors cover.</summary>
    public static TextSpan Whole(ToldProposition told) => told.Spans.Whole();

    private static int Shared(TextSpan a, TextSpan b) => Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);

    private static Rulings Follow(Rulings rulings, Replayed replayed, int place)
    {
        var (decision, on) = (replayed.Decision, replayed.On);
        if (decision.Act == DecisionAct.Mask) return Mask(rulings, decision);
        if (!replayed.Names.IsEmpty) return FollowNames(rulings, decision.Act, [.. replayed.Names.Skip(1).Select(other => Pair(replayed.Names[0], other)).Distinct()]);
        if (on.IsEmpty) return rulings;
        return decision.Act switch
        {
            DecisionAct.Merge or DecisionAct.Split => rulings with { Steps = rulings.Steps.Add(new(decision.Act == DecisionAct.Merge, replayed.Named)) },
            DecisionAct.Reword => rulings with { Wordings = rulings.Wordings.SetItem(on[0], (place, decision)) },
            DecisionAct.Rate => rulings with { Ratings = rulings.Ratings.SetItem(on[0], (place, decision)) },
            DecisionAct.Side when Enum.TryParse<Side>(decision.Value, ignoreCase: true, out var side) => rulings with { Sides = rulings.Sides.SetItem(on[0], side) },
            DecisionAct.Bears or DecisionAct.BearsNot when decision.Value is { } question =>
                rulings with { Bearings = rulings.Bearings.SetItem((question, on[0]), (place, decision.Act == DecisionAct.Bears)) },
            DecisionAct.Dismiss => rulings with { Dismissed = rulings.Dismissed.Union(on) },
            _ => rulings,
        };
    }

    private static Rulings FollowNames(Rulings rulings, DecisionAct act, ImmutableArray<(string A, string B)> pairs) => act == DecisionAct.SameEntity
        ? rulings with { SameEntity = [.. rulings.SameEntity.Except(pairs), .. pairs], DifferentEntity = [.. rulings.DifferentEntity.Except(pairs)] }
        : rulings with { SameEntity = [.. rulings.SameEntity.Except(pairs)], DifferentEntity = [.. rulings.DifferentEntity.Union(pairs).OrderBy(p => p.A, StringComparer.Ordinal).ThenBy(p => p.B, StringComparer.Ordinal)] };

    private static (string A, string B) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
}

/// <summary>A decision of the log with what it was found to bear on.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="State">Applied, to be reviewed or undone; whether another stands in its way shows only in the claims.</param>
/// <param name="On">The statements.</param>
/// <param name="Names">The wordings of names.</param>
internal sealed record Replayed(Decision Decision, DecisionState State, ImmutableArray<TellingKey> On, ImmutableArray<string> Names)
{
    /// <summary>The statements with what was named.</summary>
    public ImmutableArray<NamedStatement> Named { get; init; } = [];
}
