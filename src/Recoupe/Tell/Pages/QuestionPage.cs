using System.Collections.Immutable;
using Recoupe.Tell.Pages.Charts;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Pages;

/// <summary>A question of the user's: the claims found for it, both sides, by date and certainty.</summary>
internal static class QuestionPage
{
    private const int LanesShown = 12;

    public static Html Body(DossierModel shelf, Question question)
    {
        var words = shelf.Words;
        ImmutableArray<Claim> claims =
        [
            .. question.Claims.Select(shelf.Claim).OfType<Claim>()
                .OrderBy(c => c.First ?? "~", StringComparer.Ordinal)
                .ThenBy(c => c.Credibility.Value)
                .ThenBy(c => c.Id, StringComparer.Ordinal),
        ];
        return Html.Of($"""
            <p class="kicker">{words["question"]}</p>
            <h1><bdi>{question.Text}</bdi></h1>
            <p class="lead">{(claims.IsEmpty ? Html.Text(words["question.none"]) : Summary(shelf, claims))}</p>
            {(claims.IsEmpty ? Html.None : Html.Of($"""<p class="meta">{words["question.how"]}</p>"""))}
            {Chart.Lanes(shelf, [.. claims.OrderByDescending(DossierModel.IsContested).ThenByDescending(c => c.Positions.Length).Take(LanesShown).OrderBy(c => claims.IndexOf(c))])}
            {claims.Select(claim => ClaimPages.Card(shelf, claim))}
            """);
    }

    // Tellings are not added up over claims: one claim's «so» may well be another's «not so».
    private static Html Summary(DossierModel shelf, ImmutableArray<Claim> claims)
    {
        var words = shelf.Words;
        var contested = claims.Count(DossierModel.IsContested);
        return Html.Text(words.Count("questions.claims", claims.Length) + (contested == 0 ? "" : " · " + words.Count("question.contested", contested)));
    }
}
