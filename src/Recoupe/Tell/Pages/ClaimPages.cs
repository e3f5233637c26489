using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Tell.Pages.Charts;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Tell.Pages;

/// <summary>Claims: their lists, and a page for each that was told more than once.</summary>
internal static class ClaimPages
{
    private const int ListedOnPage = 200; // rows that a browser lays out at once on an old machine

    // Headings below that of a page, and below that of a card within one: none is left out between.
    private const string OnOwnPage = "h2", OnCard = "h4";

    /// <summary>The lists: what is told more than once, then what is told once.</summary>
    public static IEnumerable<(string Page, string Title, Html Body)> Lists(DossierModel shelf)
    {
        var lists = Pager.Chunks(shelf.Several, ListedOnPage);
        for (var i = 0; i < lists.Length; i++)
        {
            yield return (Pager.Page("claims", i), shelf.Words["claims"], Html.Of($"""
                <h1>{shelf.Words["claims"]}</h1>
                <p class="lead">{shelf.Words["claims.lead"]}</p>
                {OnceLink(shelf)}
                {Rows(shelf, lists[i])}
                {Pager.Links(shelf.Words, "claims", lists.Length, i)}
                {Scale(shelf.Words)}
                """));
        }
    }

    /// <summary>The claims told once: few lines each, many on a page.</summary>
    public static IEnumerable<(string Page, string Title, Html Body)> Once(DossierModel shelf)
    {
        if (shelf.Alone.IsEmpty) yield break;
        var lists = shelf.AloneLots;
        for (var i = 0; i < lists.Length; i++)
        {
            yield return (Pager.Page("once", i), shelf.Words["claims.once"], Html.Of($"""
                <p class="kicker"><a href="claims.html">{shelf.Words["claims"]}</a></p>
                <h1>{shelf.Words["claims.once"]}</h1>
                <p class="lead">{shelf.Words["claims.once.lead"]}</p>
                {Pager.Links(shelf.Words, "once", lists.Length, i)}
                {lists[i].Select(claim => OnceCard(shelf, claim))}
                {Pager.Links(shelf.Words, "once", lists.Length, i)}
                """));
        }
    }

    /// <summary>The pages of the claims that have one to themselves.</summary>
    public static IEnumerable<(string Page, string Title, Html Body)> Each(DossierModel shelf) =>
        from claim in shelf.Several
        select (shelf.PageOf(claim), HtmlParts.Short(claim.Text, 80), Html.Of($"{Head(shelf, claim)}{Body(shelf, claim)}"));

    /// <summary>What a claim says.</summary>
    public static Html Head(DossierModel shelf, Claim claim) => Html.Of($"""
        <p class="kicker"><a href="claims.html">{shelf.Words["claim"]}</a></p>
        <h1 class="claim-text" lang="{claim.Language}"><bdi>{HtmlParts.Short(shelf, claim.Text)}</bdi></h1>

        """);

    /// <summary>What there is to see of a claim: its rating with reasons, its voices, what stands against it, who tells it when.</summary>
    public static Html Body(DossierModel shelf, Claim claim) => Html.Of($"""
        {Facts(shelf, claim)}
        {DecisionsPage.On(shelf, claim)}
        <div class="verdict">{HtmlParts.Rating(shelf.Words, claim)}{HtmlParts.Reasons(shelf, claim.Credibility.Reasons)}</div>
        {VoiceList.Of(shelf, claim)}
        {Contradictions(shelf, claim, OnOwnPage)}
        {Chart.Lanes(shelf, [claim])}
        {Sides(shelf, claim, OnOwnPage)}
        """);

    /// <summary>A claim laid out within another page.</summary>
    public static Html Card(DossierModel shelf, Claim claim) => Card(shelf, claim, Html.None);

    /// <summary>As <see cref="Card(DossierModel, Claim)"/>, with what a page has to add.</summary>
    public static Html Card(DossierModel shelf, Claim claim, Html more) => Html.Of($"""
        <article class="claim" id="c-{claim.Id}">
        <h3>{HtmlParts.Link(shelf, claim)}</h3>
        {Facts(shelf, claim)}
        <details class="verdict"><summary>{HtmlParts.Rating(shelf.Words, claim)}</summary>{HtmlParts.Reasons(shelf, claim.Credibility.Reasons)}</details>
        {Contradictions(shelf, claim, OnCard)}
        {Sides(shelf, claim, OnCard)}
        {more}</article>

        """);

    /// <summary>Claims in a list to be scanned: rating, wording, voices, days.</summary>
    public static Html Rows(DossierModel shelf, IEnumerable<Claim> claims) => Html.Of($"""
        <ul class="rows">
        {claims.Select(claim => Html.Of($"""
            <li>{HtmlParts.Rating(shelf.Words, claim, worded: false)}<div><p>{HtmlParts.Link(shelf, claim)}</p><p class="meta">{HtmlParts.Voices(shelf.Words, claim)} · {shelf.Words.Count("tellings", claim.Positions.Length)} · {shelf.Words.Told(claim.First, claim.Last)}{ContestedBy(shelf, claim)}</p>{shelf.Hooks.Row(claim)}</div></li>

            """))}</ul>
        """);

    private static Html ContestedBy(DossierModel shelf, Claim claim) =>
        claim.Contradicts.IsEmpty
            ? Html.None
            : Html.Of($""" · <span class="against">{shelf.Words.Count("claims.contradicted", claim.Contradicts.Length)}</span>""");

    private static Html OnceLink(DossierModel shelf) => shelf.Alone.IsEmpty
        ? Html.None
        : Html.Of($"""<p><a href="once.html">{shelf.Words.Count("claims.once.link", shelf.Alone.Length)}</a></p>""");

    private static Html OnceCard(DossierModel shelf, Claim claim) => Html.Of($"""
        <article class="once" id="c-{claim.Id}">
        {Reworded(shelf, claim)}
        {Enum.GetValues<Side>().SelectMany(side => shelf.On(claim, side)).Select(telling => Told(shelf, telling, claim))}
        <details class="verdict"><summary>{HtmlParts.Rating(shelf.Words, claim)}</summary>{HtmlParts.Reasons(shelf, claim.Credibility.Reasons)}</details>
        <p class="meta">{ShownIds.Of(claim.Id)}</p>
        </article>

        """);

    // An analyst's words stand above those that were told.
    private static Html Reworded(DossierModel shelf, Claim claim)
    {
        var isReworded = shelf.Ledger.Decisions.Any(d =>
            d is { State: DecisionState.Applied, Decision.Act: DecisionAct.Reword } && d.Claims.Contains(claim.Id, StringComparer.Ordinal));
        return isReworded ? Html.Of($"""<h3 lang="{claim.Language}"><bdi>{HtmlParts.Short(shelf, claim.Text)}</bdi></h3>{DecisionsPage.On(shelf, claim)}""") : DecisionsPage.On(shelf, claim);
    }

    private static Html Facts(DossierModel shelf, Claim claim)
    {
        var words = shelf.Words;
        Html[] facts =
        [
            HtmlParts.Voices(words, claim),
            claim.When is { } when ? Html.Text(words.Say("claim.when", ("day", words.Told(when)))) : Html.None,
            claim.Where is { } where ? Html.Of($"<bdi>{where}</bdi>") : Html.None,
            Html.Text(words.Say("claim.told", ("days", words.Told(claim.First, claim.Last)))),
            ShownIds.Of(claim.Id),
        ];
        return Html.Of($"""<p class="meta facts">{Html.Joined(" · ", facts.Where(fact => !fact.IsEmpty))}</p>""");
    }

    private static Html Contradictions(DossierModel shelf, Claim claim, string heading)
    {
        var others = claim.Contradicts.Select(c => (Claim: shelf.Claim(c.Claim), c.Reasons)).Where(c => c.Claim is not null).ToList();
        var isUndenied = claim.Independent.Against == 0 && claim.Bearing.IsEmpty;
        if (others.Count == 0 && isUndenied) return Html.Of($"""<p class="meta">{DisputePages.NoneFound(shelf)}</p>""");
        return others.Count == 0 ? Html.None : Html.Of($"""
            <section class="contradicted"><{heading}>{shelf.Words["claim.contradicts"]}</{heading}><ul>
            {others.Select(c => Html.Of($"""<li>{HtmlParts.Link(shelf, c.Claim!)} <span class="meta">{HtmlParts.Voices(shelf.Words, c.Claim!)}</span>{HtmlParts.Reasons(shelf, c.Reasons)}</li>"""))}
            </ul></section>
            """);
    }

    /// <summary>The two sides beside each other, and under them who takes neither.</summary>
    private static Html Sides(DossierModel shelf, Claim claim, string heading)
    {
        var uncommitted = shelf.On(claim, Side.Uncommitted);
        return Html.Of($"""
            <div class="sides">
            {Column(shelf, claim, Side.For, heading)}
            {Column(shelf, claim, Side.Against, heading)}
            {(uncommitted.IsEmpty ? Html.None : Uncommitted(shelf, claim, uncommitted, heading))}
            </div>
            """);
    }

    private static Html Column(DossierModel shelf, Claim claim, Side side, string heading)
    {
        var (words, heard) = (shelf.Words, shelf.VoicesOn(claim, side));
        var (voices, tellings) = (side == Side.For ? claim.Independent.For : claim.Independent.Against, heard.Sum(voice => voice.Told.Length));
        return Html.Of($"""
            <section class="side {HtmlParts.SideClass(side)}"><{heading}>{words["side." + EnumNames.Of(side)]} <span>{words.Count("voices", voices)}, {words.Count("tellings", tellings)}</span></{heading}>
            {(heard.IsEmpty ? Html.Of($"""<p class="none">{words["side.none"]}</p>""") : Html.Of(heard.Select(voice => Heard(shelf, claim, voice))))}
            </section>
            """);
    }

    private static Html Uncommitted(DossierModel shelf, Claim claim, ImmutableArray<StatementView> tellings, string heading) => Html.Of($"""
        <section class="side {HtmlParts.SideClass(Side.Uncommitted)}"><{heading}>{shelf.Words["side." + EnumNames.Of(Side.Uncommitted)]}</{heading}>
        {tellings.Select(telling => Told(shelf, telling, claim))}
        </section>
        """);

    // Ten outlets with one spokesman are one voice: the first telling is shown, the others wait behind it. What is no voice waits behind
    // its number.
    private static Html Heard(DossierModel shelf, Claim claim, VoiceView voice)
    {
        if (voice.Voice is null) return Others(shelf, claim, "voices.none", voice.Told);
        var others = voice.Told[1..];
        return Html.Of($"""<div class="voice">{Told(shelf, voice.Told[0], claim)}{(others.IsEmpty ? Html.None : Others(shelf, claim, "voices.same", others))}</div>""");
    }

    private static Html Others(DossierModel shelf, Claim claim, string word, ImmutableArray<StatementView> others) => Html.Of($"""
        <details class="others"><summary>{shelf.Words.Count(word, others.Length)}</summary>
        {others.Select(telling => Told(shelf, telling, claim))}</details>

        """);

    /// <summary>One telling: its words, its source, how sure, when, and where to read it.</summary>
    public static Html Told(DossierModel shelf, StatementView telling, Claim? claim = null)
    {
        var words = shelf.Words;
        var said = telling.Statement.Said is { } day
            ? Html.Of($""" <span class="when">{words.Say("said", ("day", words.Told(day)))}</span>""")
            : Html.None;
        return Html.Of($"""
            <div class="told"><blockquote><a href="{HtmlParts.Address(telling)}">{HtmlParts.Quote(shelf, telling)}</a></blockquote>
            <p class="by">{HtmlParts.Source(shelf, telling)} {HtmlParts.Stance(words, telling.Statement.Stance)} {HtmlParts.Sureness(words, telling.Statement.Certainty)}{said}</p>
            <p class="in">{HtmlParts.Cite(shelf, telling.Article)} {FamiliesPage.Label(shelf, telling.Article.Id)} {HtmlParts.Outside(telling.Article.Url, words["article.source"])} {ShownIds.Of(telling.Statement.Id)}</p>{shelf.Hooks.Telling(telling, claim)}</div>

            """);
    }

    private static Html Scale(Locale words) => Html.Of($"""
        <details class="legend"><summary>{words["rating.scale"]}</summary><ol>
        {Enumerable.Range(1, 6).Select(n => Html.Of($"""<li>{words["rating." + n.ToString(CultureInfo.InvariantCulture)]}</li>"""))}</ol><p>{words["fair.said"]}</p></details>
        """);
}
