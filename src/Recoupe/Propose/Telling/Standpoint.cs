using Recoupe.Propose.Referents;

namespace Recoupe.Propose.Telling;

/// <summary>Who puts a passage forward, and how.</summary>
/// <param name="Who">Whoever tells; <see langword="null"/> for the article and for those whom nobody names.</param>
/// <param name="Group">The institution that tells, or the one behind whoever does.</param>
/// <param name="Statement">The telling; <see langword="null"/> for the article's own voice.</param>
/// <param name="Side">The side that it takes.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Evidence">What it says of the evidence.</param>
/// <param name="From">The first word of the whole passage.</param>
internal sealed record Standpoint(
    Antecedent? Who, Antecedent? Group, Statement? Statement, Side Side, Certainty Certainty, Evidence? Evidence, int From)
{
    /// <summary>Whoever says <c>je</c> in it.</summary>
    public Antecedent? Me { get; init; }

    /// <summary>Those for whom <c>nous</c> is said in it.</summary>
    public Antecedent? Us { get; init; }

    /// <summary>Tellings that were stripped off, outermost first.</summary>
    public IReadOnlyList<string> Through { get; init; } = [];

    /// <summary>Where the article's own voice puts it forward.</summary>
    public OwnPlace? Place { get; init; }

    /// <summary>Whether what is said in the conditional is hearsay and no condition.</summary>
    public bool Hearsay { get; init; }

    /// <summary>Whether how sure it is was read from the passage as a whole and not from a frame.</summary>
    public bool Whole { get; init; } = true;

    /// <summary>Whether a frame told how sure it is.</summary>
    public bool IsFramed { get; init; }

    /// <summary>What an opening word says of the clause after it.</summary>
    public Verdict Says { get; init; }

    public Stance Stance => Statement?.Stance ?? Stance.Asserts;
}

/// <summary>What an opening word says of the clause after it.</summary>
internal enum Verdict
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No: the clause says what is so.</summary>
    No,

    /// <summary>False: the clause, where it is not negated, says what is not so.</summary>
    False,
}
