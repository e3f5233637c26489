using System.Text;
using Microsoft.Data.Sqlite;
using Recoupe.Store;
using Recoupe.Tell;
using Recoupe.Tests.Ingest;

namespace Recoupe.Tests.Pipelines;

/// <summary>A ledger keeps its pages verbatim unless it is told not to, and tells the same either way.</summary>
public sealed class KeptPagesTests : IDisposable
{
    private const string Page = """
        <html lang="fr"><head><title>Le pont fermé</title><meta name="date" content="2024-03-12"></head><body><h1>Le pont fermé</h1>
        <p>Le maire d'Orvec, Pavel Ormel, a annoncé lundi la fermeture du pont, dont une pile s'est affaissée pendant la nuit.</p>
        <p>« Les travaux dureront trois mois », a déclaré la préfecture, qui a promis un bac gratuit aux riverains.</p></body></html>
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_ledger_without_pages_tells_the_same_and_holds_no_page()
    {
        var path = folder.Write("pont.html", Page);
        var (with, without) = (Made("with", pages: true, path), Made("without", pages: false, path));
        Export(without).ShouldBe(Export(with));
        (Sizes(with), Sizes(without)).ShouldSatisfyAllConditions(s => s.Item1.Single().ShouldBeGreaterThan(100), s => s.Item2.ShouldBe([0]));
        using var pipeline = Pipeline.Open(without);
        pipeline.Verify().ShouldBeEmpty();
    }

    [Fact]
    public void The_page_that_is_kept_is_the_one_that_came()
    {
        var ledger = Made("kept", pages: true, folder.Write("pont.html", Page));
        using var file = LedgerFile.Open(ledger);
        Encoding.UTF8.GetString(file.Page(file.PageIds().Single())!.Bytes.AsSpan()).ShouldBe(Page);
    }

    [Fact]
    public void Growing_equals_starting_over_with_or_without_pages()
    {
        var (first, second) = (folder.Write("a/pont.html", Page), folder.Write("b/pont.html", Page));
        folder.Write("b/pont.meta.json", """{ "site": "Le Courrier d'Orvec", "title": "Un pont ferme" }""");
        var other = folder.Write("bac.html", Page.Replace("Le pont fermé", "Le bac", StringComparison.Ordinal).Replace("lundi", "mardi", StringComparison.Ordinal));
        var whole = Export(Made("whole", pages: true, first, second, other));
        foreach (var pages in (bool[])[true, false])
        {
            var grown = folder.Path($"grown-{pages}");
            foreach (var path in (string[])[other, second, first, second]) Add(grown, pages, path);
            Export(grown).ShouldBe(whole);
        }
    }

    [Theory]
    [InlineData(true, 7)]
    [InlineData(true, 100_000)]
    [InlineData(false, -100_000)]
    public void A_block_that_is_not_where_it_is_said_to_be_on_its_page_is_found(bool pages, int off)
    {
        var ledger = folder.Path("moved.recoupe");
        using (var pipeline = Pipeline.Open(ledger, page => Moved(Pipeline.Read([page.Path]).Single().Value!, off))) pipeline.Add([folder.Write("pont.html", Page)]);
        if (!pages) Without(ledger);
        using var moved = Pipeline.Open(ledger);
        moved.Verify().ShouldNotBeEmpty();
        moved.Verify().Select(f => f.Code).Distinct(StringComparer.Ordinal).ShouldBe(["VERIFY-5"]);
    }

    private static ReadArticle Moved(ReadArticle read, int off) => read with
    {
        Article = read.Article with { Blocks = [.. read.Article.Blocks.Select(b => b with { OnPage = b.OnPage is { } place ? new(place.Start + off, place.End + off) : null })] },
    };

    private static void Without(string ledger)
    {
        using var connection = new SqliteConnection($"Data Source={ledger};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE page SET bytes = x''";
        command.ExecuteNonQuery();
    }

    [Fact]
    public void Without_its_page_an_article_is_read_again_from_its_text_when_the_program_changes()
    {
        var ledger = Made("old", pages: false, folder.Write("pont.html", Page));
        var before = Export(ledger);
        Ask(ledger, "UPDATE article SET version = 'older'");
        var run = Add(ledger, pages: false);
        (run.Changed, run.Refused.IsEmpty).ShouldBe((1, true));
        Export(ledger).ShouldBe(before);
    }

    [Fact]
    public void A_page_that_was_not_kept_is_kept_when_it_comes_again()
    {
        var path = folder.Write("pont.html", Page);
        var ledger = Made("later", pages: false, path);
        Add(ledger, pages: true, path).Unchanged.ShouldBe(1);
        Sizes(ledger).Single().ShouldBeGreaterThan(100);
        Add(ledger, pages: false, path).Unchanged.ShouldBe(1);
        Sizes(ledger).Single().ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_forgotten_leaves_nothing_of_the_page(bool pages)
    {
        var path = folder.Write("pont.html", Page);
        var ledger = Made("forgotten", pages, path);
        using (var pipeline = Pipeline.Open(ledger)) pipeline.Forget(pipeline.Ledger().Articles.Single().Id.Value).Value.ShouldNotBeNull();
        Sizes(ledger).ShouldBeEmpty();
        foreach (var table in (string[])["page", "sighting", "article", "key", "tie"]) Count(ledger, table).ShouldBe(0, table);
        foreach (var word in (string[])["pont.html", "Le pont ferm"]) File.ReadAllBytes(ledger).AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)).ShouldBe(-1, word);
        Add(ledger, pages, path).Refused.Single().Code.ShouldBe("STORE-12");
    }

    private string Made(string name, bool pages, params string[] paths)
    {
        var ledger = folder.Path(name);
        Add(ledger, pages, paths);
        return ledger;
    }

    private static RunSummary Add(string ledger, bool pages, params string[] paths)
    {
        using var pipeline = Pipeline.Open(ledger, threads: 1, pages: pages);
        return pipeline.Add(paths);
    }

    private static string Export(string ledger)
    {
        using var pipeline = Pipeline.Open(ledger);
        using var export = new MemoryStream();
        LedgerJson.Write(export, pipeline.Ledger());
        return Encoding.UTF8.GetString(export.ToArray());
    }

    private static long[] Sizes(string ledger) => Ask(ledger, "SELECT length(bytes) FROM page");

    private static long Count(string ledger, string table) => Ask(ledger, $"SELECT count(*) FROM {table}").Single();

    private static long[] Ask(string ledger, string sql)
    {
        using var database = new SqliteConnection($"Data Source={ledger};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var numbers = new List<long>();
        while (reader.Read()) numbers.Add(reader.GetInt64(0));
        return [.. numbers];
    }
}
