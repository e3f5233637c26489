using System.Text.Json;

namespace Recoupe.Tell;

/// <summary>A proposition as JSON, in a statement and in an article's own voice alike (<c>docs/schema/article.schema.json</c>).</summary>
internal static class PropositionJson
{
    /// <summary>Writes one object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="proposition">What is written.</param>
    /// <param name="entity">The id of the entity that an argument names; <see langword="null"/> where it is not known.</param>
    public static void Write(Utf8JsonWriter json, Proposition proposition, Func<Argument, string?> entity)
    {
        json.WriteStartObject();
        json.WriteString("id", proposition.Id);
        json.WriteString("text", proposition.Text);
        json.List("spans", proposition.Spans, json.Span);
        json.List("supplied", proposition.Supplied, supplied => WriteSupplied(json, supplied));
        WritePredicate(json, proposition.Predicate);
        json.List("arguments", proposition.Arguments, argument => WriteArgument(json, argument, entity(argument)));
        json.WriteString("side", EnumNames.Of(proposition.Side));
        json.WriteString("certainty", EnumNames.Of(proposition.Certainty));
        json.WriteString("evidence", proposition.Evidence is { } evidence ? EnumNames.Of(evidence) : null);
        json.WriteString("kind", EnumNames.Of(proposition.Kind));
        json.WriteString("when", proposition.When);
        json.WriteString("where", proposition.Where);
        json.List("figures", proposition.Figures, json.Span);
        json.Strings("through", proposition.Through);
        json.WriteString("place", proposition.Place is { } place ? EnumNames.Of(place) : null);
        json.WriteBoolean("refuted", proposition.Refuted);
        if (proposition.Bears is { } bearing)
        {
            json.WriteStartObject("bears");
            json.WriteString("kind", EnumNames.Of(bearing.Kind));
            json.WriteString("proposition", bearing.Proposition);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes where supplied words stand in a wording, and where in the article they were taken from.</summary>
    public static void WriteSupplied(Utf8JsonWriter json, Supplied supplied)
    {
        json.WriteStartObject();
        json.WriteNumber("start", supplied.Start);
        json.WriteNumber("end", supplied.End);
        json.Span("from", supplied.From);
        json.WriteEndObject();
    }

    private static void WritePredicate(Utf8JsonWriter json, Predicate predicate)
    {
        json.WriteString("predicate", predicate.Lemma);
        json.WriteBoolean("negated", predicate.Negated);
        json.WriteString("modal", predicate.Modal);
        json.WriteString("tense", EnumNames.Of(predicate.Tense));
    }

    private static void WriteArgument(Utf8JsonWriter json, Argument argument, string? entity)
    {
        json.WriteStartObject();
        json.WriteString("role", EnumNames.Of(argument.Role));
        json.Span("span", argument.Span);
        json.WriteString("head", argument.Head);
        json.WriteString("preposition", argument.Preposition);
        json.WriteString("name", argument.Name);
        json.WriteString("entity", entity);
        json.WriteEndObject();
    }
}
