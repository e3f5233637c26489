using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe;

/// <summary>
/// What is put forward alike, by whomever, in any article and language: propositions of who does what to whom, when, where.
/// </summary>
/// <param name="Id">A hash of its propositions' ids.</param>
/// <param name="Text">The wording of its clearest proposition; never invented.</param>
/// <param name="Wording">Where the words of it stand that are the passage's own.</param>
/// <param name="Language">The wording's language.</param>
/// <param name="When">When what it tells happened, as <see cref="TimeExpression.Value"/>; <see langword="null"/> where unknown.</param>
/// <param name="Where">Where, or <see langword="null"/>.</param>
/// <param name="Positions">Who tells it and the side that each takes, by article and proposition.</param>
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
    public ImmutableArray<ClaimVoice> Voices { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>
    /// Claims that bear on the same point and can be true together with it: an update, a part, what its teller disowns or takes back.
    /// </summary>
    public ImmutableArray<Contradiction> Bearing { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Whether voices are heard on both of its sides, or a claim contradicts it.</summary>
    public bool IsContested => Independent is { For: > 0, Against: > 0 } || !Contradicts.IsEmpty;

    /// <summary>What of the wording was supplied from elsewhere in the article or changed in form.</summary>
    public ImmutableArray<Supplied> Supplied { get => field.IsDefault ? [] : field; init; } = [];
}

/// <summary>A telling's side on a claim.</summary>
/// <param name="Article">Where it is told.</param>
/// <param name="Statement">The id of the statement that tells it; <see langword="null"/> where the article does in its own voice.</param>
/// <param name="Proposition">The id of the proposition.</param>
/// <param name="Side">The side.</param>
public sealed record Position(ArticleId Article, string? Statement, string Proposition, Side Side)
{
    /// <summary>Its words.</summary>
    public ImmutableArray<TextSpan> Spans { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>How sure its teller presents it to be, as worded there.</summary>
    public Certainty Certainty { get; init; }

    /// <summary>Whether the article tells it only on the word of a public that it contradicts: then it adds no voice.</summary>
    public bool IsRefuted { get; init; }

    internal TellingKey Key => new(Article, Proposition);
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
    /// <summary>
    /// The rule that derives the values (<c>docs/ratings.md</c>): exports carry its name, and a rule that rates otherwise takes another.
    /// </summary>
    public const string Rule = "recoupe-4";
}

/// <summary>A sentence the user gives; its page lays out the claims that answer it.</summary>
/// <param name="Id">A hash of the sentence.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Claims">The ids of the claims that bear on it, the best first.</param>
public sealed record Question(string Id, string Text, ImmutableArray<string> Claims)
{
    /// <summary>What each of them answers, in the same order.</summary>
    public ImmutableArray<QuestionAnswer> Answers { get => field.IsDefault ? [] : field; init; } = [];
}

/// <summary>What a claim answers to a question.</summary>
public sealed record QuestionAnswer(string Claim, AnswerSide Side);

/// <summary>The answers.</summary>
public enum AnswerSide
{
    /// <summary>It is so.</summary>
    Yes,

    /// <summary>It is not so.</summary>
    No,

    /// <summary>It may be, or it is on a condition.</summary>
    Depends,

    /// <summary>Nobody who was asked says.</summary>
    Unknown,
}

/// <summary>A claim, its rating explained.</summary>
/// <param name="Claim">The claim; its rating has its reasons.</param>
/// <param name="Changes">What would change the rating, each a reason with the <c>value</c> it would then take; none where nothing near
/// would.</param>
/// <param name="Decisions">The decisions that bear on it.</param>
public sealed record Explanation(Claim Claim, ImmutableArray<Reason> Changes, ImmutableArray<StandingDecision> Decisions);
