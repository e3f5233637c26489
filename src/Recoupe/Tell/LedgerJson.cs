using System.Text.Json;

namespace Recoupe.Tell;

/// <summary>A whole ledger as JSON (<c>docs/schema/ledger.schema.json</c>): equal ledgers give equal bytes.</summary>
public static class LedgerJson
{
    /// <summary>Writes one object, laid out, with a line feed at the end.</summary>
    public static void Write(Stream output, Ledger ledger)
    {
        using (var json = Json.Writer(output, indented: true))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", Json.Schema);
            json.WriteString("ratingRule", Credibility.Rule);
            json.List("articles", ledger.Articles, article => WriteArticle(json, article));
            json.List("absent", ledger.Absent, absent => WriteAbsent(json, absent));
            json.List("lineage", ledger.Lineage, tie => WriteLineage(json, tie));
            json.List("families", ledger.Families, family => WriteFamily(json, family));
            json.List("entities", ledger.Entities, entity => WriteEntity(json, entity));
            json.List("suggestions", ledger.Suggestions, suggestion => WriteSuggestion(json, suggestion));
            json.List("claims", ledger.Claims, claim => WriteClaim(json, claim));
            json.List("disputes", ledger.Disputes, dispute => WriteDispute(json, dispute));
            json.List("counts", ledger.Counts, count => CountJson.Write(json, count));
            json.List("questions", ledger.Questions, question => WriteQuestion(json, question));
            json.List("decisions", ledger.Decisions, standing => Write(json, standing));
            json.List("reliability", ledger.Reliability, grade => WriteReliability(json, grade));
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteArticle(Utf8JsonWriter json, ArticleHeader article)
    {
        json.WriteStartObject();
        json.WriteString("id", article.Id.Value);
        json.WriteString("textHash", article.TextHash);
        json.WriteString("name", article.Name);
        json.WriteString("path", article.Path);
        json.WriteString("url", article.Url);
        json.WriteString("site", article.Site);
        json.WriteString("title", article.Title);
        json.WriteString("language", article.Language);
        json.Published(article.Published);
        json.Reasons("notes", article.Notes);
        json.WriteEndObject();
    }

    private static void WriteAbsent(Utf8JsonWriter json, AbsentOrigin absent)
    {
        json.WriteStartObject();
        json.WriteString("id", absent.Id);
        json.WriteString("name", absent.Name);
        json.Reasons("reasons", absent.Reasons);
        json.WriteEndObject();
    }

    private static void WriteLineage(Utf8JsonWriter json, Lineage tie)
    {
        json.WriteStartObject();
        json.WriteString("from", tie.From);
        json.WriteString("to", tie.To.Value);
        json.WriteString("kind", EnumNames.Of(tie.Kind));
        json.WriteString("direction", EnumNames.Of(tie.Direction));
        json.Score("score", tie.Score);
        json.Reasons("reasons", tie.Reasons);
        json.WriteEndObject();
    }

    private static void WriteFamily(Utf8JsonWriter json, Family family)
    {
        json.WriteStartObject();
        json.WriteString("id", family.Id);
        json.Strings("members", family.Members.Select(member => member.Value));
        json.WriteString("origin", family.Origin);
        json.WriteEndObject();
    }

    private static void WriteEntity(Utf8JsonWriter json, Entity entity)
    {
        json.WriteStartObject();
        json.WriteString("id", entity.Id);
        json.WriteString("type", EnumNames.Of(entity.Type));
        json.WriteString("name", entity.Name);
        json.Strings("variants", entity.Variants);
        json.List("roles", entity.Roles, role =>
        {
            json.WriteStartObject();
            json.WriteString("text", role.Text);
            json.Passages("passages", role.Passages);
            json.WriteEndObject();
        });
        json.Passages("mentions", entity.Mentions);
        json.WriteEndObject();
    }

    private static void WriteSuggestion(Utf8JsonWriter json, Suggestion suggestion)
    {
        json.WriteStartObject();
        json.WriteString("first", suggestion.First);
        json.WriteString("second", suggestion.Second);
        json.Score("score", suggestion.Score);
        json.Reasons("reasons", suggestion.Reasons);
        json.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        json.WriteString("text", claim.Text);
        json.Passages("wording", claim.Wording);
        json.List("supplied", claim.Supplied, supplied => PropositionJson.WriteSupplied(json, supplied));
        json.WriteString("language", claim.Language);
        json.WriteString("when", claim.When);
        json.WriteString("where", claim.Where);
        json.List("statements", claim.Positions, position => WritePosition(json, position));
        json.List("voices", claim.Voices, voice => WriteVoice(json, voice));
        json.WriteStartObject("independent");
        json.WriteNumber("for", claim.Independent.For);
        json.WriteNumber("against", claim.Independent.Against);
        json.WriteEndObject();
        json.List("contradicts", claim.Contradicts, contradiction =>
        {
            json.WriteStartObject();
            json.WriteString("claim", contradiction.Claim);
            json.Reasons("reasons", contradiction.Reasons);
            json.WriteEndObject();
        });
        json.WriteStartObject("credibility");
        json.WriteNumber("value", claim.Credibility.Value);
        json.Reasons("reasons", claim.Credibility.Reasons);
        json.WriteEndObject();
        json.WriteString("first", claim.First);
        json.WriteString("last", claim.Last);
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, Position position)
    {
        json.WriteStartObject();
        json.WriteString("article", position.Article.Value);
        json.WriteString("statement", position.Statement);
        json.WriteString("proposition", position.Proposition);
        json.List("spans", position.Spans, json.Span);
        json.WriteString("position", EnumNames.Of(position.Side));
        json.WriteString("certainty", EnumNames.Of(position.Certainty));
        if (position.IsRefuted) json.WriteBoolean("refuted", true);
        json.WriteEndObject();
    }

    private static void WriteVoice(Utf8JsonWriter json, ClaimVoice voice)
    {
        json.WriteStartObject();
        json.WriteString("side", EnumNames.Of(voice.Side));
        json.WriteString("institution", voice.Institution);
        json.WriteString("name", voice.Name);
        json.WriteBoolean("named", voice.IsNamed);
        json.List("members", voice.Members, member =>
        {
            json.WriteStartObject();
            WriteMember(json, member);
            json.WriteEndObject();
        });
        json.List("folded", voice.Folded, folded =>
        {
            json.WriteStartObject();
            WriteMember(json, folded.Told);
            json.WriteString("source", folded.Source);
            json.Reasons("reasons", [folded.Why]);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter json, VoiceMember member)
    {
        json.WriteString("article", member.Article.Value);
        json.WriteString("statement", member.Statement);
    }

    private static void WriteQuestion(Utf8JsonWriter json, Question question)
    {
        json.WriteStartObject();
        json.WriteString("id", question.Id);
        json.WriteString("text", question.Text);
        json.Strings("claims", question.Claims);
        json.List("answers", question.Answers, answer =>
        {
            json.WriteStartObject();
            json.WriteString("claim", answer.Claim);
            json.WriteString("side", EnumNames.Of(answer.Side));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteDispute(Utf8JsonWriter json, Dispute dispute)
    {
        json.WriteStartObject();
        json.WriteString("id", dispute.Id);
        json.WriteString("text", dispute.Text);
        json.Strings("claims", dispute.Claims);
        json.List("relations", dispute.Relations, relation =>
        {
            json.WriteStartObject();
            json.WriteString("a", relation.A);
            json.WriteString("b", relation.B);
            json.WriteString("kind", EnumNames.Of(relation.Kind));
            json.Reasons("reasons", relation.Reasons);
            json.WriteEndObject();
        });
        json.Reasons("worth", dispute.Worth);
        json.WriteString("first", dispute.First);
        json.WriteString("last", dispute.Last);
        json.WriteEndObject();
    }

    /// <summary>A decision and what became of it, as one object.</summary>
    internal static void Write(Utf8JsonWriter json, StandingDecision standing)
    {
        json.WriteStartObject();
        DecisionJson.Write(json, standing.Decision);
        json.WriteString("state", EnumNames.Of(standing.State));
        json.Strings("claims", standing.Claims);
        if (!standing.Entities.IsEmpty) json.Strings("entities", standing.Entities);
        if (standing.BlockedBy is { } other) json.WriteString("blockedBy", other);
        json.WriteEndObject();
    }

    private static void WriteReliability(Utf8JsonWriter json, Reliability grade)
    {
        json.WriteStartObject();
        json.WriteString("source", grade.Source);
        json.WriteString("grade", grade.Grade.ToString());
        json.WriteString("since", grade.Since);
        json.WriteString("note", grade.Note);
        json.WriteEndObject();
    }
}
