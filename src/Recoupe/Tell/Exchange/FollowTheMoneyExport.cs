using System.Globalization;
using Recoupe.Language;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Exchange;

/// <summary>
/// A ledger in the model of FollowTheMoney (Aleph, OpenSanctions), an entity a line: articles, people and bodies, where each is named,
/// what is told of whom, and which two may be one.
/// </summary>
internal static class FollowTheMoneyExport
{
    public static void Write(Stream output, ExchangeLedger told)
    {
        var ledger = told.Ledger;
        foreach (var article in ledger.Articles) Line(output, "Article", Article(article.Id), Of(article));
        foreach (var entity in ledger.Entities.Where(IsParty)) WriteParty(output, entity);
        foreach (var claim in ledger.Claims) WriteTellings(output, told, claim);
        foreach (var suggestion in ledger.Suggestions) WriteSimilar(output, told, suggestion);
    }

    private static string Article(ArticleId article) => "recoupe-article-" + article.Value;

    private static string Party(string entity) => "recoupe-entity-" + entity;

    // The model knows parties, and no places.
    private static bool IsParty(Entity entity) => entity.Type is NameType.Person or NameType.Organisation;

    private static IEnumerable<(string Name, string? Value)> Of(ArticleHeader article) =>
    [
        ("name", article.Headline()),
        ("title", article.Title),
        ("fileName", article.Name),
        ("notes", "SHA-256 " + article.TextHash),
        ("language", Language(article.Language)),
        ("publisher", article.Site),
        ("sourceUrl", ExchangeLedger.Web(article)),
        ("publishedAt", Day(article.BelievedDay())),
        .. article.Authors.Select(author => ("author", (string?)author)),
    ];

    private static void WriteParty(Stream output, Entity entity)
    {
        var isPerson = entity.Type == NameType.Person;
        Line(output, isPerson ? "Person" : "Organization", Party(entity.Id),
        [
            ("name", entity.Name),
            .. entity.Variants.Where(v => !string.Equals(v, entity.Name, StringComparison.Ordinal)).Select(v => ("alias", (string?)v)),
            .. entity.Roles.Select(r => (isPerson ? "position" : "summary", (string?)r.Text)),
        ]);
        foreach (var article in entity.Mentions.Select(m => m.Article).Distinct().Order())
        {
            Line(output, "Mention", $"recoupe-mention-{entity.Id}-{article}",
            [
                ("document", Article(article)), ("resolved", Party(entity.Id)), ("name", entity.Name),
                ("detectedSchema", isPerson ? "Person" : "Organization"),
            ]);
        }
    }

    // Who tells what: the telling's article documents its teller, in the role of one who takes a side on a claim.
    private static void WriteTellings(Stream output, ExchangeLedger told, Claim claim)
    {
        foreach (var position in claim.Positions)
        {
            if (told.TellerEntity(position) is not { } teller || !IsParty(teller)) continue;
            Line(output, "Documentation", $"recoupe-telling-{claim.Id}-{position.Article}-{position.Proposition}",
            [
                ("document", Article(position.Article)),
                ("entity", Party(teller.Id)),
                ("role", told.Words["side." + EnumNames.Of(position.Side)]),
                ("summary", claim.Text),
                ("description", told.Quote(told.Hedged(position))),
                ("date", Day(told.Header(position.Article)?.BelievedDay())),
            ]);
        }
    }

    private static void WriteSimilar(Stream output, ExchangeLedger told, Suggestion suggestion)
    {
        if (told.Entity(suggestion.First) is not { } first || told.Entity(suggestion.Second) is not { } second) return;
        if (!IsParty(first) || !IsParty(second)) return;
        Line(output, "Similar", $"recoupe-similar-{suggestion.First}-{suggestion.Second}",
        [
            ("candidate", Party(first.Id)),
            ("match", Party(second.Id)),
            ("confidenceScore", suggestion.Score.ToString("0.0000", CultureInfo.InvariantCulture)),
            ("criteria", string.Join(" ", suggestion.Reasons.Select(told.Words.Reason))),
        ]);
    }

    // An object a line; a property has a list of values, and none where nothing is known.
    private static void Line(Stream output, string schema, string id, IEnumerable<(string Name, string? Value)> properties)
    {
        using (var json = Json.Writer(output, indented: false))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("schema", schema);
            json.WriteStartObject("properties");
            foreach (var (name, values) in Grouped(properties)) json.Strings(name, values);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static IEnumerable<(string Name, IEnumerable<string> Values)> Grouped(IEnumerable<(string Name, string? Value)> properties) =>
        properties
        .Where(property => property.Value is { Length: > 0 })
        .GroupBy(property => property.Name, property => property.Value!, StringComparer.Ordinal)
        .OrderBy(named => named.Key, StringComparer.Ordinal)
        .Select(named => (named.Key, named.Distinct(StringComparer.Ordinal)));

    // Three letters there (ISO 639-2), and none for a language that could not be told.
    private static string? Language(string code) =>
        code.Length == 2 && CultureInfo.GetCultureInfo(code) is { ThreeLetterISOLanguageName.Length: 3 } language
            ? language.ThreeLetterISOLanguageName
            : null;

    // Part of a date is a date there too: a month, a year.
    private static string? Day(string? value) => value is null || value.Contains('X', StringComparison.Ordinal) ? null : value;
}
