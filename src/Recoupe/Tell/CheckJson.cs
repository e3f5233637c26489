namespace Recoupe.Tell;

/// <summary>What articles say to a sentence as JSON: <c>{ "claim", "found" }</c>.</summary>
public static class CheckJson
{
    /// <summary>Writes one object on a line.</summary>
    public static void Write(Stream output, string claim, IReadOnlyList<Answer> found)
    {
        using (var json = Json.Writer(output, indented: false))
        {
            json.WriteStartObject();
            json.WriteString("claim", claim);
            json.List("found", found, answer =>
            {
                json.WriteStartObject();
                json.WriteString("article", answer.Article.Value);
                json.WriteString("statement", answer.Statement);
                json.WriteString("proposition", answer.Proposition);
                json.WriteString("source", answer.Source);
                json.WriteString("position", EnumNames.Of(answer.Position));
                json.Score("score", answer.Score);
                json.Passages("passages", answer.Passages);
                json.WriteString("certainty", answer.Certainty is { } certainty ? EnumNames.Of(certainty) : null);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}

/// <summary>What was found for some words as JSON: <c>{ "query", "found" }</c>.</summary>
public static class SearchJson
{
    /// <summary>Writes one object on a line.</summary>
    public static void Write(Stream output, string query, IReadOnlyList<Found> found)
    {
        using (var json = Json.Writer(output, indented: false))
        {
            json.WriteStartObject();
            json.WriteString("query", query);
            json.List("found", found, one =>
            {
                json.WriteStartObject();
                json.WriteString("kind", one.Kind.ToString().ToLowerInvariant());
                json.WriteString("id", one.Id);
                json.WriteString("language", one.Language);
                json.WriteString("text", one.Text);
                if (one.Kind == FoundKind.Passage) json.WriteNumber("start", one.Start);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
