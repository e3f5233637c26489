using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Recoupe.Language;

namespace Recoupe.Tell;

/// <summary>What the JSON forms share: one way to write each small thing, so that equal ledgers give equal bytes.</summary>
internal static class Json
{
    /// <summary>The number of the documented forms (<c>docs/schema</c>).</summary>
    public const int Schema = 1;

    private const int FlushAt = 1 << 16; // bytes: a pipe is filled in few writes, and little is held

    /// <summary>A writer that gives the same bytes everywhere: UTF-8 without mark, line feeds, two spaces.</summary>
    public static Utf8JsonWriter Writer(Stream output, bool indented) => new(output, new JsonWriterOptions
    {
        Indented = indented,
        NewLine = "\n",

        // The forms are files and pipes, never the inside of a page, so quotes and accents may stay as they are.
        // Control characters are escaped all the same: a text cannot steer the terminal it is printed on.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static void List<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);

            // The writer holds all it has until told; a large ledger must not stand in memory twice.
            if (json.BytesPending > FlushAt) json.Flush();
        }

        json.WriteEndArray();
    }

    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string> items) =>
        json.List(name, items, json.WriteStringValue);

    public static void Bounds(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }

    public static void Span(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartObject();
        json.Bounds(span);
        json.WriteEndObject();
    }

    public static void Span(this Utf8JsonWriter json, string name, TextSpan? span)
    {
        json.WritePropertyName(name);
        if (span is { } known) json.Span(known);
        else json.WriteNullValue();
    }

    public static void Passages(this Utf8JsonWriter json, string name, IEnumerable<Passage> passages) =>
        json.List(name, passages, passage =>
        {
            json.WriteStartObject();
            json.WriteString("article", passage.Article.Value);
            json.Bounds(passage.Span);
            json.WriteEndObject();
        });

    public static void Reasons(this Utf8JsonWriter json, string name, ImmutableArray<Reason> reasons) =>
        json.List(name, reasons, json.Reason);

    public static void Reason(this Utf8JsonWriter json, Reason reason)
    {
        json.WriteStartObject();
        json.WriteString("code", reason.Code);
        json.WriteStartObject("args");
        foreach (var (argument, value) in reason.Arguments) json.WriteString(argument, value);
        json.WriteEndObject();
        json.Passages("passages", reason.Passages);
        json.WriteEndObject();
    }

    /// <summary>A score: always four decimals.</summary>
    public static void Score(this Utf8JsonWriter json, string name, decimal score)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(score.ToString("0.0000", CultureInfo.InvariantCulture));
    }

    /// <summary>A quantity: no exponent, no trailing zeros; <c>null</c> where unknown.</summary>
    public static void Quantity(this Utf8JsonWriter json, string name, decimal? quantity)
    {
        json.WritePropertyName(name);
        if (quantity is { } known) json.WriteRawValue(known.ToString("0.############################", CultureInfo.InvariantCulture));
        else json.WriteNullValue();
    }

    public static void Published(this Utf8JsonWriter json, Publication? published)
    {
        json.WritePropertyName("published");
        if (published is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("value", published.Value);
        json.WriteString("from", EnumNames.Of(published.From));
        json.WritePropertyName("doubted");
        if (published.Doubted is { } doubt) json.Reason(doubt);
        else json.WriteNullValue();
        json.Span("span", published.Span);
        json.WriteEndObject();
    }
}
