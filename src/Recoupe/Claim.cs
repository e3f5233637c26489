using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe;

/// <summary>Statements, from any articles and languages, of one proposition.</summary>
/// <param name="Id">A hash of its statements' ids.</param>
/// <param name="Text">The wording of its clearest statement; never invented.</param>
/// <param name="Wording">Where that wording stands.</param>
/// <param name="Language">The wording's language.</param>
/// <param name="When">When what it tells happened, as <see cref="TimeExpression.Value"/>; <see langword="null"/> where unknown.</param>
/// <param name="Where">Where, or <see langword="null"/>.</param>
/// <param name="Positions">Its statements and the side each takes, by article and place.</param>
/// <param name="Independent">Distinct ultimate voices on each side.</param>
/// <param name="Contradicts">Claims that cannot be true together with it, with why.</param>
/// <param name="Credibility">Its rating.</param>
/// <param name="First">The earliest day it was told, or <see langword="null"/>.</param>
/// <param name="Last">The latest day it was told, or <see langword="null"/>.</param>
public sealed record Claim(
    string Id,
    string Text,
    ImmutableArray<Passage> Wording,
    string Language,
    string? When,
    string? Where,
    ImmutableArray<Position> Positions,
    VoiceCount Independent,
    ImmutableArray<Contradiction> Contradicts,
    Credibility Credibility,
    string? First,
    string? Last)
{
    /// <summary>The voices on its two sides, those for it first, each side in ordinal order of their names.</summary>
    public ImmutableArray<ClaimVoice> Voices { get; init; } = [];
}

/// <summary>A statement's side on a claim.</summary>
public sealed record Position(ArticleId Article, string Statement, Side Side)
{
    /// <summary>Which of the explanations that the statement lays out the claim is of, from 1; 0 for whatever else it tells.</summary>
    public int Alternative { get; init; }

    /// <summary>What of the statement the claim is of; empty where it is all.</summary>
    public ImmutableArray<TextSpan> Part { get; init; } = [];

    internal StatementKey Key => new(Article, StatementPart.Id(Statement, Alternative));

    /// <summary>How sure its source presents that part to be; <see langword="null"/> where as the whole.</summary>
    public Certainty? Certainty { get; init; }

    /// <summary>The statement, told of this part alone.</summary>
    internal Statement Of(Statement whole) =>
        Part.IsEmpty ? whole : whole with { Id = Key.Statement, Content = Part, Certainty = Certainty ?? whole.Certainty };
}

/// <summary>The sides.</summary>
public enum Side
{
    /// <summary>It says so.</summary>
    For,

    /// <summary>It says that it is not so.</summary>
    Against,

    /// <summary>Neither: no information, no comment, a question.</summary>
    Uncommitted,
}

/// <summary>Distinct ultimate voices on each side of a claim, each counted at most once.</summary>
public readonly record struct VoiceCount(int For, int Against);

/// <summary>Another claim that cannot be true together with this one.</summary>
public sealed record Contradiction(string Claim, ImmutableArray<Reason> Reasons);

/// <summary>Information credibility on NATO's scale (STANAG 2511, AJP-2.1), with the reasons for it.</summary>
/// <param name="Value">1 confirmed by other independent voices … 5 improbable, 6 cannot be judged.</param>
/// <param name="Reasons">At least one.</param>
public sealed record Credibility(int Value, ImmutableArray<Reason> Reasons)
{
    /// <summary>The rule that derives the values (<c>docs/ratings.md</c>): exports carry its name, and a rule that rates otherwise takes another.</summary>
    public const string Rule = "recoupe-4";
}

/// <summary>A sentence the user gives; its page lays out the claims that answer it.</summary>
public sealed record Question(string Id, string Text, ImmutableArray<string> Claims);

/// <summary>A claim, its rating explained.</summary>
/// <param name="Claim">The claim; its rating has its reasons.</param>
/// <param name="Changes">What would change the rating, each a reason with the <c>value</c> it would then take; none where nothing near would.</param>
/// <param name="Decisions">The decisions that bear on it.</param>
public sealed record Explanation(Claim Claim, ImmutableArray<Reason> Changes, ImmutableArray<StandingDecision> Decisions);
