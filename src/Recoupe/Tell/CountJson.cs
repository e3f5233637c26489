using System.Text.Json;

namespace Recoupe.Tell;

/// <summary>A count as JSON, in a ledger (<c>docs/schema/ledger.schema.json</c>).</summary>
internal static class CountJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter json, Count count)
    {
        json.WriteStartObject();
        json.WriteString("id", count.Id);
        json.WriteString("measure", count.Measure);
        json.WriteString("what", count.What);
        json.WriteString("where", count.Where);
        WriteValue(json, count.Value);
        WriteVoice(json, count.Voice);
        json.WriteString("asOf", count.AsOf);
        json.WriteString("kind", EnumNames.Of(count.Kind));
        json.List("relations", count.Relations, relation => WriteRelation(json, relation));
        json.Passages("passages", count.Passages);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, CountValue value)
    {
        json.WriteStartObject("value");
        json.Quantity("min", value.Min);
        json.WriteBoolean("minInclusive", value.MinInclusive);
        json.Quantity("max", value.Max);
        json.WriteBoolean("maxInclusive", value.MaxInclusive);
        json.WriteBoolean("approximate", value.Approximate);
        json.WriteString("unit", value.Unit);
        json.WriteEndObject();
    }

    private static void WriteVoice(Utf8JsonWriter json, CountVoice voice)
    {
        json.WriteString("voice", voice.Name);
        json.WriteString("voiceId", voice.Id);
        json.WriteString("institution", voice.Institution);
        json.WriteBoolean("named", voice.IsNamed);
        json.WriteBoolean("own", voice.IsOwn);
    }

    private static void WriteRelation(Utf8JsonWriter json, CountRelation relation)
    {
        json.WriteStartObject();
        json.WriteString("to", relation.To);
        json.WriteString("kind", EnumNames.Of(relation.Kind));
        json.WriteEndObject();
    }
}
