using System.Collections.Immutable;
using System.Text;

namespace Recoupe.Tell.Exchange;

/// <summary>What the tables of a CSV export are, for programs: metadata of CSV on the Web (W3C 2015), in a file beside them.</summary>
internal static class CsvMetadata
{
    private const string Name = "csv-metadata.json";

    // Columns that hold whole numbers; all others are read as text, since a cell may say that it is unknown.
    private static readonly ImmutableHashSet<string> Whole = ["start", "end", "for", "against", "rating"];

    /// <summary>The metadata of tables, each a name with the keys of its columns.</summary>
    public static DossierFile Of(Locale words, IEnumerable<(string Name, ImmutableArray<string> Columns)> tables)
    {
        using var bytes = new MemoryStream();
        using (var json = Json.Writer(bytes, indented: true))
        {
            json.WriteStartObject();
            json.WriteStartArray("@context");
            json.WriteStringValue("http://www.w3.org/ns/csvw");
            json.WriteStartObject();
            json.WriteString("@language", words.Language);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartObject("dialect");
            json.WriteString("delimiter", words["csv.separator"]);
            json.WriteString("encoding", "utf-8");
            json.WriteEndObject();
            json.List("tables", tables, table =>
            {
                json.WriteStartObject();
                json.WriteString("url", table.Name + ".csv");
                json.WriteStartObject("tableSchema");
                json.List("columns", table.Columns, column => WriteColumn(json, words, column));
                json.WriteEndObject();
                json.WriteEndObject();
            });
            json.WriteEndObject();
        }

        return new DossierFile(Name, Encoding.UTF8.GetString(bytes.ToArray()) + "\n");
    }

    private static void WriteColumn(System.Text.Json.Utf8JsonWriter json, Locale words, string column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Replace('.', '_'));
        json.WriteString("titles", words["csv." + column]);
        json.WriteString("datatype", Whole.Contains(column) ? "integer" : "string");
        json.WriteEndObject();
    }
}
