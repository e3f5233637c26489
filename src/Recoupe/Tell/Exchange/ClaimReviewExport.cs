using System.Text.Json;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Exchange;

/// <summary>
/// Ratings that an analyst gave by hand, with his note, as schema.org <c>ClaimReview</c>. What Recoupe derives is no review, and is never
/// written as one.
/// </summary>
internal static class ClaimReviewExport
{
    // The scale of STANAG 2511: 1 is the best; 6 says that nothing can be judged, and stands outside the scale.
    private const int Best = 1, Worst = 5;

    public static void Write(Stream output, ExchangeLedger told)
    {
        using (var json = Json.Writer(output, indented: true))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            foreach (var standing in told.Ledger.Decisions.Where(IsReview))
            {
                foreach (var claim in standing.Claims.Select(told.Claim).OfType<Claim>()) WriteReview(json, told, standing.Decision, claim);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static bool IsReview(StandingDecision standing)
    {
        var isFollowedRating = standing is { State: DecisionState.Applied, Decision.Act: DecisionAct.Rate };
        return isFollowedRating && standing.Decision.Note is { Length: > 0 } && Value(standing.Decision) is >= Best and <= Worst;
    }

    private static int Value(Decision decision) => decision.Value is [var digit] && char.IsAsciiDigit(digit) ? digit - '0' : 0;

    private static void WriteReview(Utf8JsonWriter json, ExchangeLedger told, Decision decision, Claim claim)
    {
        var value = Value(decision);
        json.WriteStartObject();
        json.WriteString("@type", "ClaimReview");
        json.WriteString("@id", $"urn:uuid:{NamedUuid.Of("review", decision.Id + " " + claim.Id)}");
        json.WriteString("datePublished", Decision.Time(decision.At));
        json.WriteString("claimReviewed", claim.Text);
        json.WriteString("inLanguage", claim.Language);
        json.WriteString("reviewBody", decision.Note);
        WriteThing(json, "author", "Person", decision.By);
        json.WriteStartObject("reviewRating");
        json.WriteString("@type", "Rating");
        json.WriteNumber("ratingValue", value);
        json.WriteNumber("bestRating", Best);
        json.WriteNumber("worstRating", Worst);
        json.WriteString("alternateName", told.Words[FormattableString.Invariant($"rating.{value}")]);
        json.WriteEndObject();
        json.WriteStartObject("itemReviewed");
        json.WriteString("@type", "Claim");
        json.List(
            "appearance",
            claim.Positions.Select(p => p.Article).Distinct().Order().Select(told.Header).OfType<ArticleHeader>(),
            article => WriteArticle(json, article));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteArticle(Utf8JsonWriter json, ArticleHeader article)
    {
        json.WriteStartObject();
        json.WriteString("@type", "NewsArticle");
        json.WriteString("headline", article.Headline());
        if (ExchangeLedger.Web(article) is { } url) json.WriteString("url", url);
        if (article.Site is { } site) WriteThing(json, "publisher", "Organization", site);
        if (article.BelievedDay() is { } day) json.WriteString("datePublished", day);
        json.WriteEndObject();
    }

    private static void WriteThing(Utf8JsonWriter json, string property, string type, string name)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", type);
        json.WriteString("name", name);
        json.WriteEndObject();
    }
}
