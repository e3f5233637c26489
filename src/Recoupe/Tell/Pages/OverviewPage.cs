using System.Collections.Immutable;
using Recoupe.Tell.Pages.Charts;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Tell.Pages;

/// <summary>The first page: what was read, what was found, what to look at first.</summary>
internal static class OverviewPage
{
    private const int LanesShown = 8; // the first page is one screen and a half
    private const int ClaimsShown = 8; // the first page is one screen and a half

    public static Html Body(DossierModel shelf)
    {
        var words = shelf.Words;
        var contested = shelf.Claims.Count(c => c.IsContested);
        ImmutableArray<Claim> shared = [.. shelf.Claims.Where(c => !c.IsContested && c.Independent.For + c.Independent.Against > 1)];
        return Html.Of($"""
            <p class="kicker">{words["dossier"]}</p>
            <h1>{words.Count("overview.title", shelf.Ledger.Articles.Length)}</h1>
            <p class="lead">{Lead(shelf)}</p>
            {Tally(shelf, contested)}
            {Disputes(shelf)}
            {Questions(shelf)}
            {Timeline(shelf)}
            {Section(shelf, "overview.shared", "overview.shared.lead", shared)}
            {Ratings(shelf)}
            {Chronicle(shelf)}
            <section class="fair"><h2>{words["overview.fair"]}</h2><p>{words["fair.rates"]} {words["fair.said"]}</p><p>{words["fair.voices"]}</p><p>{words["fair.doubt"]}</p></section>
            """);
    }

    private static Html Lead(DossierModel shelf)
    {
        var (words, articles) = (shelf.Words, shelf.Ledger.Articles);
        var days = articles.Select(a => a.BelievedDay()).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var sites = articles.Select(a => a.Site).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var undated = articles.Length - days.Count;
        var languages = articles.Select(a => a.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(words.LanguageName);
        Html[] said =
        [
            days.Count > 0 ? Html.Text(words.Told(days[0], days[^1])) : Html.None,
            undated > 0 ? Html.Text(words.Count("overview.undated", undated)) : Html.None,
            sites > 0 ? Html.Text(words.Count("overview.sites", sites)) : Html.None,
            Html.Text(string.Join(", ", languages)),
        ];
        return Html.Joined(" · ", said.Where(part => !part.IsEmpty));
    }

    private static Html Tally(DossierModel shelf, int contested)
    {
        var ledger = shelf.Ledger;
        return Html.Of($"""
            <dl class="tally">
            {Number(shelf, "articles.html", "tally.articles", ledger.Articles.Length)}{Number(shelf, "families.html", "tally.families", ledger.Families.Length)}{Number(shelf, "articles.html", "tally.statements", ledger.Articles.Sum(a => shelf.TellingsOf(a.Id).Length))}{Number(shelf, "claims.html", "tally.claims", ledger.Claims.Length)}{Number(shelf, "claims.html", "tally.contested", contested)}{Number(shelf, "names.html", "tally.entities", ledger.Entities.Length)}{Number(shelf, "figures.html", "tally.figures", shelf.Figures.Count)}
            </dl>
            """);
    }

    private static Html Number(DossierModel shelf, string page, string key, int count) =>
        Html.Of($"""<div><dt>{shelf.Words.Count(key, count)}</dt><dd><a href="{page}">{shelf.Words.Number(count)}</a></dd></div>""");

    private static Html Questions(DossierModel shelf) => shelf.Ledger.Questions.IsEmpty ? Html.None : Html.Of($"""
        <section><h2>{shelf.Words["questions"]}</h2>
        <ul class="questions">{shelf.Ledger.Questions.Select(q => Html.Of($"""<li><a href="{HtmlParts.Page(q)}"><bdi>{q.Text}</bdi></a> <span class="meta">{shelf.Words.Count("questions.claims", q.Claims.Length)}</span></li>"""))}</ul></section>
        """);

    private static Html Disputes(DossierModel shelf)
    {
        var (words, disputes) = (shelf.Words, shelf.Ledger.Disputes);
        if (disputes.IsEmpty)
            return Html.Of($"""<section><h2>{words["disputes"]}</h2><p class="meta">{DisputePages.NoneFound(shelf)}</p></section>""");
        var more = disputes.Length - ClaimsShown;
        return Html.Of($"""
            <section><h2>{words["disputes"]}</h2><p class="meta">{words["disputes.lead"]}</p>
            {DisputePages.Rows(shelf, disputes.Take(ClaimsShown))}
            {(more > 0 ? Html.Of($"""<p><a href="{DisputePages.Name}">{words.Count("dispute.more", more)}</a></p>""") : Html.None)}</section>
            """);
    }

    private static Html Timeline(DossierModel shelf)
    {
        var lanes = Chart.Lanes(shelf, [.. shelf.Claims.Where(c => c.Positions.Length > 1).Take(LanesShown)]);
        return lanes.IsEmpty ? Html.None : Html.Of($"""<section><h2>{shelf.Words["overview.timeline"]}</h2>{lanes}</section>""");
    }

    private static Html Section(DossierModel shelf, string title, string lead, ImmutableArray<Claim> claims) =>
        claims.IsEmpty ? Html.None : Html.Of($"""
        <section><h2>{shelf.Words[title]}</h2><p class="meta">{shelf.Words[lead]}</p>
        {ClaimPages.Rows(shelf, claims.Take(ClaimsShown))}
        {(claims.Length > ClaimsShown ? Html.Of($"""<p><a href="claims.html">{shelf.Words.Count("overview.more", claims.Length - ClaimsShown)}</a></p>""") : Html.None)}</section>
        """);

    private static Html Ratings(DossierModel shelf)
    {
        if (shelf.Claims.IsEmpty) return Html.None;
        var most = Math.Max(1, Enumerable.Range(1, 6).Max(Rated));
        return Html.Of($"""
            <section><h2>{shelf.Words["overview.ratings"]}</h2><p class="meta">{shelf.Words["overview.ratings.lead"]}</p>
            <table class="bars"><tbody>
            {Enumerable.Range(1, 6).Select(Row)}</tbody></table></section>
            """);

        int Rated(int value) => shelf.Claims.Count(c => c.Credibility.Value == value);

        Html Row(int value) => Html.Of($"""
            <tr><th scope="row"><span class="rating"><b class="r{value}">{value}</b> {shelf.Words[FormattableString.Invariant($"rating.{value}")]}</span></th><td class="bar"><svg width="100%" height="12" aria-hidden="true"><rect width="{100 * Rated(value) / most}%" height="12" rx="2"/></svg></td><td class="number">{shelf.Words.Number(Rated(value))}</td></tr>

            """);
    }

    /// <summary>Day by day: which articles came out.</summary>
    private static Html Chronicle(DossierModel shelf)
    {
        var days = shelf.Ledger.Articles
            .GroupBy(a => a.BelievedDay(), StringComparer.Ordinal)
            .OrderBy(day => day.Key ?? "~", StringComparer.Ordinal);
        return Html.Of($"""
            <section><h2>{shelf.Words["overview.days"]}</h2>
            <ol class="days">{days.Select(Day)}</ol></section>
            """);

        Html Day(IGrouping<string?, ArticleHeader> day) => Html.Of($"""
            <li><h3>{(day.Key is null ? shelf.Words["day.undated"] : shelf.Words.Told(day.Key))}</h3><ul>
            {day.OrderBy(a => a.Id).Select(a => Html.Of($"""<li><a href="{HtmlParts.Page(a.Id)}"><bdi>{HtmlParts.Short(a.Headline(), 140)}</bdi></a>{HtmlParts.Outlet(a)} {FamiliesPage.Label(shelf, a.Id)}</li>"""))}</ul></li>

            """);
    }
}
