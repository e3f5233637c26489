using System.Collections.Immutable;
using System.Text.Json;
using Recoupe.Language;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Exchange;

/// <summary>
/// A ledger as a STIX 2.1 bundle (OASIS, 2021): articles are reports, claims notes, positions opinions, sources identities, questions and
/// disputes groupings, lineage and contradiction relationships. Ids are UUIDs of names, so that a second export brings an importer up to
/// date.
/// </summary>
internal static class StixExport
{
    // STIX asks when an object was made. A ledger's day stands in, since the clock would give each export other bytes; this one where no
    // day is known.
    private const string NoDay = "1970-01-01";

    // On a report whose day is unknown, or doubted: the one that stands there is a stand-in.
    private const string Undated = "recoupe:undated";

    public static void Write(Stream output, ExchangeLedger told)
    {
        using (var json = Json.Writer(output, indented: true)) new Bundle(json, told).Write();
        output.WriteByte((byte)'\n');
    }

    private static string Id(string type, string kind, string id) => $"{type}--{NamedUuid.Of(kind, id)}";

    private static string Report(ArticleId article) => Id("report", "article", article.Value);

    private static string Note(string claim) => Id("note", "claim", claim);

    private static string Identity(string id) => Id("identity", "entity", id);

    private static string Outlet(string site) => Id("identity", "site", site);

    private static string Opinion(Claim claim, Position position) =>
        Id("opinion", "position", $"{claim.Id} {position.Article} {position.Proposition}");

    private sealed class Bundle(Utf8JsonWriter json, ExchangeLedger told)
    {
        private readonly Ledger _ledger = told.Ledger;
        private readonly string _fallback = told.Ledger.Articles.Select(a => Day(a.BelievedDay())).OfType<string>()
            .Min(StringComparer.Ordinal) ?? NoDay;
        private readonly ILookup<ArticleId, string> _toldBy = told.Ledger.Claims
            .SelectMany(c => c.Positions.Select(p => (p.Article, Opinion: Opinion(c, p))))
            .ToLookup(p => p.Article, p => p.Opinion);

        public void Write()
        {
            json.WriteStartObject();
            json.WriteString("type", "bundle");
            json.WriteString(
                "id",
                Id("bundle", "ledger", ContentHash.Id([.. _ledger.Articles.Select(a => a.Id.Value), .. _ledger.Claims.Select(c => c.Id)])));
            json.WriteStartArray("objects");
            foreach (var site in Sites()) WriteOutlet(site);
            foreach (var entity in _ledger.Entities.Where(e => e.Type is NameType.Person or NameType.Organisation)) WriteEntity(entity);
            foreach (var origin in _ledger.Absent) WriteAbsent(origin);
            foreach (var article in _ledger.Articles) WriteReport(article);
            foreach (var claim in _ledger.Claims) WriteClaim(claim);
            foreach (var question in _ledger.Questions)
                WriteGrouping(Id("grouping", "question", question.Id), question.Text, question.Claims, null);
            foreach (var dispute in _ledger.Disputes)
                WriteGrouping(Id("grouping", "dispute", dispute.Id), dispute.Text, dispute.Claims, dispute.First);
            foreach (var tie in _ledger.Lineage) WriteLineage(tie);
            foreach (var claim in _ledger.Claims) WriteContradictions(claim);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private IEnumerable<string> Sites() =>
            _ledger.Articles.Select(a => a.Site).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        private void Begin(string type, string id, string? day)
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("spec_version", "2.1");
            json.WriteString("id", id);
            json.WriteString("created", Moment(day));
            json.WriteString("modified", Moment(day));
        }

        private void End()
        {
            json.WriteEndObject();
            json.Flush();
        }

        private void WriteOutlet(string site)
        {
            Begin("identity", Outlet(site), null);
            json.WriteString("name", site);
            json.WriteString("identity_class", "organization");
            Labels(Reliability([site]));
            End();
        }

        private void WriteEntity(Entity entity)
        {
            Begin("identity", Identity(entity.Id), null);
            json.WriteString("name", entity.Name);
            json.WriteString("identity_class", entity.Type == NameType.Person ? "individual" : "organization");
            if (!entity.Roles.IsEmpty)
                json.WriteString("description", string.Join("; ", entity.Roles.Select(r => r.Text).Distinct(StringComparer.Ordinal)));
            Labels(Reliability([entity.Name, .. entity.Variants]));
            End();
        }

        private void WriteAbsent(AbsentOrigin origin)
        {
            Begin("identity", Id("identity", "absent", origin.Id), null);
            json.WriteString("name", origin.Name);
            json.WriteString("identity_class", "unknown");
            Labels(["recoupe:absent-origin"]);
            End();
        }

        private void WriteReport(ArticleHeader article)
        {
            Begin("report", Report(article.Id), article.BelievedDay());
            if (article.Site is { } site) json.WriteString("created_by_ref", Outlet(site));
            json.WriteString("name", article.Headline());
            json.WriteString("published", Moment(article.BelievedDay()));
            if (Day(article.BelievedDay()) is null) Labels([Undated]);
            json.WriteString("lang", article.Language);
            ImmutableArray<string> opinions = [.. _toldBy[article.Id].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

            // A report has to refer to something: one that tells nothing to whoever published it, or to itself.
            json.Strings("object_refs", opinions.IsEmpty ? [article.Site is { } by ? Outlet(by) : Report(article.Id)] : opinions);
            json.List("external_references", [article], WriteReference);
            End();
        }

        private void WriteReference(ArticleHeader article)
        {
            json.WriteStartObject();
            json.WriteString("source_name", article.Site ?? article.Name);
            json.WriteString("external_id", article.Id.Value);
            json.WriteString("description", "SHA-256 " + article.TextHash);
            if (ExchangeLedger.Web(article) is { } url) json.WriteString("url", url);
            json.WriteEndObject();
        }

        private void WriteClaim(Claim claim)
        {
            Begin("note", Note(claim.Id), claim.First);
            json.WriteString("content", claim.Text);
            json.WriteString("lang", claim.Language);
            json.Strings(
                "object_refs",
                claim.Positions.Select(p => Report(p.Article)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            Labels([FormattableString.Invariant($"admiralty-scale:information-credibility=\"{claim.Credibility.Value}\"")]);
            End();
            foreach (var position in claim.Positions) WriteOpinion(claim, position);
        }

        private void WriteOpinion(Claim claim, Position position)
        {
            Begin("opinion", Opinion(claim, position), told.Header(position.Article)?.BelievedDay());
            if (told.TellerEntity(position) is { Type: NameType.Person or NameType.Organisation } teller)
                json.WriteString("created_by_ref", Identity(teller.Id));
            json.WriteString("opinion", Agreement(position));
            json.WriteString("explanation", told.Quote(told.Hedged(position)));
            json.Strings("authors", [told.Teller(position)]);
            json.Strings("object_refs", [Note(claim.Id)]);
            End();
        }

        private void WriteGrouping(string id, string name, ImmutableArray<string> claims, string? day)
        {
            if (claims.IsEmpty) return;
            Begin("grouping", id, day);
            json.WriteString("name", name);
            json.WriteString("context", "unspecified");
            json.Strings("object_refs", claims.Select(Note).Order(StringComparer.Ordinal));
            End();
        }

        private void WriteLineage(Lineage tie)
        {
            var isAbsent = told.Header(new ArticleId(tie.From)) is null;
            var from = isAbsent ? Id("identity", "absent", tie.From) : Report(new ArticleId(tie.From));
            WriteRelationship(
                Report(tie.To), from, Relationship(tie, isAbsent), EnumNames.Of(tie.Kind), told.Header(tie.To)?.BelievedDay());
        }

        private void WriteContradictions(Claim claim)
        {
            foreach (var other in claim.Contradicts.Where(c => string.CompareOrdinal(claim.Id, c.Claim) < 0))
                WriteRelationship(
                    Note(claim.Id),
                    Note(other.Claim),
                    "contradicts",
                    string.Join(" ", other.Reasons.Select(told.Words.Reason)),
                    claim.First);
        }

        private void WriteRelationship(string from, string to, string type, string description, string? day)
        {
            Begin("relationship", Id("relationship", type, $"{from} {to} {description}"), day);
            json.WriteString("relationship_type", type);
            json.WriteString("description", description);
            json.WriteString("source_ref", from);
            json.WriteString("target_ref", to);
            End();
        }

        private void Labels(ImmutableArray<string> labels)
        {
            if (!labels.IsEmpty) json.Strings("labels", labels);
        }

        // A source's reliability stands on the source alone, as its user graded it: an article is never graded for being one.
        private ImmutableArray<string> Reliability(ImmutableArray<string> names) =>
        [
            .. _ledger.Reliability.Where(r => names.Contains(r.Source, StringComparer.OrdinalIgnoreCase))
                .Select(r => $"admiralty-scale:source-reliability=\"{char.ToLowerInvariant(r.Grade)}\"").Take(1),
        ];

        private string Moment(string? day) => (Day(day) ?? _fallback) + "T00:00:00.000Z";
    }

    // STIX derives one object from another of its own type only; where it is unknown which came first, neither is derived.
    private static string Relationship(Lineage tie, bool isAbsent)
    {
        if (isAbsent || tie.Kind == LineageKind.Cites || tie.Direction == LineageDirection.Unknown) return "related-to";
        return tie.Kind == LineageKind.Copy ? "duplicate-of" : "derived-from";
    }

    private static string Agreement(Position position)
    {
        var isSure = position.Certainty is Certainty.Certain or Certainty.CertainlyNot;
        return position.Side switch
        {
            Side.For => isSure ? "strongly-agree" : "agree",
            Side.Against => isSure ? "strongly-disagree" : "disagree",
            _ => "neutral",
        };
    }

    /// <summary>A whole day of a known year; <see langword="null"/> for anything else.</summary>
    private static string? Day(string? value) =>
        DateOnly.TryParseExact(
            value,
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out _) ? value : null;
}
