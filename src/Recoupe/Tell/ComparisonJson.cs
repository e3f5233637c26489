namespace Recoupe.Tell;

/// <summary>A comparison of two sentences as JSON: <c>{ "relation", "score", "reasons" }</c>.</summary>
public static class ComparisonJson
{
    /// <summary>Writes one object on a line, with the pair's <paramref name="id"/> first where it has one.</summary>
    public static void Write(Stream output, Comparison comparison, string? id = null)
    {
        using (var json = Json.Writer(output, indented: false))
        {
            json.WriteStartObject();
            if (id is not null) json.WriteString("id", id);
            json.WriteString("relation", EnumNames.Of(comparison.Relation));
            json.Score("score", comparison.Score);
            json.Reasons("reasons", comparison.Reasons);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
