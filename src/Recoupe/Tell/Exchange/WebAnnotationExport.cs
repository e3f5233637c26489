using System.Buffers.Text;
using System.Text.Json;
using Recoupe.Language;

namespace Recoupe.Tell.Exchange;

/// <summary>
/// Every passage of a claim as a W3C Web Annotation (2017), found by its words, its place and the hash of the text that both are of; what
/// article is derived from which, in PROV-O. Places are counted in Unicode code points, as the standard asks, of the article's text.
/// </summary>
internal static class WebAnnotationExport
{
    // UTF-16 code units before and after a passage: enough to tell it from its like, as decisions keep it.
    private const int Context = 32;

    public static void Write(Stream output, ExchangeLedger told)
    {
        using (var json = Json.Writer(output, indented: true))
        {
            json.WriteStartObject();
            WriteContext(json);
            json.WriteStartArray("@graph");
            foreach (var claim in told.Ledger.Claims)
            {
                foreach (var position in claim.Positions) WriteAnnotation(json, told, claim, position);
                json.Flush();
            }

            foreach (var tie in told.Ledger.Lineage.Where(t => t.Direction != LineageDirection.Unknown)) WriteDerivation(json, told, tie);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteContext(Utf8JsonWriter json)
    {
        json.WriteStartArray("@context");
        json.WriteStringValue("http://www.w3.org/ns/anno.jsonld");
        json.WriteStartObject();
        json.WriteString("prov", "http://www.w3.org/ns/prov#");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteAnnotation(Utf8JsonWriter json, ExchangeLedger told, Claim claim, Position position)
    {
        json.WriteStartObject();
        json.WriteString("@context", "http://www.w3.org/ns/anno.jsonld");
        json.WriteString("id", $"urn:uuid:{NamedUuid.Of("annotation", $"{claim.Id} {position.Article} {position.Proposition}")}");
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "describing");
        json.WriteStartArray("body");
        WriteBody(json, "describing", claim.Text, claim.Language);
        WriteBody(json, "identifying", told.Teller(position), told.Words.Language);
        WriteBody(json, "tagging", EnumNames.Of(position.Side), null);
        WriteBody(json, "tagging", EnumNames.Of(position.Certainty), null);
        json.WriteEndArray();
        WriteTarget(json, told, position);
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, string purpose, string value, string? language)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("purpose", purpose);
        json.WriteString("value", value);
        json.WriteString("format", "text/plain");
        if (language is not null) json.WriteString("language", language);
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, ExchangeLedger told, Position position)
    {
        var article = told.Open(position.Article).Article;
        var passage = told.Hedged(position);
        json.WriteStartObject("target");
        json.WriteString("type", "SpecificResource");
        json.WriteString("source", Address(told, position.Article));
        json.WriteStartArray("selector");
        WriteQuote(json, told, article.Text, passage);
        WritePlace(json, article.Text, passage.Span);
        json.WriteEndArray();
        json.WriteString("state", NamedInformation(article.Header.TextHash));
        json.WriteEndObject();
    }

    // The state of a text is its hash, as a URI (RFC 6920).
    private static string NamedInformation(string sha256) => "ni:///sha-256;" + Base64Url.EncodeToString(Convert.FromHexString(sha256));

    private static void WriteQuote(Utf8JsonWriter json, ExchangeLedger told, string text, Passage passage)
    {
        var span = passage.Span;
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", told.Quote(passage));
        json.WriteString("prefix", text[Whole(text, Math.Max(0, span.Start - Context))..span.Start]);
        json.WriteString("suffix", text[span.End..Whole(text, Math.Min(text.Length, span.End + Context))]);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, string text, TextSpan span)
    {
        var start = CodePoints(text.AsSpan(0, span.Start));
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", start);
        json.WriteNumber("end", start + CodePoints(span.In(text)));
        json.WriteEndObject();
    }

    private static void WriteDerivation(Utf8JsonWriter json, ExchangeLedger told, Lineage tie)
    {
        json.WriteStartObject();
        json.WriteString("id", Address(told, tie.To));
        json.WriteString("type", "prov:Entity");
        json.WriteString(tie.Kind == LineageKind.Cites ? "prov:wasInfluencedBy" : "prov:wasDerivedFrom", Origin(told, tie.From));
        json.WriteEndObject();
    }

    private static string Origin(ExchangeLedger told, string id) =>
        told.Header(new ArticleId(id)) is null ? "urn:recoupe:absent:" + id : Address(told, new ArticleId(id));

    private static string Address(ExchangeLedger told, ArticleId article) =>
        (told.Header(article) is { } header ? ExchangeLedger.Web(header) : null) ?? "urn:recoupe:article:" + article.Value;

    // Never between the two halves of a code point.
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var rune in text.EnumerateRunes()) count++;
        return count;
    }
}
