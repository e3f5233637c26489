using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Recoupe.Language;
using Recoupe.Tell;

namespace Recoupe.Cli;

/// <summary>What a run found, in the end: for people and, with <c>--json</c>, for programs. No path where nothing was written.</summary>
internal sealed record Summary(RunSummary Run, Ledger Ledger, int Statements, int Figures, string? LedgerPath, string? DossierPath)
{
    private const int NumberWidth = 9; // columns: a million with its separators
    private const int BarWidth = 30; // columns: a summary fits into eighty

    public static Summary Of(RunSummary run, Ledger ledger, Func<ArticleId, FiledArticle> filed, string? ledgerPath, string? dossierPath)
    {
        var (statements, figures) = (0, 0);
        foreach (var article in ledger.Articles)
        {
            var findings = filed(article.Id).Findings;
            statements += findings.Statements.Length;
            figures += findings.Figures.Length;
        }

        return new Summary(run, ledger, statements, figures, ledgerPath, dossierPath);
    }

    public void Tell(TextWriter output, Locale words)
    {
        output.WriteLine(string.Join(", ", Inputs(words)) + ".");
        output.WriteLine();
        foreach (var (count, key, note) in Rows(words))
            output.WriteLine($"{words.Number(count),NumberWidth}  {words.Count(key, count)}{(note.Length == 0 ? "" : $" ({note})")}");
        if (!Ledger.Claims.IsEmpty) Ratings(output, words);
        Refused(output, words);
        output.WriteLine();
        output.WriteLine(LedgerPath is null ? words["cli.nothing"] : $"{words["cli.ledger"]}  {Printable.Line(LedgerPath)}");
        if (DossierPath is not null) output.WriteLine($"{words["cli.dossier"]}  {Printable.Line(DossierPath)}");
    }

    public void TellJson(Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("schema", 1);
        json.WriteNumber("added", Run.Added);
        json.WriteNumber("changed", Run.Changed);
        json.WriteNumber("unchanged", Run.Unchanged);
        json.WriteNumber("articles", Ledger.Articles.Length);
        json.WriteNumber("unread", Unread.Length);
        json.WriteNumber("inPart", InPart);
        json.WriteNumber("families", Ledger.Families.Length);
        json.WriteNumber("statements", Statements);
        json.WriteNumber("entities", Ledger.Entities.Length);
        json.WriteNumber("figures", Figures);
        json.WriteNumber("claims", Ledger.Claims.Length);
        json.WriteStartObject("ratings");
        foreach (var value in Enumerable.Range(1, 6)) json.WriteNumber(value.ToString(CultureInfo.InvariantCulture), Rated(value));
        json.WriteEndObject();
        json.WriteStartArray("refused");
        foreach (var rejection in Run.Refused) Write(json, rejection);
        json.WriteEndArray();
        json.WriteString("ledger", LedgerPath);
        json.WriteString("dossier", DossierPath);
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private ImmutableArray<ArticleHeader> Unread =>
        [.. Ledger.Articles.Where(a => !Reader.Languages.Contains(a.Language, StringComparer.Ordinal))];

    // Articles of which the page may hold more than was found.
    private int InPart => Ledger.Articles.Count(a => a.Notes.Any(n => n.Code is "PART-FOUND"));

    private static void Write(Utf8JsonWriter json, Rejection rejection)
    {
        json.WriteStartObject();
        json.WriteString("code", rejection.Code);
        json.WriteString("input", rejection.Input);
        json.WriteString("message", rejection.Message);
        json.WriteString("advice", rejection.Advice);
        json.WriteEndObject();
    }

    private IEnumerable<string> Inputs(Locale words)
    {
        yield return words.Count("cli.added", Run.Added);
        if (Run.Changed > 0) yield return words.Count("cli.changed", Run.Changed);
        if (Run.Unchanged > 0) yield return words.Count("cli.before", Run.Unchanged);
        if (!Run.Refused.IsEmpty) yield return words.Count("cli.refused", Run.Refused.Length);
    }

    private IEnumerable<(int Count, string Key, string Note)> Rows(Locale words)
    {
        var contested = Ledger.Claims.Count(c => c.IsContested);
        yield return (Ledger.Articles.Length, "tally.articles", Beside(words));
        yield return (Ledger.Families.Length, "tally.families", "");
        yield return (Statements, "tally.statements", "");
        yield return (Ledger.Claims.Length, "tally.claims", contested == 0 ? "" : $"{words.Number(contested)} {words.Count("tally.contested", contested)}");
        yield return (Ledger.Entities.Length, "tally.entities", "");
        yield return (Figures, "tally.figures", "");
    }

    private string Beside(Locale words)
    {
        var unread = Unread.IsEmpty ? "" : words.Count("cli.unread", Unread.Length);
        var inPart = InPart == 0 ? "" : words.Count("cli.part", InPart);
        return string.Join(", ", new[] { unread, inPart }.Where(told => told.Length > 0));
    }

    private void Ratings(TextWriter output, Locale words)
    {
        output.WriteLine();
        output.WriteLine(words["overview.ratings"]);
        var most = Math.Max(1, Enumerable.Range(1, 6).Max(Rated));
        foreach (var value in Enumerable.Range(1, 6))
        {
            var meaning = words[FormattableString.Invariant($"rating.{value}")];
            var bar = new string('█', Rated(value) * BarWidth / most);
            output.WriteLine($"{words.Number(Rated(value)),NumberWidth}  {value}  {meaning,-30} {bar}".TrimEnd());
        }
    }

    private void Refused(TextWriter output, Locale words)
    {
        if (Run.Refused.IsEmpty) return;
        output.WriteLine();
        output.WriteLine(words["cli.refused.why"]);
        foreach (var code in Run.Refused.GroupBy(r => r.Code, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            output.WriteLine($"{words.Number(code.Count()),NumberWidth}  {code.Key}");
    }

    private int Rated(int value) => Ledger.Claims.Count(c => c.Credibility.Value == value);
}
