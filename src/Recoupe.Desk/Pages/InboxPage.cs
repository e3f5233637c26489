using System.Collections.Immutable;
using Recoupe.Desk.Ledgers;
using Recoupe.Tell.Pages;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Desk.Pages;

/// <summary>The first screen: what waits for a look, what is most worth one in front.</summary>
internal static class InboxPage
{
    private const int Shown = 12, SuggestionsShown = 30;

    public static Html Body(DeskView view)
    {
        if (view.Ledger.Articles.IsEmpty) return AddPage.Empty(view);
        var words = view.Words;
        var disputes = view.Ledger.Disputes.Where(d => IsFresh(view, d)).ToImmutableArray();
        var known = disputes.SelectMany(d => d.Claims).ToHashSet(StringComparer.Ordinal);
        var claims = view.Shelf.Claims.Where(c => !known.Contains(c.Id) && view.Seen.Of(c) != Novelty.Same).ToImmutableArray();
        var suggestions = Open(view);
        var review = view.Ledger.Decisions.Where(d => d.State == DecisionState.Review).ToImmutableArray();
        var isEmpty = disputes.IsEmpty && claims.IsEmpty && suggestions.IsEmpty && review.IsEmpty;
        return Html.Of($"""
            <h1>{words["desk.inbox"]}</h1>
            <p class="lead">{(isEmpty ? words["desk.inbox.none"] : words["desk.inbox.lead"])}</p>
            {Review(view, review)}
            {Disputes(view, disputes)}
            {Suggestions(view, suggestions)}
            {Claims(view, claims)}
            """);
    }

    private static bool IsFresh(DeskView view, Dispute dispute) =>
        dispute.Claims.Select(view.Shelf.Claim).OfType<Claim>().Any(c => view.Seen.Of(c) != Novelty.Same);

    // What was put off comes last; what was decided is no suggestion any more.
    private static ImmutableArray<Suggestion> Open(DeskView view) =>
    [
        .. view.Ledger.Suggestions.Where(s => view.Shelf.Entity(s.First) is not null && view.Shelf.Entity(s.Second) is not null)
            .OrderBy(s => view.Seen.IsPutOff(KeyOf(s))).ThenByDescending(s => s.Score),
    ];

    private static string KeyOf(Suggestion suggestion) => $"{suggestion.First} {suggestion.Second}";

    private static Html Review(DeskView view, ImmutableArray<StandingDecision> waiting) => waiting.IsEmpty ? Html.None : Html.Of($"""
        <section><h2>{view.Words["decisions.review"]}</h2><p class="meta">{view.Words["decisions.review.lead"]}</p>
        <p><a href="/decisions.html">{view.Words["decisions"]} ({view.Words.Number(waiting.Length)})</a></p></section>
        """);

    private static Html Disputes(DeskView view, ImmutableArray<Dispute> disputes) => disputes.IsEmpty ? Html.None : Html.Of($"""
        <section><h2>{view.Words["disputes"]} <span class="meta">{view.Words.Number(disputes.Length)}</span></h2>
        {DisputePages.Rows(view.Shelf, disputes.Take(Shown))}
        {More(view, "/disputes.html", disputes.Length)}</section>
        """);

    private static Html Claims(DeskView view, ImmutableArray<Claim> claims) => claims.IsEmpty ? Html.None : Html.Of($"""
        <section><h2>{view.Words["claims"]} <span class="meta">{view.Words.Number(claims.Length)}</span></h2>
        {Novelties.Rows(view, claims.Take(Shown))}
        {More(view, "/new.html", claims.Length)}</section>
        """);

    private static Html More(DeskView view, string page, int count) =>
        count <= Shown ? Html.None : Html.Of($"""<p><a href="{page}">{view.Words.Count("overview.more", count - Shown)}</a></p>""");

    private static Html Suggestions(DeskView view, ImmutableArray<Suggestion> open) => open.IsEmpty ? Html.None : Html.Of($"""
        <section><h2>{view.Words["desk.suggestions"]} <span class="meta">{view.Words.Number(open.Length)}</span></h2><p class="meta">
        {view.Words["desk.suggestions.lead"]}</p>
        <ul class="rows suggestions">{open.Take(SuggestionsShown).Select(s => Row(view, s))}</ul></section>
        """);

    private static Html Row(DeskView view, Suggestion suggestion)
    {
        var (shelf, words) = (view.Shelf, view.Words);
        var (first, second) = (shelf.Entity(suggestion.First)!, shelf.Entity(suggestion.Second)!);
        var acts = !view.Caller.MayChange ? Html.None : Html.Of($"""
            <form method="post" action="/decide" class="acts"><input type="hidden" name="id" value="{first.Id}">
            <input type="hidden" name="id" value="{second.Id}">
            <button name="act" value="same-entity" data-key="o">{words["desk.same"]} <kbd class="key">o</kbd></button>
            <button name="act" value="different-entity" data-key="n">{words["desk.different"]} <kbd class="key">n</kbd></button>
            <button formaction="/later" name="what" value="{KeyOf(suggestion)}" data-key="l">{words["desk.later"]} <kbd class="key">l</kbd>
            </button></form>
            """);
        return Html.Of($"""
            <li><div><p><a href="{shelf.PageOf(first)}"><bdi>{first.Name}</bdi></a> · <a href="{shelf.PageOf(second)}"><bdi>
            {second.Name}</bdi></a></p>
            <p class="meta">{HtmlParts.Reason(shelf, suggestion.Reasons[0])}</p>{acts}</div></li>

            """);
    }
}
