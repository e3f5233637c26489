using System.Collections.Immutable;
using System.Globalization;

namespace Recoupe.Tell.Pages;

/// <summary>Claims: their lists, and a page for each that was told more than once.</summary>
internal static class ClaimPages
{
    private const int ListedOnPage = 200;
    private const int AloneOnPage = 100;

    /// <summary>The page of the claim told once that stands at that place among them.</summary>
    public static string AlonePage(int place) => Pager.Page("once", place / AloneOnPage);

    /// <summary>The lists: what is told more than once, then what is told once.</summary>
    public static IEnumerable<(string Page, string Title, Html Body)> Lists(Shelf shelf)
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
    public static IEnumerable<(string Page, string Title, Html Body)> Once(Shelf shelf)
    {
        if (shelf.Alone.IsEmpty) yield break;
        var lists = Pager.Chunks(shelf.Alone, AloneOnPage);
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
    public static IEnumerable<(string Page, string Title, Html Body)> Each(Shelf shelf) =>
        from claim in shelf.Several
        select (shelf.PageOf(claim), Parts.Short(claim.Text, 80), Html.Of($"""
            <p class="kicker"><a href="claims.html">{shelf.Words["claim"]}</a></p>
            <h1 class="claim-text" lang="{claim.Language}"><bdi>{Parts.Short(shelf, claim.Text)}</bdi></h1>
            {Facts(shelf, claim)}
            {DecisionsPage.On(shelf, claim)}
            <div class="verdict">{Parts.Rating(shelf.Words, claim)}{Parts.Reasons(shelf, claim.Credibility.Reasons)}</div>
            {Contradictions(shelf, claim)}
            {Chart.Lanes(shelf, [claim])}
            {Sides(shelf, claim)}
            """));

    /// <summary>A claim laid out within another page.</summary>
    public static Html Card(Shelf shelf, Claim claim) => Html.Of($"""
        <article class="claim" id="c-{claim.Id}">
        <h3>{Parts.Link(shelf, claim)}</h3>
        {Facts(shelf, claim)}
        <details class="verdict"><summary>{Parts.Rating(shelf.Words, claim)}</summary>{Parts.Reasons(shelf, claim.Credibility.Reasons)}</details>
        {Contradictions(shelf, claim)}
        {Sides(shelf, claim)}
        </article>

        """);

    /// <summary>Claims in a list to be scanned: rating, wording, voices, days.</summary>
    public static Html Rows(Shelf shelf, IEnumerable<Claim> claims) => Html.Of($"""
        <ul class="rows">
        {claims.Select(claim => Html.Of($"""
            <li>{Parts.Rating(shelf.Words, claim, worded: false)}<div><p>{Parts.Link(shelf, claim)}</p><p class="meta">{Parts.Voices(shelf.Words, claim)} · {shelf.Words.Count("tellings", claim.Positions.Length)} · {shelf.Words.Told(claim.First, claim.Last)}{ContestedBy(shelf, claim)}</p></div></li>

            """))}</ul>
        """);

    private static Html ContestedBy(Shelf shelf, Claim claim) =>
        claim.Contradicts.IsEmpty ? Html.None : Html.Of($""" · <span class="against">{shelf.Words.Count("claims.contradicted", claim.Contradicts.Length)}</span>""");

    private static Html OnceLink(Shelf shelf) => shelf.Alone.IsEmpty
        ? Html.None
        : Html.Of($"""<p><a href="once.html">{shelf.Words.Count("claims.once.link", shelf.Alone.Length)}</a></p>""");

    private static Html OnceCard(Shelf shelf, Claim claim) => Html.Of($"""
        <article class="once" id="c-{claim.Id}">
        {Enum.GetValues<Side>().SelectMany(side => shelf.On(claim, side)).Select(telling => Told(shelf, telling))}
        <details class="verdict"><summary>{Parts.Rating(shelf.Words, claim)}</summary>{Parts.Reasons(shelf, claim.Credibility.Reasons)}</details>
        </article>

        """);

    private static Html Facts(Shelf shelf, Claim claim)
    {
        var words = shelf.Words;
        Html[] facts =
        [
            Parts.Voices(words, claim),
            claim.When is { } when ? Html.Text(words.Say("claim.when", ("day", words.Told(when)))) : Html.None,
            claim.Where is { } where ? Html.Of($"<bdi>{where}</bdi>") : Html.None,
            Html.Text(words.Say("claim.told", ("days", words.Told(claim.First, claim.Last)))),
            Html.Of($"<code>{claim.Id[..8]}</code>"),
        ];
        return Html.Of($"""<p class="meta facts">{Html.Joined(" · ", facts.Where(fact => !fact.IsEmpty))}</p>""");
    }

    private static Html Contradictions(Shelf shelf, Claim claim)
    {
        var others = claim.Contradicts.Select(c => (Claim: shelf.Claim(c.Claim), c.Reasons)).Where(c => c.Claim is not null).ToList();
        return others.Count == 0 ? Html.None : Html.Of($"""
            <section class="contradicted"><h4>{shelf.Words["claim.contradicts"]}</h4><ul>
            {others.Select(c => Html.Of($"""<li>{Parts.Link(shelf, c.Claim!)} <span class="meta">{Parts.Voices(shelf.Words, c.Claim!)}</span>{Parts.Reasons(shelf, c.Reasons)}</li>"""))}
            </ul></section>
            """);
    }

    /// <summary>The two sides beside each other, and under them who takes neither.</summary>
    private static Html Sides(Shelf shelf, Claim claim)
    {
        var uncommitted = shelf.On(claim, Side.Uncommitted);
        return Html.Of($"""
            <div class="sides">
            {Column(shelf, Side.For, claim.Independent.For, shelf.On(claim, Side.For))}
            {Column(shelf, Side.Against, claim.Independent.Against, shelf.On(claim, Side.Against))}
            {(uncommitted.IsEmpty ? Html.None : Column(shelf, Side.Uncommitted, null, uncommitted))}
            </div>
            """);
    }

    private static Html Column(Shelf shelf, Side side, int? voices, ImmutableArray<Telling> tellings)
    {
        var words = shelf.Words;
        var count = voices is { } counted ? Html.Of($""" <span>{words.Count("voices", counted)}, {words.Count("tellings", tellings.Length)}</span>""") : Html.None;
        return Html.Of($"""
            <section class="side {Parts.SideClass(side)}"><h4>{words["side." + Spelling.Of(side)]}{count}</h4>
            {(tellings.IsEmpty ? Html.Of($"""<p class="none">{words["side.none"]}</p>""") : Html.Of(Voices(shelf, tellings)))}
            </section>
            """);
    }

    // Ten outlets with one spokesman are one voice: the first telling is shown, the others wait behind it.
    private static IEnumerable<Html> Voices(Shelf shelf, ImmutableArray<Telling> tellings) =>
        from voice in tellings.GroupBy(telling => telling.Voice, StringComparer.Ordinal)
        let first = voice.First()
        let others = voice.Skip(1).ToList()
        select Html.Of($"""{Told(shelf, first)}{(others.Count == 0 ? Html.None : Others(shelf, others))}""");

    private static Html Others(Shelf shelf, List<Telling> others) => Html.Of($"""
        <details class="others"><summary>{shelf.Words.Count("voices.same", others.Count)}</summary>
        {others.Select(telling => Told(shelf, telling))}</details>

        """);

    /// <summary>One telling: its words, its source, how sure, when, and where to read it.</summary>
    public static Html Told(Shelf shelf, Telling telling)
    {
        var words = shelf.Words;
        var said = telling.Statement.Said is { } day ? Html.Of($""" <span class="when">{words.Say("said", ("day", words.Told(day)))}</span>""") : Html.None;
        return Html.Of($"""
            <div class="told"><blockquote><a href="{Parts.Address(telling)}">{Parts.Quote(shelf, telling)}</a></blockquote>
            <p class="by">{Parts.Source(shelf, telling)} {Parts.Stance(words, telling.Statement.Stance)} {Parts.Sureness(words, telling.Statement.Certainty)}{said}</p>
            <p class="in">{Parts.Cite(shelf, telling.Article)} {FamiliesPage.Label(shelf, telling.Article.Id)} {Parts.Outside(telling.Article.Url, words["article.source"])}</p></div>

            """);
    }

    private static Html Scale(Words words) => Html.Of($"""
        <details class="legend"><summary>{words["rating.scale"]}</summary><ol>
        {Enumerable.Range(1, 6).Select(n => Html.Of($"""<li>{words["rating." + n.ToString(CultureInfo.InvariantCulture)]}</li>"""))}</ol><p>{words["fair.said"]}</p></details>
        """);
}
