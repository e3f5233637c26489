using System.Text;
using Microsoft.Data.Sqlite;
using Recoupe.Store;
using Recoupe.Tell;
using Recoupe.Tests.Cli;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Pipelines;

/// <summary>What was derived is kept in the ledger's file as a cache: with it, without it and after whatever changed, a ledger says the same.</summary>
public sealed class KeptDerivationTests : IDisposable
{
    private static readonly string[] Pages =
    [
        .. new[] { "07-chronicle-colonel.txt", "09-veilleur-rumeur.md", "10-echo-dementi.txt", "11-tribune-denial.txt", "12-gazette-bilans.txt" }
            .Select(n => Path.Combine(StoryGold.Articles, n)),
    ];

    private readonly Folder _folder = new();

    private string Ledger => _folder["ledger.recoupe"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_derived_is_kept_and_read_back_the_same()
    {
        var derived = Made();
        Rows("derived").ShouldBeGreaterThan(5);
        Export(Ledger).ShouldBe(derived);
    }

    [Fact]
    public void Thrown_away_it_changes_no_byte_of_an_export()
    {
        var derived = Made();
        Run("DELETE FROM derived");
        Export(Ledger).ShouldBe(derived);
        Run("DELETE FROM derivation");
        Export(Ledger).ShouldBe(derived);
    }

    [Theory]
    [InlineData("UPDATE derived SET items = zeroblob(40) WHERE part = 5")]
    [InlineData("UPDATE derived SET items = (SELECT items FROM derived WHERE part = 4 LIMIT 1) WHERE part = 5")]
    [InlineData("DELETE FROM derived WHERE part = 5")]
    [InlineData("UPDATE derived SET part = 99 WHERE part = 5")]
    [InlineData("UPDATE derivation SET parts = '5:1'")]
    public void Where_it_is_hurt_it_is_as_if_it_were_not_there(string harm)
    {
        var derived = Made();
        using (var pipeline = Pipeline.OpenToRead(Ledger)) pipeline.Explain(pipeline.Ledger().Claims[0].Id).Value.ShouldNotBeNull();
        Run(harm);
        Export(Ledger).ShouldBe(derived);
        using var hurt = Pipeline.OpenToRead(Ledger);
        var claim = hurt.Ledger().Claims[^1];
        Explained(Ledger, claim.Id).ShouldContain(claim.Id);
    }

    [Fact]
    public void Rows_of_another_derivation_are_none()
    {
        Made();
        Run("CREATE TABLE before AS SELECT * FROM derived; CREATE TABLE parts_before AS SELECT parts FROM derivation");
        string derived;
        using (var pipeline = Pipeline.Open(Ledger))
        {
            pipeline.Add([Path.Combine(StoryGold.Articles, "01-ormel-barrage.txt")]);
            derived = Export(pipeline.Ledger());
        }

        Run("DELETE FROM derived; INSERT INTO derived SELECT * FROM before; UPDATE derivation SET parts = (SELECT parts FROM parts_before)");
        Export(Ledger).ShouldBe(derived);
    }

    [Fact]
    public void A_claim_is_explained_from_it_as_without_it()
    {
        Made();
        string[] claims;
        using (var pipeline = Pipeline.OpenToRead(Ledger)) claims = [.. pipeline.Ledger().Claims.Select(c => c.Id)];
        var kept = claims.Select(id => Explained(Ledger, id[..12])).ToList();
        Explained(Ledger, claims[0].ToUpperInvariant()).ShouldBe(kept[0]);
        var (unknown, ambiguous) = (Explained(Ledger, "zzzz"), Explained(Ledger, ""));
        Run("DELETE FROM derivation");
        claims.Select(id => Explained(Ledger, id[..12])).ShouldBe(kept);
        (Explained(Ledger, "zzzz"), Explained(Ledger, "")).ShouldBe((unknown, ambiguous));
    }

    [Fact]
    public void Who_only_reads_a_ledger_keeps_nothing_in_it()
    {
        Made();
        Run("DELETE FROM derivation");
        Export(Ledger);
        Rows("derivation").ShouldBe(0);
        using (var pipeline = Pipeline.Open(Ledger)) pipeline.Ledger();
        Rows("derivation").ShouldBe(1);
    }

    [Fact]
    public void A_forgotten_article_is_gone_from_it_too()
    {
        Made();
        Rows("derived").ShouldBeGreaterThan(0);
        using (var pipeline = Pipeline.Open(Ledger)) pipeline.Forget(pipeline.Ledger().Articles[0].Id.Value).Value.ShouldNotBeNull();
        (Rows("derived"), Rows("derivation")).ShouldBe((0, 0));
    }

    [Fact]
    public void A_list_beside_the_ledger_that_changes_is_followed()
    {
        Made();
        _folder.File("sources.yaml", "- source: Écho de Morvec\n  grade: B\n");
        using (var pipeline = Pipeline.OpenToRead(Ledger)) pipeline.Ledger().Reliability.Length.ShouldBe(1);
        _folder.File("questions.yaml", "- Le colonel Zarovitch a-t-il été capturé ?\n");
        using (var pipeline = Pipeline.Open(Ledger)) pipeline.Ledger().Questions.Length.ShouldBe(1);
        File.Delete(_folder["questions.yaml"]);
        using (var pipeline = Pipeline.OpenToRead(Ledger)) pipeline.Ledger().Questions.ShouldBeEmpty();
    }

    [Fact]
    public void A_ledger_of_the_version_before_gets_the_tables_and_keeps_what_was_read()
    {
        var derived = Made();
        Run("DROP TABLE derived; DROP TABLE derivation; DROP TABLE changed; DROP TABLE indexed; DROP TABLE passage; DROP TABLE passage_words; DROP TABLE item; DROP TABLE item_words; PRAGMA user_version = 6");
        Export(Ledger).ShouldBe(derived);
        Run("SELECT 1 FROM derived");
        using var pipeline = Pipeline.Open(Ledger, create: false);
        pipeline.Add(Pages).ShouldSatisfyAllConditions(run => run.Added.ShouldBe(0), run => run.Changed.ShouldBe(0));
    }

    [Fact]
    public void Verifying_derives_from_nothing_and_compares()
    {
        Made();
        using (var pipeline = Pipeline.OpenToRead(Ledger)) pipeline.Verify().ShouldBeEmpty();
        using (var file = LedgerFile.Open(Ledger))
        {
            var key = file.Texts("SELECT key FROM derivation").Single();
            var kept = file.Derived.Read(key)!;
            file.TryKeep(() => file.Derived.Save(key, kept with { Ledger = kept.Ledger with { Counts = [] } })).ShouldBeTrue();
        }

        using var wrong = Pipeline.OpenToRead(Ledger);
        wrong.Verify().Select(f => f.Code).ShouldBe(["VERIFY-9"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void In_any_order_of_adding_deciding_undoing_masking_and_forgetting_it_equals_starting_over(int seed)
    {
        var random = new Random(seed);
        var left = new Queue<string>(Pages.OrderBy(_ => random.Next()));
        using var stays = Pipeline.Open(Ledger, stays: seed % 2 == 0);
        for (var step = 0; step < 14; step++)
        {
            Change(stays, random, left);
            EqualsStartingOver(stays);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void In_any_order_of_decisions_and_articles_it_equals_starting_over_by_what_it_goes_on_from(int seed)
    {
        var random = new Random(seed);
        var left = new Queue<string>(Pages.OrderBy(_ => random.Next()));
        using (var first = Pipeline.Open(Ledger)) first.Add([left.Dequeue(), left.Dequeue(), left.Dequeue()]);
        for (var process = 0; process < 4; process++)
        {
            // A ledger that stays open goes on from what was kept, and follows what another process adds; a command goes on from what the last one kept.
            using var pipeline = Pipeline.Open(Ledger, stays: seed % 2 == 0);
            EqualsStartingOver(pipeline);
            for (var step = 0; step < 5; step++)
            {
                if (random.Next(6) > 0 || !left.TryDequeue(out var page))
                {
                    Decide(pipeline, random);
                }
                else
                {
                    using var other = Pipeline.Open(Ledger);
                    other.Add([page]);
                }

                EqualsStartingOver(pipeline);
            }
        }
    }

    private void EqualsStartingOver(Pipeline pipeline)
    {
        var (ledger, articles) = pipeline.LedgerWithArticles();
        var grown = Export(ledger);
        Export(Ledger).ShouldBe(grown);
        using var over = Pipeline.Open(StartedOver());
        var (expected, shown) = over.LedgerWithArticles();
        Export(expected).ShouldBe(grown);
        articles.Select(a => a.Article.Text).ShouldBe(shown.Select(a => a.Article.Text));
        var some = ledger.Claims.Where((_, at) => at % 7 == 0).Select(c => c.Id).ToList();
        some.Select(id => Explained(pipeline, id)).ShouldBe(some.Select(id => Explained(over, id)));
        pipeline.Search("colonel pont").ShouldBe(over.Search("colonel pont"));
    }

    // Of statements alone, which what was kept can follow; now and then of names, which it cannot.
    private static void Decide(Pipeline pipeline, Random random)
    {
        var ledger = pipeline.Ledger();
        var (claim, other) = (ledger.Claims[random.Next(ledger.Claims.Length)], ledger.Claims[random.Next(ledger.Claims.Length)]);
        var disputed = ledger.Claims.Where(c => !c.Contradicts.IsEmpty || !c.Bearing.IsEmpty).ToList();
        if (disputed.Count > 0 && random.Next(2) == 0) claim = disputed[random.Next(disputed.Count)];
        var several = ledger.Claims.FirstOrDefault(c => c.Positions.Length > 1);
        switch (random.Next(12))
        {
            case 0: pipeline.Decide(DecisionAct.Rate, [claim.Id], "3", "Une affiche", "anna"); break;
            case 1: pipeline.Decide(DecisionAct.Dismiss, [claim.Positions[^1].Proposition], null, null, "anna"); break;
            case 2: pipeline.Decide(DecisionAct.Dismiss, [claim.Id], null, null, "anna"); break;
            case 3 or 4: pipeline.Decide(DecisionAct.Merge, [claim.Id, other.Id], null, null, "anna"); break;
            case 5: pipeline.Decide(DecisionAct.Merge, [claim.Positions[0].Proposition, other.Id], null, null, "anna"); break;
            case 6: pipeline.Decide(DecisionAct.Side, [claim.Positions[0].Proposition], random.Next(2) == 0 ? "against" : "uncommitted", null, "anna"); break;
            case 7: pipeline.Decide(DecisionAct.Reword, [claim.Id], "Le colonel est vivant", null, "anna"); break;
            case 8 when several is not null: pipeline.Decide(DecisionAct.Split, [several.Id, several.Positions[^1].Proposition], null, null, "anna"); break;
            case 9 when random.Next(4) == 0: pipeline.Decide(DecisionAct.DifferentEntity, [ledger.Entities[0].Id, ledger.Entities[^1].Id], null, null, "anna"); break;
            default:
                if (ledger.Decisions.IsEmpty) break;
                pipeline.Undo(ledger.Decisions[random.Next(ledger.Decisions.Length)].Decision.Id, null, "anna");
                break;
        }
    }

    private static void Change(Pipeline pipeline, Random random, Queue<string> left)
    {
        var ledger = pipeline.Ledger();
        if (ledger.Claims.IsEmpty || (left.Count > 0 && random.Next(3) == 0))
        {
            if (left.TryDequeue(out var page)) pipeline.Add([page]);
            return;
        }

        var (claim, other) = (ledger.Claims[random.Next(ledger.Claims.Length)], ledger.Claims[random.Next(ledger.Claims.Length)]);
        switch (random.Next(10))
        {
            case 0: pipeline.Decide(DecisionAct.Rate, [claim.Id], "3", "Une affiche", "anna"); break;
            case 1: pipeline.Decide(DecisionAct.Dismiss, [claim.Positions[0].Proposition], null, null, "anna"); break;
            case 2: pipeline.Decide(DecisionAct.Merge, [claim.Id, other.Id], null, null, "anna"); break;
            case 3: pipeline.Decide(DecisionAct.Side, [claim.Positions[0].Proposition], "against", null, "anna"); break;
            case 4: pipeline.Decide(DecisionAct.Reword, [claim.Id], "Le colonel est vivant", null, "anna"); break;
            case 5: pipeline.Mask(ledger.Entities[random.Next(ledger.Entities.Length)].Name, null, "anna"); break;
            case 6: pipeline.Ask("Le colonel Zarovitch a-t-il été capturé ?"); break;
            case 7 when ledger.Articles.Length > 2: pipeline.Forget(ledger.Articles[random.Next(ledger.Articles.Length)].Id.Value); break;
            case 8 when !ledger.Decisions.IsEmpty: pipeline.Undo(ledger.Decisions[random.Next(ledger.Decisions.Length)].Decision.Id, null, "anna"); break;
            case 9: pipeline.Decide(DecisionAct.SameEntity, [ledger.Entities[0].Id, ledger.Entities[^1].Id], null, null, "anna"); break;
            default: break;
        }
    }

    // The same pages and decisions, in a ledger that never kept anything.
    private string StartedOver()
    {
        var path = Path.Combine(Directory.CreateDirectory(_folder[Guid.NewGuid().ToString("N")]).FullName, "ledger.recoupe");
        using (var from = new SqliteConnection($"Data Source={Ledger};Pooling=False"))
        {
            from.Open();
            using var copy = from.CreateCommand();
            copy.CommandText = "VACUUM INTO $path";
            copy.Parameters.AddWithValue("$path", path);
            copy.ExecuteNonQuery();
        }

        if (File.Exists(Ledger + ".decisions.jsonl")) File.Copy(Ledger + ".decisions.jsonl", path + ".decisions.jsonl");
        Run("DELETE FROM derivation", path);
        Run("DELETE FROM derived", path);
        return path;
    }

    private string Made()
    {
        using var pipeline = Pipeline.Open(Ledger);
        pipeline.Add(Pages);
        return Export(pipeline.Ledger());
    }

    private long Rows(string table)
    {
        using var connection = new SqliteConnection($"Data Source={Ledger};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    private void Run(string sql) => Run(sql, Ledger);

    private static void Run(string sql, string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Explained(string path, string id)
    {
        using var pipeline = Pipeline.OpenToRead(path);
        return Explained(pipeline, id);
    }

    private static string Explained(Pipeline pipeline, string id)
    {
        var explained = pipeline.Explain(id);
        return explained.Value is not { } found ? explained.Rejection!.Code
            : string.Join(' ', found.Changes.Select(c => c.Code + c.Arguments["value"]).Prepend(found.Claim.Id).Concat(found.Decisions.Select(d => d.Decision.Id)));
    }

    private static string Export(string path)
    {
        using var pipeline = Pipeline.OpenToRead(path);
        return Export(pipeline.Ledger());
    }

    private static string Export(Ledger ledger)
    {
        using var output = new MemoryStream();
        LedgerJson.Write(output, ledger);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
