using System.Collections.Immutable;

namespace Recoupe.Link.Decisions;

/// <summary>Says of each decision what became of it: followed, taken back, waiting for review, or in whose way which other stands.</summary>
internal sealed class DecisionStatus
{
    private readonly ImmutableArray<Replayed> _log;
    private readonly Func<TellingKey, string?> _claimOf;
    private readonly IReadOnlyDictionary<string, string> _entityOf;
    private readonly HashSet<string> _questions;

    private DecisionStatus(
        ImmutableArray<Replayed> log,
        Func<TellingKey, string?> claimOf,
        ImmutableArray<Question> questions,
        IReadOnlyDictionary<string, string> entityOf)
    {
        (_log, _entityOf, _claimOf) = (log, entityOf, claimOf);
        _questions = questions.Select(q => q.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The log, in its order.</summary>
    /// <param name="log">What was decided, found again.</param>
    /// <param name="claimOf">The claim that a statement stands in, where it does.</param>
    /// <param name="questions">What is asked.</param>
    /// <param name="entityOf">The entity of each wording of a name.</param>
    public static ImmutableArray<StandingDecision> Of(
        ImmutableArray<Replayed> log,
        Func<TellingKey, string?> claimOf,
        ImmutableArray<Question> questions,
        IReadOnlyDictionary<string, string> entityOf)
    {
        if (log.IsEmpty) return [];
        var standing = new DecisionStatus(log, claimOf, questions, entityOf);
        return [.. log.Select((_, at) => standing.At(at))];
    }

    private StandingDecision At(int at)
    {
        var replayed = _log[at];
        var state = replayed.State == DecisionState.Applied && IsOfNoQuestion(replayed.Decision) ? DecisionState.Review : replayed.State;
        var (isBlocked, by) = state == DecisionState.Applied ? Blocked(at) : (false, null);
        if (isBlocked) state = DecisionState.Blocked;
        return new(replayed.Decision, state, InOrder(replayed.On.Select(_claimOf)))
        {
            Entities = InOrder(replayed.Names.Select(n => _entityOf.GetValueOrDefault(n))),
            BlockedBy = by?.Decision.Id,
        };
    }

    private bool IsOfNoQuestion(Decision decision) =>
        decision.Act is DecisionAct.Bears or DecisionAct.BearsNot && !_questions.Contains(decision.Value ?? "");

    private static ImmutableArray<string> InOrder(IEnumerable<string?> ids) => [.. ids.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private (bool Is, Replayed? By) Blocked(int at)
    {
        var (act, on, names) = (_log[at].Decision.Act, _log[at].On, _log[at].Names);
        var gone = on.Where(s => _claimOf(s) is null).ToList();
        return act switch
        {
            DecisionAct.SameEntity => (names.Select(n => _entityOf[n]).Distinct(StringComparer.Ordinal).Count() > 1, OfNames(at, DecisionAct.DifferentEntity)),
            DecisionAct.DifferentEntity => (names.Skip(1).Any(n => string.Equals(_entityOf[n], _entityOf[names[0]], StringComparison.Ordinal)), OfNames(at, DecisionAct.SameEntity)),
            DecisionAct.Dismiss or DecisionAct.Mask or DecisionAct.Undo => (false, null),
            _ when gone.Count > 0 => (true, Last((d, _) => d.Decision.Act == DecisionAct.Dismiss && d.On.Any(gone.Contains))),
            DecisionAct.Merge => (on.Select(_claimOf).Distinct(StringComparer.Ordinal).Count() > 1, OfStatements(at, DecisionAct.Split)),
            DecisionAct.Split => (IsUnsplit(_log[at].Named), OfStatements(at, DecisionAct.Merge)),
            DecisionAct.Bears or DecisionAct.BearsNot => OnQuestion(),
            DecisionAct.Side => Later(Last((d, _) => d.Decision.Act == act && d.On[0] == on[0])),
            _ => Later(Last((d, _) => d.Decision.Act == act && IsTogether(d.On[0], on[0]))),
        };

        (bool, Replayed?) OnQuestion()
        {
            var last = Last((d, _) => d.Decision.Act is DecisionAct.Bears or DecisionAct.BearsNot
                && string.Equals(d.Decision.Value, _log[at].Decision.Value, StringComparison.Ordinal) && IsTogether(d.On[0], on[0]));
            return last is null || last.Decision.Act == act ? (false, null) : (true, last);
        }

        // What says the same again stands in nobody's way.
        (bool, Replayed?) Later(Replayed? last) =>
            last is null || string.Equals(last.Decision.Value, _log[at].Decision.Value, StringComparison.Ordinal) ? (false, null) : (true, last);
    }

    private bool IsUnsplit(ImmutableArray<NamedStatement> named)
    {
        var leaving = named.Where(n => n.Item > 0).Select(n => n.Key).ToHashSet();
        var staying = named.Where(n => n.Item == 0 && !leaving.Contains(n.Key))
            .Select(n => _claimOf(n.Key)).ToHashSet(StringComparer.Ordinal);
        return leaving.Any(key => staying.Contains(_claimOf(key)));
    }

    // The last contrary decision on the same statements or names, or else on some of the claims or entities that they are in.
    private Replayed? OfStatements(int at, DecisionAct act) =>
        Last((d, _) => d.Decision.Act == act && d.On.Intersect(_log[at].On).Take(2).Count() == 2) ??
        Last((d, _) => d.Decision.Act == act && d.On.Any(s => _log[at].On.Any(o => IsTogether(s, o))));

    private Replayed? OfNames(int at, DecisionAct act) =>
        Last((d, _) => d.Decision.Act == act && d.Names.Intersect(_log[at].Names, StringComparer.Ordinal).Take(2).Count() == 2) ??
        Last((d, _) => d.Decision.Act == act && d.Names.Any(n => _log[at].Names.Any(o => string.Equals(_entityOf[n], _entityOf[o], StringComparison.Ordinal))));

    private bool IsTogether(TellingKey a, TellingKey b) =>
        _claimOf(a) is { } one && string.Equals(one, _claimOf(b), StringComparison.Ordinal);

    private Replayed? Last(Func<Replayed, int, bool> holds) => _log.Where((d, at) => d.State == DecisionState.Applied && holds(d, at)).LastOrDefault();
}
