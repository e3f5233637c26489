using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Tell;
using Recoupe.Tell.Pages;
using Recoupe.Tell.Pages.Markup;

namespace Recoupe.Desk.Pages;

/// <summary>The claims in one list, with what parts them in the address.</summary>
internal static class ClaimListPage
{
    private const int OnPage = 100, PeopleListed = 60;

    public static Html Body(DeskView view)
    {
        var words = view.Words;
        var filter = ClaimFilter.Of(view);
        var claims = filter.In(view);
        var lots = (claims.Length + OnPage - 1) / OnPage;
        var at = int.TryParse(view.Asked("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? Math.Clamp(page, 1, Math.Max(lots, 1)) : 1;
        return Html.Of($"""
            <h1>{words["claims"]}</h1>
            {Filters(view, filter)}
            <p class="meta" id="shown">
            {words.Count("desk.claims.shown", claims.Length)} {(filter.IsEmpty ? Html.None
                : Html.Of($"""<a href="/claims.html" data-f="a">{words["desk.filter.all"]}</a>"""))}</p>
            {HandOver(view)}
            {(claims.IsEmpty ? Html.Of($"""<p class="none">{words["desk.claims.none"]}</p>""")
                : ClaimPages.Rows(view.Shelf, claims.Skip((at - 1) * OnPage).Take(OnPage)))}
            {Pages(words, filter, lots, at)}
            """);
    }

    private static Html Pages(Locale words, ClaimFilter filter, int lots, int at) => lots < 2 ? Html.None : Html.Of($"""
        <nav class="pager" aria-label="{words["pages"]}"><ol>
        {Enumerable.Range(1, lots)
            .Select(n => Html.Of($"""<li><a href="/claims.html?{filter.Query}&page={n}"{Current(n == at)}>{n}</a></li>"""))}</ol>
        </nav>
        """);

    private static Html Current(bool isIt) => isIt ? Html.Of($""" aria-current="page" """) : Html.None;

    private static Html Filters(DeskView view, ClaimFilter filter)
    {
        var words = view.Words;
        var yesterday = view.Options.Clock.GetLocalNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Html.Of($"""
            <details class="menu filters" data-menu="f"{(filter.IsEmpty ? Html.None : Html.Of($" open"))}><summary>
            {words["desk.filter"]} <kbd class="key">f</kbd></summary>
            <form action="/claims.html" class="fields">
            <p class="quick">{Toggle(filter with { Contested = filter.Contested.Length > 0 ? "" : "1" }, "c",
                words["desk.filter.contested"], filter.Contested.Length > 0)}
            {Toggle(filter with { Unseen = filter.Unseen.Length > 0 ? "" : "1" }, "n", words["desk.filter.unseen"],
                filter.Unseen.Length > 0)}
            {Toggle(filter with { Since = filter.Since.Length > 0 ? "" : yesterday }, "y", words["desk.filter.yesterday"],
                filter.Since.Length > 0)}</p>
            <label>{words["desk.filter.who"]} <kbd class="key">p</kbd> {Select("who", filter.Who, People(view, filter))}</label>
            <label>{words["desk.filter.outlet"]} <kbd class="key">o</kbd> {Select("outlet", filter.Outlet, Outlets(view))}</label>
            <label>{words["desk.filter.lang"]} <kbd class="key">l</kbd> {Select("lang", filter.Language, Languages(view))}</label>
            <label>{words["desk.filter.rating"]} <kbd class="key">1–6</kbd> {Select("rating", filter.Rating, Ratings(words))}</label>
            <label>{words["desk.filter.side"]} <kbd class="key">+ - 0</kbd> {Select("side", filter.Side, Sides(words))}</label>
            {Kept("contested", filter.Contested)}{Kept("unseen", filter.Unseen)}
            <label>{words["desk.filter.since"]} <input type="date" name="since" value="{filter.Since}"></label>
            <button>{words["desk.filter.do"]}</button>
            </form><p class="meta">{words["desk.filter.keys"]}</p></details>
            """);
    }

    private static Html Kept(string name, string value) => value.Length == 0 ? Html.None
        : Html.Of($"""<input type="hidden" name="{name}" value="{value}">""");

    private static Html Toggle(ClaimFilter to, string key, string word, bool isOn) => Html.Of(
        $"""<a class="act toggle" href="/claims.html?{to.Query}" data-f="{key}" {(isOn ? Html.Of($"""aria-current="true" """) : Html.None)}>{word} <kbd class="key">{key}</kbd></a>""");

    private static Html Select(string name, string chosen, IEnumerable<(string Value, string Text)> options) => Html.Of(
        $"""<select name="{name}"><option value="">–</option>{options.Select(o => Html.Of($"""<option value="{o.Value}"{(string.Equals(o.Value, chosen, StringComparison.Ordinal) ? Html.Of($" selected") : Html.None)}>{o.Text}</option>"""))}</select>""");

    // Who says most comes first; whoever is asked for is there too.
    private static IEnumerable<(string Value, string Text)> People(DeskView view, ClaimFilter filter) => view.Ledger.Entities
        .Select(e => (Entity: e, Said: view.Shelf.SaidBy(e).Count)).Where(e => e.Said > 0)
        .OrderByDescending(e => string.Equals(e.Entity.Id, filter.Who, StringComparison.Ordinal)).ThenByDescending(e => e.Said)
            .Take(PeopleListed)
        .Select(e => (e.Entity.Id, e.Entity.Name));

    private static ImmutableArray<(string Value, string Text)> Outlets(DeskView view) =>
        [.. view.Ledger.Articles.Select(a => a.Site).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(s => (s, s))];

    private static ImmutableArray<(string Value, string Text)> Languages(DeskView view) =>
        [.. view.Ledger.Claims.Select(c => c.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(l => (l, view.Words.LanguageName(l)))];

    private static IEnumerable<(string Value, string Text)> Ratings(Locale words) =>
        Enumerable.Range(1, 6).Select(n => n.ToString(CultureInfo.InvariantCulture)).Select(n => (n, $"{n} {words["rating." + n]}"));

    private static IEnumerable<(string Value, string Text)> Sides(Locale words) => Enum.GetValues<Side>().Select(EnumNames.Of)
        .Select(s => (s, words["side." + s]));

    // What is chosen is merged, or handed over in the forms that the export has.
    private static Html HandOver(DeskView view)
    {
        var words = view.Words;
        var merge = !view.Caller.MayChange ? Html.None
            : Html.Of($"""<button name="act" value="merge" formaction="/decide" formmethod="post" data-key="m">{words["desk.merge"]} <kbd class="key">m</kbd></button>""");
        return Html.Of($"""
            <form id="chosen" action="/hand-over" class="chosen">{merge}
            <details class="menu" data-menu="E"><summary>{words["desk.hand"]} <kbd class="key">E</kbd></summary>
            <p><button name="format" value="text" data-key="1">{words["desk.hand.text"]} <kbd class="key">1</kbd></button>
            <button name="format" value="json" data-key="2">JSON <kbd class="key">2</kbd></button>
            <button name="format" value="csv" data-key="3">CSV <kbd class="key">3</kbd></button></p><p class="meta">
            {words["desk.hand.note"]}</p></details></form>
            """);
    }
}
