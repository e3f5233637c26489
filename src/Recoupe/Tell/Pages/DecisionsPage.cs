using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Tell.Pages;

/// <summary>What the analyst decided, the latest first; what waits for review stands in front.</summary>
internal static class DecisionsPage
{
    public const string Name = "decisions.html";

    public static Html Body(DossierModel shelf)
    {
        var (words, decisions) = (shelf.Words, shelf.Ledger.Decisions.Reverse().ToList());
        var waiting = decisions.Where(d => d.State == DecisionState.Review).ToList();
        return Html.Of($"""
            <h1>{words["decisions"]}</h1>
            <p class="lead">{words["decisions.lead"]}</p>
            {(waiting.Count == 0 ? Html.None : Html.Of($"""<section><h2>{words["decisions.review"]}</h2><p class="note">{words["decisions.review.lead"]}</p>{waiting.Select(d => Entry(shelf, d))}</section>"""))}
            {decisions.Except(waiting).Select(d => Entry(shelf, d))}
            """);
    }

    /// <summary>The decisions that a claim follows, in a line each.</summary>
    public static Html On(DossierModel shelf, Claim claim) => Html.Of(
        $"""{shelf.Ledger.Decisions.Where(d => d.State == DecisionState.Applied && d.Claims.Contains(claim.Id, StringComparer.Ordinal)).Select(d => Html.Of($"""<p class="meta decided"><a href="{Name}#d-{d.Decision.Id}">{Head(shelf.Words, d.Decision)}</a></p>"""))}""");

    /// <summary>The decisions that an entity follows, in a line each.</summary>
    public static Html On(DossierModel shelf, Entity entity) => Html.Of(
        $"""{shelf.Ledger.Decisions.Where(d => d.State == DecisionState.Applied && d.Entities.Contains(entity.Id, StringComparer.Ordinal)).Select(d => Html.Of($"""<p class="meta decided"><a href="{Name}#d-{d.Decision.Id}">{Head(shelf.Words, d.Decision)}</a></p>"""))}""");

    private static Html Entry(DossierModel shelf, StandingDecision standing)
    {
        var (words, decision) = (shelf.Words, standing.Decision);
        return Html.Of($"""
            <article class="claim" id="d-{decision.Id}">
            <h3>{Head(words, decision)} <span class="label">{words.Of(standing.State)}</span></h3>
            {(standing.BlockedBy is { } other ? Html.Of($"""<p class="meta"><a href="#d-{other}">{words.Say("decision.blocked-by", ("id", other))}</a></p>""") : Html.None)}
            {Value(shelf, decision)}
            {(decision.Note is { } note ? Html.Of($"<p><bdi>{note}</bdi></p>") : Html.None)}
            <ul>{decision.Anchors.Select(a => Html.Of($"<li>{Passage(shelf, a)}</li>"))}</ul>
            {standing.Entities.Select(shelf.Entity).OfType<Entity>().Select(e => Html.Of($"""<p class="meta">{words["decision.on"]} <a href="{shelf.PageOf(e)}"><bdi>{e.Name}</bdi></a></p>"""))}
            {standing.Claims.Select(shelf.Claim).OfType<Claim>().Select(c => Html.Of($"""<p class="meta">{words["decision.on"]} {HtmlParts.Link(shelf, c)}</p>"""))}{shelf.Hooks.Decision(standing)}
            </article>

            """);
    }

    private static Html Value(DossierModel shelf, Decision decision) => decision switch
    {
        { Act: DecisionAct.Mask } or { Value: null } => Html.None,
        { Act: DecisionAct.Bears or DecisionAct.BearsNot } when shelf.Question(decision.Value) is { } question =>
            Html.Of($"""<p>→ <a href="{HtmlParts.Page(question)}"><bdi>{question.Text}</bdi></a></p>"""),
        _ => Html.Of($"<p><bdi>→ {decision.Value}</bdi></p>"),
    };

    private static Html Head(Locale words, Decision decision) =>
        Html.Of($"""<bdi>{decision.By}</bdi> {words.Of(decision.Act)} · {words.Told(Decision.Time(decision.At))}""");

    private static Html Passage(DossierModel shelf, Anchor anchor)
    {
        var text = Html.Of($"<q><bdi>{HtmlParts.Short(shelf, anchor.Quotation)}</bdi></q>");
        return shelf.Header(anchor.Article) is { } article
            ? Html.Of($"""{text} <span class="meta">{HtmlParts.Cite(shelf, article)}</span>""")
            : text;
    }
}
