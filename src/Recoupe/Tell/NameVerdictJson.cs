namespace Recoupe.Tell;

/// <summary>A comparison of two names as JSON: <c>{ "same", "score", "reasons" }</c>.</summary>
public static class NameVerdictJson
{
    /// <summary>Writes one object on a line.</summary>
    public static void Write(Stream output, NameVerdict verdict)
    {
        using (var json = Json.Writer(output, indented: false))
        {
            json.WriteStartObject();
            json.WriteBoolean("same", verdict.Same);
            json.Score("score", verdict.Score);
            json.Reasons("reasons", verdict.Reasons);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
