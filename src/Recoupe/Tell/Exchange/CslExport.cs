using System.Text.Json;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Exchange;

/// <summary>Articles as CSL-JSON, which citation processors and Zotero read.</summary>
internal static class CslExport
{
    public static void Write(Stream output, ExchangeLedger told)
    {
        using (var json = Json.Writer(output, indented: true))
        {
            json.WriteStartArray();
            foreach (var article in told.Ledger.Articles)
            {
                json.WriteStartObject();
                json.WriteString("id", article.Id.Value);
                json.WriteString("type", "article-newspaper");
                json.WriteString("title", article.Headline());
                if (!article.Authors.IsEmpty) json.List("author", article.Authors, author => WriteName(json, author));
                if (article.Site is { } site) json.WriteString("container-title", site);
                if (ReferenceDay.Of(article.Published) is { } day) WriteDay(json, day);
                if (ExchangeLedger.Web(article) is { } url) json.WriteString("URL", url);
                json.WriteString("language", article.Language);
                json.WriteString("note", "SHA-256 " + article.TextHash);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }

    // Which part of a by-line is the family name is not known, so it is told as it stands.
    private static void WriteName(Utf8JsonWriter json, string author)
    {
        json.WriteStartObject();
        json.WriteString("literal", author);
        json.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter json, ReferenceDay day)
    {
        json.WriteStartObject("issued");
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        json.WriteNumberValue(day.Year);
        if (day.Month > 0) json.WriteNumberValue(day.Month);
        if (day is { Month: > 0, Day: > 0 }) json.WriteNumberValue(day.Day);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
