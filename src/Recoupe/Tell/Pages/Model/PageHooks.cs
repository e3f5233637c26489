using Recoupe.Tell.Pages.Markup;

namespace Recoupe.Tell.Pages.Model;

/// <summary>What a desk puts beside what pages show, and how it parts them; a dossier puts nothing.</summary>
internal sealed record PageHooks
{
    /// <summary>A dossier's.</summary>
    public static PageHooks None { get; } = new();

    /// <summary>Whether every claim and every name has a page to itself: where pages are made when they are asked for.</summary>
    public bool PageEach { get; init; }

    /// <summary>What stands under a telling; the claim it is shown of, or none.</summary>
    public Func<StatementView, Claim?, Html> Telling { get; init; } = (_, _) => Html.None;

    /// <summary>What stands under a claim that answers a question.</summary>
    public Func<Question, Claim, Html> Answer { get; init; } = (_, _) => Html.None;

    /// <summary>What stands under a claim in a list.</summary>
    public Func<Claim, Html> Row { get; init; } = _ => Html.None;

    /// <summary>What stands under an entity.</summary>
    public Func<Entity, Html> Entity { get; init; } = _ => Html.None;

    /// <summary>What stands under a decision.</summary>
    public Func<StandingDecision, Html> Decision { get; init; } = _ => Html.None;
}
