using System.Collections.Immutable;

namespace Recoupe.Tell;

/// <summary>Decisions as the ledger's form has them (<c>docs/schema/ledger.schema.json</c>), alone.</summary>
public static class DecisionsJson
{
    /// <summary>Writes one array, laid out, with a line feed at the end.</summary>
    public static void Write(Stream output, ImmutableArray<StandingDecision> decisions)
    {
        using (var json = Json.Writer(output, indented: true))
        {
            json.WriteStartArray();
            foreach (var decision in decisions) LedgerJson.Write(json, decision);
            json.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }
}
