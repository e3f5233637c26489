using Microsoft.Data.Sqlite;
using Recoupe.Tests.Cli;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Pipelines;

/// <summary>Names, claims and passages are found by their words; the index is kept as what was derived is.</summary>
public sealed class SearchTests : IDisposable
{
    private static readonly string[] Pages =
    [
        .. new[] { "07-chronicle-colonel.txt", "09-veilleur-rumeur.md", "10-echo-dementi.txt", "11-tribune-denial.txt" }
            .Select(n => Path.Combine(StoryGold.Articles, n)),
    ];

    private readonly Folder _folder = new();

    private string Ledger => _folder["ledger.recoupe"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Zarovitch")]
    [InlineData("zarovi")]
    [InlineData("ZAROVITCH")]
    public void A_name_is_found_with_its_claims_and_passages_however_it_is_typed(string query)
    {
        Made();
        Found(query).Select(f => f.Kind).Distinct().ShouldBe([FoundKind.Name, FoundKind.Claim, FoundKind.Passage]);
    }

    [Theory]
    [InlineData("captured", "en", "fr")]
    [InlineData("capturés", "fr", "en")]
    public void Words_of_one_language_find_those_of_the_other(string query, string first, string second)
    {
        Made();
        Found(query).ShouldContain(f => f.Language == first);
        Found(query).ShouldContain(f => f.Language == second);
    }

    [Fact]
    public void What_has_not_every_word_is_not_found()
    {
        Made();
        Found("Zarovitch").ShouldNotBeEmpty();
        Found("Zarovitch grenouille").ShouldBeEmpty();
        Found("\" OR * AND ( :").ShouldBeEmpty();
    }

    [Fact]
    public void Without_the_index_the_same_is_found()
    {
        Made();
        string[] queries = ["Zarovitch", "colonel", "captur", "gouvernement", "12", "ministère de la défense"];
        var kept = queries.Select(Told).ToList();
        Run("DELETE FROM derivation");
        queries.Select(Told).ShouldBe(kept);
        Run("UPDATE indexed SET mark = ''");
        queries.Select(Told).ShouldBe(kept);
        Run("DELETE FROM passage_words_data");
        queries.Select(Told).ShouldBe(kept);
    }

    [Fact]
    public void In_whatever_order_articles_came_the_same_is_found_in_the_same_order()
    {
        string[] queries = ["Zarovitch", "colonel", "captured"];
        Made();
        var found = queries.Select(Told).ToList();
        File.Delete(Ledger);
        using (var pipeline = Pipeline.Open(Ledger))
            foreach (var page in Pages.Reverse())
            {
                pipeline.Add([page]);
                pipeline.Ledger();
            }

        queries.Select(Told).ShouldBe(found);
    }

    [Fact]
    public void A_name_that_is_masked_and_an_article_that_is_forgotten_are_found_no_more()
    {
        Made();
        using (var pipeline = Pipeline.Open(Ledger))
        {
            pipeline.Mask("Zarovitch", null, "anna").Value.ShouldNotBeNull();
            Found("Zarovitch").ShouldBeEmpty();
            pipeline.Ledger();
            Found("Zarovitch").ShouldBeEmpty();
            var gone = pipeline.Ledger().Articles[0];
            pipeline.Forget(gone.Id.Value).Value.ShouldNotBeNull();
            Rows("SELECT count(*) FROM indexed").ShouldBe(0);
            Found("colonel").ShouldNotContain(f => f.Id == gone.Id.Value);
        }
    }

    [Fact]
    public void A_sentence_is_checked_with_the_index_as_without()
    {
        Made();
        string[] sentences;
        using (var pipeline = Pipeline.OpenToRead(Ledger)) sentences = [.. pipeline.Ledger().Claims.Select(c => c.Text).Take(40)];
        var with = sentences.Select(Checked).ToList();
        with.Where(found => found.Length > 0).Count().ShouldBeGreaterThan(20);
        Run("DELETE FROM indexed");
        sentences.Select(Checked).ShouldBe(with);
    }

    private void Made()
    {
        using var pipeline = Pipeline.Open(Ledger);
        pipeline.Add(Pages);
        pipeline.Ledger();
    }

    private IReadOnlyList<Found> Found(string query)
    {
        using var pipeline = Pipeline.OpenToRead(Ledger);
        return pipeline.Search(query);
    }

    private string Told(string query) => string.Join('\n', Found(query));

    private string Checked(string sentence)
    {
        using var pipeline = Pipeline.OpenToRead(Ledger);
        return string.Join('\n', pipeline.Check(sentence).Select(a => $"{a.Article} {a.Proposition} {a.Position} {a.Score} {a.Passages[0]}"));
    }

    private long Rows(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Ledger};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Ledger};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
