using System.Collections.Immutable;

namespace Recoupe;

/// <summary>What was found in one article, each in text order. A pure function of the article's bytes and the stage versions.</summary>
public sealed record Findings(
    ImmutableArray<Mention> Mentions,
    ImmutableArray<TimeExpression> Times,
    ImmutableArray<Figure> Figures,
    ImmutableArray<Statement> Statements)
{
    /// <summary>Nothing was found, as in a text that is neither French nor English.</summary>
    public static Findings None { get; } = new([], [], [], []);
}
