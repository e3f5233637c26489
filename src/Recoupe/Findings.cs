using System.Collections.Immutable;

namespace Recoupe;

/// <summary>What was found in one article, each in text order. A pure function of the article's bytes and the stage versions.</summary>
public sealed record Findings(
    ImmutableArray<Mention> Mentions,
    ImmutableArray<TimeExpression> Times,
    ImmutableArray<Figure> Figures,
    ImmutableArray<Statement> Statements)
{
    /// <summary>
    /// What the article puts forward in its own voice, in text order: what its headline and lead say, and its flat sentences.
    /// </summary>
    public ImmutableArray<Proposition> Own { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Nothing was found, as in a text that is neither French nor English.</summary>
    public static Findings None { get; } = new([], [], [], []);
}
