using System.Text.Json;
using Recoupe.Tell;
using Recoupe.Tell.Exchange;

namespace Recoupe.Tests.Tell.Exchange;

public sealed class CsvExportTests
{
    [Fact]
    public void There_is_a_file_a_noun() =>
        Files("en").Select(f => f.Path).ShouldBe(["articles.csv", "statements.csv", "claims.csv", "figures.csv", "counts.csv", "names.csv", "lineage.csv", "families.csv", "questions.csv", "csv-metadata.json"]);

    [Theory]
    [InlineData("en", ',')]
    [InlineData("fr", ';')]
    public void Cells_are_parted_as_the_spreadsheets_of_the_language_expect(string language, char separator) =>
        Tables(Files(language)).ShouldAll(f => f.Text[0] == '\uFEFF' && Rows(f.Text, separator).All(row => row.Count == Rows(f.Text, separator)[0].Count));

    [Fact]
    public void Every_row_has_its_passage_and_its_URL()
    {
        var rows = Rows(Files("en").Single(f => f.Path == "claims.csv").Text, ',');
        var (passage, url) = (rows[0].IndexOf("passage"), rows[0].IndexOf("URL"));
        rows.Skip(1).ShouldAllBe(row => row[passage].Length > 0);
        rows.Skip(1).Count(row => row[url].StartsWith("https://", StringComparison.Ordinal)).ShouldBeGreaterThan(50);
    }

    [Fact]
    public void No_cell_is_a_formula() =>
        CsvExport.Files(new(HostileLedger.Ledger, _ => HostileLedger.Filed, Locale.For("en")))
            .Where(f => f.Path.EndsWith(".csv", StringComparison.Ordinal)).SelectMany(f => Rows(f.Text, ',')).SelectMany(row => row)
            .Where(cell => cell.Length > 0 && "=+-@\t\r\n".Contains(cell[0])).ShouldBeEmpty();

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+33 1", "'+33 1")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("\n1", "'\n1")]
    [InlineData("\r1", "'\r1")]
    [InlineData("x=1", "x=1")]
    [InlineData("a@b", "a@b")]
    public void A_cell_that_a_spreadsheet_would_compute_is_made_a_text(string title, string cell)
    {
        var ledger = HostileLedger.Ledger with { Articles = [HostileLedger.Filed.Article.Header with { Title = title }] };
        var articles = CsvExport.Files(new(ledger, _ => HostileLedger.Filed, Locale.For("en"))).Single(f => f.Path == "articles.csv");
        Rows(articles.Text, ',')[1][1].ShouldBe(cell);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void The_metadata_names_every_column_of_every_table(string language)
    {
        var files = Files(language);
        using var metadata = JsonDocument.Parse(files[^1].Text);
        var (dialect, tables) = (metadata.RootElement.GetProperty("dialect"), metadata.RootElement.GetProperty("tables").EnumerateArray().ToList());
        var separator = dialect.GetProperty("delimiter").GetString()![0];
        tables.Select(t => t.GetProperty("url").GetString()).ShouldBe(Tables(files).Select(f => f.Path));
        foreach (var (table, file) in tables.Zip(Tables(files)))
        {
            var columns = table.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().ToList();
            columns.Select(c => c.GetProperty("titles").GetString()!).ShouldBe(Rows(file.Text, separator)[0]);
            columns.Select(c => c.GetProperty("name").GetString()!).ShouldBeUnique(StringComparer.Ordinal);
        }
    }

    private static List<DossierFile> Tables(List<DossierFile> files) => [.. files.Where(f => f.Path.EndsWith(".csv", StringComparison.Ordinal))];

    private static List<DossierFile> Files(string language) =>
        [.. CsvExport.Files(new(StoryLedger.Whole.Ledger, StoryLedger.Whole.Filed, Locale.For(language)))];

    // RFC 4180, read by hand so that the writer is not held to itself.
    private static List<List<string>> Rows(string csv, char separator)
    {
        var rows = new List<List<string>> { new() };
        var cell = "";
        var quoted = false;
        for (var i = 1; i < csv.Length; i++)
        {
            if (quoted && csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"') cell += csv[i++];
            else if (csv[i] == '"') quoted = !quoted;
            else if (!quoted && csv[i] == separator) (cell, _) = ("", Put(rows[^1], cell));
            else if (!quoted && csv[i] == '\r') (cell, _) = ("", Put(rows[^1], cell));
            else if (!quoted && csv[i] == '\n') rows.Add([]);
            else cell += csv[i];
        }

        rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    private static int Put(List<string> row, string cell)
    {
        row.Add(cell);
        return row.Count;
    }
}
