using System.Collections.Immutable;

namespace Recoupe;

/// <summary>What an analyst's decisions come to, statement by statement; where two bear on one thing the later holds.</summary>
internal sealed record Rulings
{
    /// <summary>No decision at all.</summary>
    public static Rulings None { get; } = new();

    /// <summary>What is done to claims, in the order decided.</summary>
    public ImmutableArray<ClaimStep> Steps { get; init; } = [];

    /// <summary>Statements that a merge puts into one claim, pair by pair.</summary>
    public IEnumerable<(TellingKey A, TellingKey B)> Together =>
        from step in Steps where step.IsMerge from other in step.On.Skip(1) select (step.On[0].Key, other.Key);

    /// <summary>Statements that take part in no claim.</summary>
    public ImmutableHashSet<TellingKey> Dismissed { get; init; } = [];

    /// <summary>The side that a statement takes.</summary>
    public ImmutableDictionary<TellingKey, Side> Sides { get; init; } = ImmutableDictionary<TellingKey, Side>.Empty;

    /// <summary>The decision that words the claim of a statement, with its place in the log.</summary>
    public ImmutableDictionary<TellingKey, (int Place, Decision Decision)> Wordings { get; init; } = ImmutableDictionary<TellingKey, (int Place, Decision Decision)>.Empty;

    /// <summary>The decision that rates the claim of a statement, with its place in the log.</summary>
    public ImmutableDictionary<TellingKey, (int Place, Decision Decision)> Ratings { get; init; } = ImmutableDictionary<TellingKey, (int Place, Decision Decision)>.Empty;

    /// <summary>Whether the claim of a statement bears on a question, with the decision's place in the log.</summary>
    public ImmutableDictionary<(string Question, TellingKey Told), (int Place, bool Bears)> Bearings { get; init; } =
        ImmutableDictionary<(string Question, TellingKey Told), (int Place, bool Bears)>.Empty;

    /// <summary>Wordings of names that are of one referent, pair by pair, in the order decided.</summary>
    public ImmutableArray<(string A, string B)> SameEntity { get; init; } = [];

    /// <summary>Wordings of names that are not, pair by pair, in ordinal order.</summary>
    public ImmutableArray<(string A, string B)> DifferentEntity { get; init; } = [];

    /// <summary>Hashes of the names that are shown nowhere.</summary>
    public ImmutableHashSet<string> Masked { get; init; } = [];

    /// <summary>Whether two take names for the same and mask the same.</summary>
    public bool AreOfSameNames(Rulings other) =>
        Masked.SetEquals(other.Masked)
        && SameEntity.SequenceEqual(other.SameEntity)
        && DifferentEntity.SequenceEqual(other.DifferentEntity);

    /// <summary>The statements of the steps that stand in one of two and not, or in another order, in the other.</summary>
    public IEnumerable<TellingKey> OtherSteps(Rulings other)
    {
        var (steps, others) = (Steps, other.Steps);
        var (start, end) = (0, 0);
        while (start < Math.Min(steps.Length, others.Length) && steps[start].Equals(others[start])) start++;
        while (start + end < Math.Min(steps.Length, others.Length) && steps[^(end + 1)].Equals(others[^(end + 1)])) end++;
        return steps[start..^end].Concat(others[start..^end]).SelectMany(s => s.On).Select(n => n.Key);
    }

    /// <summary>The statements to which one gives a wording or a side that the other does not.</summary>
    public IEnumerable<TellingKey> OtherWords(Rulings other) =>
        Others(Sides, other.Sides, s => s).Concat(Others(Wordings, other.Wordings, Said));

    /// <summary>The statements to which one gives a rating that the other does not.</summary>
    public IEnumerable<TellingKey> OtherRatings(Rulings other) => Others(Ratings, other.Ratings, Said);

    /// <summary>Whether a claim bears on a question, as decided last; <see langword="null"/> where nothing was.</summary>
    public bool? Bears(string question, Claim claim) => Bearings.IsEmpty
        ? null
        : claim.Positions.Where(p => Bearings.ContainsKey((question, p.Key))).Select(p => Bearings[(question, p.Key)])
            .OrderByDescending(b => b.Place).Select(b => (bool?)b.Bears).FirstOrDefault();

    // A log that is read again makes other objects of the same decisions.
    private static (int, string, string, string?, string?) Said((int Place, Decision Decision) made) =>
        (made.Place, made.Decision.Id, made.Decision.By, made.Decision.Value, made.Decision.Note);

    private static IEnumerable<TellingKey> Others<T, TSaid>(
        ImmutableDictionary<TellingKey, T> one, ImmutableDictionary<TellingKey, T> other, Func<T, TSaid> said) =>
        one.Keys.Union(other.Keys).Where(key => !one.TryGetValue(key, out var a)
            || !other.TryGetValue(key, out var b)
            || !EqualityComparer<TSaid>.Default.Equals(said(a), said(b)));

    /// <summary>The last made of the decisions on any of the statements; <see langword="null"/> where there is none.</summary>
    public static Decision? Last(
        ImmutableDictionary<TellingKey, (int Place, Decision Decision)> decisions, IEnumerable<TellingKey> statements) =>
        decisions.IsEmpty
            ? null
            : statements.Where(decisions.ContainsKey).Select(s => decisions[s]).OrderByDescending(d => d.Place).FirstOrDefault().Decision;
}

/// <summary>A merge or a split of claims.</summary>
/// <param name="IsMerge">Whether what is named is to be one claim; else what is named later is not to be in the claim of what is named
/// first.</param>
/// <param name="On">The statements named, in the order named; at least one.</param>
internal sealed record ClaimStep(bool IsMerge, ImmutableArray<NamedStatement> On)
{
    public bool Equals(ClaimStep? other) => other is not null && IsMerge == other.IsMerge && On.SequenceEqual(other.On);

    public override int GetHashCode() => HashCode.Combine(IsMerge, On.Length);
}

/// <summary>A statement that a decision names.</summary>
/// <param name="Key">The statement.</param>
/// <param name="Item">Which of the things named it is of, from 0.</param>
/// <param name="IsOfClaim">Whether its claim was named, with all that is in it.</param>
internal readonly record struct NamedStatement(TellingKey Key, int Item, bool IsOfClaim);
