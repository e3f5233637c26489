using System.Globalization;
using System.Text.Json;
using Recoupe.Language;

namespace Recoupe;

/// <summary>A decision as logs and exports write it.</summary>
internal static class DecisionJson
{
    /// <summary>Writes the fields of a decision into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, Decision decision)
    {
        json.WriteString("id", decision.Id);
        json.WriteString("at", Decision.Time(decision.At));
        json.WriteString("by", decision.By);
        json.WriteString("act", Spelled(decision.Act));
        json.WriteStartArray("anchors");
        foreach (var anchor in decision.Anchors) Write(json, anchor);
        json.WriteEndArray();
        json.WriteString("value", decision.Value);
        json.WriteString("note", decision.Note);
    }

    /// <exception cref="JsonException">It is no decision.</exception>
    public static Decision Read(JsonElement json)
    {
        try
        {
            return new(
                Text(json, "id"),
                DateTimeOffset.Parse(
                    Text(json, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
                Text(json, "by"),
                Act(Text(json, "act")),
                [.. json.GetProperty("anchors").EnumerateArray().Select((anchor, at) => ReadAnchor(anchor, at))],
                json.GetProperty("value").GetString(),
                json.GetProperty("note").GetString());
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new JsonException(e.Message, e);
        }
    }

    /// <summary>An act as logs and command lines spell it.</summary>
    public static string Spelled(DecisionAct act) =>
        string.Concat(act.ToString().Select((c, at) => !char.IsUpper(c)
            ? c.ToString()
            : at == 0 ? char.ToLowerInvariant(c).ToString() : "-" + char.ToLowerInvariant(c)));

    /// <summary>The act that is spelled so.</summary>
    /// <exception cref="ArgumentException">None is.</exception>
    public static DecisionAct Act(string spelled) =>
        Enum.Parse<DecisionAct>(spelled.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static void Write(Utf8JsonWriter json, Anchor anchor)
    {
        json.WriteStartObject();
        json.WriteString("article", anchor.Article.Value);
        json.WriteString("textHash", anchor.TextHash);
        json.WriteNumber("start", anchor.Span.Start);
        json.WriteNumber("end", anchor.Span.End);
        json.WriteString("quotation", anchor.Quotation);
        json.WriteString("before", anchor.Before);
        json.WriteString("after", anchor.After);
        json.WriteNumber("item", anchor.Item);
        json.WriteBoolean("ofClaim", anchor.IsOfClaim);
        json.WriteString("statement", anchor.Statement);
        json.WriteEndObject();
    }

    // Logs of earlier versions anchor one statement of each claim, and say no more.
    private static Anchor ReadAnchor(JsonElement json, int at)
    {
        var (start, end) = (json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32());
        if (start < 0 || end < start) throw new JsonException("an anchor ends before it starts");
        return new(
            new(Text(json, "article")), Text(json, "textHash"), new TextSpan(start, end), Text(json, "quotation"), Text(json, "before"), Text(json, "after"))
        {
            Item = json.TryGetProperty("item", out var item) ? item.GetInt32() : at,
            IsOfClaim = !json.TryGetProperty("ofClaim", out var ofClaim) || ofClaim.GetBoolean(),
            Statement = json.TryGetProperty("statement", out var statement) ? statement.GetString() : null,
        };
    }

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new JsonException($"{name} is null");
}
