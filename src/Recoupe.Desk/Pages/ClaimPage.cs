using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Tell;
using Recoupe.Tell.Pages;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Desk.Pages;

/// <summary>A claim: the list that it stands in, both its sides, and a passage of it in its article.</summary>
internal static class ClaimPage
{
    private const int Before = 6, After = 12, NearShown = 9;

    public static Html Body(DeskView view, Claim claim)
    {
        var shelf = view.Shelf;
        return Html.Of($"""
            <div class="desk-claim">
            {Neighbours(view, claim)}
            <div class="about">
            {ClaimPages.Head(shelf, claim)}
            {Copies(view, claim)}
            {(!view.Caller.MayChange ? Html.None : Decisions(view, claim))}
            {Passage(view, claim)}
            {ClaimPages.Body(shelf, claim)}
            </div></div>
            """);
    }

    // The list that the reader came from, around the claim.
    private static Html Neighbours(DeskView view, Claim claim)
    {
        var filter = ClaimFilter.Of(view);
        var claims = filter.In(view);
        var at = Math.Max(0, claims.IndexOf(claim));
        var first = Math.Max(0, at - Before);
        var query = filter.Query.Length == 0 ? "" : "?" + filter.Query;
        var shown = claims.Skip(first).Take(Before + After + 1).Select((c, i) => Neighbour(c, first + i - at, query));
        return Html.Of($"""
            <aside class="beside-list" aria-label="{view.Words["claims"]}"><p class="meta"><a href="/claims.html{query}">
            {view.Words.Count("desk.claims.shown", claims.Length)}</a> <kbd class="key">J</kbd> <kbd class="key">K</kbd></p><ol>{shown}</ol>
            </aside>
            """);
    }

    private static Html Neighbour(Claim claim, int from, string query)
    {
        var key = from switch { 1 => Html.Of($" data-key=\"J\""), -1 => Html.Of($" data-key=\"K\""), 0 =>
            Html.Of($" aria-current=\"page\""), _ => Html.None };
        return Html.Of($"""<li><a href="/claim-{claim.Id}.html{query}" lang="{claim.Language}"{key}><bdi>{HtmlParts.Short(claim.Text, 90)}</bdi></a></li>""");
    }

    private static Html Copies(DeskView view, Claim claim)
    {
        var words = view.Words;
        var first = view.Shelf.On(claim, Side.For).Concat(view.Shelf.On(claim, Side.Against))
            .Concat(view.Shelf.On(claim, Side.Uncommitted)).FirstOrDefault();
        var whole = Citation.Of(view.Shelf, claim);
        return Html.Of($"""
            <details class="menu copies" data-cite="{(first is null ? claim.Text : Citation.Of(words, first))}" data-cite-all="{whole}">
            <summary>{words["desk.cite"]} <kbd class="key">c</kbd> <kbd class="key">C</kbd></summary>
            <label>{words["desk.cite.all"]} <textarea readonly rows="8">{whole}</textarea></label></details>
            """);
    }

    private static Html Decisions(DeskView view, Claim claim)
    {
        var words = view.Words;
        return Html.Of($"""
            <div class="deciding">
            <details class="menu" data-menu="r"><summary>{words["desk.rate"]} <kbd class="key">r</kbd></summary>
            <form method="post" action="/decide" class="fields"><input type="hidden" name="id" value="{claim.Id}">
            <input type="hidden" name="act" value="rate">
            <fieldset><legend>{words["desk.rate.value"]}</legend>{Enumerable.Range(1, 6).Select(n => Rating(words, n))}</fieldset>
            <label>{words["desk.note.needed"]} <input name="note" required maxlength="500" autocomplete="off"></label> <button>
            {words["desk.rate"]}</button></form></details>
            <details class="menu" data-menu="e"><summary>{words["desk.reword"]} <kbd class="key">e</kbd></summary>
            <form method="post" action="/decide" class="fields"><input type="hidden" name="id" value="{claim.Id}">
            <input type="hidden" name="act" value="reword">
            <label>{words["desk.reword.to"]} <input name="value" required maxlength="500" value="{claim.Text}" lang="{claim.Language}" autocomplete="off">
            </label> <button>{words["desk.reword"]}</button></form></details>
            <details class="menu" data-menu="m"><summary>{words["desk.merge.with"]} <kbd class="key">m</kbd></summary>
            <form method="post" action="/decide"><input type="hidden" name="act" value="merge">
            <input type="hidden" name="id" value="{claim.Id}">
            <ol class="near">{Near(view, claim).Select(Other)}</ol></form></details>
            <form method="post" action="/decide" id="{Acts.SplitForm}"><input type="hidden" name="act" value="split">
            <input type="hidden" name="id" value="{claim.Id}"><button>{words["desk.split"]} <kbd class="key">v</kbd>
            <kbd class="key">⏎</kbd></button></form>
            <form method="post" action="/decide"><input type="hidden" name="id" value="{claim.Id}"><button name="act" value="dismiss">
            {words["desk.dismiss.claim"]}</button></form>
            </div>
            """);
    }

    private static Html Rating(Locale words, int n) => Html.Of(
        $"""<label><input type="radio" name="value" value="{n}" required data-digit="{n}"> <b class="r{n}">{n}</b> {words["rating." + n.ToString(CultureInfo.InvariantCulture)]}</label>""");

    // Those of its disputes first, then those that share most of its words.
    private static ImmutableArray<Claim> Near(DeskView view, Claim claim)
    {
        var disputed = view.Ledger.Disputes.Where(d => d.Claims.Contains(claim.Id, StringComparer.Ordinal)).SelectMany(d => d.Claims);
        return [.. disputed.Concat(view.Snapshot.Index.Near(claim, NearShown)).Distinct(StringComparer.Ordinal)
            .Select(view.Shelf.Claim).OfType<Claim>().Where(c => c != claim).Take(NearShown)];
    }

    private static Html Other(Claim claim, int at) => Html.Of(
        $"""<li><button name="id" value="{claim.Id}" data-digit="{at + 1}" lang="{claim.Language}"><kbd class="key">{at + 1}</kbd> <bdi>{HtmlParts.Short(claim.Text, 160)}</bdi></button></li>""");

    private static Html Passage(DeskView view, Claim claim)
    {
        var asked = view.Asked("p");
        var told = Enum.GetValues<Side>().SelectMany(side => view.Shelf.On(claim, side))
            .FirstOrDefault(t => string.Equals(t.Statement.Id, asked, StringComparison.Ordinal));
        return told is null ? Html.None : PassagePanel.Of(view, told);
    }
}
