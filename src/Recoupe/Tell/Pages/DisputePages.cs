using System.Collections.Immutable;
using Recoupe.Tell.Pages.Charts;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Tell.Pages;

/// <summary>
/// Disputes: the list, what is most worth a look first, and a page for each: who stands where, since when, what moved last.
/// </summary>
internal static class DisputePages
{
    public const string Name = "disputes.html";

    private const int LanesShown = 8; // as many as a screen holds beside the text

    public static string Page(Dispute dispute) => $"dispute-{dispute.Id}.html";

    /// <summary>The list of all.</summary>
    public static Html List(DossierModel shelf)
    {
        var words = shelf.Words;
        return Html.Of($"""
            <h1>{words["disputes"]}</h1>
            <p class="lead">{(shelf.Ledger.Disputes.IsEmpty ? NoneFound(shelf) : Html.Text(words["disputes.lead"]))}</p>
            {Rows(shelf, shelf.Ledger.Disputes)}
            """);
    }

    /// <summary>A page for each.</summary>
    public static IEnumerable<(string Page, string Title, Html Body)> Each(DossierModel shelf) =>
        shelf.Ledger.Disputes.Select(d => (Page(d), HtmlParts.Short(d.Text, 80), Body(shelf, d)));

    /// <summary>Disputes in a list to be scanned.</summary>
    public static Html Rows(DossierModel shelf, IEnumerable<Dispute> disputes) => Html.Of($"""
        <ul class="rows">
        {disputes.Select(d => Html.Of($"""
            <li><div><p><a href="{Page(d)}"><bdi>{HtmlParts.Short(shelf, d.Text)}</bdi></a></p><p class="meta">{Standing(shelf, d)}</p>{HtmlParts.Reasons(shelf, d.Worth)}</div></li>

            """))}</ul>
        """);

    /// <summary>That no denial was found, and in how many articles it was looked for.</summary>
    public static Html NoneFound(DossierModel shelf) => Html.Text(shelf.Words.Count("dispute.none", shelf.Ledger.Articles.Length));

    /// <summary>One dispute.</summary>
    public static Html Body(DossierModel shelf, Dispute dispute)
    {
        var words = shelf.Words;
        ImmutableArray<Claim> claims = [.. dispute.Claims.Select(shelf.Claim).OfType<Claim>()];
        return Html.Of($"""
            <p class="kicker"><a href="{Name}">{words["disputes"]}</a></p>
            <h1><bdi>{HtmlParts.Short(shelf, dispute.Text)}</bdi></h1>
            <p class="lead">{Standing(shelf, dispute)}</p>
            {HtmlParts.Reasons(shelf, dispute.Worth)}
            {Relations(shelf, dispute)}
            {Chart.Lanes(shelf, [.. claims.Take(LanesShown)])}
            <h2>{words["claims"]}</h2>
            {claims.Select(claim => ClaimPages.Card(shelf, claim))}
            """);
    }

    // Voices on each side of the chief claim; then since when it is told, and when last.
    private static Html Standing(DossierModel shelf, Dispute dispute)
    {
        var words = shelf.Words;
        var chief = shelf.Claim(dispute.Claims[0]);
        Html[] told =
        [
            chief is null ? Html.None : HtmlParts.Voices(words, chief),
            Html.Text(words.Count("questions.claims", dispute.Claims.Length)),
            dispute.First is null ? Html.None : Html.Text(words.Say("claim.told", ("days", words.Told(dispute.First, dispute.Last)))),
        ];
        return Html.Joined(" · ", told.Where(t => !t.IsEmpty));
    }

    private static Html Relations(DossierModel shelf, Dispute dispute) => dispute.Relations.IsEmpty ? Html.None : Html.Of($"""
        <ul class="relations">
        {dispute.Relations.Select(r => Relation(shelf, r))}</ul>
        """);

    private static Html Relation(DossierModel shelf, DisputeRelation relation) =>
        shelf.Claim(relation.A) is not { } a || shelf.Claim(relation.B) is not { } b ? Html.None : Html.Of($"""
            <li><span class="label">{shelf.Words["relation." + EnumNames.Of(relation.Kind)]}</span> {HtmlParts.Link(shelf, a)} · {HtmlParts.Link(shelf, b)}</li>

            """);
}
