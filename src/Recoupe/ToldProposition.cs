using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe;

/// <summary>A proposition as it is told: by a statement or by the article itself. Claims gather these.</summary>
/// <param name="Statement">The statement; <see langword="null"/> where the article tells it in its own voice.</param>
/// <param name="Proposition">What is told.</param>
internal sealed record ToldProposition(Statement? Statement, Proposition Proposition)
{
    private static readonly Source Article = new(null, null, SourceKind.Article);

    public string Id => Proposition.Id;

    public bool IsOwn => Statement is null;

    public ImmutableArray<TextSpan> Spans => Proposition.Spans;

    public Source Source => Statement?.Source ?? Article;

    /// <summary>Which of the explanations that its source lays out it belongs to, from 1; 0 where it lays out none.</summary>
    public int Alternative { get; init; }

    /// <summary>Its teller's side on the same without negation: 1 for, −1 against, 0 where it takes none.</summary>
    public int Sign => SideSign * Orientation;

    /// <summary>The same, a word that only denies another (<c>closed</c>) taken as it stands.</summary>
    public int SignAsWorded => SideSign * (IsTurned ? -1 : 1);

    /// <summary>Whether its own words negate what they say.</summary>
    public bool IsTurned { get; init; } = Proposition.Predicate.Negated;

    /// <summary>Whether its predicate says of a thing just what another denies: <c>was closed</c> is <c>was not open</c>.</summary>
    public bool IsComplement { get; init; }

    /// <summary>−1 where it says that a thing is not so, by a negation or by such a predicate, but not by both; else 1.</summary>
    public int Orientation => IsTurned != IsComplement ? -1 : 1;

    /// <summary>Whether it says only that its teller does not know.</summary>
    public bool IsUnknown { get; init; }

    private int SideSign => IsUnknown ? 0 : Proposition.Side switch { Side.For => 1, Side.Against => -1, _ => 0 };

    /// <summary>All that an article and its sources put forward, in the order of statements, the article's own last.</summary>
    public static IEnumerable<ToldProposition> In(Findings findings) =>
        findings.Statements.SelectMany(s => s.Propositions.Select(p => new ToldProposition(s, p)))
            .Concat(findings.Own.Select(p => new ToldProposition(null, p)));
}
