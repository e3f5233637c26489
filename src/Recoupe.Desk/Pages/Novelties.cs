using System.Collections.Immutable;
using Recoupe.Desk.Ledgers;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Desk.Pages;

/// <summary>What is new since the reader last looked, and what moved and why.</summary>
internal static class Novelties
{
    private const int Shown = 200;

    public static int Count(DeskView view) => view.Ledger.Claims.Count(c => view.Seen.Of(c) != Novelty.Same);

    public static Html Body(DeskView view)
    {
        var words = view.Words;
        var moved = Of(view, Novelty.Moved);
        var fresh = Of(view, Novelty.New);
        return Html.Of($"""
            <h1>{words["desk.new"]}</h1>
            <p class="lead">{(moved.IsEmpty && fresh.IsEmpty ? words["desk.new.none"] : words["desk.new.lead"])}</p>
            {(moved.IsEmpty && fresh.IsEmpty ? Html.None
                : Html.Of($"""<form method="post" action="/looked"><button>{words["desk.new.all"]}</button></form>"""))}
            {Section(view, "desk.moved", moved)}
            {Section(view, "desk.fresh", fresh)}
            """);
    }

    /// <summary>Claims in a list, each with what moved.</summary>
    public static Html Rows(DeskView view, IEnumerable<Claim> claims) => Html.Of($"""
        <ul class="rows">
        {claims.Select(claim => Html.Of($"""
            <li>{HtmlParts.Rating(view.Words, claim, worded: false)}<div><p>{HtmlParts.Link(view.Shelf, claim)}</p><p class="meta">
            {HtmlParts.Voices(view.Words, claim)} · {view.Words.Count("tellings", claim.Positions.Length)}</p>
            {Why(view, claim)}{Acts.OnRow(view.Shelf, claim)}</div></li>

            """))}</ul>
        """);

    private static ImmutableArray<Claim> Of(DeskView view, Novelty novelty) =>
        [.. view.Shelf.Claims.Where(c => view.Seen.Of(c) == novelty)];

    private static Html Section(DeskView view, string title, ImmutableArray<Claim> claims) => claims.IsEmpty ? Html.None : Html.Of($"""
        <section><h2>{view.Words[title]} <span class="meta">{view.Words.Number(claims.Length)}</span></h2>
        {Rows(view, claims.Take(Shown))}</section>
        """);

    // In the numbers that it was looked at with, and those that it has now.
    private static Html Why(DeskView view, Claim claim)
    {
        if (view.Seen.Before(claim) is not { } before || view.Seen.Of(claim) == Novelty.Same) return Html.None;
        (string Key, int Was, int Is)[] all =
        [
            ("desk.moved.rating", before.Rating, claim.Credibility.Value),
            ("desk.moved.for", before.For, claim.Independent.For),
            ("desk.moved.against", before.Against, claim.Independent.Against),
            ("desk.moved.told", before.Tellings, claim.Positions.Length),
        ];
        var moved = all.Where(m => m.Was != m.Is)
            .Select(m => Html.Text(view.Words.Say(m.Key, ("was", view.Words.Number(m.Was)), ("is", view.Words.Number(m.Is)))));
        return Html.Of($"""<p class="meta moved">{Html.Joined(" · ", moved)}</p>""");
    }
}
